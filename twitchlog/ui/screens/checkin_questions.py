"""The questions of the check-in: one widget a question, made for the way it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.domain.factor import FACTORS
from twitchlog.presenters import answers as said
from twitchlog.presenters.checkin_form import USUAL_SLEEP
from twitchlog.presenters.checkin_values import Style
from twitchlog.translation import _
from twitchlog.ui.widgets.buttons import TextButton
from twitchlog.ui.widgets.even import Even
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.forms import Choices, Problem, Question, line, swap
from twitchlog.ui.widgets.switches import Stepper

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.presenters.checkin import CheckinPresenter
    from twitchlog.presenters.checkin_values import Asked


SETTLED_S: Final = 0.1


class Answer(Question):
    """One question: chips, an exact field where the answer is a number, and what is wrong."""

    def __init__(self, asked: Asked, presenter: CheckinPresenter) -> None:
        self.name, self._presenter = asked.id, presenter
        self.chips = Choices(key=f"checkin.{asked.id}")
        self.chips.fbind("on_pick", lambda _row, value: self.pick(value))
        self.field = _field(asked.exact, f"checkin.{asked.id}.exact", self.flush)
        self.wrong = Problem()
        super().__init__(asked.label, self.chips)
        self._written = ""
        self._always = TextButton(text=_("Always ask"), key=f"checkin.{asked.id}.always")
        self._always.fbind("on_release", lambda _button: presenter.always_ask(self.name))
        if self.field is not None:
            self.answers.add_widget(self.field)
        self.answers.add_widget(self.wrong)

    def pick(self, value: Any) -> None:
        """Take a tapped chip."""
        self._presenter.answer(self.name, value)

    def show(self, asked: Asked) -> None:
        """Show the answer; what could not be read stays as it was typed."""
        self.said = asked.said
        self.chips.show(asked.choices)
        self.wrong.text = asked.wrong
        self._offer(extra=asked.extra)
        if self.field is not None and not asked.wrong:
            self._written = self.field.text = asked.written

    def flush(self) -> None:
        """Take what was typed, if anything was."""
        if self.field is not None and self.field.text != self._written:
            self._written = self.field.text
            self._presenter.type(self.name, self.field.text)

    def _offer(self, *, extra: bool) -> None:
        """Let a question that was opened by a tap be asked always."""
        if extra != (self._always.parent is not None):
            if extra:
                self.answers.add_widget(line(self._always))
            else:
                self.answers.remove_widget(self._always.parent)
                self._always.parent.remove_widget(self._always)


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
    """Hours by chips, in steps of half an hour or exactly, or by bed and wake time."""

    def __init__(self, asked: Asked, presenter: CheckinPresenter) -> None:
        super().__init__(asked, presenter)
        sleep = FACTORS["sleep"]
        self._stepper = Stepper(
            key="checkin.sleep.step",
            start=USUAL_SLEEP,
            step=0.5,
            lowest=sleep.least,
            highest=sleep.most,
            words=said.hours,
            size_hint_x=None,
            width=dp(176),
            pos_hint={"y": 0},
        )
        self._stepper.fbind("on_choice", lambda _stepper, hours: presenter.put("sleep", hours))
        self.answers.remove_widget(self.field)
        exact = line(self._stepper, self.field, spacing=dp(12))
        self.answers.add_widget(exact, index=self.answers.children.index(self.chips))
        self._bed = _field(_("To bed"), "checkin.sleep.bed", self.flush)
        self._wake = _field(_("Woke up"), "checkin.sleep.wake", self.flush)
        self._night = Even(columns=2, spacing=dp(12))
        for each in (self._bed, self._wake):
            each.hint = _("23:10") if each is self._bed else _("06:40")
            self._night.add_widget(each)
        self._times = ("", "")
        self._clock = TextButton(
            text=_("By bed and wake time"),
            icon="clock-outline",
            key="checkin.sleep.clock",
            pad=dp(4),
        )
        self._clock.fbind("on_release", lambda _button: self._show_night())
        self._row = line(self._clock, padding=(0, dp(6), 0, 0))
        self.answers.add_widget(self._row, index=1)

    def show(self, asked: Asked) -> None:
        """Show hours and times."""
        super().show(asked)
        self._stepper.value = float(asked.written) if asked.written else None
        if asked.bed or not asked.wrong:
            self._times = asked.bed, asked.wake
            if not (self._bed.input.focus or self._wake.input.focus) or asked.bed:
                self._bed.text, self._wake.text = self._times
        if asked.bed:
            self._show_night(write=False)

    def flush(self) -> None:
        """Take what was typed, if anything was."""
        super().flush()
        times = self._bed.text, self._wake.text
        if times != self._times:
            if all(times) or not any(times):
                self._times = times
            self._presenter.type_night(*times)

    def fold(self) -> None:
        """Hide the times: another day is asked for."""
        self._times = ("", "")
        self._bed.text = self._wake.text = ""
        swap(self._row, self._clock)

    def _show_night(self, *, write: bool = True) -> None:
        if self._night.parent is None:
            swap(self._row, self._night)
            if write:
                # Only once it has its place is it scrolled to where it is.
                Clock.schedule_once(lambda _seconds: self._bed.write(), SETTLED_S)


class Exercise(Answer):
    """Minutes, and once there are some, which exercise it was and how hard."""

    def __init__(self, asked: Asked, presenter: CheckinPresenter) -> None:
        super().__init__(asked, presenter)
        self._kinds = Choices(key="checkin.exercise.kind")
        self._kinds.fbind("on_pick", lambda _row, value: presenter.exercise_kind(value))
        self._efforts = Choices(key="checkin.exercise.effort")
        self._efforts.fbind("on_pick", lambda _row, value: presenter.exercise_effort(value))
        self._more = (
            Question(_("Which"), self._kinds),
            Question(_("How hard"), self._efforts),
        )

    def show(self, asked: Asked) -> None:
        """Show minutes, kind and effort."""
        super().show(asked)
        self._kinds.show(asked.kinds)
        self._efforts.show(asked.efforts)
        standing = self._more[0].parent is not None
        if bool(asked.kinds) != standing:
            for each in self._more:
                if standing:
                    self.answers.remove_widget(each)
                else:
                    self.answers.add_widget(each)


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
