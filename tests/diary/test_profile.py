"""What the person says of themself is kept whole, and wrong dates are refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

import pytest

from twitchlog.diary import Diary, records, tables
from twitchlog.domain.errors import BadInput
from twitchlog.domain.phrase import phrase
from twitchlog.domain.profile import Onset, PartialDate, Pregnancy, Pregnant, Profile, Visit

FULL = Profile(
    name="Zoë 🦵 بنت",
    born=date(1987, 3, 14),
    first_noticed=PartialDate(2026, 2),
    onset=Onset.SUDDEN,
    pregnancy=Pregnancy(Pregnant.YES, date(2026, 6, 1), due=date(2026, 12, 24), weeks=12),
    own_words=MappingProxyType({1: "since the flu", 7: "none"}),
    no_medicines=date(2026, 6, 18),
    medicines="One a day\nAnother",
    tests="Blood: fine",
    conditions="None known",
    visit=Visit(date(2026, 7, 1), "Dr Who"),
    questions=("First?", "Second?"),
    paper="letter",
    language="de",
)


def test_an_empty_diary_knows_nothing_of_the_person(diary):
    assert diary.profile.get() == Profile()


def test_everything_said_is_kept_and_found_after_a_restart(diary, clock):
    assert diary.profile.save(FULL).value == FULL
    diary.close()
    with Diary.open(diary.address, clock=clock) as again:
        assert again.profile.get() == FULL


def test_only_what_changed_is_written_and_undo_brings_back_just_that(diary):
    diary.profile.save(FULL)
    diary.profile.save(replace(FULL, name="Z", questions=()))
    diary.undo()
    assert diary.profile.get() == FULL
    diary.undo()
    assert diary.profile.get() == Profile()


def test_saving_the_same_again_leaves_nothing_to_undo(diary):
    diary.profile.save(FULL)
    assert diary.profile.save(FULL).changes.step is None
    diary.undo()
    assert diary.next_undo() is None


def test_paper_and_language_of_the_page_are_no_answers(diary):
    changes = diary.profile.save(Profile(paper="letter", language="de")).changes
    assert changes.name == "The page for the doctor changed"
    assert diary.profile.save(FULL).changes.name == "Your answers saved"
    both = replace(diary.profile.get(), paper="a4", questions=("Why?",))
    assert diary.profile.save(both).changes.name == "Your answers saved"


def test_lines_are_tidied_and_empty_ones_left_out(diary):
    said = replace(
        FULL, name=" A \n B ", questions=(" one ", "  "), own_words=MappingProxyType({2: " "})
    )
    kept = diary.profile.save(said).value
    assert (kept.name, kept.questions, dict(kept.own_words)) == ("A B", ("one",), {})
    assert diary.profile.get() == kept


@pytest.mark.parametrize(
    "wrong",
    [
        {"born": date(1899, 12, 31)},
        {"born": date(2026, 6, 19)},
        {"born": date(2050, 1, 1)},
        {"first_noticed": PartialDate(2027)},
        {"first_noticed": PartialDate(2026, 6, 19)},
        {"paper": "napkin"},
        {"language": "tlh"},
        {"own_words": MappingProxyType({8: "eighth"})},
        {"own_words": MappingProxyType({1: "x" * 100_000})},
        {"name": "x" * 121},
        {"questions": ("x" * 501,)},
        {"pregnancy": Pregnancy(Pregnant.YES, date(2026, 6, 1), weeks=46)},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_what_cannot_be_is_refused_and_nothing_changes(diary, rows, wrong):
    diary.profile.save(FULL)
    before = rows(diary.path, steps=True)
    with pytest.raises(BadInput):
        diary.profile.save(replace(FULL, **wrong))
    assert rows(diary.path, steps=True) == before


def test_the_month_it_was_noticed_may_be_this_one(diary, clock):
    today = clock.now().day
    said = Profile(first_noticed=PartialDate(today.year, today.month), born=today - timedelta(1))
    assert diary.profile.save(said).value == said


def test_a_page_in_a_language_that_this_program_has_not_is_in_the_one_it_speaks(diary):
    with diary.operation(phrase("A newer program")) as operation:
        row = {"key": "language", "value": '"tlh"'}
        records.put(operation, tables.profile, row, records.origin(diary))
    known = diary.profile.get()
    assert known.language == ""
    assert diary.profile.save(replace(known, name="Alex")).value.name == "Alex"
