from __future__ import annotations

from datetime import date, timedelta

import pytest

from twitchlog.reports.patterns.persistence import Persistence, persistent

TODAY = date(2026, 6, 30)


def logged(*sites_newest_first: str) -> tuple[tuple[date, frozenset[str]], ...]:
    """Each text is one logged day, its letters the places named on it, newest first."""
    return tuple(
        (TODAY - timedelta(days=at), frozenset(sites))
        for at, sites in enumerate(sites_newest_first)
    )


@pytest.mark.parametrize(
    ("days", "verdict"), [(14, Persistence.FOUND), (13, Persistence.NOT_FOUND)]
)
def test_fourteen_of_the_last_21_logged_days_are_persistent(days: int, verdict) -> None:
    found = persistent(logged(*["a"] * days, *[""] * (21 - days)))
    assert found.verdict is verdict
    assert (found.site, found.days, found.logged) == ("a", days, 21)
    assert found.last == TODAY
    assert found.first == TODAY - timedelta(days=days - 1)


def test_different_places_each_day_are_not_persistent() -> None:
    found = persistent(logged(*["a", "b", "c"] * 7))
    assert found.verdict is Persistence.NOT_FOUND
    assert (found.site, found.days) == ("a", 7)


def test_fourteen_days_are_found_before_there_are_21() -> None:
    assert persistent(logged(*["a"] * 14)).verdict is Persistence.FOUND


def test_under_21_logged_days_it_is_too_early_to_say_no() -> None:
    found = persistent(logged(*["a"] * 13, *[""] * 7))
    assert found.verdict is Persistence.TOO_EARLY
    assert found.logged == 20
    assert persistent(()).verdict is Persistence.TOO_EARLY


def test_21_quiet_days_are_not_persistent() -> None:
    found = persistent(logged(*[""] * 21))
    assert found.verdict is Persistence.NOT_FOUND
    assert found.site is None


def test_days_before_the_last_21_do_not_count() -> None:
    found = persistent(logged(*[""] * 10, *["a"] * 20))
    assert found.verdict is Persistence.NOT_FOUND
    assert found.days == 11


def test_of_places_that_tie_the_one_named_last_is_meant() -> None:
    assert persistent(logged("b", "a", "a", "b")).site == "b"
    assert persistent(logged("ab", "ab")).site == "a"
