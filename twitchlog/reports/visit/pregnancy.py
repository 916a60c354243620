"""The sixth answer, pregnancy: the person's own, with its day, and never inferred."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.profile import Pregnant
from twitchlog.reports.visit.answers import answer, not_recorded
from twitchlog.reports.visit.dates import full, weeks_ago
from twitchlog.reports.visit.prose import Prose, kept, prose
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.profile import Pregnancy, Profile
    from twitchlog.reports.visit.summary import Answer

_OLD_WEEKS: Final = 8
_TERM_WEEKS: Final = 40
_LATEST_WEEKS: Final = 43


def pregnant(profile: Profile, *, made: date) -> Answer:
    """Answer 6 from the person's own answer alone; never inferred."""
    own = profile.pregnancy
    if own is None:
        said = not_recorded()
        return answer(
            6, profile, said, short=_("Not recorded yet"), recorded=False, after_own=Prose()
        )
    given = _given(own, made)
    if own.answer is Pregnant.YES:
        said = _yes(own, profile.visit.day, given, made)
    else:
        pattern = {
            Pregnant.NO: _("**No** ({given})."),
            Pregnant.NOT_APPLICABLE: _("**Not applicable** ({given})."),
            Pregnant.RATHER_NOT_SAY: _("**Rather not say.**"),
        }[own.answer]
        said = prose(pattern, given=given)
    short = said.plain.removesuffix(".")
    return answer(6, profile, said, short=short, recorded=True, after_own=said)


def _given(own: Pregnancy, made: date) -> str:
    weeks = (made - own.answered).days // 7
    age = f", {weeks_ago(weeks)}" if weeks >= _OLD_WEEKS else ""
    return _("own answer, {date}{age}").format(date=full(own.answered), age=age)


def _yes(own: Pregnancy, visit: date | None, given: str, made: date) -> Prose:
    """Say *yes* with the due date or the weeks, and the weeks on the day of the visit."""
    day = visit or made
    if own.due is not None:
        weeks = _TERM_WEEKS - -(-(own.due - day).days // 7)
        then = _weeks_then(weeks, visit, made)
        return prose(
            _("**Yes**, due {due}{then} ({given})."), due=full(own.due), then=then, given=given
        )
    weeks_then = own.weeks_on(day)
    if own.weeks is not None and weeks_then is not None:
        then = _weeks_then(weeks_then, visit, made) if weeks_then != own.weeks else ""
        return prose(
            _("**Yes**, {weeks} on {date}{then}."),
            weeks=_weeks(own.weeks),
            date=full(own.answered),
            then=then,
        )
    return prose(_("**Yes** ({given})."), given=given)


def _weeks_then(weeks: int, visit: date | None, made: date) -> str:
    """Return the weeks of pregnancy on the visit day; nothing once that cannot be right."""
    if not 0 < weeks <= _LATEST_WEEKS:
        return ""
    if visit is None:
        return _(", {weeks} on {date}").format(weeks=_weeks(weeks), date=full(made))
    return _(", {weeks} on the visit day").format(weeks=_weeks(weeks))


def _weeks(weeks: int) -> str:
    return kept(ngettext("{n} week", "{n} weeks", weeks).format(n=weeks))
