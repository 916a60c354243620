"""The log sheet: from below on a phone, as the standing right pane of Today in a wide window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.domain.twitch import Strength
from twitchlog.presenters.log_sheet import LogSheetPresenter
from twitchlog.translation import _
from twitchlog.ui.screens.log_more import MoreAbout
from twitchlog.ui.screens.log_questions import Length, WhatElse
from twitchlog.ui.screens.log_when import When
from twitchlog.ui.screens.map_page import MapPage
from twitchlog.ui.screens.place_page import PartPage, PlacePage
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.bars import AppBar
from twitchlog.ui.widgets.buttons import FilledButton, IconButton, TextButton
from twitchlog.ui.widgets.figures import MapScroll
from twitchlog.ui.widgets.forms import Choices, Question, column, line, swap
from twitchlog.ui.widgets.lettering import Icon, Text
from twitchlog.ui.widgets.place_box import PlaceBox
from twitchlog.ui.widgets.placed import once_placed
from twitchlog.ui.widgets.segments import Segmented

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.presenters.log_page import Foot, SheetPage
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell


UNFOLD_FRAMES: Final = 8
"""Until what was unfolded has its place: texts that wrap, and chips around them, take turns."""


class LogFoot(BoxLayout):
    """What is saved, always in sight, with *Undo* and *Done*."""

    def __init__(self, *, undo: Callable[[], None], done: Callable[[], None], pad: float) -> None:
        super().__init__(size_hint_y=None, spacing=dp(12), padding=(pad, dp(8), pad, dp(16)))
        self.fbind("minimum_height", self.setter("height"))
        self._sign = Icon(icon="check-circle-outline", ink="primary", pos_hint={"center_y": 0.5})
        self._title = Text(role="title_small")
        self._details = Text(role="body_small", ink="on_surface_variant", max_lines=2)
        self._words = column(self._title, self._details, pos_hint={"center_y": 0.5})
        self._undo = TextButton(text=_("Undo"), key="sheet.undo", pos_hint={"center_y": 0.5})
        self._undo.fbind("on_release", lambda _button: undo())
        self._done = FilledButton(
            text=_("Done"), tall=dp(56), pad=dp(30), key="sheet.done", pos_hint={"center_y": 0.5}
        )
        self._done.fbind("on_release", lambda _button: done())

    def show(self, foot: Foot) -> None:
        """Say what is saved."""
        self._title.text, self._details.text = foot.title, foot.details
        self._sign.icon = "check-circle-outline" if foot.saved else "human"
        self._sign.ink = "primary" if foot.saved else "on_surface_variant"
        self._done.disabled = not foot.saved
        swap(self, self._sign, self._words, *([self._undo] if foot.undo else []), self._done)


class LogForm(BoxLayout):
    """The form itself; `closed` is called when an entry is finished."""

    def __init__(
        self,
        services: Services,
        shell: Shell,
        *,
        pane: bool,
        closed: Callable[[], None],
        timing: Callable[[], None],
    ) -> None:
        super().__init__(orientation="vertical")
        self._shell, self._closed, self._timing, self._pane = shell, closed, timing, pane
        self.presenter = presenter = LogSheetPresenter(services, self)
        pad = self._pad = dp(24 if pane else 16)
        self._bar = AppBar(role="headline" if pane else "title_large", margin=pad)
        self._remove = TextButton(text=_("Remove"), icon="delete-outline", key="sheet.remove")
        self._remove.fbind("on_release", lambda _button: presenter.remove())
        self._search = IconButton(icon="magnify", tooltip=_("All places"), key="sheet.search")
        self._search.fbind("on_release", lambda _button: self._list_places())
        self._note = IconButton(
            icon="note-edit-outline", tooltip=_("Write a note"), key="sheet.note.write"
        )
        self._note.fbind("on_release", lambda _button: self._write_note())
        self._close = IconButton(icon="close", tooltip=_("Close"), key="sheet.close")
        self._close.fbind("on_release", lambda _button: self._leave())
        self._recent = Choices(key="sheet.site", one_line=True)
        self._recent.fbind("on_pick", lambda _row, site: presenter.choose_place(site))
        self._place = PlaceBox(bare=pane)
        self._place.fbind(
            "on_place", lambda _box, sites, view, adds: presenter.pick(sites, view, adds=adds)
        )
        self._place.fbind("on_side", lambda _box, side: presenter.choose_side(side))
        self._place.fbind("on_part", lambda _box, site: presenter.choose_part(site))
        self._place.fbind(
            "on_several", lambda _box, several: presenter.ask_several(several=several)
        )
        self._place.fbind("on_drop", lambda _box, site: presenter.drop_place(site))
        self._place.fbind("on_parts", lambda _box: self._list_parts())
        self._place.fbind("on_larger", lambda _box: self._enlarge())
        self._map: MapPage | None = None
        self._page: SheetPage | None = None
        self._when = When(presenter, shell, beside=pane)
        self._length = Length(presenter, beside=pane)
        self._strength = Segmented(
            options=[(int(each), each.word) for each in Strength], key="sheet.strength"
        )
        self._strength.fbind(
            "on_choice", lambda _row, value: presenter.choose_strength(Strength(value))
        )
        self._what_else = WhatElse(presenter, beside=pane)
        self._more = MoreAbout(services, presenter, shell, beside=pane)
        if pane:
            self._strength.size_hint_x, self._strength.width = None, dp(420)
        self._strong = Question(_("How strong"), self._strength, beside=pane)
        # The icon stands below those of the bar, which reach over the margin.
        recent = line(self._recent, spacing=dp(8), padding=(0, 0, -dp(12), 0))
        if not pane:
            recent.add_widget(self._search)
        questions = (self._when, self._length, self._strong, self._what_else, self._more)
        above = (self._place,) if pane else (recent, self._place)
        self._middle = MapScroll(
            # The ring of the keyboard reaches over what it surrounds.
            column(
                *above, *questions, padding=(pad, dp(6), pad, dp(4)), spacing=0 if pane else dp(4)
            ),
            self._place.figures,
        )
        for question in (self._when, self._length, self._what_else, self._more):
            question.fbind("on_unfold", self._bring)
        self._foot = LogFoot(undo=presenter.undo, done=self.finish, pad=pad)
        self._places = PlacePage(self._found, self._back)
        self._parts = PartPage(self._parted, self._back)
        self._back()

    def begin(self, day: date | None = None) -> None:
        """Start a new entry."""
        self._calm()
        self.presenter.begin(day)

    def edit(self, entry: str, *, fresh: bool = False) -> None:
        """Open an entry to change it, or a `fresh` one to add its details."""
        self._calm()
        self.presenter.edit(entry, fresh=fresh)

    def stays(self) -> bool:
        """Take what is typed; tell whether it is wrong, so that the sheet stays open to say so."""
        wrong = self._take() if self._page is not None and self._page.foot.saved else None
        if self.presenter.stays():
            wrong = self._when
        if wrong is not None:
            self._complain_of(wrong)
        return wrong is not None

    def closing(self) -> None:
        """Go, as the sheet around it does; whatever could be saved has been."""
        self._what_else.flush()
        self.presenter.leave()

    def step_back(self) -> bool:
        """Leave a page that stands here instead, or a part of the body; return if there was one."""
        if self._middle.parent is not None:
            return self._place.figures.figure.step_back()
        on_map = self._map is not None and self._map.parent is not None
        if not (on_map and self._map.figures.figure.step_back()):
            self._back()
        return True

    def show(self, page: SheetPage) -> None:
        """Show what is chosen and what is saved."""
        self._page = page
        self._bar.title = page.title
        actions = [*([self._remove] if page.editing else []), self._note]
        if self._pane:
            actions.append(self._search)
        if not self._pane or page.editing:
            actions.append(self._close)
        swap(self._bar, *actions)
        self._recent.show(page.recent)
        self._place.show(page)
        if self._map is not None:
            self._map.show(page)
        self._when.show(page)
        self._length.show(page)
        self._strength.value = None if page.strength is None else int(page.strength)
        self._strong.said = page.strength_hint
        self._what_else.show(page)
        self._more.show(page)
        self._foot.show(page.foot)

    def tell(self, sentence: str, *, undo: bool = True, redo: bool = False) -> None:
        """Name what changed and offer to undo or redo it."""
        act = self._shell.shortcuts.get("ctrl+z" if undo else "ctrl+shift+z")
        words = _("Undo") if undo else _("Redo")
        self._shell.snack(sentence, [(words, act)] if act and (undo or redo) else [])

    def finished(self) -> None:
        """Close, or begin anew."""
        self._closed()

    def timing(self) -> None:
        """Close, and show the timer that has started."""
        self._closed()
        self._timing()

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._shell.snack(sentence)

    def finish(self) -> None:
        """Be done with the entry, as *Done* is; nothing happens before a place is chosen."""
        if self._page is not None and self._page.foot.saved:
            wrong = self._take()
            self.presenter.done()
            if "when" in self._page.wrong:
                wrong = self._when
            if wrong is not None:
                self._complain_of(wrong)

    def _take(self) -> Question | None:
        """Take what is typed below *When*; return the question of which something is wrong."""
        asked = self._length, self._what_else, self._more
        wrong = [question for question in asked if question.take()]
        return wrong[0] if wrong else None

    def _complain_of(self, question: Question) -> None:
        """Bring a question into sight, where it stands what is wrong with what was typed."""
        self._back()
        self._bring(question)

    def _leave(self) -> None:
        if not self.stays():
            self.closing()

    def _calm(self) -> None:
        """Fold everything in, show the whole body, and go back to the top."""
        self._back()
        self._place.figures.figure.calm()
        for question in (self._when, self._length, self._what_else, self._more):
            question.fold()
        self._middle.scroll_y = 1

    def _write_note(self) -> None:
        self._what_else.write_note()
        self._bring(self._what_else.note)

    def _bring(self, widget: Any) -> None:
        """Scroll to what was unfolded, once it is laid out."""
        once_placed(lambda: focus.bring(self._middle, widget), UNFOLD_FRAMES)

    def _list_places(self) -> None:
        swap(self, self._places)
        self._places.begin()

    def _list_parts(self) -> None:
        self._parts.show(self._page.parts)
        swap(self, self._parts)

    def _enlarge(self) -> None:
        """Show the body as large as it fits, with the foot below it."""
        if self._map is None:
            self._map = MapPage(
                self.presenter, back=self._back, search=self._list_places, pad=self._pad
            )
        self._map.begin(self._page)
        swap(self, self._map, self._foot)

    def _back(self) -> None:
        swap(self, self._bar, self._middle, self._foot)

    def _found(self, site: str) -> None:
        self._back()
        self.presenter.choose_place(site)

    def _parted(self, site: str) -> None:
        self._back()
        self.presenter.choose_part(site)
