"""The weekly check: all questions on one page, *No to all* on top, *Save* always in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp
from kivy.uix.anchorlayout import AnchorLayout
from kivy.uix.boxlayout import BoxLayout

from twitchlog.domain.errors import BadInput
from twitchlog.presenters.weekly import WeeklyPresenter
from twitchlog.translation import _
from twitchlog.ui.screens.pages import WIDEST, TellingPage
from twitchlog.ui.screens.symptom_question import SymptomQuestion
from twitchlog.ui.widgets.buttons import FilledButton, TonalButton
from twitchlog.ui.widgets.cards import Card, NoticeCard
from twitchlog.ui.widgets.forms import column, swap
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.domain.symptom_advice import Advice
    from twitchlog.presenters.log_choices import Choice
    from twitchlog.presenters.services import Services
    from twitchlog.presenters.weekly import Asked
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.screens.logging import Logging


class WeeklyPage(TellingPage):
    """One card a question."""

    def __init__(
        self,
        services: Services,
        shell: Shell,
        *,
        logging: Logging,
        open_card: Callable[[str], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(shell, _("Weekly check"), key="weekly", **kwargs)
        self._logging, self._open_card = logging, open_card
        self.presenter = WeeklyPresenter(services, self)
        self._questions: list[SymptomQuestion] = []
        self._error = Text(ink="error")
        self._all = TonalButton(text=_("No to all"), icon="check", key="weekly.none", size_hint_x=1)
        self._all.fbind("on_release", lambda _button: self._no_to_all())
        save = FilledButton(text=_("Save"), tall=dp(56), size_hint_x=1, key="weekly.save")
        save.fbind("on_release", lambda _button: self.submit())
        self._foot = column(self._error, save, spacing=dp(8), padding=(dp(16), dp(8)))
        around = AnchorLayout(size_hint_y=None)
        around.add_widget(self._foot)
        self._foot.size_hint_x = None
        around.fbind(
            "width",
            lambda _box, wide: setattr(self._foot, "width", min(wide, dp(WIDEST + 32))),
        )
        self._foot.fbind("height", lambda _foot, high: setattr(around, "height", high))
        around.height = self._foot.height
        self.add_widget(around)
        self.presenter.refresh()

    def show(self, asked: tuple[Asked, ...], recent: tuple[Choice, ...]) -> None:
        """Show the questions; what is being answered stays as it is."""
        if self._questions:
            return
        head = column(
            Text(
                text=_("How is it now? A no helps the doctor as much as a yes."),
                ink="on_surface_variant",
            ),
            self._all,
            spacing=dp(12),
        )
        cards: list[Any] = [head]
        for each in asked:
            question = SymptomQuestion(
                each,
                recent,
                self._ask_place,
                key=f"weekly.{each.kind}",
                shell=self.shell,
                today=self.presenter.today,
            )
            question.fbind("on_answer", lambda *_args: self._name_button())
            self._questions.append(question)
            card = Card(padding=(dp(16), dp(8)))
            card.add_widget(question)
            cards.append(card)
        self._name_button()
        self.hold(*cards)

    def submit(self) -> None:
        """Record what was answered, or say what is missing."""
        self._error.text = ""
        try:
            answers = {}
            for each in self._questions:
                answers[each.kind] = _read(each)
        except BadInput as problem:
            self.complain(problem.sentence)
        else:
            self.presenter.save(answers, self)

    def saved(self, sentence: str, advice: Advice | None) -> None:
        """Leave the page and say what was saved; advice stands in a sheet until it is closed."""
        if self.shell.page is self:
            self.shell.pop()
        if advice is None:
            self.tell(sentence)
        else:
            AdviceSheet(self.shell, advice, self._open_card).open()

    def complain(self, sentence: str) -> None:
        """Say above the button what is missing or wrong."""
        self._error.text = sentence

    def _no_to_all(self) -> None:
        self._error.text = ""
        for each in self._questions:
            if each.value is None:
                each.say(False)
        self._name_button()

    def _name_button(self) -> None:
        """Offer *no* for what is still open; what was answered is not answered over."""
        left = [each for each in self._questions if each.value is None]
        self._all.disabled = not left
        partly = left and len(left) < len(self._questions)
        self._all.text = _("No to the others") if partly else _("No to all")

    def _ask_place(self, chosen: Callable[[str], None]) -> None:
        self._logging.ask_place(_("Where?"), chosen, self.presenter.offer_places)


class AdviceSheet(BoxLayout):
    """The advice on a sign, with a way to the card that says more."""

    def __init__(self, shell: Shell, advice: Advice, open_card: Callable[[str], None]) -> None:
        super().__init__(
            orientation="vertical", size_hint_y=None, padding=(dp(16), 0, dp(16), dp(16)),
            spacing=dp(12),
        )  # fmt: skip
        self.fbind("minimum_height", self.setter("height"))
        self._shell = shell
        notice = NoticeCard(
            kind="sand",
            title=advice.title,
            text="\n\n".join((advice.recorded, *advice.todo)),
            footnote=advice.footnote,
            key="weekly.advice",
        )
        more = TonalButton(text=_("Read more"), size_hint_x=1, key="weekly.advice.more")
        more.fbind("on_release", lambda _button: self._leave(lambda: open_card(advice.card)))
        close = TonalButton(text=_("Close"), size_hint_x=1, key="weekly.advice.close")
        close.fbind("on_release", lambda _button: self._leave(lambda: None))
        row = BoxLayout(size_hint_y=None, spacing=dp(8))
        close.fbind("height", lambda _button, high: setattr(row, "height", high))
        row.height = close.height
        swap(row, more, close)
        saved = Text(text=_("Your answers are saved."), role="title_large")
        swap(self, saved, notice, row)

    def open(self) -> None:
        """Show it."""
        self._shell.open_sheet(self)

    def _leave(self, then: Callable[[], None]) -> None:
        self._shell.close_sheet()
        then()


def _read(question: SymptomQuestion) -> Any:
    """Return the answer; raise BadInput that names the question."""
    try:
        return question.said
    except BadInput as problem:
        raise BadInput(f"{question.name}: {problem.sentence}") from None


def build(services: Services, shell: Shell, **ways: Any) -> WeeklyPage:
    """Return the page; `ways` are `logging`, which asks for a place, and `open_card` of Learn."""
    return WeeklyPage(services, shell, **ways)
