"""The ways from a card to what it belongs to in the diary; what has no screen has no way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.domain.factor import FACTORS
from twitchlog.domain.learn import Counterpart, Kind, Verb

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from twitchlog.ui.navigation import Shell

    Way = Callable[[str], object]


class Counterparts:
    """Leads to where a counterpart is logged or seen; `log` and `check_in` open those sheets."""

    def __init__(
        self, shell: Shell, *, log: Callable[[], object], check_in: Callable[[], object]
    ) -> None:
        def visit(form: str) -> Way:
            return lambda _detail: shell.go("visit").open_form(form)

        def show(tab: str) -> Way:
            return lambda _detail: shell.go(tab)

        def answer(number: str) -> object:
            return shell.go("visit").open_question(int(number))

        symptoms = "7"
        self._ways: Mapping[tuple[Kind, Verb], Way] = {
            (Kind.TWITCH, Verb.LOG): lambda _detail: log(),
            (Kind.TWITCH, Verb.SEE): show("diary"),
            (Kind.FACTOR, Verb.LOG): lambda _detail: check_in(),
            (Kind.FACTOR, Verb.SEE): show("diary"),
            (Kind.MEDICATIONS, Verb.LOG): visit("medicines"),
            (Kind.TESTS, Verb.LOG): visit("tests"),
            (Kind.CONDITIONS, Verb.LOG): visit("conditions"),
            (Kind.SIGNS, Verb.LOG): lambda _detail: answer(symptoms),
            (Kind.SIGNS, Verb.SEE): show("visit"),
            (Kind.APPOINTMENT, Verb.LOG): visit("appointment"),
            (Kind.APPOINTMENT, Verb.SEE): show("visit"),
            (Kind.QUESTION, Verb.LOG): answer,
            (Kind.QUESTION, Verb.SEE): show("visit"),
            (Kind.PATTERNS, Verb.SEE): show("patterns"),
            (Kind.VISIT, Verb.SEE): show("visit"),
        }

    def can(self, counterpart: Counterpart, verb: Verb) -> bool:
        """Tell whether there is a screen for this."""
        if counterpart.kind is Kind.FACTOR and counterpart.detail not in FACTORS:
            return False
        return (counterpart.kind, verb) in self._ways

    def go(self, counterpart: Counterpart, verb: Verb) -> None:
        """Open the screen for this."""
        self._ways[counterpart.kind, verb](counterpart.detail)
