"""The cards to read: chapters, a search, one card with what one's own diary says on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.domain.learn import CARDS, Section, Verb, card, general, search
from twitchlog.domain.wording import NOWHERE, closeness
from twitchlog.presenters.care import SECTIONS
from twitchlog.presenters.help import HelpCard
from twitchlog.presenters.help import cards as help_cards
from twitchlog.presenters.learn_mine import mine
from twitchlog.presenters.services import Complains
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from twitchlog.domain.learn import Card, Counterpart
    from twitchlog.presenters.services import Services

CONCERNS: Final = frozenset({"twitches", "checkins", "doses", "symptoms", "profile", "bin"}).union(
    *(section.kinds for section in SECTIONS)
)
MOST_FOUND: Final = 20
USING: Final = "using:"
"""What the id of a card on how TwitchLog is used begins with; its number follows."""
_LONGEST_ASKED: Final = 60
_ICONS: Final = {
    Section.TWITCHES: "lightbulb-outline",
    Section.CAUSES: "link-variant",
    Section.HELP: "emoticon-happy-outline",
    Section.DOCTOR: "stethoscope",
    Section.VISIT: "clipboard-text-outline",
    Section.TESTS: "test-tube",
    Section.TREATMENT: "pill",
}


@dataclass(frozen=True, slots=True)
class CardRow:
    """One line of the list: a card, its title, and the chapter where that is not the heading."""

    id: str
    title: str
    second: str


@dataclass(frozen=True, slots=True)
class CardGroup:
    """The cards of a chapter with its icon, or what a search found."""

    id: str
    name: str
    count: str
    icon: str
    rows: tuple[CardRow, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """A button of a card: what it does, and its words."""

    verb: Verb
    label: str


@dataclass(frozen=True, slots=True)
class CardPage:
    """A card as it is read; `mine` is what one's own diary says on it, empty while not known.

    `following` is the card after it in the same chapter.
    """

    id: str
    section: str
    icon: str
    title: str
    paragraphs: tuple[str, ...]
    mine: str
    actions: tuple[Action, ...]
    source: str
    general: str
    following: CardRow | None


class LearnView(Complains, Protocol):
    """What the presenter tells the page, and asks of it."""

    def show_list(self, groups: tuple[CardGroup, ...], nothing: str) -> None:
        """Show the cards there are, or that none fits."""
        ...

    def show_card(self, page: CardPage) -> None:
        """Show a card."""
        ...

    def show_using(self, number: int) -> None:
        """Show a card on how TwitchLog is used, among the others."""
        ...

    def can(self, counterpart: Counterpart, verb: Verb) -> bool:
        """Tell whether there is a screen for this."""
        ...

    def go(self, counterpart: Counterpart, verb: Verb) -> None:
        """Lead to the screen for this."""
        ...


class LearnPresenter:
    """Searches the cards, opens one, and leads from it to its counterpart in the diary."""

    def __init__(self, services: Services, view: LearnView) -> None:
        self._services, self._view = services, view
        self._card: Card | None = None
        self._found: tuple[CardGroup, ...] = ()

    @property
    def open_id(self) -> str:
        """The id of the card that is open, or nothing."""
        return self._card.id if self._card else ""

    def find(self, text: str) -> None:
        """Show what fits the words typed so far; every chapter for nothing."""
        asked = " ".join(text.split())
        self._found = self._fitting(asked) if asked else _chapters()
        nothing = ""
        if not self._found:
            short = asked if len(asked) <= _LONGEST_ASKED else asked[:_LONGEST_ASKED] + "…"
            nothing = _("No card speaks of “{words}”. Try another word, or clear the search.")
            nothing = nothing.format(words=short)
        self._view.show_list(self._found, nothing)

    def open_first(self) -> None:
        """Open the card that fits best."""
        if self._found:
            self.open(self._found[0].rows[0].id)

    def open(self, name: str) -> None:
        """Show a card at once, and what the diary says on it as soon as that is read.

        A card on how TwitchLog is used stands among the others of its kind.
        """
        if name.startswith(USING):
            self._view.show_using(int(name.removeprefix(USING)))
            return
        self._card = card(name)
        self._view.show_card(self._page(self._card))
        self.refresh()

    def using(self) -> tuple[HelpCard, ...]:
        """Return the cards on how TwitchLog is used."""
        where = self._services.diary.address
        return help_cards(where.shown, on_server=where.on_server)

    def _fitting(self, asked: str) -> tuple[CardGroup, ...]:
        """Return what fits, the group with the nearest card first.

        A slip in what is typed is forgiven only where nothing on using TwitchLog has the words.
        """
        near, used = self._used(asked)
        cards = search(asked, forgiving=not used)
        if not cards:
            return used
        nearest = closeness(asked, cards[0].title, cards[0].told)
        return used + _found(cards) if near < nearest else _found(cards) + used

    def _used(self, asked: str) -> tuple[int, tuple[CardGroup, ...]]:
        """Return how near the nearest card on using TwitchLog is, and all that have the words."""
        ranked = sorted(
            (near, number, each.title)
            for number, each in enumerate(self.using())
            if (near := closeness(asked, each.title, each.told)) < NOWHERE
        )
        if not ranked:
            return NOWHERE, ()
        rows = tuple(CardRow(f"{USING}{number}", title, "") for _near, number, title in ranked)
        return ranked[0][0], (CardGroup("using", _("Using TwitchLog"), "", "", rows),)

    def close(self) -> None:
        """Hear that no card is open any more."""
        self._card = None

    def refresh(self) -> None:
        """Read again what the diary says on the open card."""
        asked = self._card
        if asked is None or asked.counterpart is None:
            return
        counterpart, today = asked.counterpart, self._services.clock.now().day
        if not self._verbs(counterpart):
            return

        def read(line: str) -> None:
            if self._card is asked:
                self._view.show_card(self._page(asked, line))

        self._services.read(lambda diary: mine(diary, counterpart, today=today), read, self._view)

    def act(self, verb: Verb) -> None:
        """Lead to where the open card's counterpart is logged or seen."""
        if self._card is not None and self._card.counterpart is not None:
            self._view.go(self._card.counterpart, verb)

    def _verbs(self, counterpart: Counterpart) -> tuple[Verb, ...]:
        return tuple(verb for verb in Verb if self._view.can(counterpart, verb))

    def _actions(self, counterpart: Counterpart | None) -> tuple[Action, ...]:
        if counterpart is None:
            return ()
        return tuple(Action(verb, counterpart.label(verb)) for verb in self._verbs(counterpart))

    def _page(self, told: Card, line: str = "") -> CardPage:
        return CardPage(
            id=told.id,
            section=told.section.label,
            icon=_ICONS[told.section],
            title=told.title,
            paragraphs=told.paragraphs,
            mine=line,
            actions=self._actions(told.counterpart),
            source=_("To read more: {source}").format(source=told.source) if told.source else "",
            general=general(),
            following=_following(told),
        )


def _chapters() -> tuple[CardGroup, ...]:
    groups = []
    for section in Section:
        cards = [each for each in CARDS.values() if each.section is section]
        rows = tuple(CardRow(each.id, each.title, "") for each in cards)
        groups.append(
            CardGroup(section.value, section.label, _cards(len(rows)), _ICONS[section], rows)
        )
    return tuple(groups)


def _cards(count: int) -> str:
    return ngettext("{n} card", "{n} cards", count).format(n=count)


def _following(told: Card) -> CardRow | None:
    chapter = [each for each in CARDS.values() if each.section is told.section]
    at = chapter.index(told) + 1
    return CardRow(chapter[at].id, chapter[at].title, _("Next")) if at < len(chapter) else None


def _found(found: tuple[Card, ...]) -> tuple[CardGroup, ...]:
    name = _cards(len(found))
    if len(found) > MOST_FOUND:
        name = _("The best {n} of {all} cards").format(n=MOST_FOUND, all=len(found))
    rows = tuple(CardRow(each.id, each.title, each.section.label) for each in found[:MOST_FOUND])
    return (CardGroup("found", name, "", "", rows),)
