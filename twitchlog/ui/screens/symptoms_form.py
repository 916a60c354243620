"""Question 7: which other symptoms there are, asked one by one, yes and no alike."""

from __future__ import annotations

from twitchlog.domain.symptom import SYMPTOMS
from twitchlog.presenters.weekly import ask
from twitchlog.translation import _
from twitchlog.ui.screens.symptom_question import SymptomQuestion
from twitchlog.ui.screens.visit_forms import QuestionForm


class SymptomsForm(QuestionForm):
    """The form of question 7."""

    def head(self, diary_says: str) -> None:
        """Ask for each symptom; the answers are recorded with today's date."""
        del diary_says
        self.say(_("How is it now? A no helps the doctor as much as a yes."))
        known = self._presenter.known
        asked = ask(tuple(SYMPTOMS), known.symptoms, today=self._presenter.today)
        self._symptoms = [
            SymptomQuestion(
                each,
                known.recent,
                None,
                key=f"visit.symptom.{each.kind}",
                shell=self._shell,
                today=self._presenter.today,
            )
            for each in asked
        ]
        self.add(*self._symptoms)

    def _keep_answer(self) -> None:
        fresh = {each.kind: each.fresh for each in self._symptoms}
        said = {kind: answer for kind, answer in fresh.items() if answer is not None}
        own = self.profile.own_words.get(self.number, "")
        if self._words.text.strip() == own:
            self._presenter.answer_symptoms(said, self, self.close)
        else:
            self._presenter.answer_symptoms(said, self, super()._keep_answer)
