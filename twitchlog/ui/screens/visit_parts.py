"""The parts of the Visit screen, from the appointment to the buttons at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp
from kivy.properties import NumericProperty
from kivy.uix.boxlayout import BoxLayout

from twitchlog.translation import _, numeral
from twitchlog.ui import theme
from twitchlog.ui.widgets.buttons import FilledButton, OutlinedButton
from twitchlog.ui.widgets.cards import Card, Ground
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.questions import QuestionGroup, QuestionRow
from twitchlog.ui.widgets.rows import ListRow, RowGroup
from twitchlog.ui.widgets.segments import Segmented

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from twitchlog.presenters.visit_page import AboutRow, QuestionWords


class AppointmentCard(Ground):
    """When the appointment is, with whom, and how many questions there are for it."""

    def __init__(self, act: Callable[[], None], **kwargs: Any) -> None:
        super().__init__(
            **{"fill": "secondary_container", "elevation": 0, "size_hint_y": None} | kwargs
        )
        self._row = ListRow(
            icon="calendar-clock", icon_ink="on_secondary_container", tall=dp(68),
            key="visit.appointment",
        )  # fmt: skip
        self._row.fbind("on_release", lambda _row: act())
        self._row.fbind("height", self.setter("height"))
        self.add_widget(self._row)
        self.height = self._row.height

    def show(self, title: str, second: str) -> None:
        """Show another appointment."""
        self._row.title, self._row.second = title, second


class Questions(QuestionGroup):
    """The seven questions with their answers."""

    def __init__(self, edit: Callable[[int], None], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._edit = edit

    def show(self, questions: Sequence[QuestionWords]) -> None:
        """Show other answers."""
        rows = list(reversed(self.children))
        for index, asked in enumerate(questions):
            if index == len(rows):
                row = QuestionRow(number=asked.number, key=f"visit.question.{asked.number}")
                row.fbind("on_edit", lambda each: self._edit(int(each.number)))
                self.add_widget(row)
                rows.append(row)
            rows[index].question = asked.question
            rows[index].answer, rows[index].aside = asked.answer, asked.aside


class AboutGroup(RowGroup):
    """What else the page takes from the person; a tap opens its form."""

    def __init__(self, edit: Callable[[str], None], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._edit = edit

    def show(self, rows: Sequence[AboutRow]) -> None:
        """Show other texts."""
        shown = {row.key: row for row in self.children}
        for about in rows:
            key = f"visit.about.{about.key}"
            if key not in shown:
                row = ListRow(icon=about.icon, title_role="body_large", key=key)
                row.fbind("on_release", lambda _row, name=about.key: self._edit(name))
                self.add_widget(row)
                shown[key] = row
            shown[key].title, shown[key].second = about.title, about.second


class SheetCard(Card):
    """In which language the page is made, and on which paper it is printed."""

    def __init__(
        self,
        *,
        speak: Callable[[str], None],
        choose: Callable[[str], None],
        languages: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        papers = [("a4", "A4"), ("letter", _("Letter"))]
        self._language = self._chosen(_("Language"), languages, "visit.language", speak)
        self._paper = self._chosen(_("Paper"), papers, "visit.paper", choose)

    def show(self, *, paper: str, language: str) -> None:
        """Show what is chosen."""
        self._paper.value, self._language.value = paper, language

    def _chosen(
        self, title: str, options: list[tuple[str, str]], key: str, act: Callable[[str], None]
    ) -> Segmented:
        self.add_widget(Text(text=title, role="title_small"))
        made = Segmented(options=options, key=key)
        made.fbind("on_choice", lambda _segments, value: act(value))
        self.add_widget(made)
        return made


class Foot(BoxLayout):
    """*Preview* and *Save the one-page summary*, always in sight; how many `pages` where more."""

    pages = NumericProperty(1)

    def __init__(
        self, *, preview: Callable[[], None], save: Callable[[], None], **kwargs: Any
    ) -> None:
        super().__init__(**{"size_hint_y": None, "spacing": dp(8)} | kwargs)
        self._preview = OutlinedButton(
            text=_("Preview"), icon="eye-outline", key="visit.preview", pos_hint={"center_y": 0.5}
        )
        self._save = FilledButton(
            icon="file-document-outline",
            key="visit.save",
            size_hint_x=1,
            pos_hint={"center_y": 0.5},
        )
        self._preview.fbind("on_release", lambda _button: preview())
        self._save.fbind("on_release", lambda _button: save())
        for button in (self._preview, self._save):
            button.fbind("height", self._fit)
            self.add_widget(button)
        self.fbind("padding", self._fit)
        self.fbind("pages", self._say)
        theme.watch(self)
        self._say()
        self.reflow()

    def busy(self, busy: bool) -> None:
        """Say that the page is being made, and take no second tap meanwhile."""
        self._preview.disabled = self._save.disabled = busy
        self._say()

    def _say(self, *_args: Any) -> None:
        if self._save.disabled:
            self._save.text = _("Making the page…")
        elif self.pages > 1:
            self._save.text = _("Save the summary, {n} pages").format(n=numeral(int(self.pages)))
        else:
            self._save.text = _("Save the one-page summary")

    def repaint(self) -> None:
        """Nothing to paint: the buttons do."""

    def reflow(self) -> None:
        """Put the buttons below each other where the words are large."""
        self.orientation = (
            "vertical" if theme.look.text_scale >= theme.ONE_COLUMN_FROM else "horizontal"
        )
        self._preview.size_hint_x = 1 if self.orientation == "vertical" else None
        self._fit()

    def _fit(self, *_args: Any) -> None:
        heights = [button.height for button in (self._preview, self._save)]
        upright = self.orientation == "vertical"
        inside = sum(heights) + self.spacing if upright else max(heights)
        self.height = inside + self.padding[1] + self.padding[3]
