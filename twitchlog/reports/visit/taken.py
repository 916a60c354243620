"""What is taken and done, what tests and conditions there are, and what was noted with entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.factor import FACTORS
from twitchlog.domain.twitch import TRIGGER_WORDS
from twitchlog.reports.visit import care_lines, medicine_lines
from twitchlog.reports.visit.dates import number
from twitchlog.reports.visit.prose import Prose, kept, listed, lower, of, prose, quoted
from twitchlog.reports.visit.summary import Block, Line
from twitchlog.translation import _, mark, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.domain.condition import Condition
    from twitchlog.domain.figures import Figures
    from twitchlog.domain.medical_test import MedicalTest
    from twitchlog.domain.medication import Medication
    from twitchlog.domain.profile import Profile

MEAN_FROM: Final = 7
"""Days of a factor from which its mean is given instead of its values."""
LINKS_FROM: Final = 60
_NOTED: Final = 4
AVERAGES_GIVE_WAY: Final = 7
"""The step at which averages are left out; see `layout.steps`."""
_AVERAGED: Final = ("caffeine", "sleep", "exercise", "alcohol")
_FIRST_OUT: Final = {"exercise", "alcohol"}
_MEANS: Final = {
    "caffeine": mark("caffeine {amount} mg a day"),
    "sleep": mark("sleep {amount} h"),
    "exercise": mark("exercise {amount} min a day"),
    "alcohol": mark("alcohol {amount} g a day"),
}
_UNITS: Final = {
    "caffeine": mark("{amount} mg"),
    "sleep": mark("{amount} h"),
    "exercise": mark("{amount} min"),
    "alcohol": mark("{amount} g"),
}


def medicines(
    figures: Figures, profile: Profile, known: Sequence[Medication] = (), *, made: date
) -> Block:
    """Return the medicines recorded, those in own words, and the averages of what is taken."""
    lines: list[Line] = []
    if not known or profile.medicines.strip():
        lines.append(_own(_("Medicines"), profile.medicines))
    usual = [amount for _day, amount in figures.amounts.get("medicine", ())]
    if usual:
        share = of(sum(amount > 0 for amount in usual), len(usual))
        pattern = ngettext(
            "Taken as usual on {share} day asked.", "Taken as usual on {share} days asked.",
            len(usual),
        )  # fmt: skip
        lines.append(Line(prose(pattern, share=share)))
    few = [name for name in _AVERAGED if 0 < len(_amounts(figures, name)) < MEAN_FROM]
    many = [name for name in _AVERAGED if len(_amounts(figures, name)) >= MEAN_FROM]
    none = [name for name in _AVERAGED if not _amounts(figures, name)]
    brief = [name for name in many if name not in _FIRST_OUT]
    some = Prose.joined(_values(figures, name) for name in few)
    if none:
        names = ", ".join([_(FACTORS[none[0]].name), *(_factor(name) for name in none[1:])])
        some += prose(_("{names}: not recorded yet."), names=names)
    said = _averages(figures, many) + some
    lines.append(Line(said, _averages(figures, brief) + some, step=AVERAGES_GIVE_WAY))
    noticed = profile.first_noticed
    return medicine_lines.block_of(
        _("Medicines and what is taken"),
        known,
        lines,
        figures.period,
        made=made,
        onset=noticed.earliest if noticed else figures.first_entry,
    )


def examined(
    profile: Profile,
    tests: Sequence[MedicalTest] = (),
    conditions: Sequence[Condition] = (),
    *,
    made: date,
) -> Block:
    """Return the tests and conditions recorded, each followed by those in the person's words."""
    heading = _("Tests and conditions")
    recorded = care_lines.lines_of_tests(tests, made=made)
    answered = care_lines.lines_of_conditions(conditions)
    if not (recorded or answered or profile.tests.strip() or profile.conditions.strip()):
        said = prose(_("**Tests, conditions, family:** not recorded yet."))
        return Block(heading, (Line(said),))
    lines = list(recorded)
    if not lines or profile.tests.strip():
        lines.append(_own(_("Tests"), profile.tests))
    lines += answered
    if not answered or profile.conditions.strip():
        lines.append(_own(_("Conditions, family"), profile.conditions))
    return Block(heading, tuple(lines))


