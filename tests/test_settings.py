"""The look is kept beside the diary, and a spoilt file never keeps the program from starting."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from twitchlog.settings import LOOKS, TEXT_SCALES, Settings, SettingsFile

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_chosen_is_there_at_the_next_start(tmp_path: Path) -> None:
    diary = tmp_path / "diary.sqlite"
    SettingsFile(diary).change(look="dark", text_scale=1.3, less_motion=True)
    assert SettingsFile(diary).values == Settings(look="dark", text_scale=1.3, less_motion=True)


def test_two_diaries_in_one_folder_have_settings_of_their_own(tmp_path: Path) -> None:
    SettingsFile(tmp_path / "mine.sqlite").change(look="dark")
    assert SettingsFile(tmp_path / "example.sqlite").values.look == "system"


def test_a_folder_that_cannot_be_written_keeps_the_choice_for_this_run(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("not a folder")
    settings = SettingsFile(blocked / "diary.sqlite")
    assert settings.change(look="dark").look == "dark"
    assert settings.values.look == "dark"


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(),
        lambda inner: st.dictionaries(
            st.sampled_from(["look", "text_scale", "less_motion", "span", "folder", "x"]), inner
        ),
    )
)
def test_any_file_gives_settings_that_can_be_used(held: object) -> None:
    found = Settings.of(json.loads(json.dumps(held)))
    assert found.look in LOOKS
    assert found.text_scale in TEXT_SCALES
    assert isinstance(found.less_motion, bool)


def test_a_spoilt_file_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "diary settings.json").write_bytes(b"\xff{")
    assert SettingsFile(tmp_path / "diary.sqlite").values == Settings()
