"""The forms behind the Visit screen: the answers in own words, and what only the person knows."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kivy.metrics import dp

from twitchlog.domain.day_text import Meant
from twitchlog.domain.page_sections import Section
from twitchlog.domain.profile import QUESTIONS, Onset, Pregnancy, Pregnant
from twitchlog.domain.text import NAME_LIMIT
from twitchlog.translation import _
from twitchlog.ui.screens.form import Form, stack
from twitchlog.ui.screens.period_form import PeriodForm
from twitchlog.ui.screens.visit_ways import WaysForm, switch_row
from twitchlog.ui.widgets.chips import Chip, ChipRow
from twitchlog.ui.widgets.date_field import DateField
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.rows import RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.domain.profile import Profile
    from twitchlog.presenters.visit import VisitPresenter
    from twitchlog.ui.navigation import Shell


class QuestionForm(Form):
    """One question of the doctor: the diary's answer, and the person's own words."""

    def __init__(self, shell: Shell, presenter: VisitPresenter, number: int) -> None:
        super().__init__(
            shell, _(QUESTIONS[number - 1]), save=self._keep_answer, key=f"visit.form.{number}"
        )
        self._presenter, self.number = presenter, number
        known = presenter.known
        assert known is not None
        self.profile = self.opened = known.profile
        self.head(known.answered.answers[number - 1].said.plain)
        self._words = self.add_text(
            _("In your own words"),
            self.profile.own_words.get(number, ""),
            key=f"visit.form.{number}.words",
            multiline=True,
            helper=_("Printed as yours, before the diary’s answer."),
        )

    def head(self, diary_says: str) -> None:
        """Show what the diary answers by itself."""
        self.say(_("From your diary"), role="label_small")
        self.say(diary_says, ink="on_surface")

    def edited(self, profile: Profile) -> Profile:
        """Return the profile with what else this form asks for."""
        return profile

    def _keep_answer(self) -> None:
        self.edited(self.profile)  # what is wrong is said before anything is written
        words = self._words.text

        def edit(profile: Profile) -> Profile:
            own = {**profile.own_words, self.number: words}
            return self.edited(replace(profile, own_words=MappingProxyType(own)))

        self._presenter.change(edit, self, self.close)


class OnsetForm(QuestionForm):
    """Question 1: the date the person gives, as exactly as they know it."""

    def head(self, diary_says: str) -> None:
        """Ask for the date first."""
        self._date = DateField(
            self._shell,
            self.profile.first_noticed,
            key="visit.onset",
            label=_("When"),
            today=self._presenter.today,
            vague=True,
        )
        self.add(self._date)
        self.say(_("How did it begin?"), role="label_small")
        self._onset = ChipRow(single=True, key="visit.began")
        for onset, text in (
            (Onset.SUDDEN, _("Suddenly")),
            (Onset.GRADUAL, _("Little by little")),
        ):
            self._onset.add_widget(
                Chip(
                    text=text,
                    value=onset,
                    chosen=self.profile.onset is onset,
                    key=f"visit.began.{onset}",
                )
            )
        self.add(self._onset)
        if self.profile.first_noticed is None:
            super().head(diary_says)

    def edited(self, profile: Profile) -> Profile:
        """Return the profile with the date, and how it began, as they were given."""
        return replace(
            profile,
            first_noticed=self._date.known,
            onset=self._onset.chosen[0] if self._onset.chosen else None,
        )


class PregnancyForm(QuestionForm):
    """Question 6: the person's own answer; never guessed."""

    def head(self, diary_says: str) -> None:
        """Offer the four answers, and for *yes* the due date or the weeks."""
        del diary_says
        own = self.profile.pregnancy
        self._answers = ChipRow(single=True, key="visit.pregnant")
        words = {
            Pregnant.YES: _("Yes"),
            Pregnant.NO: _("No"),
            Pregnant.NOT_APPLICABLE: _("Not applicable"),
            Pregnant.RATHER_NOT_SAY: _("Rather not say"),
        }
        for answer, text in words.items():
            self._answers.add_widget(
                Chip(
                    text=text,
                    value=answer,
                    chosen=own is not None and own.answer is answer,
                    key=f"visit.pregnant.{answer}",
                )
            )
        self._answers.fbind("on_choice", self._changed)
        self._more = stack(spacing=dp(12))
        self._due = DateField(
            self._shell,
            own.due if own else None,
            key="visit.due",
            label=_("Due date, where you know it"),
            today=self._presenter.today,
            meant=Meant.NEXT,
        )
        self._weeks = TextField(label=_("or weeks, today"), key="visit.weeks", input_filter="int")
        self._weeks_shown = own.weeks_on(self._presenter.today) if own else None
        self._weeks.text = str(self._weeks_shown) if self._weeks_shown is not None else ""
        self.add(self._answers, self._more)
        self._changed()

    def edited(self, profile: Profile) -> Profile:
        """Return the profile with the answer that was chosen; its day changes only with it."""
        if not self._answers.chosen:
            return replace(profile, pregnancy=None)
        answer = self._answers.chosen[0]
        due = self._due.day if answer is Pregnant.YES else None
        weeks = int(self._weeks.text) if answer is Pregnant.YES and self._weeks.text else None
        known, today = profile.pregnancy, self._presenter.today
        shown = self._weeks_shown if answer is Pregnant.YES else None
        same = known is not None and (known.answer, known.due, shown) == (answer, due, weeks)
        return (
            profile
            if same
            else replace(profile, pregnancy=Pregnancy(answer, today, due=due, weeks=weeks))
        )

    def _changed(self, *_args: Any) -> None:
        self._more.clear_widgets()
        if self._answers.chosen == [Pregnant.YES]:
            self._more.add_widget(self._due)
            self._more.add_widget(self._weeks)


