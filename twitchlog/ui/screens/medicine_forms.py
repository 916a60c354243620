"""The forms about medicines: a medicine, a new dose, the day it was stopped, one recorded dose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kivy.metrics import dp

from twitchlog.domain.errors import BadInput
from twitchlog.domain.medication import UNITS, say_number
from twitchlog.domain.medicine_names import proposed
from twitchlog.domain.text import NAME_LIMIT
from twitchlog.presenters.medicine import typed_moment
from twitchlog.presenters.medicines import Filled
from twitchlog.translation import _
from twitchlog.ui.screens.form import Form, named, stack
from twitchlog.ui.screens.medicine_fields import ClassChips, DoseFields, yes_no
from twitchlog.ui.widgets.buttons import TextButton
from twitchlog.ui.widgets.cards import NoticeCard
from twitchlog.ui.widgets.chips import Chip, ChipRow
from twitchlog.ui.widgets.date_field import DateField
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.fold import Fold
from twitchlog.ui.widgets.forms import column, swap

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.domain.medication import Intake, Medication
    from twitchlog.domain.profile import PartialDate
    from twitchlog.presenters.medicine import MedicinePresenter
    from twitchlog.presenters.medicine_words import Advice
    from twitchlog.presenters.services import Complains
    from twitchlog.ui.navigation import Shell

    Keep = Callable[[Filled, Complains, Callable[[], None]], None]


class MedicineForm(Form):
    """A medicine: what it is, how much, since when, what for."""

    def __init__(
        self, shell: Shell, keep: Keep, *, today: date, held: Medication | None = None
    ) -> None:
        title = _("Change {name}").format(name=held.name) if held else _("A medicine")
        super().__init__(shell, title, save=self._keep_medicine, key="medicine.form")
        self._keep_filled, self._held = keep, held
        self.opened = held
        self._name = TextField(label=_("Name"), key="medicine.form.name", longest=NAME_LIMIT)
        self._name.text = held.name if held else ""
        self._name.fbind("on_validate", lambda _field: self.submit())
        self._names = ChipRow(key="medicine.form.names")
        self._name_box = column(self._name, spacing=dp(4))
        self.add(self._name_box)
        later = held is not None and bool(held.changes)
        amount = _("Dose at the start") if later else _("How much at a time")
        self._dose = DoseFields(held.dose if held else None, amount, key="medicine.form")
        self._dose.add_to(self)
        self._since = DateField(
            shell,
            held.started if held else None,
            key="medicine.form.since",
            label=_("Since when"),
            today=today,
            vague=True,
        )
        self.add(self._since)
        self._until = DateField(
            shell,
            held.stopped if held else None,
            key="medicine.form.until",
            label=_("Until when"),
            today=today,
            vague=True,
        )
        if held is not None and held.stopped is not None:
            self.add(self._until)
        self._treats = yes_no(held.treats if held else None, key="medicine.form.treats")
        self.add(named(_("Is it taken for the twitching?"), self._treats))
        self._kind = ClassChips(held.kind if held else None, key="medicine.form.class")
        self._note = TextField(label=_("Note"), key="medicine.form.note", multiline=True)
        self._note.text = held.note if held else ""
        self._more = Fold(
            named(_("What kind of medicine"), self._kind.box),
            self._note,
            title=_("Kind and note"),
            second=self._kind.said,
            key="medicine.form.more",
            spacing=dp(16),
        )
        if self._note.text:
            self._more.unfold()
        self.add(self._more)
        self._name.fbind("text", lambda _field, text: self._follow(text))

    def open(self) -> MedicineForm:
        """Show the form; a new one waits for the name."""
        super().open()
        if self._held is None:
            self._name.write()
        return self

    def _follow(self, text: str) -> None:
        """Propose names that begin so, and say of which kind this one is."""
        self._kind.follow(text)
        self._more.second = self._kind.said
        self._names.clear_widgets()
        for name in proposed(text):
            chip = Chip(text=name, toggles=False, key=f"medicine.form.names.{name}")
            chip.fbind("on_release", lambda _chip, name=name: setattr(self._name, "text", name))
            self._names.add_widget(chip)
        swap(self._name_box, self._name, *((self._names,) if self._names.children else ()))

    def _keep_medicine(self) -> None:
        filled = Filled(
            name=self._name.text,
            kind=self._kind.value,
            dose=self._dose.read(),
            since=self._since.known,
            treats=self._treats.chosen[0] if self._treats.chosen else None,
            note=self._note.text,
            until=self._until.known,
        )
        self._keep_filled(filled, self, self.close)


class DoseForm(Form):
    """A new dose and the day it holds from."""

    def __init__(self, shell: Shell, presenter: MedicinePresenter) -> None:
        super().__init__(shell, _("Change the dose"), save=self._keep_dose, key="medicine.dose")
        self._presenter = presenter
        known = presenter.known
        assert known is not None
        self.opened = known
        self.say(_("The doses before stay in the history."))
        self._dose = DoseFields(
            known.usual_on(presenter.today), _("How much at a time"), key="medicine.dose"
        )
        self._dose.add_to(self)
        self._since = DateField(
            shell,
            presenter.today,
            key="medicine.dose.since",
            label=_("From when"),
            today=presenter.today,
            vague=True,
        )
        self.add(self._since)

    def _keep_dose(self) -> None:
        since = self._since.known
        if since is None:
            raise BadInput(_("Say from when the new dose holds."))
        self._presenter.change_dose(since, self._dose.read(), self, self.close)


class StopForm(Form):
    """The day a medicine, or a treatment, was stopped."""

    def __init__(
        self,
        shell: Shell,
        title: str,
        stop: Callable[[PartialDate, Complains, Callable[[], None]], None],
        *,
        opened: object,
        today: date,
    ) -> None:
        super().__init__(shell, title, save=self._keep_stop, key="stop.form")
        self._stop, self.opened = stop, opened
        self.say(_("Today, unless you say another day. It stays in the diary."))
        self._day = DateField(
            shell, today, key="stop.form.day", label=_("When"), today=today, vague=True
        )
        self.add(self._day)

    def _keep_stop(self) -> None:
        day = self._day.known
        if day is None:
            raise BadInput(_("Say when it was stopped; the year alone will do."))
        self._stop(day, self, self.close)


class IntakeForm(Form):
    """One recorded dose: when, how much, a note; or away with it."""

    def __init__(self, shell: Shell, presenter: MedicinePresenter, intake: Intake) -> None:
        super().__init__(shell, intake.kind.word, save=self._keep_intake, key="intake.form")
        self._presenter, self._id, self.opened = presenter, intake.id, intake
        _day, at = typed_moment(intake)
        self._day = DateField(
            shell,
            intake.moment.day,
            key="intake.form.day",
            label=_("Day"),
            today=presenter.today,
            latest=presenter.today,
        )
        self.add(self._day)
        self._time = self.add_text(_("Time"), at, key="intake.form.time")
        known = presenter.known
        assert known is not None
        usual = known.usual_on(intake.moment.day)
        unit = _(UNITS[usual.unit]) if usual.unit in UNITS else usual.unit
        self._amount = self.add_text(
            _("How much, in {unit}").format(unit=unit) if unit else _("How much"),
            "" if intake.amount is None else say_number(intake.amount),
            key="intake.form.amount",
            helper=_("Your usual dose is {dose}.").format(dose=usual.label) if usual.label else "",
        )
        self._advice = stack()
        self.add(self._advice)
        self._note = self.add_text(_("Note"), intake.note, key="intake.form.note", multiline=True)
        away = TextButton(text=_("Remove"), icon="delete-outline", key="intake.form.remove")
        away.fbind(
            "on_release", lambda _button: presenter.remove_intake(self._id, self, self.close)
        )
        self.add(away)
        self._amount.fbind("text", lambda _field, _text: self._advise())
        self._advise()

    def _advise(self) -> None:
        self._advice.clear_widgets()
        advice = self._presenter.advice_for(self._id, self._amount.text)
        if advice is not None:
            self._advice.add_widget(advice_card(advice))

    def _keep_intake(self) -> None:
        self._presenter.edit_intake(
            self._id,
            day=self._day.text,
            at=self._time.text,
            amount=self._amount.text,
            note=self._note.text,
            form=self,
            done=self.close,
        )


class WordsForm(Form):
    """A text in the person's own words."""

    def __init__(
        self,
        shell: Shell,
        text: str,
        keep: Callable[[str, Complains, Callable[[], None]], None],
        *,
        title: str,
        hint: str,
        key: str,
        opened: object = None,
    ) -> None:
        super().__init__(shell, title, save=self._keep_words, key=key)
        self._keep_text, self.opened = keep, opened
        self.say(hint)
        self._field = self.add_text(_("In your own words"), text, key=f"{key}.text", multiline=True)

    def _keep_words(self) -> None:
        self._keep_text(self._field.text, self, self.close)


def advice_card(advice: Advice) -> NoticeCard:
    """Return the notice after more than the usual dose."""
    return NoticeCard(
        kind="sand",
        icon="pill",
        title=advice.title,
        text=advice.text,
        footnote=advice.footnote,
        key="medicine.advice",
    )
