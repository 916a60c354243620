"""Question 7: which other symptoms there are, asked one by one, yes and no alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.domain.symptom import SYMPTOMS
from twitchlog.domain.text import NAME_LIMIT
from twitchlog.presenters import words
from twitchlog.presenters.visit import Said
from twitchlog.translation import _
from twitchlog.ui.screens.form import stack
from twitchlog.ui.screens.visit_forms import QuestionForm
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.segments import Segmented

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.symptom import SymptomAnswer


class SymptomField(BoxLayout):
    """One symptom: yes or no, and after *yes* where it is and in which words."""

    def __init__(
        self, kind: str, last: SymptomAnswer | None, *, today: date, **kwargs: Any
    ) -> None:
        super().__init__(
            **{"orientation": "vertical", "size_hint_y": None, "spacing": dp(8)} | kwargs
        )
        self.fbind("minimum_height", self.setter("height"))
        self.kind = kind
        answered = last is not None and last.day == today
        self._given = Said(last.present, last.where, last.words) if answered else None
        key = f"visit.symptom.{kind}"
        self._choice = Segmented(
            options=[(True, _("Yes")), (False, _("No"))],
            value=last.present if answered else None,
            size_hint_x=None,
            width=dp(152),
            key=key,
        )
        self._choice.fbind("on_choice", lambda _choice, _value: self._show_more())
        names = stack(pos_hint={"center_y": 0.5})
        names.add_widget(Text(text=SYMPTOMS[kind].label, role="body_large"))
        if last is not None:
            said = _("yes, {day}") if last.present else _("no, {day}")
            day = words.day_name(last.day, today=today)
            names.add_widget(
                Text(text=said.format(day=day), role="body_small", ink="on_surface_variant")
            )
        row = BoxLayout(size_hint_y=None, spacing=dp(12))
        self._choice.pos_hint = {"center_y": 0.5}
        for widget in (names, self._choice):
            widget.fbind(
                "height", lambda *_args: setattr(row, "height",
                                                 max(names.height, self._choice.height))
            )  # fmt: skip
            row.add_widget(widget)
        row.height = max(names.height, self._choice.height)
        self.add_widget(row)
        self._where = TextField(label=_("Where"), key=f"{key}.where", longest=NAME_LIMIT)
        self._words = TextField(label=_("In your own words"), key=f"{key}.words")
        if answered:
            self._where.text, self._words.text = last.where, last.words
        self._show_more()

    @property
    def said(self) -> Said | None:
        """What was answered here and is not recorded yet."""
        if self._choice.value is None:
            return None
        yes = bool(self._choice.value)
        now = Said(yes, self._where.text if yes else "", self._words.text if yes else "")
        return None if now == self._given else now

    def _show_more(self) -> None:
        for field in (self._where, self._words):
            if self._choice.value and field.parent is None:
                self.add_widget(field)
            elif not self._choice.value and field.parent is not None:
                self.remove_widget(field)


class SymptomsForm(QuestionForm):
    """The form of question 7."""

    def head(self, diary_says: str) -> None:
        """Ask for each symptom; the answers are recorded with today's date."""
        del diary_says
        self.say(_("How is it now? A no helps the doctor as much as a yes."))
        today = self._presenter.today
        known = self._presenter.known.symptoms
        self._symptoms = [SymptomField(kind, known.get(kind), today=today) for kind in SYMPTOMS]
        self.add(*self._symptoms)

    def _keep_answer(self) -> None:
        said = {field.kind: field.said for field in self._symptoms if field.said is not None}
        own = self.profile.own_words.get(self.number, "")
        if self._words.text.strip() == own:
            self._presenter.answer_symptoms(said, self, self.close)
        else:
            self._presenter.answer_symptoms(said, self, super()._keep_answer)
