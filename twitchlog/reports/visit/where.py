"""Which muscles, and whether it is always the same place: questions 4 and 5."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.site import site_or_unknown
from twitchlog.reports.patterns.places import ranked
from twitchlog.reports.patterns.same_place import Sameness, same_place
from twitchlog.reports.visit.answers import PERCENT_FROM, answer, entries_words, not_recorded
from twitchlog.reports.visit.dates import percent
from twitchlog.reports.visit.prose import Prose, capital, kept, of, prose
from twitchlog.translation import _, mark, ngettext

if TYPE_CHECKING:
    from twitchlog.domain.figures import Figures
    from twitchlog.domain.profile import Profile
    from twitchlog.reports.patterns.places import Places
    from twitchlog.reports.visit.summary import Answer

PLACES: Final = 4
FEW_PLACES: Final = 2
_VERDICTS: Final = {
    Sameness.ALWAYS: mark("Always one place"),
    Sameness.MOSTLY: mark("Mostly one place"),
    Sameness.WANDERS: mark("Wanders"),
    Sameness.UNCLEAR: mark("Unclear"),
}


def which_muscles(figures: Figures, profile: Profile) -> Answer:
    """Answer 4: the places by their share of the entries, small ones summed from counts."""
    if not figures.sites:
        said = not_recorded() + _no_place(figures)
        return answer(4, profile, said, short=_("Not recorded yet"), recorded=False)
    full_list = ranked(figures, limit=PLACES)
    said = _ranking(full_list) + _no_place(figures)
    shorter = _ranking(ranked(figures, limit=FEW_PLACES)) + _no_place(figures, brief=True)
    short = _ranking(full_list, brief=True).plain.removesuffix(".")
    return answer(4, profile, said, short=short, recorded=True, shorter=shorter)


def always_there(figures: Figures, profile: Profile) -> Answer:
    """Answer 5 with the leading place's share and its interval, once there are days enough."""
    found = same_place(figures)
    if found.share is None or found.site is None:
        seen = _("{places} in {entries}").format(
            places=ngettext("{n} place", "{n} places", found.places).format(n=found.places),
            entries=entries_words(found.entries),
        )
        said = prose(
            _("**Too early to tell:** {seen}; it takes 30 entries over 8 weeks."),
            seen=seen if found.entries else _("no entry so far"),
        )
        short = _("Too early to tell: it takes 30 entries over 8 weeks")
        return answer(5, profile, said, short=short, recorded=bool(found.places))
    words = {
        "verdict": _(_VERDICTS[found.verdict]),
        "site": site_or_unknown(found.site).label_lower,
        "percent": percent(found.entries_there, found.entries),
        "low": round(100 * found.share.low),
        "high": round(100 * found.share.high),
    }
    likely = kept(_("{low} to {high}%").format(low=words["low"], high=words["high"]))
    said = prose(_("**{verdict}:** {site} {percent} (likely {likely})."), **words, likely=likely)
    return answer(5, profile, said, short=said.plain.removesuffix("."), recorded=True)


def _ranking(places: Places, *, brief: bool = False) -> Prose:
    names = [site_or_unknown(place.site).label_lower for place in places.shown]
    others = ngettext("{n} other place", "{n} other places", places.other_places).format(
        n=places.other_places
    )
    if places.entries < PERCENT_FROM:
        first = places.shown[0]
        rest = [
            f"{place.entries} {name}"
            for place, name in zip(places.shown[1:], names[1:], strict=True)
        ]
        if places.other_places:
            rest.append(_("{n} at {others}").format(n=places.other_entries, others=others))
        said = prose(
            ngettext("**{site}: {share} entry.**", "**{site}: {share} entries.**", places.entries),
            site=capital(names[0]),
            share=of(first.entries, places.entries),
        )
        return said + (prose(_("{rest}."), rest=", ".join(rest)) if rest else Prose())
    rest = [
        kept(f"{name} {percent(place.entries, places.entries)}") if len(name) < 20
        else f"{name}{kept(' ')}{percent(place.entries, places.entries)}"
        for place, name in zip(places.shown[1:], names[1:], strict=True)
    ]  # fmt: skip
    if places.other_places:
        rest.append(f"{others}{kept(' ')}{percent(places.other_entries, places.entries)}")
    first = places.shown[0]
    pattern = _("**{site} {percent}** ({share}){rest}") if brief else _(
        "**{site} {percent}** ({share} entries){rest}."
    )  # fmt: skip
    return prose(
        pattern,
        site=capital(names[0]),
        percent=percent(first.entries, places.entries),
        share=of(first.entries, places.entries),
        rest="".join(f", {item}" for item in rest),
    )


def _no_place(figures: Figures, *, brief: bool = False) -> Prose:
    named = sum(count.entries for count in figures.sites)
    several = named + figures.without_site > figures.entries
    missing = (
        prose(_("{share} without a place."), share=of(figures.without_site, figures.entries))
        if figures.without_site
        else Prose()
    )
    if not several:
        return missing
    each = (
        _("Some entries name several places.")
        if brief
        else _("An entry with several places counts at each.")
    )
    return missing + prose("{each}", each=each)
