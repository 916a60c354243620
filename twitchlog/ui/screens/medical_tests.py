"""Tests: what a doctor ordered, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.domain.profile import Profile
from twitchlog.presenters.medical_tests import CONCERNS, MedicalTestsPresenter
from twitchlog.translation import _
from twitchlog.ui.screens.kept import KeptPage, WordsGroup, row
from twitchlog.ui.screens.medical_test_form import MedicalTestForm
from twitchlog.ui.widgets.cards import EmptyState
from twitchlog.ui.widgets.rows import RowGroup

if TYPE_CHECKING:
    from twitchlog.presenters.medical_tests import MedicalTestsPage as Shown
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell


class MedicalTestsPage(KeptPage):
    """The list of tests; a row opens one, *+* adds one."""

    def __init__(self, services: Services, shell: Shell, **kwargs: Any) -> None:
        super().__init__(
            services,
            shell,
            _("Tests"),
            key="tests",
            kinds=CONCERNS,
            add=_("Add a test"),
            open_new=self.open_new,
            **kwargs,
        )
        self.presenter = MedicalTestsPresenter(services, self)
        self._none = EmptyState(
            icon="file-document-outline",
            title=_("No test recorded yet"),
            text=_(
                "Blood tests, MRI, CT, EMG and others, with the values and the laboratory’s own "
                "range, so that they are at hand at the next visit."
            ),
            button=_("Add a test"),
        )
        self._none.fbind("on_button", lambda _card: self.open_new())
        self._words = WordsGroup(
            shell,
            self.presenter.save_words,
            title=_("Tests in your own words"),
            hint=_("One a line. It is printed below the tests you record above."),
            key="tests.words",
            of=lambda text: Profile(tests=text),
        )

    def show(self, page: Shown) -> None:
        """Show the tests."""
        group = RowGroup()
        for each in page.tests:
            group.add_widget(
                row(
                    "file-document-outline",
                    each.title,
                    each.second,
                    lambda one=each.id: self._open(one),
                    key=f"tests.row.{each.id}",
                )
            )
        self._words.show(page.own_words)
        self.hold(group if page.tests else self._none, self._words)
        self.open_asked((self.presenter.known, self._open))

    def open_new(self) -> None:
        """Open the form of a new test."""
        MedicalTestForm(self.shell, self.presenter).open()

    def _open(self, test_id: str) -> None:
        MedicalTestForm(self.shell, self.presenter, held=self.presenter.known[test_id]).open()


def build(services: Services, shell: Shell, *, then_open: str = "") -> MedicalTestsPage:
    """Return the page, to be pushed over the screens; `then_open` is the id of one to open."""
    return MedicalTestsPage(services, shell, then_open=then_open)
