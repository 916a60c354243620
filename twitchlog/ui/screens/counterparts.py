"""The ways from a card to what it belongs to in the diary; what has no screen has no way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.domain.factor import FACTORS
from twitchlog.domain.learn import Counterpart, Kind, Verb
from twitchlog.presenters.learn_mine import CARE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from twitchlog.ui.navigation import Shell

    Way = Callable[[str], object]
    Act = Callable[[], object]


class Counterparts:
    """Leads to where a counterpart is logged or seen.

    `log`, `check_in` (at a factor) and `take` open those sheets; `care` opens the sections of Care
    by their keys.
    """

    def __init__(
        self, shell: Shell, *, log: Act, check_in: Way, take: Act, care: Mapping[str, Act]
    ) -> None:
        def tab(name: str) -> Way:
            return lambda _detail: shell.go(name)

        def answer(number: str) -> object:
            return shell.go("visit").open_question(int(number))

        self._ways: dict[tuple[Kind, Verb], Way] = {
            (Kind.TWITCH, Verb.LOG): lambda _detail: log(),
            (Kind.TWITCH, Verb.SEE): tab("diary"),
            (Kind.FACTOR, Verb.LOG): check_in,
            (Kind.FACTOR, Verb.SEE): tab("diary"),
            (Kind.MEDICATIONS, Verb.LOG): lambda _detail: take(),
            (Kind.SIGNS, Verb.LOG): lambda _detail: care["weekly"](),
            (Kind.SIGNS, Verb.SEE): tab("visit"),
            (Kind.QUESTION, Verb.LOG): answer,
            (Kind.QUESTION, Verb.SEE): tab("visit"),
            (Kind.PATTERNS, Verb.SEE): tab("patterns"),
            (Kind.VISIT, Verb.SEE): tab("visit"),
        }
        self._ways[Kind.REST_COUNT, Verb.LOG] = lambda _detail: care["rest"]()
        for kind, key in CARE.items():
            self._ways[kind, Verb.SEE] = lambda _detail, key=key: care[key]()

    def can(self, counterpart: Counterpart, verb: Verb) -> bool:
        """Tell whether there is a screen for this."""
        if counterpart.kind is Kind.FACTOR and counterpart.detail not in FACTORS:
            return False
        return (counterpart.kind, verb) in self._ways

    def go(self, counterpart: Counterpart, verb: Verb) -> None:
        """Open the screen for this."""
        self._ways[counterpart.kind, verb](counterpart.detail)
