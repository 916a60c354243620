"""What the pages of things kept for the doctor share: the bar, the rows, the forms' last button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.translation import _
from twitchlog.ui.screens.medicine_forms import WordsForm
from twitchlog.ui.screens.pages import FollowingPage
from twitchlog.ui.widgets.buttons import IconButton, TextButton
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container

    from twitchlog.domain.profile import Profile
    from twitchlog.presenters.services import Complains, Services
    from twitchlog.ui.navigation import Shell


class KeptPage(FollowingPage):
    """A page with a list of things; *+* opens the form of a new one by `open_new`.

    With `then_open` the thing of that id is opened when the page first shows what there is.
    """

    def __init__(
        self,
        services: Services,
        shell: Shell,
        title: str,
        *,
        key: str,
        kinds: Collection[str],
        add: str,
        open_new: Callable[[], None],
        then_open: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(services, shell, title, key=key, kinds=kinds, **kwargs)
        self._then_open = then_open
        button = IconButton(icon="plus", tooltip=add, key=f"{key}.add")
        button.fbind("on_release", lambda _button: open_new())
        self.bar.add_widget(button)

    def open_asked(self, *kept: tuple[Container[str], Callable[[str], None]]) -> None:
        """Open what was to be opened at once, by the act of the things it is among, if any.

        It is asked for once: what is not there when the page is first shown is let go of.
        """
        asked, self._then_open = self._then_open, ""
        for known, act in kept:
            if asked in known:
                act(asked)


class WordsGroup(RowGroup):
    """The row *In your own words*, which opens a form for the free text; `of` says which it is."""

    def __init__(
        self,
        shell: Shell,
        keep: Callable[[str, Complains, Callable[[], None]], None],
        *,
        title: str,
        hint: str,
        key: str,
        of: Callable[[str], Profile],
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self._text = ""
        self._row = ListRow(icon="pencil-outline", disc=True, title=_("In your own words"), key=key)
        self._row.fbind(
            "on_release",
            lambda _row: WordsForm(
                shell,
                self._text,
                keep,
                title=title,
                hint=hint,
                key=f"{key}.form",
                opened=of(self._text),
            ).open(),
        )
        self.add_widget(self._row)

    def show(self, text: str) -> None:
        """Show what the person wrote."""
        self._text = text
        lines = " · ".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))
        self._row.second = lines or _("For what does not fit above")


def row(
    icon: str, title: str, second: str, act: Callable[[], None], *, key: str, **kwargs: Any
) -> ListRow:
    """Return a row that does `act` when tapped."""
    made = ListRow(
        **{"icon": icon, "disc": True, "title": title, "second": second, "key": key} | kwargs
    )
    made.fbind("on_release", lambda _row: act())
    return made


def add_row(title: str, act: Callable[[], None], *, key: str) -> ListRow:
    """Return the row that adds something to the group it stands in."""
    made = ListRow(icon="plus", icon_ink="primary", disc=True, title=title, chevron=False, key=key)
    made.fbind("on_release", lambda _row: act())
    return made


def remove_button(act: Callable[[], None], *, key: str) -> TextButton:
    """Return the button at the end of a form that moves the thing to the bin."""
    button = TextButton(text=_("Remove"), icon="delete-outline", key=key)
    button.fbind("on_release", lambda _button: act())
    return button
