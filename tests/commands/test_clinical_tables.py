"""Whatever a doctor may want to know can be entered, and comes back in `twitchlog list --json`."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from support import clinical_causes, clinical_visit
from support.clinical_rows import ROWS

# The modules fill the table as they are read.
assert clinical_causes
assert clinical_visit


@pytest.mark.parametrize("name", list(ROWS))
def test_every_row_of_the_clinical_tables_is_entered_and_found_again(name, run, stored, tmp_path):
    entered = ROWS[name](stored(), tmp_path)
    next(entered)
    said = json.loads(run("list", "--json"))
    with pytest.raises(StopIteration):
        entered.send(said)


def test_no_row_of_the_tables_got_lost():
    rows = Counter(name.split(": ")[0] for name in ROWS)
    assert rows == {"causes": 40, "signs": 7, "questions": 19, "tests": 17, "treatment": 7}
