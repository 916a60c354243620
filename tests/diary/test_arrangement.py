"""Which charts stand first and which are hidden, as the diary keeps it."""

from __future__ import annotations

import json

import pytest

from twitchlog.domain.arrangement import Arrangement
from twitchlog.domain.phrase import phrase

KINDS = ("timeline", "places", "dial", "year")


def test_what_stands_first_comes_in_its_order_and_the_rest_as_the_program_has_it():
    arrangement = Arrangement(first=("year", "gone", "dial"), hidden=("places",))
    assert arrangement.shown(KINDS) == ("year", "dial", "timeline")
    assert arrangement.kept_away(KINDS) == ("places",)


def test_a_chart_is_first_or_hidden_but_never_both():
    arrangement = Arrangement().put_first("dial").put_first("year").hide("dial")
    assert arrangement == Arrangement(("year",), ("dial",))
    assert arrangement.put_first("dial") == Arrangement(("year", "dial"), ())
    assert arrangement.let_go("dial").let_go("year") == Arrangement()


def test_the_first_change_places_and_stop_at_either_end():
    arrangement, among = Arrangement(("a", "b", "c")), ("c", "b", "a", "d")
    assert arrangement.step("c", -1, among).first == ("a", "c", "b")
    for kind, by in (("a", -1), ("c", 1), ("d", 1), ("d", -1)):
        assert arrangement.step(kind, by, among) is arrangement


def test_a_step_passes_what_is_not_seen_beside_it():
    """A chart of another version, or one that stands in another group."""
    arrangement = Arrangement(("a", "gone", "c"))
    assert arrangement.step("c", -1, ("a", "c")).first == ("c", "gone", "a")
    assert arrangement.step("a", 1, ("a", "c")).first == ("c", "gone", "a")
    assert arrangement.step("a", -1, ("a", "c")) is arrangement


def test_the_order_is_kept_and_can_be_undone(diary):
    assert diary.preferences.arrangement() == Arrangement()
    wanted = Arrangement(("dial",), ("year",))
    written = diary.preferences.arrange(wanted, phrase("Time of day put first"))
    assert written.changes.name == "Time of day put first"
    assert diary.preferences.arrangement() == wanted
    assert diary.preferences.arrange(wanted, phrase("The same again")).changes.step is None
    diary.undo()
    assert diary.preferences.arrangement() == Arrangement()


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        ("nonsense", Arrangement()),
        ("[1]", Arrangement()),
        (json.dumps({"first": 7}), Arrangement()),
        (
            json.dumps({"first": ["dial", 1, "dial"], "hidden": ["dial", "year"]}),
            Arrangement(("dial",), ("year",)),
        ),
    ],
)
def test_an_order_that_makes_no_sense_arranges_nothing(diary, kept, read):
    from sqlalchemy import text

    diary.preferences.arrange(Arrangement(("year",)), phrase("Year in days put first"))
    with diary.operation(phrase("as another version wrote it")) as operation:
        operation.connection.execute(
            text("UPDATE profile SET value = :kept WHERE key = 'charts'"), {"kept": kept}
        )
    assert diary.preferences.arrangement() == read
