"""What Today shows, in words: the week, the tiles, the cards and the lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.domain.checkin import DayState
from twitchlog.domain.period import Period
from twitchlog.domain.site import COMMON, site_or_unknown
from twitchlog.presenters import evening, words
from twitchlog.presenters.today_rows import rows_of
from twitchlog.presenters.today_trial import card_of
from twitchlog.presenters.today_visit import notice_of
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.appointment import Appointment, Question
    from twitchlog.domain.checkin import Checkin, DaySummary, Start
    from twitchlog.domain.dose import Dose
    from twitchlog.domain.experiment import Experiment
    from twitchlog.domain.factor import Factor
    from twitchlog.domain.medication import Medication
    from twitchlog.domain.moment import Moment
    from twitchlog.domain.twitch import RecentSite, Timer, Twitch
    from twitchlog.presenters.backups_page import AwayCard, TroubleCard
    from twitchlog.presenters.evening import CheckinCard
    from twitchlog.presenters.today_rows import Row
    from twitchlog.presenters.today_trial import TrialCard
    from twitchlog.presenters.today_visit import VisitNotice

TILES: Final = 4
EVENING_HOUR: Final = 17
ASKED_UNTIL_HOUR: Final = 12
"""Until this hour yesterday's check-in is offered, where it was not done."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of the week strip; no `state` for days to come and those before the diary."""

    day: date
    name: str
    number: str
    state: DayState | None
    today: bool
    reachable: bool
    said: str


@dataclass(frozen=True, slots=True)
class Tile:
    """A place that one tap logs; `last` says when it was logged last, if ever."""

    site: str
    name: str
    last: str = ""


@dataclass(frozen=True, slots=True)
class NoneCard:
    """The card that asks for, or repeats, that there was no twitch today."""

    name: str
    line: str
    said: bool


