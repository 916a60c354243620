"""What is looked at for the triggers, and the one thing a person suspects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp

from twitchlog.presenters.trigger_choices import CONCERNS, TriggerChoicesPresenter
from twitchlog.presenters.trigger_expects import EXPECTS, found
from twitchlog.translation import _
from twitchlog.ui.screens.pages import FollowingPage, Page, heading
from twitchlog.ui.widgets.buttons import TextButton
from twitchlog.ui.widgets.cards import ActionRow, Card
from twitchlog.ui.widgets.forms import column, line
from twitchlog.ui.widgets.lettering import Icon, Text
from twitchlog.ui.widgets.rows import ListRow, RowGroup
from twitchlog.ui.widgets.switches import Toggle

if TYPE_CHECKING:
    from collections.abc import Callable

    from kivy.uix.widget import Widget

    from twitchlog.presenters.services import Services
    from twitchlog.presenters.trigger_choices import ChoiceRow, ChoicesPage
    from twitchlog.presenters.trigger_expects import Chances
    from twitchlog.ui.navigation import Shell


def _groups(
    page: ChoicesPage, make: Callable[[ChoiceRow], Widget], *, others: bool
) -> list[Widget]:
    """Return a group for each kind of thing, under its name; what is only asked with `others`."""
    named = [
        (_("Recorded"), page.rows),
        (_("Medicines and treatments"), page.taken),
        (_("Asked, not recorded yet"), page.others if others else ()),
    ]
    parts: list[Widget] = []
    for name, rows in named:
        if rows:
            group = RowGroup()
            for row in rows:
                group.add_widget(make(row))
            parts += [heading(name), group]
    return parts


class OfferCard(Card):
    """Offers to name a suspect; `ready` where the first results wait behind it."""

    def __init__(
        self, name: Callable[[], None], skip: Callable[[], None], *, ready: bool, **kwargs: Any
    ) -> None:
        super().__init__(**{"spacing": dp(8), "key": "triggers.offer"} | kwargs)
        title = _("Is there one thing you suspect?")
        text = _(
            "Name it before you look: it is then tested alone, and a link is found more easily. "
            "You can go on without."
        )
        if ready:
            title = _("Before you look: is there one thing you suspect?")
            text = _(
                "Your first results are ready. A thing you name now is tested alone, on all your "
                "days: it is then found more easily. Once you have looked, only later days count "
                "for it."
            )
        self.add_widget(
            line(
                Icon(icon="magnify", ink="primary", pos_hint={"center_y": 0.5}),
                Text(text=title, role="title"),
                spacing=dp(12),
            )
        )
        self.add_widget(Text(text=text, ink="on_surface_variant"))
        on = _("Show what was found") if ready else _("Not now")
        self.add_widget(ActionRow([(on, skip)], (_("Name my suspect"), name)))


class ExpectPage(Page):
    """How likely something is found in so many days."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, _("What your diary can show"), key="triggers.expected")
        first, *others = (Text(text=_(each), ink="on_surface_variant") for each in EXPECTS)
        self.hold(first, *(self._card(each) for each in found()), *others)

    def _card(self, chances: Chances) -> Widget:
        card = Card(spacing=dp(8))
        for row in chances.rows:
            at_right = Text(text=row.found, halign="right", role="title_small")
            card.add_widget(line(Text(text=row.days), at_right, spacing=dp(12)))
        return column(heading(chances.name), card, spacing=dp(6))

    def entered(self) -> None:
        """Nothing to read: it is the same for every diary."""

    def left(self) -> None:
        """Nothing to let go of."""


class ChoosePage(FollowingPage):
    """A switch for each thing that is recorded."""

    def __init__(self, services: Services, shell: Shell) -> None:
        super().__init__(
            services, shell, _("What is looked at"), key="triggers.looked", kinds=CONCERNS
        )
        self.presenter = TriggerChoicesPresenter(services, self)
        self._words = Text(
            text=_(
                "All these are looked at together, so that what one does is not taken for what "
                "another does. Leave out what cannot matter to you: the fewer are looked at, the "
                "sooner a link is found. "
                "What you leave out after the first look still counts among those looked at. "
                "Nothing you recorded is lost."
            ),
            ink="on_surface_variant",
        )

    def show(self, page: ChoicesPage) -> None:
        """Show a row with its switch for each thing."""
        parts: list[Widget] = [self._words, *_groups(page, self._row, others=False)]
        if not page.rows and not page.taken:
            parts.append(Text(text=_("Nothing was recorded yet."), ink="on_surface_variant"))
        self.hold(*parts)

    def _row(self, row: ChoiceRow) -> Widget:
        key = f"triggers.look.{row.id}"
        switch = Toggle(active=row.looked_at, key=f"{key}.on")
        switch.fbind(
            "on_choice", lambda _toggle, active: self.presenter.look_at(row.id, on=bool(active))
        )
        made = ListRow(
            icon=row.icon, title=row.title, second=row.second, right_widget=switch, key=key
        )
        made.is_focusable = False  # its switch is reached instead
        made.fbind("on_release", lambda _row: switch.activate())
        return made


class SuspectPage(FollowingPage):
    """What naming a suspect means, and everything that can be named; a tap does, and goes back."""

    def __init__(self, services: Services, shell: Shell) -> None:
        super().__init__(services, shell, _("Your suspect"), key="triggers.named", kinds=CONCERNS)
        self.presenter = TriggerChoicesPresenter(services, self)

    def show(self, page: ChoicesPage) -> None:
        """Show what is named now, and what can be."""
        parts: list[Widget] = [
            Text(text=page.means, ink="on_surface_variant", key="triggers.means")
        ]
        if page.suspect:
            card = Card(padding=(dp(16), dp(16), dp(16), dp(4)))
            card.add_widget(Text(text=page.suspect, key="triggers.named.now"))
            back = TextButton(text=_("Take it back"), key="triggers.named.back")
            back.fbind("on_release", lambda _button: self.presenter.take_back())
            card.add_widget(line(back, padding=(-dp(12), 0, 0, 0)))
            parts.append(card)
        self.hold(*parts, *_groups(page, self._row, others=True))

    def _row(self, row: ChoiceRow) -> Widget:
        made = ListRow(
            icon=row.icon, title=row.title, second=row.second, chevron=False,
            key=f"triggers.name.{row.id}",
        )  # fmt: skip
        if row.suspected:
            made.right_widget = Icon(icon="check", ink="primary")
        made.fbind("on_release", lambda _row: self.presenter.name(row.id, self.shell.pop))
        return made
