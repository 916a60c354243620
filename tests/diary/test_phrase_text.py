"""Phrases go into a column and come back, and what stands there already is shown as it is."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.diary import phrase_text
from twitchlog.domain.phrase import Letter, Phrase, Sites, shown
from twitchlog.translation import speaking

HOSTILE = st.sampled_from(
    ['{"say":', '{"say":"Sleep"}', "{name}", "{{", '"', "\\", "{0.__class__}", "\0", "“”", "%(n)s"]
)
TEXTS = st.text() | HOSTILE
MESSAGES = TEXTS | st.sampled_from(["{name} removed", "{n} {unit}", "Sleep", ""])
PLAIN = TEXTS | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
LEAVES = PLAIN | st.lists(TEXTS, max_size=2).map(lambda ids: Sites(tuple(ids)))
TERMS = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        Phrase,
        MESSAGES,
        st.dictionaries(st.sampled_from(["name", "n", "unit", "no place"]), inner, max_size=3),
        st.sampled_from(["", "{n} entries removed"]),
        st.sampled_from(Letter),
    ),
    max_leaves=6,
)


@given(TERMS)
def test_every_name_goes_into_the_column_and_comes_back(term):
    text = phrase_text.dump(term)
    for language in ("en", "de"):
        with speaking(language):
            assert shown(phrase_text.load(text)) == shown(term)
    if isinstance(term, Phrase):
        assert phrase_text.load(text) == term


@given(TEXTS.filter(lambda text: not text.startswith('{"say":')))
def test_a_name_that_an_older_version_wrote_is_shown_as_it_is(text):
    assert shown(phrase_text.load(text)) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"say":"Sleep","later":[1]}', "Sleep"),
        ('{"say":"{name} removed","with":{"name":{"of":"later"}}}', "… removed"),
        ('{"say":"{name} removed","with":{"name":[1,null]}}', "… removed"),
        ('{"say":"{name} removed","with":["name"]}', "… removed"),
        ('{"say":"{n} entry","many":7,"with":{"n":1e999}}', "… entry"),
        ('{"say":"Sleep","letter":"later"}', "Sleep"),
        ('{"say":"Sleep","letter":["later"]}', "Sleep"),
        ('{"say":7}', "…"),
        ('{"say":"Sleep"', '{"say":"Sleep"'),
        (r'{"say":"half a letter \ud83d"}', r'{"say":"half a letter \ud83d"}'),
    ],
)
def test_what_a_newer_version_wrote_is_shown_as_far_as_it_is_known(text, said):
    assert shown(phrase_text.load(text)) == said


def test_phrases_without_end_in_a_damaged_file_are_shown_too():
    text = '{"say":"{it}","with":{"it":' * 60 + '"x"' + "}}" * 60
    assert json.loads(text)
    assert shown(phrase_text.load(text)) == "…"
    endless = '{"say":"{it}","with":{"it":' * 100_000
    assert shown(phrase_text.load(endless)) == endless


@pytest.mark.parametrize(
    "message", ['"say":"{it}{it}"', '"say":"{it}","many":"{it}{it}"'], ids=["one", "many"]
)
def test_phrases_that_double_in_each_other_are_not_put_together(message):
    text = ("{" + message + ',"with":{"n":2,"it":') * 11 + '"x"' + "}}" * 11
    assert json.loads(text)
    assert len(shown(phrase_text.load(text))) == 1
