"""The questions of the check-in: one widget a question, made for the way it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.presenters.checkin_values import Style
from twitchlog.translation import _
from twitchlog.ui.widgets.buttons import IconButton, TextButton
from twitchlog.ui.widgets.chips import Chip
from twitchlog.ui.widgets.even import Even
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.forms import Choices, Problem, Question, line, swap

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.presenters.checkin import CheckinPresenter
    from twitchlog.presenters.checkin_values import Asked


SETTLED_S: Final = 0.1
STEP_H: Final = 0.5


class Answer(Question):
    """One question: chips, behind the last of them the exact answer, and what is wrong."""

    def __init__(self, asked: Asked, presenter: CheckinPresenter) -> None:
        self.name, self._presenter = asked.id, presenter
        # In words it would stand alone on a line of its own below the minutes.
        shown = {"text": asked.details}
        if asked.style is Style.EXERCISE:
            shown = {"icon": "pencil-outline", "tooltip": asked.details}
        self._exact = Chip(toggles=False, key=f"checkin.{asked.id}.details", **shown)
        self._exact.fbind("on_release", lambda _chip: self.show_details())
        # A little closer than elsewhere, so that they stand in one line on a phone.
        tail = [self._exact] if asked.details else []
        self.chips = Choices(key=f"checkin.{asked.id}", tail=tail, spacing=dp(6))
        self.chips.fbind("on_pick", lambda _row, value: self.pick(value))
        self.field = _field(asked.exact, f"checkin.{asked.id}.exact", self.flush)
        self.wrong = Problem()
        super().__init__(asked.label, self.chips)
        self._written = ""
        self._always = TextButton(text=_("Always ask"), key=f"checkin.{asked.id}.always")
        self._always.fbind("on_release", lambda _button: presenter.always_ask(self.name))
        self._always_row = line(self._always)

    def pick(self, value: Any) -> None:
        """Take a tapped chip."""
        self._presenter.answer(self.name, value)

    def show_details(self) -> None:
        """Let the exact answer be given, with the keyboard in its field, or put that away."""
        self.flush()
        self._presenter.show_details(self.name)
        if self.field is not None and self.field.parent is not None:
            # Only once it has its place is it scrolled to where it is.
            Clock.schedule_once(lambda _seconds: self.field.write(), SETTLED_S)

    def show(self, asked: Asked) -> None:
        """Show the answer; what could not be read stays as it was typed."""
        self.said = asked.said
        self.chips.show(asked.choices)
        self._exact.chosen = asked.unsaid
        self.wrong.text = asked.wrong
        in_sight = asked.detailed or asked.wrong or not asked.details
        details = self.details(asked) if in_sight else []
        swap(
            self.answers,
            self.chips,
            *details,
            self.wrong,
            *([self._always_row] if asked.extra else []),
        )
        if self.field is not None and not asked.wrong:
            self._written = self.field.text = asked.written

    def details(self, asked: Asked) -> list[Any]:
        """Return what is in sight once the exact answer is asked for."""
        return [self.field] if asked.exact else []

    def flush(self) -> None:
        """Take what was typed, if anything was."""
        if self.field is not None and self.field.text != self._written:
            self._written = self.field.text
            self._presenter.type(self.name, self.field.text)


class Counted(Answer):
    """What is counted in drinks."""

    def pick(self, value: Any) -> None:
        """Count one more of a drink, or start again from none."""
        self._presenter.add_cup(self.name, value)


class Several(Answer):
    """Of which there may be several."""

    def pick(self, value: Any) -> None:
        """Turn one over."""
        self._presenter.take_supplement(value)


class Sleep(Answer):
    """Hours by chips; in steps of half an hour, exactly, or by bed and wake time on a tap."""

    def __init__(self, asked: Asked, presenter: CheckinPresenter) -> None:
        super().__init__(asked, presenter)
        less, more = (
            IconButton(
                icon=icon, tooltip=tooltip, key=f"checkin.sleep.{way}", edge="outline",
                ink="primary", pos_hint={"y": 0.07},
            )
            for icon, tooltip, way in (
                ("minus", _("Half an hour less"), "less"), ("plus", _("Half an hour more"), "more")
            )
        )  # fmt: skip
        less.fbind("on_release", lambda _button: presenter.step_sleep(-STEP_H))
        more.fbind("on_release", lambda _button: presenter.step_sleep(STEP_H))
        self._hours = line(less, self.field, more, spacing=dp(8))
        self._bed = _field(_("To bed"), "checkin.sleep.bed", self.flush)
        self._wake = _field(_("Woke up"), "checkin.sleep.wake", self.flush)
        self._night = Even(columns=2, spacing=dp(12))
        for each, example in ((self._bed, _("23:10")), (self._wake, _("06:40"))):
            each.hint = _("like {time}").format(time=example)
            self._night.add_widget(each)
        self._times = ("", "")

    def show(self, asked: Asked) -> None:
        """Show hours and times."""
        super().show(asked)
        if asked.bed or not asked.wrong:
            self._times = asked.bed, asked.wake
            if not (self._bed.input.focus or self._wake.input.focus) or asked.bed:
                self._bed.text, self._wake.text = self._times

    def details(self, _asked: Asked) -> list[Any]:
        """Return steps and field for the hours, and below them bed and wake time."""
        return [self._hours, self._night]

    def flush(self) -> None:
        """Take what was typed, if anything was."""
        super().flush()
        times = self._bed.text, self._wake.text
        if times != self._times:
            if all(times) or not any(times):
                self._times = times
            self._presenter.type_night(*times)


class Exercise(Answer):
    """Minutes; on a tap exactly, and once there are some, which exercise it was and how hard."""

    def __init__(self, asked: Asked, presenter: CheckinPresenter) -> None:
        super().__init__(asked, presenter)
        self._kinds = Choices(key="checkin.exercise.kind")
        self._kinds.fbind("on_pick", lambda _row, value: presenter.exercise_kind(value))
        self._efforts = Choices(key="checkin.exercise.effort")
        self._efforts.fbind("on_pick", lambda _row, value: presenter.exercise_effort(value))
        self._more = [Question(_("Which"), self._kinds), Question(_("How hard"), self._efforts)]

    def show(self, asked: Asked) -> None:
        """Show minutes, kind and effort."""
        self._kinds.show(asked.kinds)
        self._efforts.show(asked.efforts)
        super().show(asked)

    def details(self, asked: Asked) -> list[Any]:
        """Return the exact minutes, and below them which and how hard."""
        return [self.field, *(self._more if asked.kinds else [])]


class Words(BoxLayout):
    """What is answered in words of one's own."""

    def __init__(self, asked: Asked, presenter: CheckinPresenter) -> None:
        self.name, self._presenter = asked.id, presenter
        self.field = TextField(label=asked.label, key=f"checkin.{asked.id}", multiline=True)
        self.field.input.fbind("focus", lambda _input, on: None if on else self.flush())
        self.wrong = Problem()
        super().__init__(orientation="vertical", size_hint_y=None, spacing=dp(4))
        self.fbind("minimum_height", self.setter("height"))
        for child in (self.field, self.wrong):
            self.add_widget(child)
        self._written = ""

    def show(self, asked: Asked) -> None:
        """Show the words; those that do not fit stay as they were typed."""
        self.wrong.text = asked.wrong
        if not asked.wrong and not self.field.input.focus:
            self._written = self.field.text = asked.written

    def flush(self) -> None:
        """Take what was typed, if anything was."""
        if self.field.text != self._written:
            self._written = self.field.text
            self._presenter.type_diet(self.field.text)


_WIDGETS: Final[dict[Style, Callable[[Any, Any], Any]]] = {
    Style.CHIPS: Answer,
    Style.COUNTED: Counted,
    Style.SLEEP: Sleep,
    Style.EXERCISE: Exercise,
    Style.SEVERAL: Several,
    Style.WORDS: Words,
}


def made(asked: Asked, presenter: CheckinPresenter) -> Any:
    """Return the widget that asks a question."""
    return _WIDGETS[asked.style](asked, presenter)


def _field(label: str, key: str, flush: Callable[[], None]) -> Any:
    """Return a field of one line that is read when it is left or on Enter; none without a label."""
    if not label:
        return None
    field = TextField(label=label, key=key)
    field.fbind("on_validate", lambda _field: flush())
    field.input.fbind("focus", lambda _input, on: None if on else flush())
    return field
