"""`learn`: what is worth knowing about twitches, to read in a terminal or have read aloud."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from twitchlog.commands.arguments import AsJson
from twitchlog.commands.output import say, say_json
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from twitchlog.domain.learn.card import Card, Section

_WHOLE: Final = 3
"""So many cards are printed whole; of further ones the titles."""

_WIDTH: Final = 78


def learn(
    context: typer.Context,  # noqa: ARG001 - every command is called alike
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]...", help=_("What to read about, or the id of a card.")),
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Read about twitches, what can help, and when to contact a doctor."""
    from twitchlog.domain.learn import CARDS, search

    asked = " ".join(words or ())
    found = (CARDS[asked],) if asked in CARDS else search(asked)
    if as_json:
        say_json([_data(card) for card in found])
    elif not asked.strip():
        _say_titles(found)
    elif found:
        _say_cards(found)
    else:
        say(_("No card speaks of that. See all titles with: twitchlog learn"))


def _say_titles(cards: Iterable[Card]) -> None:
    section: Section | None = None
    for card in cards:
        if card.section is not section:
            say(("\n" if section is not None else "") + card.section.label)
            section = card.section
        say(f"  {card.title} ({card.id})")
    say("\n" + _("Read one with: twitchlog learn caffeine"))


def _say_cards(found: tuple[Card, ...]) -> None:
    from twitchlog.domain.learn import general

    for card in found[:_WHOLE]:
        say(f"{card.title} ({card.section.label})")
        say("")
        for text in card.paragraphs:
            say(fill(text, _WIDTH))
            say("")
        if card.source:
            say(_("To read more: {source}").format(source=card.source))
            say("")
    if found[_WHOLE:]:
        say(_("Further cards:"))
        for card in found[_WHOLE:]:
            say(f"  {card.title} ({card.id})")
        say("")
    say(general())


def _data(card: Card) -> dict[str, Any]:
    return {
        "id": card.id,
        "section": card.section.value,
        "title": card.title,
        "paragraphs": list(card.paragraphs),
        "source": card.source or None,
    }
