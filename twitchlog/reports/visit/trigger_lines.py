"""What goes with the twitching, and how sure that is: the rows and sentences of its block."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING, Final

from twitchlog.reports.triggers.estimating import FEWEST_DAYS
from twitchlog.reports.triggers.judging import Verdict, per_step
from twitchlog.reports.visit.dates import Dates, full
from twitchlog.reports.visit.factor_names import step_name
from twitchlog.reports.visit.prose import NOTHING, Prose, kept, prose
from twitchlog.reports.visit.summary import LEAST, Block, Line, Table
from twitchlog.reports.visit.trigger_open import how_many_left_out, how_many_open, not_judged
from twitchlog.translation import _, mark, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from twitchlog.domain.counts.exposures import Exposures
    from twitchlog.domain.factor import Factor
    from twitchlog.reports.triggers.finder import Judged, Look

ROWS: Final = 3
"""So many factors at most get a row of their own."""
GIVE_WAY: Final = 3
"""The step at which only what is linked keeps its row; see `layout.steps`."""
RUN_ON: Final = 8
"""The step at which the rows become sentences, which fit into the narrow column as well."""
_BY: Final = (Verdict.LINKED, Verdict.POSSIBLY, Verdict.NO_LINK)
_WORDS: Final = {
    Verdict.LINKED: mark("linked"),
    Verdict.POSSIBLY: mark("possibly linked"),
    Verdict.NO_LINK: mark("no link seen"),
    Verdict.UNCLEAR: mark("unclear"),
    Verdict.NOT_ENOUGH: mark("too early to tell"),
}
_MORE: Final = {
    Verdict.LINKED: mark("Also linked: {names}."),
    Verdict.POSSIBLY: mark("Also possibly linked: {names}."),
    Verdict.NO_LINK: mark("No link seen: {names}."),
}


def triggers(
    look: Look | None,
    given: Exposures | None,
    trials: tuple[Line, ...] = (),
    *,
    dates: Dates,
) -> Block:
    """Return the block: at most three rows by verdict, then q; what is open is named or counted.

    `look` is None where too few of the `given` days are logged. It may rest on more days than
    the page's period, and then says since when. The suspect stands before all sentences, and so
    does what was tried by lot, the `trials`: that is the best evidence.
    """
    heading = _("What goes with the twitching, and how sure")
    factors = given.factors if given else {}
    if look is None or given is None or look.estimate is None:
        logged = sum(day.logged for day in given.days) if given else 0
        said = Line(_not_tested(look, factors, logged=logged))
        return Block(heading, (*trials, said))
    ordered = [each for verdict in _BY for each in look.group(verdict)]
    firm = [each for each in ordered if each.finding.verdict is not Verdict.NO_LINK][:ROWS]
    rest = [each for each in ordered if each not in firm]
    first = _suspect(look, factors, dates)
    since = given.days[0].day if given.days and given.days[0].day < dates.period.first else None
    page = _Saying(look, factors, since)
    whole = page.block(heading, ordered[:ROWS], ordered[ROWS:], counted=False)
    fewer = page.block(heading, firm, rest, counted=True)
    least = page.block(heading, firm, rest, counted=True, least=True)
    return Block(
        heading,
        (*first, *trials, *whole.lines),
        whole.table,
        shorter=Block(
            heading,
            (*first, *trials, *fewer.lines),
            fewer.table,
            shorter=Block(
                heading,
                (*first, *trials, *_means(fewer), *fewer.told),
                shorter=Block(heading, (*first, *trials, *_means(least), *least.told)),
                step=LEAST,
            ),
            step=RUN_ON,
        ),
        step=GIVE_WAY,
    )


def _means(rows: Block) -> tuple[Line, ...]:
    """Say what the figures of the rows are, where these have no head."""
    return (
        (Line(prose(_("Times as many entries (likely range) on days with:"))),)
        if rows.table
        else ()
    )


def _not_tested(look: Look | None, factors: Mapping[str, Factor], *, logged: int) -> Prose:
    """Say what is missing before anything can be compared."""
    if logged < FEWEST_DAYS:
        return prose(
            _("**Too early:** this needs {need} logged days; {so_far} so far. Nothing was tested."),
            need=FEWEST_DAYS,
            so_far=logged,
        )
    if look is None or not (look.looked_at or look.table.unseen):
        return prose(
            _("**Nothing was tested:** what is done and taken on a day is not recorded yet.")
        )
    return prose(_("**Nothing was tested.**")) + not_judged(look, factors)


@dataclass(frozen=True, slots=True)
class _Saying:
    """Says one look; `since` is its first day where that lies before the page's period."""

    look: Look
    factors: Mapping[str, Factor]
    since: date | None

    def block(
        self,
        heading: str,
        rows: Sequence[Judged],
        rest: Sequence[Judged],
        *,
        counted: bool,
        least: bool = False,
    ) -> Block:
        """Return the block with those rows; the `rest` of what could be said follows as text."""
        said = [self._opening(rows)]
        named = [each for each in rest if each.finding.verdict is not Verdict.NO_LINK]
        said += [_named(v, named if least else rest, self.factors, counted=counted) for v in _BY]
        if least and len(named) < len(rest):
            said.append(prose(_("No link seen: {names}."), names=len(rest) - len(named)))
        if counted:
            said += [self._rests_on(how_many_open(self.look)), how_many_left_out(self.look)]
        else:
            said += [not_judged(self.look, self.factors), self._rests_on()]
        said.append(prose(_("Going together does not show that one causes the other.")))
        head = (_("On days with …"), _("Entries (likely range)"), _("How sure"))
        cells = tuple(_row(each, self.factors) for each in rows)
        return Block(heading, (Line(Prose.joined(said)),), Table(head, cells) if rows else None)

    def _opening(self, rows: Sequence[Judged]) -> Prose:
        """Say that none stands out, or where all is open that this cannot be told yet."""
        apart = [self.look.suspect] if self.look.suspect is not None else []
        verdicts = {each.finding.verdict for each in (*rows, *apart)}
        if verdicts & {Verdict.LINKED, Verdict.POSSIBLY}:
            return NOTHING
        if Verdict.NO_LINK in verdicts or self.look.group(Verdict.NO_LINK):
            return prose(_("**No factor stands out.**"))
        return prose(_("**Nothing can be told yet.**"))

    def _looked_at(self, still_open: str) -> Prose:
        """Say how many were looked at, and how many of these are `still_open`."""
        look = self.look
        whole = ngettext("{n} factor looked at", "{n} factors looked at", look.things)
        if look.looked_at > look.things:
            whole = ngettext(
                "{n} factor in {many} comparisons",
                "{n} factors in {many} comparisons",
                look.things,
            )
        whole = whole.format(n=look.things, many=look.looked_at)
        pattern = _("{whole}: {parts}.") if still_open else _("{whole}.")
        return prose(pattern, whole=whole, parts=still_open)

    def _rests_on(self, still_open: str = "") -> Prose:
        """Say how many were looked at, and on how many days that rests."""
        look = self.look
        assert look.estimate is not None
        many = len(look.table.columns)
        fitted = ngettext(
            "{n} fitted on {days} logged days.", "{n} fitted together on {days} logged days.", many
        )
        if self.since:
            fitted = ngettext(
                "{n} fitted on {days} logged days since {date}.",
                "{n} fitted together on {days} logged days since {date}.",
                many,
            )
        return Prose.joined(
            (
                self._looked_at(still_open),
                prose(
                    fitted,
                    n=many,
                    days=look.estimate.days,
                    date=full(self.since) if self.since else "",
                ),
                _known(look),
            )
        )


