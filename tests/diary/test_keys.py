"""The key of a diary: the same from the same password, and back from a printed sheet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.diary import connecting
from twitchlog.diary.sealed import keys
from twitchlog.diary.sealed.keys import Key
from twitchlog.domain.errors import BadInput

SALT = bytes(range(16))


def test_the_key_is_the_one_that_sqlcipher_itself_derives_from_the_password(tmp_path):
    from sqlcipher3 import dbapi2

    path = tmp_path / "diary.sqlite"
    file = dbapi2.connect(str(path))
    file.execute("PRAGMA key='correct horse'")
    file.execute("CREATE TABLE twitches (id TEXT)")
    file.close()
    key = keys.derive("correct horse", connecting.salt_of(path))
    opened = connecting.connect(path, key)
    assert opened.execute("SELECT count(*) FROM twitches").fetchone() == (0,)
    opened.close()


def test_a_password_counts_the_same_however_the_keyboard_puts_its_accents_together():
    assert keys.derive("caf\u00e9 noir", SALT) == keys.derive("cafe\u0301 noir", SALT)


def test_a_key_is_never_shown_by_accident():
    key = Key(b"k" * 32, b"s" * 16)
    assert repr(key) == str(key) == "Key()"


@given(raw=st.binary(min_size=32, max_size=32))
def test_a_printed_key_comes_back_however_it_is_typed(raw):
    key = Key(raw, SALT)
    printed = keys.to_recovery(key)
    assert keys.from_recovery(printed, SALT) == key
    assert keys.from_recovery(printed.lower().replace("-", " \n"), SALT) == key
    misread = printed.replace("O", "0").replace("I", "1").replace("B", "8")
    assert keys.from_recovery(misread, SALT) == key


@given(raw=st.binary(min_size=32, max_size=32), data=st.data())
def test_one_wrong_letter_or_two_that_changed_places_are_found_in_their_group(raw, data):
    typed = list(keys.to_recovery(Key(raw, SALT)).replace("-", ""))
    place = data.draw(st.integers(0, 64))
    if data.draw(st.booleans()) and place % 5 < 4 and typed[place] != typed[place + 1]:
        typed[place], typed[place + 1] = typed[place + 1], typed[place]
    else:
        others = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".replace(typed[place], "")
        typed[place] = data.draw(st.sampled_from(others))
    with pytest.raises(BadInput, match=f"group {place // 5 + 1} of"):
        keys.from_recovery("".join(typed), SALT)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "65 letters and digits; these are 0"), ("ABCD", "these are 4"), ("AB$", "group 1 of")],
)
def test_what_is_no_recovery_key_is_said(typed, said):
    with pytest.raises(BadInput, match=said):
        keys.from_recovery(typed, SALT)
