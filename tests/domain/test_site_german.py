"""A place is found by its German and its English name, whatever the app speaks."""

from __future__ import annotations

import pytest

from twitchlog import translation
from twitchlog.domain import site as sites
from twitchlog.domain.errors import UnknownSite
from twitchlog.domain.site import SITES, Side

APP = pytest.mark.parametrize("app", ["en", "de"])
STEMS = {Side.LEFT: ("link", "li", "l", "lks"), Side.RIGHT: ("recht", "re", "r", "rts")}
WITHOUT_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe"})


def names(place, language):
    """Return ways to write the name of a place in a language."""
    with translation.speaking(language):
        written = [place.name, place.lay, f"my {place.lay}", f"meine {place.lay}"]
        if place.side is Side.MIDDLE:
            return written
        side = place.side.label
        written = [place.name, f"{side} {place.lay}", f"{place.lay} {side}"]
        if language == "de":
            stem, *shorts = STEMS[place.side]
            written += [f"{short} {place.lay}" for short in shorts]
            written += [f"{place.lay} {short}." for short in shorts]
            written += [f"{article} {stem}{ending} {place.lay}" for article, ending in
                        (("die", "e"), ("das", "e"), ("mein", "er"), ("am", "en"))]  # fmt: skip
        return written


@APP
def test_every_place_is_found_by_every_way_to_write_it_in_both_languages(app):
    with translation.speaking(app):
        known = sites.by_name()
    for place in SITES.values():
        for name in (*names(place, "en"), *names(place, "de")):
            for written in (name, name.translate(WITHOUT_UMLAUTS), name.upper()):
                assert known.get(sites.bag(written)) == (place.id,), (written, place.id)


@APP
@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("Wade links", "calf-left"), ("linke Wade", "calf-left"), ("li Wade", "calf-left"),
        ("das linke Augenlid", "eyelid-left"), ("Daumen re", "thumb-right"),
        ("am linken kleinen Finger", "little-finger-left"),
        ("rechter grosser Zeh", "big-toe-right"),
        ("rechte Huefte", "hip-right"), ("Fussruecken links", "foot-top-left"),
        ("die innere Wade links", "calf-inner-left"), ("oberer Rücken rechts", "upper-back-right"),
        ("in der linken Kniekehle", "knee-hollow-left"), ("Zunge", "tongue"),
        ("left calf", "calf-left"), ("my right thumb", "thumb-right"),
    ],
)  # fmt: skip
def test_what_people_type_finds_the_place_and_is_first_in_the_search(app, typed, place):
    with translation.speaking(app):
        assert sites.find(typed).id == place
        assert sites.search(typed)[0].id == place


@APP
def test_a_german_name_without_its_side_offers_both(app):
    with translation.speaking(app), pytest.raises(UnknownSite) as caught:
        sites.find("Wade")
    assert caught.value.nearest == ("calf-left", "calf-right")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("wad", "calf-left"), ("Wade li", "calf-left"), ("linke wad", "calf-left"),
        ("rechte wad", "calf-right"), ("fussrue", "foot-top-left"), ("hüf", "hip-left"),
        ("huef", "hip-left"), ("zugne", "tongue"), ("Wadenmuskel rechts", "calf-right"),
        ("quadri", "thigh-front-left"), ("thumb", "thumb-left"),
    ],
)  # fmt: skip
def test_the_search_follows_while_german_is_typed(typed, first):
    with translation.speaking("de"):
        assert sites.search(typed)[0].id == first


def test_a_refusal_is_said_in_the_language_in_use_and_leaves_it_as_it_was():
    with pytest.raises(UnknownSite) as caught:
        sites.find("Wadde links")
    assert caught.value.sentence.startswith("No place is called")
    assert SITES["calf-left"].name == "Left calf"