def _known(look: Look) -> Prose:
    """Say on how many days each is known, where these are not all, and what stands for the rest."""
    assert look.estimate is not None
    days = [each.days for each in look.estimate.factors]
    least, most = min(days, default=0), max(days, default=0)
    if least == look.estimate.days:
        return NOTHING
    if least == most:
        return prose(_("Known on {n}, gaps estimated."), n=least)
    return prose(
        _("Each known on {least} to {most}, gaps estimated."),
        least=least,
        most=most,
    )


def _row(judged: Judged, factors: Mapping[str, Factor]) -> tuple[Prose, ...]:
    verdict = judged.finding.verdict
    sure = _(_WORDS[verdict])
    return (
        prose("{name}", name=step_name(judged.column, factors[judged.column.factor])),
        prose("{ratio}", ratio=_ratio(judged)),
        prose("**{sure}**" if verdict is Verdict.LINKED else "{sure}", sure=sure),
    )


def _ratio(judged: Judged) -> str:
    """Return `× 1.42 (1.17 to 1.72)`: so many times the entries, for one practical step."""
    middle, low, high = (exp(each) for each in per_step(judged.finding.factor))
    return kept(
        _("× {ratio} ({low} to {high})").format(
            ratio=numeral(middle, ".2f"), low=numeral(low, ".2f"), high=numeral(high, ".2f")
        )
    )


def _suspect(look: Look, factors: Mapping[str, Factor], dates: Dates) -> tuple[Line, ...]:
    """Say what was found of the one factor that was named, and that it was tested alone."""
    judged = look.suspect
    if judged is None:
        return ()
    verdict = judged.finding.verdict
    sure = _(_WORDS[verdict])
    words = {
        "name": step_name(judged.column, factors[judged.column.factor]),
        "found": sure if verdict is Verdict.NOT_ENOUGH else f"{_ratio(judged)}, {sure}",
    }
    if judged.since is None:
        pattern = _("**Suspect named before looking:** {name}, {found}; tested alone.")
        return (Line(prose(pattern, **words)),)
    pattern = _("**Suspect named on {day}:** {name}, {found}; tested alone on the days after it.")
    return (Line(prose(pattern, day=dates.say(judged.since), **words)),)


def _named(
    verdict: Verdict, rest: Iterable[Judged], factors: Mapping[str, Factor], *, counted: bool
) -> Prose:
    """Name those of one verdict that have no row; what is linked keeps its figures."""
    names = []
    for each in rest:
        if each.finding.verdict is verdict:
            name = step_name(each.column, factors[each.column.factor])
            names.append(
                name if counted and verdict is Verdict.NO_LINK else f"{name} {_ratio(each)}"
            )
    return prose(_(_MORE[verdict]), names=", ".join(names)) if names else NOTHING
