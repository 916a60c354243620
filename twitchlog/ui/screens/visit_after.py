"""After the visit: one form for all that the doctor said, filed where it belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kivy.metrics import dp

from twitchlog.domain.day_text import Meant
from twitchlog.domain.text import NAME_LIMIT
from twitchlog.presenters import medical_tests, words
from twitchlog.presenters.after_visit import Told
from twitchlog.translation import _
from twitchlog.ui.screens.form import Form, named, stack
from twitchlog.ui.widgets.buttons import TextButton
from twitchlog.ui.widgets.chips import Chip, ChipRow
from twitchlog.ui.widgets.date_field import DateField
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from kivy.uix.widget import Widget

    from twitchlog.presenters.after_visit import Been
    from twitchlog.presenters.visit import VisitPresenter
    from twitchlog.ui.navigation import Shell

HOW_LIMIT = 120
"""The longest text on how a medicine is to be taken."""


class AfterVisitForm(Form):
    """What was said, answers to one's questions, tests, medicines and the next date."""

    def __init__(self, shell: Shell, presenter: VisitPresenter, been: Been) -> None:
        super().__init__(shell, _("What did the doctor say?"), save=self._file, key="visit.after")
        self._presenter = presenter
        visit = been.appointment
        day = words.heading_day(visit.day, today=presenter.today) if visit.day else ""
        self.say(words.joined((visit.label, day)))
        self._said = self.add_text(_("What was said"), "", key="visit.after.said", multiline=True)
        self._answers: dict[str, TextField] = {}
        for question in been.questions:
            self.add(Text(text=question.words))
            self._answers[question.id] = self.add_text(
                _("Answer"), "", key=f"visit.after.answer.{question.id}", multiline=True
            )
        self._tests: list[tuple[ChipRow, TextField]] = []
        self._medicines: list[tuple[TextField, TextField]] = []
        self._test_box = self._group(_("A test, where there was one"), _("One more test"),
                                     self._add_test, "test")  # fmt: skip
        self._medicine_box = self._group(_("A new medicine"), _("One more medicine"),
                                         self._add_medicine, "medicine")  # fmt: skip
        self._add_test()
        self._add_medicine()
        self._next = DateField(
            shell, None, key="visit.after.next", label=_("Next visit"), today=presenter.today,
            earliest=presenter.today, meant=Meant.NEXT,
            helper=_("Leave it empty where none is planned."),
        )  # fmt: skip
        self.add(self._next)

    def _group(self, name: str, more: str, act: Callable[[], None], key: str) -> object:
        """Add a box for things of which there may be several, with a button for one more."""
        box = stack(spacing=dp(12))
        button = TextButton(text=more, icon="plus", key=f"visit.after.{key}.more")
        button.fbind("on_release", lambda _button: act())
        self.add(named(name, box), button)
        return box

    def _add_test(self) -> None:
        number = len(self._tests)
        kinds = ChipRow(single=True, key=f"visit.after.test.{number}")
        for kind, text in medical_tests.kinds():
            kinds.add_widget(Chip(text=text, value=kind, key=f"visit.after.test.{number}.{kind}"))
        result = TextField(
            label=_("What came out"),
            helper=_("Leave it empty while it is not known."),
            key=f"visit.after.test.{number}.result",
            multiline=True,
        )
        self._test_box.add_widget(kinds)
        self._test_box.add_widget(result)
        self._tests.append((kinds, result))

    def _add_medicine(self) -> None:
        number = len(self._medicines)
        name = TextField(
            label=_("Its name"), key=f"visit.after.medicine.{number}.name", longest=NAME_LIMIT
        )
        how = TextField(
            label=_("How much and how often"),
            key=f"visit.after.medicine.{number}.how",
            longest=HOW_LIMIT,
        )
        for field in (name, how):
            self._medicine_box.add_widget(field)
        self._medicines.append((name, how))

    def complain(self, sentence: str) -> None:
        """Say what is wrong, and bring into sight what lacks its kind or its name."""
        super().complain(sentence)
        lacking: list[Widget] = [
            kinds for kinds, result in self._tests if result.text.strip() and not kinds.chosen
        ]
        lacking += [
            name for name, how in self._medicines if how.text.strip() and not name.text.strip()
        ]
        if lacking:
            self.bring(lacking[0])

    def _file(self) -> None:
        self._presenter.file(
            Told(
                said=self._said.text,
                answers={key: field.text for key, field in self._answers.items()},
                tests=[
                    ("".join(kinds.chosen), result.text)
                    for kinds, result in self._tests
                    if kinds.chosen or result.text.strip()
                ],
                medicines=[
                    (name.text, how.text)
                    for name, how in self._medicines
                    if name.text.strip() or how.text.strip()
                ],
                next_day=self._next.day,
            ),
            self,
            self.close,
        )
