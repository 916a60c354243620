"""Drinks and doses: log one in a tap, change or remove it in its form."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING, Protocol

from twitchlog.domain.dose import Dose, Effort
from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import factor_or_unknown
from twitchlog.presenters import words
from twitchlog.presenters.dose_page import (
    HOURS,
    RECENT,
    DosePage,
    ago_choices,
    fields,
    groups,
    hour_choices,
    known_by_id,
    recent,
    rows,
)
from twitchlog.presenters.entry_time import read_again
from twitchlog.presenters.services import Complains
from twitchlog.presenters.typed import read_number
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Changes, Written
    from twitchlog.domain.factor import Factor
    from twitchlog.domain.moment import Moment
    from twitchlog.presenters.dose_page import DoseFields, DoseRow, Filled, Offer
    from twitchlog.presenters.services import Services


class DosingView(Complains, Protocol):
    """What the presenter asks of the sheets."""

    def show(self, page: DosePage) -> None:
        """Show what can be logged."""
        ...

    def list_day(self, day: date, title: str, rows: tuple[DoseRow, ...]) -> None:
        """Show the doses of a day."""
        ...

    def fill_in(self, fields: DoseFields) -> None:
        """Show the form."""
        ...

    def recorded(self, sentence: str, dose: str) -> None:
        """Say what was done; `dose` is the id of what may be changed, empty where it is gone."""
        ...


class DosingPresenter:
    """Logs, changes and removes doses."""

    def __init__(self, services: Services, view: DosingView) -> None:
        self._services, self._view = services, view
        self._when = 0
        self._day: date | None = None
        self._held: Dose | None = None
        self._factor: Factor | None = None
        self._known: tuple[tuple[Dose, ...], tuple[Factor, ...]] = ((), ())

    @property
    def today(self) -> date:
        """The day it is."""
        return self._services.clock.now().day

    def open(self, day: date | None = None) -> None:
        """Read what was logged last, and show what can be, on a `day` gone by or today."""
        self._day = day if day != self.today else None
        self._when = 0 if self._day is None else HOURS[1]

        def then(known: tuple[tuple[Dose, ...], tuple[Factor, ...]]) -> None:
            self._known = known
            self._show()

        self._services.read(
            lambda diary: (diary.doses.recent(RECENT), diary.factors.all()), then, self._view
        )

    def set_when(self, when: int) -> None:
        """Say how many minutes ago it was, or of a day gone by at which hour."""
        self._when = when
        self._show()

    def take(self, offer: Offer) -> None:
        """Log what a chip stands for; where it has no amount, ask in the form."""
        moment = self._moment
        if offer.amount is None:
            self._factor = next(each for each in self._known[1] if each.id == offer.factor)
            self._held = Dose("", moment, offer.factor, 0, offer.preset)
            self._view.fill_in(fields(self._held, self._factor, new=True))
            return
        amount = offer.amount

        def written(dose: Dose | None, changes: Changes) -> None:
            at = words.clock_time(moment)
            sentence = _("{step}, {time}").format(step=changes.name, time=at)
            self._view.recorded(sentence, dose.id if dose else "")

        self._services.write(
            lambda diary: diary.doses.log(
                offer.factor, amount, preset=offer.preset, moment=moment, effort=offer.effort,
                words=offer.words,
            ),
            written,
            self._view,
        )  # fmt: skip

    def open_day(self, day: date) -> None:
        """Show the doses of a day, or the form where there is but one."""

        def read(diary: Diary) -> tuple[tuple[Dose, ...], tuple[Factor, ...]]:
            return diary.doses.on_day(day), diary.factors.all()

        def then(found: tuple[tuple[Dose, ...], tuple[Factor, ...]]) -> None:
            doses, factors = found
            self._known = ((), factors)
            if len(doses) == 1:
                self.edit(doses[0].id)
            elif doses:
                title = _("Logged {day}").format(day=words.day_name(day, today=self.today))
                self._view.list_day(day, title, rows(doses, factors))

        self._services.read(read, then, self._view)

    def edit(self, dose_id: str) -> None:
        """Show the form of one dose."""

        def read(diary: Diary) -> tuple[Dose, tuple[Factor, ...]]:
            return diary.doses.get(dose_id), diary.factors.all()

        def then(found: tuple[Dose, tuple[Factor, ...]]) -> None:
            self._held, factors = found
            self._factor = known_by_id(factors).get(self._held.factor) or factor_or_unknown(
                self._held.factor
            )
            self._view.fill_in(fields(self._held, self._factor, new=False))

        self._services.read(read, then, self._view)

    @property
    def _moment(self) -> Moment:
        """When what is tapped was."""
        clock = self._services.clock
        if self._day is None:
            return clock.ago(minutes=self._when)
        return clock.on(self._day, time(self._when))

    @property
    def held(self) -> Dose | None:
        """The dose that is being changed, as it was read for the form; new, it has no id."""
        return self._held

    def keep(self, filled: Filled, form: Complains, done: Callable[[], None]) -> None:
        """Log or change the dose of the form; raise BadInput for what cannot be read."""
        held, factor = self._held, self._factor
        if held is None or factor is None:
            return
        amount = factor.check(read_number(filled.amount)) if filled.amount.strip() else 0.0
        if amount <= 0:
            raise BadInput(_("Give an amount above 0."))
        dose = replace(
            held,
            amount=amount,
            moment=read_again(
                filled.day, filled.time, held=held.moment, clock=self._services.clock
            ),
            words=filled.words,
            preset=filled.kind if factor.id == "exercise" else held.preset,
            effort=Effort(int(filled.effort)) if filled.effort else None,
        )

        def written(value: Dose | None, changes: Changes) -> None:
            done()
            self._view.recorded(changes.name, value.id if value else "")

        self._services.write(lambda diary: _write(diary, dose), written, form)

    def remove(self, form: Complains, done: Callable[[], None]) -> None:
        """Move the dose of the form to the bin."""
        held = self._held
        if held is None:
            return

        def written(_count: int | None, changes: Changes) -> None:
            done()
            self._view.recorded(changes.name, "")

        self._services.write(lambda diary: diary.doses.remove(held.id), written, form)

    def _show(self) -> None:
        last, factors = self._known
        day, title = self._day, _("Drink or exercise")
        if day is None:
            asks, when = _("How long ago"), ago_choices(self._when)
        else:
            asks, when = _("When"), hour_choices(self._when)
            title = words.heading_day(day, today=self.today)
        page = DosePage(title, asks, when, recent(last, factors), groups(factors))
        self._view.show(page)


def _write(diary: Diary, dose: Dose) -> Written[Dose]:
    if dose.id:
        return diary.doses.edit(dose)
    return diary.doses.log(
        dose.factor, dose.amount, preset=dose.preset, moment=dose.moment, effort=dose.effort,
        words=dose.words,
    )  # fmt: skip