@dataclass(frozen=True, slots=True)
class TodayPage:
    """All that the screen shows. `undo` and `redo` name the step, empty where there is none.

    `weekly`: the weekly check is offered. `yesterday` names the day before where it has no check-in
    and it is still early enough to remember.
    """

    day: date
    said_day: str
    first_start: bool
    week: tuple[Cell, ...]
    heading: str
    line: str
    tiles: tuple[Tile, ...]
    rows: tuple[Row, ...]
    none: NoneCard | None
    checkin: CheckinCard | None
    yesterday: str
    visit: VisitNotice | None
    trial: TrialCard | None
    weekly: bool
    timing: bool
    undo: str
    redo: str
    trouble: TroubleCard | None = None
    away: AwayCard | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the diary said, kept so that the words can change with the clock alone."""

    day: date
    entries: tuple[Twitch, ...]
    recent: tuple[RecentSite, ...]
    week: tuple[DaySummary, ...]
    begun: date | None
    checkin: Checkin | None
    before: Checkin | None
    start: Start
    doses: tuple[Dose, ...]
    taken: tuple[Medication, ...]
    factors: tuple[Factor, ...]
    appointments: tuple[Appointment, ...]
    questions: tuple[Question, ...]
    trials: tuple[Experiment, ...]
    timer: Timer | None
    weekly: bool
    undo: str
    redo: str
    trouble: TroubleCard | None = None
    away: AwayCard | None = None


def steady(newest: list[str], before: tuple[str, ...]) -> tuple[str, ...]:
    """Return the places for the tiles; those that stay keep their tile, so no tap goes astray.

    Where fewer than four places are known, common ones fill up.
    """
    wanted = list(dict.fromkeys((*newest, *COMMON)))[:TILES]
    kept = [each for each in before if each in wanted]
    fresh = [each for each in wanted if each not in kept]
    if not before:
        return tuple(fresh)
    return tuple(each if each in kept else fresh.pop(0) for each in before)


def read(diary: Diary, day: date) -> Snapshot:
    """Read all that the screen shows of `day`."""
    monday = day - timedelta(days=day.weekday())
    return Snapshot(
        day=day,
        entries=diary.twitches.on_day(day),
        recent=diary.twitches.recent_sites(12),
        week=diary.days.summaries(Period(monday, monday + timedelta(days=6))),
        begun=diary.days.first_logged(),
        checkin=diary.checkins.get(day),
        before=diary.checkins.get(day - timedelta(days=1)),
        start=diary.checkins.start(day),
        doses=diary.doses.on_day(day),
        taken=diary.medications.taken_on(day),
        factors=diary.factors.all(),
        appointments=diary.appointments.all(),
        questions=diary.appointments.questions.all(),
        trials=diary.experiments.all(),
        timer=diary.timer.running(),
        weekly=diary.weekly.due(),
        undo=diary.next_undo() or "",
        redo=diary.next_redo() or "",
        trouble=_trouble(diary),
        away=_away(diary),
    )


def page(
    known: Snapshot,
    order: tuple[str, ...],
    *,
    now: Moment,
    first_start: bool,
    put_away: str = "",
    unfolded: Collection[str] = (),
) -> TodayPage:
    """Say what is known at the moment it is; `order` are the places of the tiles.

    `put_away` names the lines that are not to be shown again, `unfolded` those of several like
    twitches that are shown one by one.
    """
    return TodayPage(
        day=known.day,
        said_day=words.long_day(known.day),
        first_start=first_start,
        week=tuple(_cell(each, known) for each in known.week),
        heading=_("Where did it twitch?") if first_start else _("Twitching now?"),
        line=_("Tap a place and it is logged. Nothing to set up first.")
        if first_start
        else _("One tap logs it. Add details later if you like."),
        tiles=_tiles(known, COMMON if first_start else order, now),
        rows=rows_of(known, unfolded),
        none=_none(known),
        checkin=_checkin(known, now),
        yesterday=_yesterday(known, now),
        weekly=known.weekly and not first_start,
        visit=notice_of(known.appointments, known.questions, known.day, put_away),
        trial=card_of(known.trials, known.day, evening=_evening(now), put_away=put_away),
        timing=known.timer is not None,
        undo=known.undo,
        redo=known.redo,
        trouble=known.trouble,
        away=known.away if known.away and known.away.key not in put_away.split() else None,
    )


def _trouble(diary: Diary) -> TroubleCard | None:
    """Say what does not work of the backups; what says it is loaded only then."""
    trouble = diary.backups.trouble
    if trouble is None:
        return None
    from twitchlog.presenters.backups_page import trouble_card

    return trouble_card(trouble, diary.clock)


def _away(diary: Diary) -> AwayCard | None:
    """Say that the second copies have long had no folder; asks nothing of that folder."""
    second = diary.backups.second_copy.known()
    if second is None or second.missing_since is None:
        return None
    from twitchlog.presenters.backups_page import away_card

    return away_card(second, diary.clock)


def _cell(day: DaySummary, known: Snapshot) -> Cell:
    is_today = day.day == known.day
    begun = known.begun is not None and known.begun <= day.day <= known.day
    # Over the date line, today may come again after a later day.
    state = day.state if begun or day.logged else None
    if is_today and state is DayState.NOT_LOGGED:
        state = None  # a day that is not over is not missing yet
    said = {
        DayState.TWITCHES: ngettext("{n} twitch", "{n} twitches", day.count).format(n=day.count),
        DayState.NONE: _("none that day"),
        DayState.NOT_LOGGED: _("not logged"),
        None: "",
    }[state]
    named = words.heading_day(day.day, today=known.day)
    return Cell(
        day=day.day,
        name=words.weekday_short(day.day),
        number=str(day.day.day),
        state=state,
        today=is_today,
        reachable=day.day <= known.day or day.logged,
        said=_("{day}: {state}").format(day=named, state=said) if said else named,
    )


def _tiles(known: Snapshot, sites: tuple[str, ...], now: Moment) -> tuple[Tile, ...]:
    last = {each.site: each.last for each in known.recent}
    return tuple(
        Tile(
            name,
            site_or_unknown(name).name,
            words.last_time(last[name], now=now) if name in last else "",
        )
        for name in sites
    )


def _none(known: Snapshot) -> NoneCard | None:
    if known.entries or known.timer is not None:
        return None
    if known.checkin is not None and known.checkin.none_said:
        return NoneCard(
            _("No twitches today"), _("Recorded. A twitch can still be logged."), said=True
        )
    return NoneCard(_("No twitches today?"), _("A quiet day counts too."), said=False)


def _checkin(known: Snapshot, now: Moment) -> CheckinCard | None:
    if known.checkin is not None and known.checkin.answered:
        return None
    return evening.card(known.start, known.factors, quiet=not _evening(now))


def _yesterday(known: Snapshot, now: Moment) -> str:
    """Say which day it was where its check-in is missing and may still be done; else nothing."""
    day = known.day - timedelta(days=1)
    done = known.before is not None and known.before.answered
    begun = known.begun is not None and known.begun <= day
    if done or not begun or now.back > 0 or now.local.hour >= ASKED_UNTIL_HOUR:
        return ""
    return words.long_day(day)


def _evening(now: Moment) -> bool:
    """Tell whether the day draws to its end; after midnight that goes on until it has ended."""
    return now.local.hour >= EVENING_HOUR or now.back > 0
