"""Why the system refused something, at the end of a sentence of ours."""

from __future__ import annotations

import errno

import pytest

from twitchlog.diary.reasons import reason_of


def test_the_system_is_quoted_in_small_letters_whatever_it_wrote(tmp_path):
    with pytest.raises(OSError, match="missing") as caught:
        (tmp_path / "missing").read_bytes()
    assert reason_of(caught.value) == "no such file or directory"
    assert reason_of(OSError(errno.ENOSPC, "Anything")) == "no space left on device"
    assert reason_of(OSError(errno.EDOM, "Out of Domain")) == "out of domain"
    assert reason_of(ValueError("Not a Number")) == "not a number"