def triggers(figures: Figures) -> Block:
    """Return what was noted with entries, as counts: no link is worked out."""
    heading = _("What goes with the twitching, and how sure")
    if figures.logged < LINKS_FROM:
        said = prose(
            _("**Too early:** this needs {need} logged days; {so_far} so far. Nothing was tested."),
            need=LINKS_FROM,
            so_far=figures.logged,
        )
        return Block(heading, (Line(said),))
    noted = sorted(figures.triggers.items(), key=lambda item: (-item[1], item[0]))
    most = _NOTED if len(noted) > _NOTED + 1 else len(noted)
    shown = [f"{_trigger(kind)} {of(count, figures.entries)}" for kind, count in noted[:most]]
    if len(noted) > most:
        shown.append(_("{n} others").format(n=len(noted) - most))
    said = prose(_("**Nothing was tested.**"))
    if shown:
        said += prose(
            _(
                "Noted with entries: {noted}."
                " Going together does not show that one causes the other."
            ),
            noted=", ".join(shown),
        )
    else:
        said += prose(_("Nothing was noted with the entries."))
    return Block(heading, (Line(said),))


def _own(label: str, words: str) -> Line:
    """Return a labelled line of the user's own words, or *not recorded yet*."""
    if not words.strip():
        return Line(prose(_("**{label}:** not recorded yet."), label=label))
    return Line(prose(_("**{label}:**"), label=label), own_words=words.strip())


def _amounts(figures: Figures, name: str) -> Sequence[float]:
    return [amount for _day, amount in figures.amounts.get(name, ())]


def _averages(figures: Figures, names: Sequence[str]) -> Prose:
    """Say the means of several factors with the days they rest on."""
    if not names:
        return Prose()
    days = [len(_amounts(figures, name)) for name in names]
    low, high = min(days), max(days)
    some = str(low) if low == high else _("{low} to {high}").format(low=low, high=high)
    share = kept(_("{part} of {whole}").format(part=some, whole=figures.logged))
    means = [_mean(name, _amounts(figures, name)) for name in names]
    return prose(_("Averages ({share} logged days): {means}."), share=share, means=", ".join(means))


def _mean(name: str, amounts: Sequence[float]) -> str:
    mean = sum(amounts) / len(amounts)
    shown = number(mean) if name == "sleep" else _two_figures(mean)
    return kept(_(_MEANS[name]).format(amount=shown))


def _two_figures(value: float) -> str:
    return f"{float(f'{value:.2g}'):.0f}" if value >= 1 else f"{value:.1f}".removesuffix(".0")


def _values(figures: Figures, name: str) -> Prose:
    """Say the single values of a factor: listed, or as a range where they are many."""
    amounts = sorted(_amounts(figures, name))
    share = of(len(amounts), figures.logged)
    if len(amounts) > 3 and amounts[0] != amounts[-1]:
        shown = _("{low} to {high}").format(low=number(amounts[0]), high=number(amounts[-1]))
    elif len(set(amounts)) == 1 and len(amounts) > 1:
        shown = _("each {value}").format(value=number(amounts[0]))
    else:
        shown = listed([number(amount) for amount in amounts])
    amount = kept(_(_UNITS[name]).format(amount=shown))
    pattern = (
        _("**{name}**, {share} nights: {amount}.")
        if name == "sleep"
        else _("**{name}**, {share} logged days: {amount}.")
    )
    return prose(pattern, name=_(FACTORS[name].name), share=share, amount=amount)


def _factor(name: str) -> str:
    return lower(_(FACTORS[name].name))


def _trigger(kind: str) -> str:
    return lower(_(TRIGGER_WORDS[kind])) if kind in TRIGGER_WORDS else quoted(kind)
