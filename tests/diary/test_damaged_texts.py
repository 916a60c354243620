"""What undo or the bin keeps may be damaged where no check of SQLite's sees it: all else works."""

from __future__ import annotations

import pytest

from twitchlog.diary import tables
from twitchlog.domain.errors import ChangedMeanwhile, NotFound

pytestmark = pytest.mark.in_file


@pytest.fixture
def broken(logged):
    """A diary of two entries, one of them in the bin, whose newest step cannot be read."""
    logged.twitches.remove(logged.twitches.log(["tongue"]).value.id)
    logged.twitches.log(["calf-right"], note="newest")
    steps = tables.steps
    with logged.unrecorded() as connection:
        newest = connection.execute(steps.select().order_by(steps.c.number.desc())).first()
        damaged = steps.update().where(steps.c.number == newest.number)
        connection.execute(damaged.values(images="zlib:AAAA"))
    return logged


def test_backups_are_made_looked_through_and_cleaned(broken):
    backup = broken.backups.make()
    (binned,) = broken.bin.items()
    # What nobody can read may hold it, too.
    assert broken.backups.holding("another").own == (backup,)
    assert broken.backups.clean([backup], binned.id) == 1
    assert broken.backups.holding(binned.id).own == ()


def test_the_step_is_let_go_of_in_words_and_those_before_it_can_be_undone(broken):
    with pytest.raises(ChangedMeanwhile, match="damaged"):
        broken.undo()
    assert broken.twitches.count() == 2
    broken.undo()
    assert broken.bin.items() == ()


def test_what_the_bin_cannot_bring_back_is_named_and_can_be_erased(logged):
    for place in ("tongue", "calf-right"):
        logged.twitches.remove(logged.twitches.log([place]).value.id)
    damaged = next(each for each in logged.bin.items() if each.label == "Tongue")
    with logged.unrecorded() as connection:
        row = tables.bin_.update().where(tables.bin_.c.id == damaged.id)
        connection.execute(row.values(rows='[["twitches", {"id"'))
    assert {each.label for each in logged.bin.items()} == {"Tongue", "Right calf"}
    with pytest.raises(NotFound, match="damaged"):
        logged.bin.restore(damaged.id)
    logged.bin.erase(damaged.id)
    assert [each.label for each in logged.bin.items()] == ["Right calf"]
