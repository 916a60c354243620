"""A medicine is known by its English and its German name, and never goes into a trial."""

from __future__ import annotations

import pytest

from twitchlog import translation
from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import OWN_MOST, Factor, Kind
from twitchlog.domain.known_medicines import NAMES, OTHERS
from twitchlog.domain.medicine_names import CLASSES, SUPPLEMENT, USUAL, proposed, recognised
from twitchlog.domain.trial_rules import checked_words, names_medicine, refusal


def pairs(listed):
    """Return the English and the German name of each, both the same where German has no other."""
    for each in listed.split(","):
        english, stroke, german = each.strip().partition("/")
        yield english, german if stroke else english


NAMED = [
    (name, kind)
    for kind, listed in NAMES.items()
    for pair in pairs(listed)
    for name in dict.fromkeys(pair)
    if name
]
NEVER = [name for pair in pairs(OTHERS) for name in dict.fromkeys(pair) if name]


@pytest.fixture(params=["en", "de"])
def language(request):
    with translation.speaking(request.param):
        yield request.param


def written(name):
    """Return ways to write a name: with a strength, in a sentence, without umlauts, in capitals."""
    bare = name.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
    return name, f"{name} 5 mg", f"no {name}, please", f"({bare})", bare.upper(), name.title()


def own(name):
    return Factor("x", name, "", 0, OWN_MOST, habit=False, kind=Kind.YES_NO, own=True)


def test_every_name_is_known_in_english_and_german_whatever_the_app_speaks(language):
    for name, kind in NAMED:
        for each in written(name) if not name.isupper() else (name, f"{name} 100"):
            assert recognised(each) == kind, each


def test_no_name_of_a_medicine_goes_into_a_trial_whatever_the_app_speaks(language):
    medicines = [name for name, kind in NAMED if kind != SUPPLEMENT]
    for name in (*medicines, *NEVER):
        for each in written(name) if not name.isupper() else (name, f"{name} 100"):
            assert names_medicine(each, []), each
            assert refusal(own(each)) is not None, each
            with pytest.raises(BadInput):
                checked_words(each, "without", medicines=[])


def test_a_german_name_written_together_with_its_form_is_known():
    for name, kind in NAMED:
        if " " not in name and "-" not in name and len(name) > 3 and not name.isupper():
            assert recognised(f"{name.title()}tabletten morgens") == kind, name
    assert recognised("Metoprololsuccinat 47,5 mg") == "beta-blocker"
    assert recognised("Levothyroxin-Natrium") == "thyroid"
    assert recognised("Oestrogenpflaster") == recognised("Östrogenpflaster") == "oestrogen"
    assert names_medicine("ohne Kortisonstoß", [])


def test_a_name_that_english_ends_with_e_is_spelt_in_german_too():
    for listed in (*NAMES.values(), OTHERS):
        for english, german in pairs(listed):
            if english.endswith(("ine", "ide", "one", "ole", "ate", "ene", "ane", "ime", "ase")):
                assert german != english, f"{english} has no German spelling"


@pytest.mark.parametrize(
    ("german", "kind"),
    [
        ("Torasemid 10 mg", "diuretic"), ("HCT 12,5", "diuretic"),
        ("Prednisolon", "corticosteroid"), ("Kortison", "corticosteroid"),
        ("Methylphenidat", "stimulant"), ("Salbutamol", "asthma"),
        ("Sertralin 50", "antidepressant"), ("Opipramol", "antidepressant"),
        ("Atorvastatin", "statin"), ("Pantoprazol 40 mg", "stomach"), ("L-Thyroxin 75", "thyroid"),
        ("Carbamazepin", "epilepsy-nerve"), ("Valproinsäure", "epilepsy-nerve"),
        ("ASS 100", "painkiller"), ("Acetylsalicylsaeure", "painkiller"),
        ("Novaminsulfon", "painkiller"), ("Eisen", "supplement"), ("Kalzium", "supplement"),
        ("Folsäure", "supplement"), ("Zink", "supplement"),
    ],
)  # fmt: skip
def test_what_germans_call_it_offers_its_class(german, kind):
    assert recognised(german) == kind
    assert kind in CLASSES


@pytest.mark.parametrize(
    "named",
    [
        "Pyridostigmin", "Donepezil", "Cholinesterasehemmer", "cholinesterase inhibitor",
        "Betablocker", "beta blockers", "Beta-Agonist", "SSRI", "statins", "Statine", "PPI",
        "Säureblocker", "Schilddruesentabletten", "Wassertabletten", "Entwässerungstabletten",
        "Antiepileptikum", "Koffeintabletten", "Koffein-Tabletten", "caffeine tablets", "Chinin",
        "die Pille weglassen", "mein Blutdrucksenker", "Magnesium and ibuprofen", "no prednisone.",
        "prednisone/ibuprofen", "St John’s wort", "Johanniskraut",
    ],
)  # fmt: skip
def test_kinds_of_medicines_and_rarer_ones_do_not_go_into_a_trial(named):
    assert names_medicine(named, [])


@pytest.mark.parametrize(
    "habit",
    [
        "Kaffee", "Koffein", "Tee ohne Zucker", "Magnesium", "Magnesiumtabletten",
        "Magnesiumcitrat 300", "Laufen", "Bügeln", "Bildschirm aus", "Tablet", "screen and tablet",
        "Eiscreme", "früh ins Bett", "my ass on the bike", "Medicine ball", "Medizinball",
    ],
)  # fmt: skip
def test_a_habit_can_be_tried(habit):
    assert refusal(own(habit)) is None


def test_what_the_person_takes_is_refused_in_each_way_to_write_it():
    for each in ("Zoloft-Tabletten", "zolofttabletten", "ZOLOFT"):
        assert names_medicine(each, ["Zoloft 50 mg"])
    for each in ("Oestro-Gel", "Östro-Gel weg"):
        assert names_medicine(each, ["Östro-Gel 0,5 mg"])


def test_other_supplements_are_refused_in_german_as_in_english():
    for each in ("Kalium", "Eisentabletten", "Vitamin-D-Tropfen", "Zink", "Iron"):
        assert "Most supplements" in (refusal(own(each)) or "")


def test_names_are_proposed_as_the_language_in_use_spells_them():
    with translation.speaking("en"):
        assert proposed("pred") == ("Prednisolone", "Prednisone")
        assert proposed("as") == ("Aspirin",)
    with translation.speaking("de"):
        assert proposed("pred") == ("Prednisolon", "Prednison")
        assert proposed("oest") == proposed("Öst") != ()
        assert proposed("l-th") == ("L-Thyroxin",)
        assert proposed("prednison") == ()


def test_what_most_people_take_is_offered_first_and_magnesium_with_it():
    assert USUAL[0] == recognised("Magnesium") == SUPPLEMENT
    assert set(USUAL) <= set(CLASSES)
