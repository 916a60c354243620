"""Which days a screen is about: a usual period up to today, or from a day to a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from twitchlog.domain.errors import BadInput
from twitchlog.domain.period import Span
from twitchlog.translation import _
from twitchlog.ui.screens.form import Form
from twitchlog.ui.widgets.chips import Chip, ChipRow
from twitchlog.ui.widgets.date_field import DateField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.domain.period import Period
    from twitchlog.ui.navigation import Shell


class ChoosesDays(Protocol):
    """What knows the days a screen is about."""

    @property
    def span(self) -> Span | None:
        """The usual period; None where it is from a day to a day."""
        ...

    @property
    def period(self) -> Period:
        """The days."""
        ...

    @property
    def today(self) -> date:
        """The day it is."""
        ...

    def choose_span(self, span: Span) -> None:
        """Look at a usual period."""
        ...

    def choose_days(self, first: date, last: date) -> None:
        """Look at the days from one to another; raise BadInput where they make no sense."""
        ...


class PeriodForm(Form):
    """A tap on a usual period (of `spans`) chooses it at once; dates are chosen by *Show*."""

    def __init__(
        self,
        shell: Shell,
        presenter: ChoosesDays,
        *,
        key: str,
        spans: Sequence[Span] = tuple(Span),
    ) -> None:
        super().__init__(shell, _("Which days"), save=self._keep_days, key=f"{key}.form.period",
                         action=_("Show"))  # fmt: skip
        self._presenter = presenter
        self._spans = ChipRow(single=True, key=f"{key}.spans")
        for span in spans:
            self._spans.add_widget(
                Chip(
                    text=span.label,
                    value=span,
                    chosen=presenter.span is span,
                    key=f"{key}.span.{span}",
                )
            )
        period = presenter.period
        own = presenter.span is None
        self._first = DateField(
            shell,
            period.first if own else None,
            key=f"{key}.first",
            label=_("From"),
            today=presenter.today,
            latest=presenter.today,
        )
        self._last = DateField(
            shell,
            period.last if own else None,
            key=f"{key}.last",
            label=_("To"),
            today=presenter.today,
            latest=presenter.today,
        )
        self.add(
            self._spans,
            self._first,
            self._last,
        )
        self._spans.fbind("on_choice", lambda _row, chosen: self._span_chosen(chosen))

    def _span_chosen(self, chosen: list[Span]) -> None:
        if chosen:
            self._presenter.choose_span(chosen[0])
            self.close()

    def _keep_days(self) -> None:
        first, last = self._first.day, self._last.day
        if first is None and last is not None:
            raise BadInput(_("Give the first day too."))
        if first is not None:
            self._presenter.choose_days(first, last or self._presenter.today)
        self.close()