class PersonForm(Form):
    """Name and birth date, as they stand at the top of the page."""

    def __init__(self, shell: Shell, presenter: VisitPresenter) -> None:
        super().__init__(
            shell, _("Your name and birth date"), save=self._keep_person, key="visit.form.person"
        )
        self._presenter = presenter
        profile = self.opened = presenter.known.profile
        self.say(_("They are printed on the page only. Left empty, the page has lines to fill in."))
        self._name = self.add_text(
            _("Name"), profile.name, key="visit.form.person.name", longest=NAME_LIMIT
        )
        self._born = DateField(
            shell,
            profile.born,
            key="visit.born",
            label=_("Birth date"),
            today=presenter.today,
            latest=presenter.today,
        )
        self.add(self._born)

    def _keep_person(self) -> None:
        name, born = self._name.text, self._born.day
        self._presenter.change(
            lambda profile: replace(profile, name=name, born=born), self, self.close
        )


class SectionsForm(Form):
    """Which parts stand on the page; a part that is off is said to be left out."""

    def __init__(self, shell: Shell, presenter: VisitPresenter) -> None:
        super().__init__(
            shell, _("Parts of the page"), save=self._keep_parts, key="visit.form.sections"
        )
        self._presenter = presenter
        left_out = presenter.known.visit.left_out
        self.say(
            _("The signs to check and the seven answers always stand on it. Where medicines, tests"
              " or what goes with the twitching are left out, the doctor reads so.")
        )  # fmt: skip
        self._switches = {}
        group = RowGroup()
        for section in Section:
            row, switch = switch_row(
                section.label, f"visit.section.{section}", on=section not in left_out
            )
            self._switches[section] = switch
            group.add_widget(row)
        self.add(group)

    def _keep_parts(self) -> None:
        off = [section for section, switch in self._switches.items() if not switch.active]
        self._presenter.leave_out(off, self, self.close)


def make(name: str, shell: Shell, presenter: VisitPresenter) -> Form:
    """Return the form called `name`."""
    forms: dict[str, Callable[[Shell, VisitPresenter], Form]] = {
        "person": PersonForm,
        "sections": SectionsForm,
        "other": WaysForm,
        "period": partial(PeriodForm, key="visit"),
    }
    return forms[name](shell, presenter)
