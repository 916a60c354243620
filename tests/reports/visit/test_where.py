"""Questions 4 and 5, and the shares on the body map."""

from __future__ import annotations

from datetime import date, timedelta

from twitchlog.domain.profile import Profile
from twitchlog.reports.visit.pictures import body_map
from twitchlog.reports.visit.where import always_there, which_muscles

NOV_20 = date(2025, 11, 20)


def said(answer):
    return answer.printed().plain.replace("\u00a0", " ")


def spread(book, counts):
    """Log `counts` of each place, one entry a day in turn over the ninety days."""
    diary, n = book(), 0
    for site, count in counts.items():
        for _nth in range(count):
            diary.log(NOV_20 - timedelta(days=n * 7 % 90), *([site] if site else []))
            n += 1
    return diary.figures().figures


def test_places_are_ranked_with_shares_and_small_ones_summed_from_counts(book):
    """101 of 153 is 66.0%, 20 13.1%, 12 7.8%, 8 5.2%; 4 + 4 + 4 of 153 is 7.8%, not 3 x 3%."""
    figures = spread(
        book,
        {"calf-left": 101, "calf-right": 20, "sole-left": 12, "thigh-left": 8,
         "eyelid-left": 4, "eyelid-right": 4, "shoulder-left": 4},
    )  # fmt: skip
    answer = which_muscles(figures, Profile())
    assert said(answer) == (
        "Left calf 66% (101 of 153 entries), right calf 13%, left sole 8%, left thigh 5%,"
        " 3 other places 8%."
    )
    assert answer.shorter.plain.replace("\u00a0", " ") == (
        "Left calf 66% (101 of 153 entries), right calf 13%, 5 other places 21%."
    )


def test_under_twenty_entries_there_are_counts_and_no_per_cent(sparse):
    answer = which_muscles(sparse.figures().figures, Profile())
    assert said(answer) == ("Right hand, thumb side: 2 of 4 entries. 1 right calf, 1 left eyelid.")


def test_entries_without_a_place_are_said(book):
    figures = spread(book, {"calf-left": 26, "": 4})
    assert said(which_muscles(figures, Profile())) == (
        "Left calf 87% (26 of 30 entries). 4 of 30 without a place."
    )


def test_an_entry_with_two_places_counts_at_each_and_the_page_says_so(book):
    diary = book()
    for n in range(20):
        diary.log(NOV_20 - timedelta(days=n), "calf-left", "calf-right")
    answer = which_muscles(diary.figures().figures, Profile())
    assert said(answer) == (
        "Left calf 100% (20 of 20 entries), right calf 100%."
        " An entry with several places counts at each."
    )


def test_a_small_share_is_never_printed_as_nothing(book):
    figures = spread(book, {"calf-left": 299, "eyelid-left": 1})
    assert "left eyelid <1%" in said(which_muscles(figures, Profile()))
    assert which_muscles(figures, Profile()).bold == "Left calf >99%"


def test_same_place_needs_thirty_entries_over_eight_weeks(sparse):
    answer = always_there(sparse.figures().figures, Profile())
    assert said(answer) == (
        "Too early to tell: 3 places in 4 entries; it takes 30 entries over 8 weeks."
    )


def test_a_leading_place_in_every_fortnight_is_always_one_place(book):
    """All 40 entries at one place: every block's share is 1, so the interval is 100 to 100."""
    answer = always_there(spread(book, {"calf-left": 40}), Profile())
    assert said(answer) == "Always one place: left calf 100% (likely 100 to 100%)."


def test_the_map_shows_every_place_with_the_per_cent_of_answer_four(quarter):
    figures = quarter.figures().figures
    shown = body_map(figures)
    assert sum(place.entries for place in shown.places) == figures.entries
    answer = said(which_muscles(figures, Profile()))
    for place in shown.places[:4]:
        assert f"{place.name} {place.label}".lower() in answer.lower()
        assert f"{place.name} {place.label}" in shown.alt


def test_the_map_of_few_entries_has_counts(sparse):
    shown = body_map(sparse.figures().figures)
    assert [place.label for place in shown.places] == ["2", "1", "1"]
    assert shown.caption[0] == "Count of the 4 entries."
