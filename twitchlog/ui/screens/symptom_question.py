"""One symptom asked for: no or yes, and after *yes* where, since when and how much."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kivy.metrics import dp
from kivy.properties import StringProperty
from kivy.uix.boxlayout import BoxLayout

from twitchlog.domain.site import site_or_unknown
from twitchlog.domain.symptom import Amount, Said
from twitchlog.domain.text import NAME_LIMIT
from twitchlog.presenters.log_choices import Choice
from twitchlog.translation import _
from twitchlog.ui import theme
from twitchlog.ui.widgets.chips import Chip, ChipRow
from twitchlog.ui.widgets.date_field import DateField
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.forms import Choices, column, swap
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.segments import Segmented

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.presenters.weekly import Asked
    from twitchlog.ui.navigation import Shell

    AskPlace = Callable[[Callable[[str], None]], None]


class SymptomQuestion(BoxLayout):
    """A question with its answer; `on_answer` tells that no or yes was tapped.

    `ask_place` asks for any place and hands over the one chosen; without it, a place that is not
    among the recent ones is written down.
    """

    __events__ = ("on_answer",)

    key = StringProperty()

    def __init__(
        self,
        asked: Asked,
        recent: tuple[Choice, ...],
        ask_place: AskPlace | None,
        *,
        key: str,
        shell: Shell,
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(
            **{"orientation": "vertical", "size_hint_y": None, "spacing": dp(8)} | kwargs
        )
        self.fbind("minimum_height", self.setter("height"))
        self.key, self._shell, self._today = key, shell, today
        self.kind, self.name = asked.kind, asked.name
        self._given, self._recent, self._ask_place = asked.answer, recent, ask_place
        self._choice = Segmented(
            options=[(False, _("No")), (True, _("Yes"))],
            value=asked.answer.present if asked.answer else None,
            size_hint_x=None,
            width=dp(152),
            key=key,
            pos_hint={"center_y": 0.5},
        )
        self._choice.fbind("on_choice", lambda *_args: self._answered())
        self._names = column(
            Text(text=asked.name, role="title_small"),
            *(
                Text(text=each, role="body_small", ink="on_surface_variant")
                for each in (asked.hint, asked.last)
                if each
            ),
            pos_hint={"center_y": 0.5},
        )
        self._row = BoxLayout(size_hint_y=None, spacing=dp(12))
        for widget in (self._names, self._choice):
            widget.fbind("height", self._fit)
        self._build_more(asked)
        theme.watch(self)
        self.reflow()

    @property
    def value(self) -> bool | None:
        """Whether it was answered with yes or no; None where it was not."""
        return None if self._choice.value is None else bool(self._choice.value)

    def say(self, present: bool) -> None:
        """Answer it with yes or no."""
        self._choice.value = present
        self._show_more()

    @property
    def said(self) -> Said | None:
        """The answer; None where there is none. Raises BadInput for a date that is none."""
        if self.value is None:
            return None
        if not self.value:
            return Said(present=False)
        amounts = self._amount.chosen
        return Said(
            present=True,
            where=self._where.text,
            words=self._note.text,
            since=self._since.known,
            amount=Amount(amounts[0]) if amounts else None,
            sites=tuple(self._sites),
        )

    @property
    def fresh(self) -> Said | None:
        """The answer where it is not the one that is recorded for today already."""
        said, given = self.said, self._given
        if given is not None and not given.present:
            given = replace(given, words="")
        return None if said == given else said

    def on_answer(self, *_args: Any) -> None:
        """Hear that no or yes was tapped."""

    def repaint(self) -> None:
        """Nothing to paint: the parts do."""

    def reflow(self) -> None:
        """Put the answer below the words where they are too large to stand beside it."""
        large = theme.look.text_scale >= theme.ONE_COLUMN_FROM
        self._row.orientation = "vertical" if large else "horizontal"
        self._choice.width = dp(200 if large else 152)
        swap(self._row, self._names, self._choice)
        self._fit()
        self._show_more()

    def _build_more(self, asked: Asked) -> None:
        held = asked.carried
        self._sites = list(held.sites)
        self._places = Choices(key=f"{self.key}.site")
        self._places.fbind("on_pick", lambda _row, site: self._turn(site))
        ask = self._ask_place
        if ask is not None:
            other = Chip(text=_("Another"), icon="magnify", toggles=False, key=f"{self.key}.other")
            other.fbind("on_release", lambda _chip: ask(self._add))
            self._places.end_with(other)
        self._where = TextField(
            label=_("Where, in your own words"), key=f"{self.key}.where", longest=NAME_LIMIT
        )
        self._where.text = held.where
        self._since = DateField(
            self._shell,
            held.since,
            key=f"{self.key}.since",
            label=_("Since when"),
            today=self._today,
            vague=True,
        )
        self._amount = ChipRow(single=True, key=f"{self.key}.amount")
        for each in Amount:
            self._amount.add_widget(
                Chip(
                    text=each.word,
                    value=int(each),
                    chosen=held.amount is each,
                    key=f"{self.key}.amount.{int(each)}",
                )
            )
        self._note = TextField(label=_("In your own words"), key=f"{self.key}.words")
        self._note.text = held.words
        where = [_label(_("Where")), self._places]
        if held.where or ask is None:
            where.append(self._where)
        carried = [_small(asked.carried_from)] if asked.carried_from else []
        self._more = column(
            *where,
            *carried,
            self._since,
            _label(_("How much")),
            self._amount,
            self._note,
            spacing=dp(8),
            padding=(0, 0, 0, dp(8)),
        )
        self._show_places()

    def _answered(self) -> None:
        self._show_more()
        self.dispatch("on_answer")

    def _show_more(self) -> None:
        swap(self, self._row, *([self._more] if self._choice.value else []))

    def _turn(self, site: str) -> None:
        if site in self._sites:
            self._sites.remove(site)
        else:
            self._sites.append(site)
        self._show_places()

    def _add(self, site: str) -> None:
        if site not in self._sites:
            self._sites.append(site)
        self._show_places()

    def _show_places(self) -> None:
        offered = dict.fromkeys((*self._sites, *(each.value for each in self._recent)))
        self._places.show(
            Choice(each, site_or_unknown(each).name, chosen=each in self._sites) for each in offered
        )

    def _fit(self, *_args: Any) -> None:
        highs = (self._names.height, self._choice.height)
        upright = self._row.orientation == "vertical"
        self._row.height = sum(highs) + dp(12) if upright else max(highs)


def _label(text: str) -> Text:
    return Text(text=text, role="body_small", ink="on_surface_variant")


def _small(text: str) -> Text:
    return Text(text=text, role="body_small", ink="primary")
