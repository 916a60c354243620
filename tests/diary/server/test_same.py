"""What is asked of a diary in a file is answered the same by one on a server.

A fair part of the diary's tests runs here on both; all of them do with `TWITCHLOG_TEST_SERVER`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from twitchlog.diary import Diary

CHOSEN: Final = {}


@pytest.fixture
def diary(server_diary: Diary) -> Diary:
    return server_diary
