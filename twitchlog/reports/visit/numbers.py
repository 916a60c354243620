"""Every figure of the page as plain numbers, for other programs: durations in seconds, days ISO."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Any

from twitchlog.reports.patterns.comparison import recent
from twitchlog.reports.patterns.durations import durations
from twitchlog.reports.patterns.same_place import same_place
from twitchlog.reports.patterns.series import busiest, median_a_logged_day
from twitchlog.reports.patterns.spells import spells
from twitchlog.reports.triggers.judging import Verdict, per_step
from twitchlog.reports.triggers.trial import follow
from twitchlog.reports.visit.answers import comparable
from twitchlog.reports.visit.averages import AVERAGED, amounts, mean
from twitchlog.reports.visit.factor_names import step_name

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.counts.exposures import Exposures
    from twitchlog.domain.figures import Figures, Share, VisitFigures
    from twitchlog.reports.patterns.series import Tally
    from twitchlog.reports.triggers.finder import Judged, Look
    from twitchlog.reports.visit.summary import VisitSummary


def numbers(summary: VisitSummary) -> dict[str, Any]:
    """Return the figures by what they are about; None where there is none.

    What is left out of the page is left out here too.
    """
    visit = summary.visit
    figures = visit.figures
    return {
        "first_entry": _day(figures.first_entry),
        "durations": _durations(figures),
        "without_twitching": _breaks(figures),
        "how_often": _how_often(figures),
        "places": [
            {
                "site": each.site,
                "entries": each.entries,
                "days": each.days,
                "first": _day(each.first),
                "last": _day(each.last),
            }
            for each in figures.sites
        ],
        "entries_without_place": figures.without_site,
        "same_place": _same_place(figures),
        "rest_counts": [
            {"day": _day(each.moment.day), "twitches": each.count, "seconds": each.length_s}
            for each in visit.rest
        ],
        "averages": {
            name: {"mean": mean(figures, name), "days": len(amounts(figures, name))}
            for name in AVERAGED
        },
        "tried": [
            {
                "name": each.name,
                "started": str(each.started) if each.started else None,
                "stopped": str(each.stopped) if each.stopped else None,
                "effect": each.effect.value if each.effect else None,
                "during": _share(each.during),
                "before": _share(each.before),
            }
            for each in visit.tried
        ],
        "since_visit": _since(visit),
        "triggers": _triggers(summary.look, visit.exposures),
        "trials": _trials(visit, summary.made),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _share(days: Share | Tally | None) -> dict[str, int] | None:
    return {"twitching": days.twitching, "logged": days.logged} if days else None


def _durations(figures: Figures) -> dict[str, Any]:
    found = durations(figures.lengths)
    return {
        "recorded": found.recorded,
        "without": found.without,
        "median_s": found.median,
        "middle_half_s": [found.low, found.high] if found.recorded else None,
        "longest_s": found.longest,
    }


def _breaks(figures: Figures) -> dict[str, Any]:
    found = spells(figures.days)
    longest = found.longest
    return {
        "days": found.quiet,
        "breaks": len(found.breaks),
        "longest": {"days": longest.days, "first": _day(longest.first), "last": _day(longest.last)}
        if longest
        else None,
    }


def _how_often(figures: Figures) -> dict[str, Any]:
    top, change = busiest(figures.days), recent(figures.days)
    compared = comparable(change)
    return {
        "days": {"twitching": figures.twitching, "logged": figures.logged},
        "median_a_logged_day": median_a_logged_day(figures.days),
        "most_on_a_day": top.entries if top else None,
        "on_days": [_day(day) for day in top.days] if top else [],
        "last_28_days": _share(change.later) if compared else None,
        "28_days_before": _share(change.earlier) if compared else None,
    }


def _same_place(figures: Figures) -> dict[str, Any]:
    found = same_place(figures)
    return {
        "verdict": found.verdict.value,
        "site": found.site,
        "entries_there": found.entries_there,
        "entries": found.entries,
        "likely": [found.share.low, found.share.high] if found.share else None,
    }


def _since(visit: VisitFigures) -> dict[str, Any] | None:
    known = visit.since_visit
    if known is None:
        return None
    return {
        "day": _day(known.day),
        "since": _share(known.since),
        "before": _share(known.before),
        "new_sites": list(known.sites),
        "changes": [{"day": _day(turn.day), "what": turn.label} for turn in known.turns],
    }


def _triggers(look: Look | None, given: Exposures | None) -> dict[str, Any] | None:
    if look is None or given is None:
        return None
    return {
        "things": look.things,
        "looked_at": look.looked_at,
        "judged": look.could_be_judged,
        "fitted_together": len(look.table.columns),
        "days": look.estimate.days if look.estimate else 0,
        "logged": look.table.observed,
        "factors": [_judged(each, given) for each in look.judged],
        "suspect": _judged(look.suspect, given) if look.suspect else None,
    }


def _judged(judged: Judged, given: Exposures) -> dict[str, Any]:
    found = judged.finding
    told = found.verdict is not Verdict.NOT_ENOUGH
    ratio, low, high = (exp(each) for each in per_step(found.factor)) if told else (None,) * 3
    return {
        "factor": judged.column.factor,
        "lag_days": judged.column.coding.lag,
        "step": step_name(judged.column, given.factors[judged.column.factor]).replace("\xa0", " "),
        "verdict": found.verdict.value,
        "ratio": ratio,
        "likely": [low, high] if told else None,
        "q": found.factor.q,
    }


def _trials(visit: VisitFigures, made: date) -> list[dict[str, Any]]:
    told = []
    for experiment, days in visit.trials:
        trial = follow(experiment, days, today=made)
        outcome = trial.outcome
        told.append(
            {
                "on": experiment.on,
                "off": experiment.off,
                "first": _day(experiment.first),
                "last": _day(experiment.last),
                "state": trial.state.value,
                "days": trial.days,
                "so_far": trial.so_far,
                "logged": trial.logged,
                "mean_on": outcome.mean_on if outcome else None,
                "mean_off": outcome.mean_off if outcome else None,
                "p": outcome.p if outcome else None,
            }
        )
    return told
