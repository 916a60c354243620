"""The form of a test: kind, day, result in words, values as rows, and files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kivy.metrics import dp

from twitchlog.domain.errors import BadInput
from twitchlog.domain.medical_test import OTHER, TEST_KINDS, MedicalTest
from twitchlog.domain.text import NAME_LIMIT
from twitchlog.presenters import medical_tests as told
from twitchlog.translation import _
from twitchlog.ui.screens.chooser import Chooser
from twitchlog.ui.screens.form import Form, named, stack
from twitchlog.ui.screens.kept import remove_button
from twitchlog.ui.screens.kept_files import FilesGroup
from twitchlog.ui.screens.measure_forms import ValuesGroup
from twitchlog.ui.screens.medicine_fields import WordChips
from twitchlog.ui.widgets.date_field import DateField
from twitchlog.ui.widgets.fields import TextField

if TYPE_CHECKING:
    from twitchlog.presenters.medical_tests import MedicalTestsPresenter
    from twitchlog.ui.navigation import Shell


class MedicalTestForm(Form):
    """A test; what only some kinds have is asked for once the kind is chosen."""

    def __init__(
        self, shell: Shell, presenter: MedicalTestsPresenter, *, held: MedicalTest | None = None
    ) -> None:
        super().__init__(
            shell, held.label if held else _("A test"), save=self._keep_test, key="test.form"
        )
        self._presenter, self._held = presenter, held
        self.opened = held
        self._kind = Chooser(
            (("", (*told.kinds(), (OTHER, _("Another test")))),),
            held.kind if held else "",
            held.words if held else "",
            own=OTHER,
            own_label=_("Which test"),
            key="test.form.kind",
            changed=self._arrange,
        )
        part = held.part if held else ""
        self._scanned = WordChips(
            told.parts(), part, own=_("Another part"), key="test.form.part", longest=NAME_LIMIT
        )
        self._part = TextField(
            label=_("Where on the body"), key="test.form.part.text", longest=NAME_LIMIT
        )
        self._part.text = part
        self._part_box = stack()
        self._day = DateField(
            shell,
            held.day if held else None,
            key="test.form.day",
            label=_("When"),
            today=presenter.today,
            vague=True,
        )
        self._result = self._text(
            _("What came out, in the words of the report"), held.result if held else "", "result"
        )
        self._values = ValuesGroup(shell, presenter, held.values if held else ())
        self._place = self._text(
            _("Where it was done"), held.place if held else "", "place", multiline=False
        )
        self._note = self._text(_("Note"), held.note if held else "", "note")
        files = presenter.files.get(held.id, ()) if held else ()
        self._files = FilesGroup(presenter.services, shell, self, files, key="test.form.files")
        self._scanned_box = named(_("Of which part"), self._scanned.box)
        self._values_box = named(_("Values"), self._values, gap=8)
        self._files_box = named(_("Files"), self._files, gap=8)
        self._rest = stack(spacing=dp(16))
        self.add(self._kind.box, self._rest)
        if held is not None:
            self.add(
                remove_button(
                    lambda: presenter.remove(held.id, self, self.close), key="test.form.remove"
                )
            )
        self._arrange()

    def _text(self, name: str, value: str, key: str, *, multiline: bool = True) -> TextField:
        field = TextField(label=name, key=f"test.form.{key}", multiline=multiline)
        field.text = value
        if not multiline:
            field.longest = NAME_LIMIT
            field.fbind("on_validate", lambda _field: self.submit())
        return field

    def _arrange(self) -> None:
        """Ask for the rest once it is said what kind of test it is."""
        self._rest.clear_widgets()
        self._part_box.clear_widgets()
        if not self._kind.value:
            return
        kind = TEST_KINDS[self._kind.value]
        if kind.of_part:
            self._part_box.add_widget(self._scanned_box if kind.scan else self._part)
        for widget in (
            *((self._part_box,) if kind.of_part else ()),
            self._day,
            self._result,
            self._values_box,
            self._place,
            self._files_box,
            self._note,
        ):
            self._rest.add_widget(widget)

    def _keep_test(self) -> None:
        if not self._kind.value:
            raise BadInput(_("Choose what kind of test it was."))
        scan = TEST_KINDS[self._kind.value].scan
        self._presenter.save(
            MedicalTest(
                self._kind.value,
                words=self._kind.words,
                part=self._scanned.value if scan else self._part.text,
                day=self._day.known,
                place=self._place.text,
                result=self._result.text,
                note=self._note.text,
                values=tuple(self._values.values),
                id=self._held.id if self._held else "",
            ),
            self._files.wanted,
            self,
            self.close,
        )
