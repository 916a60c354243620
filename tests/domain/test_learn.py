"""The cards cover what there is to know, in plain calm words, and are found by what is typed."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.domain.errors import NotFound
from twitchlog.domain.learn import (
    CARDS,
    Kind,
    Section,
    card,
    card_for_sign,
    general,
    search,
)
from twitchlog.domain.profile import QUESTIONS
from twitchlog.domain.symptom import PERSISTENT_DAYS, PERSISTENT_WINDOW, SYMPTOMS
from twitchlog.domain.wording import begins_nearly, plain_words

COVERED = {
    # What has to be told, and the words of it that the card must hold.
    "twitch": ("small pull", "nerve fibre", "fasciculation"),
    "harmless": ("eyelid", "calf", "thumb", "stress", "few days"),
    "caffeine": ("coffee", "tea", "cola", "energy drink"),
    "stimulants": ("amphetamines", "prescribed"),
    "overdose": ("too much", "emergency"),
    "sleep": ("hours you slept",),
    "side-effects": ("diuretics", "corticosteroids", "oestrogens"),
    "exercise": ("afterwards", "next one"),
    "diet": ("skipped meals", "magnesium", "potassium", "vitamin d", "b12"),
    "stress": ("stress",),
    "anxiety": ("anxiety",),
    "potassium": ("potassium",),
    "kidney": ("kidney", "uraemia"),
    "autoimmune": ("autoimmune", "isaacs"),
    "als": ("als",),
    "neuropathy": ("neuropathy", "damaged"),
    "sma": ("spinal muscular atrophy", "family"),
    "myopathy": ("myopathy",),
    "nerve-conditions": ("your family",),
    "weakness": ("weakness", "contact a doctor"),
    "muscle-loss": ("wasting", "contact a doctor"),
    "feeling": ("numb", "contact a doctor"),
    "persistent": ("contact a doctor", f"{PERSISTENT_DAYS} of your last {PERSISTENT_WINDOW}"),
    "contact": ("weak", "thinner", "numb", "one place"),
    "emergency": ("breathing", "swallowing", "speaking", "one side", "suddenly"),
    "electrolytes": ("potassium", "sodium", "calcium", "magnesium", "phosphate"),
    "thyroid": ("tsh", "free t4"),
    "chemistry": ("creatinine", "urea", "glucose", "creatine kinase"),
    "range": ("laboratory", "range"),
    "blood": ("vein", "minutes", "eat beforehand"),
    "ct": ("spine or brain", "minutes", "beforehand"),
    "mri": ("spine or brain", "minutes", "beforehand"),
    "emg": ("needle", "less than an hour", "no lotion"),
    "nerve-conduction": ("pulse", "minutes", "no lotion"),
    "often-nothing": ("settle", "nothing to treat"),
    "no-treatment": ("settle within days",),
    "corticosteroids": ("betamethasone", "prednisone"),
    "muscle-relaxants": ("carisoprodol", "cyclobenzaprine"),
    "neuromuscular-blockers": ("incobotulinumtoxina", "rimabotulinumtoxinb"),
    **{f"question-{number}": ("the page",) for number in range(2, 8)},
    "question-1": ("the page", "first entry"),
}
USERS_EXPECT = {
    "alcohol": "alcohol", "nicotine": "nicotine", "dehydration": "water", "screen time": "screen",
    "fever": "illness", "cold": "cold", "menstrual cycle": "cycle", "steroids": "corticosteroids",
}  # fmt: skip
BANNED = re.compile(r"\bpatients?\b|\babnormal|symptom burden|!|you have \w*itis\b", re.IGNORECASE)
SENTENCE_MEAN, SENTENCE_LONGEST, LONG_LETTERS, LONG_SHARE = 18, 26, 10, 0.10
TEXTBOOK = (
    "Fasciculations are spontaneous involuntary contractions attributable to depolarisation of "
    "lower motor neurones, whose electromyographic characteristics, although insufficiently "
    "discriminating in isolation, nevertheless contribute substantially to differential diagnosis."
)
EVERY = sorted(CARDS)


def readable(text: str) -> bool:
    """Tell whether sentences are short and long words few enough for a reader of twelve."""
    sentences = [part for part in re.split(r"[.?:](?:\s|$)", text) if part.strip()]
    lengths = [len(part.split()) for part in sentences]
    found = re.findall(r"[^\W\d]+", text)
    long_share = sum(len(word) >= LONG_LETTERS for word in found) / len(found)
    return (
        sum(lengths) / len(lengths) <= SENTENCE_MEAN
        and max(lengths) <= SENTENCE_LONGEST
        and long_share <= LONG_SHARE
    )


@pytest.mark.parametrize("name", sorted(COVERED))
def test_each_cause_sign_question_test_and_treatment_has_a_card(name):
    told = " ".join((CARDS[name].title, *CARDS[name].paragraphs)).lower()
    assert [words for words in COVERED[name] if words not in told] == []


def test_what_users_expect_besides_is_found():
    for asked, name in USERS_EXPECT.items():
        assert CARDS[name] in search(asked)[:3]


def test_each_history_question_stands_as_the_doctor_asks_it_and_belongs_to_its_answer():
    for number, asked in enumerate(QUESTIONS, start=1):
        told = CARDS[f"question-{number}"]
        assert asked in told.title
        assert (told.counterpart.kind, told.counterpart.detail) == (Kind.QUESTION, str(number))


def test_each_sign_of_a_symptom_leads_to_a_card_on_it():
    signs = [kind.id for kind in SYMPTOMS.values() if kind.sign]
    assert {sign: card_for_sign(sign).id for sign in signs} == {
        "weakness": "weakness",
        "muscle-loss": "muscle-loss",
        "feeling": "feeling",
        "speaking": "emergency",
        "swallowing": "emergency",
        "breathing": "emergency",
    }
    assert card_for_sign("persistent").id == "persistent"
    assert card_for_sign("hiccups").section is Section.DOCTOR


@pytest.mark.parametrize("name", EVERY)
def test_a_card_reads_easily_and_calmly(name):
    told = CARDS[name]
    assert readable(" ".join(told.paragraphs))
    everything = " ".join((told.title, *told.paragraphs, told.search_words, told.source))
    assert BANNED.search(everything) is None
    assert sum(len(text.split()) for text in told.paragraphs) <= 100
    assert "{" not in everything


def test_what_is_written_like_a_textbook_is_not_readable():
    assert not readable(TEXTBOOK)


def test_a_condition_is_never_called_likely():
    for told in CARDS.values():
        assert "likely" not in " ".join(told.paragraphs).lower().split()
    assert general() == "This is general information, not a diagnosis."


def test_what_is_a_fact_of_medicine_names_where_it_can_be_read_up():
    without = {
        "rest-count",
        "together",
        "nicotine",
        "illness",
        "cold",
        "cycle",
        "prepare",
        "afterwards",
    }
    assert {name for name, told in CARDS.items() if not told.source} == without


def test_ids_titles_and_chapters_are_in_order():
    assert list(CARDS) == [told.id for told in CARDS.values()]
    titles = [told.title for told in CARDS.values()]
    assert len(titles) == len(set(titles))
    chapters = list(dict.fromkeys(told.section for told in CARDS.values()))
    assert chapters == list(Section)


def test_an_unknown_card_is_refused_in_words():
    with pytest.raises(NotFound, match="no such card"):
        card("no-such-card")


def test_nothing_typed_gives_every_card():
    assert search("") == search(" , ") == tuple(CARDS.values())


@pytest.mark.parametrize("name", EVERY)
def test_a_card_is_found_first_by_its_title_in_any_case(name):
    title = CARDS[name].title
    assert search(title)[0].id == name
    assert search(title.upper())[0].id == name


@given(name=st.sampled_from(EVERY), data=st.data())
def test_every_word_of_a_card_finds_it_with_or_without_accents(name, data):
    told = CARDS[name]
    words = plain_words(" ".join((told.title, *told.paragraphs)), longest=4000)
    asked = data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=3))
    typed = unicodedata.normalize("NFD", " ".join(asked).swapcase())
    found = search(typed)
    assert told in found


@given(name=st.sampled_from(EVERY), data=st.data())
def test_one_slip_in_a_word_of_the_title_still_finds_the_card(name, data):
    words = [word for word in plain_words(CARDS[name].title) if len(word) >= 6]
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    at = data.draw(st.integers(0, len(word) - 2))
    letter = data.draw(st.sampled_from("qxz"))
    typed = data.draw(
        st.sampled_from(
            [
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            ]
        )
    )
    assert begins_nearly(typed, word)
    found = search(typed)
    # a slip can make another word that is there; then that one is meant
    meant_another = any(
        known.startswith(typed)
        for told in CARDS.values()
        for known in plain_words(
            " ".join((told.title, told.search_words, *told.paragraphs)), longest=4000
        )
    )
    assert CARDS[name] in found or meant_another


def test_a_short_word_is_not_found_inside_other_words_of_a_text():
    assert [each.id for each in search("ALS")] == ["als"]
    assert search("pot")[0].id == "potassium"  # a title is still found while it is being typed


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("caffiene", "caffeine"),
        ("pottasium", "potassium"),
        ("What is an EMG?", "emg"),
        ("elektrolites", "electrolytes"),
        ("motor neurone disease", "als"),
        ("mnd", "als"),
        ("ALS", "als"),
        ("numbness", "feeling"),
        ("botox", "neuromuscular-blockers"),
        ("should I see a doctor", "contact"),
        ("bfs", "bfs"),
        ("anxious", "anxiety"),
        ("is it dangerous", "harmless"),
        ("multiple sclerosis", "worry"),
    ],
)
def test_what_people_type_finds_the_card_they_mean(typed, first):
    assert search(typed)[0].id == first


@given(st.text(max_size=300))
def test_any_text_can_be_searched_for(text):
    assert set(search(text)) <= set(CARDS.values())


def test_what_fits_nothing_finds_nothing():
    assert search("qqqqqq") == ()
