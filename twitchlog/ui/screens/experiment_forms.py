"""The forms of a trial: was one day kept to, and stop it before its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.experiment import Kept
from twitchlog.presenters.log_choices import Choice
from twitchlog.reports.triggers.trial_words import NO_TEST
from twitchlog.translation import _, mark
from twitchlog.ui.screens.form import Form, named
from twitchlog.ui.widgets.buttons import TextButton
from twitchlog.ui.widgets.chips import Chip, ChipRow
from twitchlog.ui.widgets.forms import Choices, Question
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.presenters.experiment import ExperimentPresenter
    from twitchlog.presenters.experiment_page import DayRow
    from twitchlog.ui.navigation import Shell

REASONS: Final = (
    mark("It was too hard"),
    mark("I felt unwell"),
    mark("Something else changed"),
    mark("I do not need it any more"),
)
NOTE_LIMIT: Final = 300


class DayForm(Form):
    """Whether one day of the plan was kept to; a chosen answer can be let go again."""

    def __init__(
        self,
        shell: Shell,
        presenter: ExperimentPresenter,
        held: DayRow,
        open_day: Callable[[date], None],
    ) -> None:
        super().__init__(shell, held.title, save=self._keep_answer, key="trial.day.form")
        self._presenter, self._held, self._chosen = presenter, held, held.kept
        self.opened = presenter.known
        self._answers = Choices(key="trial.day.form.kept")
        self._answers.fbind("on_pick", lambda _row, kept: self._pick(kept))
        self._show()
        see = TextButton(
            text=_("See this day in the Diary"), icon="calendar-month-outline",
            key="trial.day.form.see",
        )  # fmt: skip
        see.fbind("on_release", lambda _button: open_day(held.day))
        self.add(
            Text(text=held.second, ink="on_surface_variant"),
            Question(_("Did you keep to it?"), self._answers),
            see,
        )

    def _pick(self, kept: Kept) -> None:
        self._chosen = None if self._chosen is kept else kept
        self._show()

    def _show(self) -> None:
        self._answers.show([Choice(each, each.word, chosen=each is self._chosen) for each in Kept])

    def _keep_answer(self) -> None:
        self._presenter.keep(self._held.day, self._chosen, self, self.close)


class StopTrialForm(Form):
    """Why a trial is stopped; a reason may be left out."""

    def __init__(self, shell: Shell, presenter: ExperimentPresenter) -> None:
        super().__init__(shell, _("Stop the trial"), save=self._stop, key="trial.stop.form")
        self._presenter = presenter
        self.opened = presenter.known
        self._keep.text = _("Stop the trial")
        self.say(_(NO_TEST))
        self._reasons = ChipRow(single=True, key="trial.stop.form.why")
        for at, reason in enumerate(REASONS):
            text = _(reason)
            self._reasons.add_widget(Chip(text=text, value=text, key=f"trial.stop.form.why.{at}"))
        self.add(named(_("Why, if you like"), self._reasons))
        self._words = self.add_text(
            _("In your own words"), "", key="trial.stop.form.words", longest=NOTE_LIMIT,
            multiline=True,
        )  # fmt: skip

    def _stop(self) -> None:
        why = ". ".join(filter(None, (*self._reasons.chosen, self._words.text.strip())))
        self._presenter.stop(why, self, self.close)
