"""What kinds of medicines there are, and which well-known names belong to which."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from twitchlog.domain.errors import BadInput
from twitchlog.domain.known_medicines import FORMS, NAMES, OTHERS
from twitchlog.domain.wording import plain_forms, plain_words
from twitchlog.translation import _, language, mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

OTHER: Final = "other"
SUPPLEMENT: Final = "supplement"


@dataclass(frozen=True, slots=True)
class MedicineClass:
    """A kind of medicine: its `name`, and in plain words what such medicines are for.

    `linked` are those that a doctor asks about where muscles twitch.
    """

    id: str
    name: str
    about: str
    linked: bool = False

    @property
    def label(self) -> str:
        """Its name in the language in use."""
        return _(self.name)

    @property
    def explained(self) -> str:
        """What such medicines are for, in the language in use."""
        return _(self.about)


CLASSES: Final = {
    each.id: each
    for each in (
        MedicineClass("stimulant", mark("Stimulant"),
                      mark("Makes more awake or helps to focus, for example for ADHD."),
                      linked=True),
        MedicineClass("diuretic", mark("Diuretic"),
                      mark("A water tablet: lets more water out of the body, for example for blood "
                           "pressure."),
                      linked=True),
        MedicineClass("corticosteroid", mark("Corticosteroid"),
                      mark("Calms inflammation, for example cortisone."), linked=True),
        MedicineClass("oestrogen", mark("Oestrogen"),
                      mark("A hormone, for example in the pill or for the menopause."),
                      linked=True),
        MedicineClass("muscle-relaxant", mark("Muscle relaxant"),
                      mark("Loosens tight muscles."), linked=True),
        MedicineClass("neuromuscular-blocker", mark("Neuromuscular blocker"),
                      mark("Botulinum toxin: an injection that quiets a muscle for some months."),
                      linked=True),
        MedicineClass("painkiller", mark("Painkiller"), mark("Against pain or fever.")),
        MedicineClass("antidepressant", mark("Antidepressant"),
                      mark("For low mood, anxiety or nerve pain.")),
        MedicineClass("anxiety-sleep", mark("For anxiety or sleep"),
                      mark("Calms, or helps to sleep.")),
        MedicineClass("epilepsy-nerve", mark("For epilepsy or nerve pain"),
                      mark("Steadies the nerves.")),
        MedicineClass("antipsychotic", mark("Antipsychotic or mood stabiliser"),
                      mark("For some troubles of thought or mood.")),
        MedicineClass("statin", mark("Statin"), mark("Lowers the fat in the blood.")),
        MedicineClass("beta-blocker", mark("Beta blocker"),
                      mark("Slows the heart, lowers blood pressure, eases a tremor.")),
        MedicineClass("blood-pressure", mark("For blood pressure"),
                      mark("Lowers blood pressure in another way.")),
        MedicineClass("asthma", mark("For asthma"), mark("Opens the airways.")),
        MedicineClass("stomach", mark("For the stomach"), mark("Less acid in the stomach.")),
        MedicineClass("diabetes", mark("For diabetes"), mark("Lowers blood sugar.")),
        MedicineClass("antibiotic", mark("Antibiotic"), mark("Against bacteria.")),
        MedicineClass("antihistamine", mark("Antihistamine"), mark("Against allergy.")),
        MedicineClass("thyroid", mark("Thyroid medicine"),
                      mark("Brings thyroid hormone up or down.")),
        MedicineClass(SUPPLEMENT, mark("Magnesium or supplement"),
                      mark("Vitamins, minerals and the like.")),
        MedicineClass(OTHER, mark("Other"), mark("None of these, or not known.")),
    )
}  # fmt: skip
"""Every class by id, those that a doctor asks about first."""
USUAL: Final = (
    SUPPLEMENT, "painkiller", "blood-pressure", "diuretic", "beta-blocker", "antidepressant",
    "corticosteroid", "stimulant",
)  # fmt: skip
"""The classes to offer first where one is chosen: those that most people take."""

_GERMAN: Final = "de"
_LONGEST: Final = 4
"""So many words has the longest name."""


def keys(name: str) -> tuple[str, ...]:
    """Return what a name is known by, however it is typed; a short form only as it stands."""
    if name.isupper():
        return (name,)
    return tuple(filter(None, (" ".join(words) for words in plain_forms(name))))


def _named(listed: str, *, german: bool) -> tuple[str, ...]:
    """Return the names of a list of `known_medicines` in one of its two languages."""
    pairs = (each.strip().partition("/") for each in listed.split(","))
    found = ((other if stroke and german else name) for name, stroke, other in pairs)
    return tuple(filter(None, found))


@cache
def known_names() -> Mapping[str, str]:
    """Return the keys of well-known names, in English and German, each with its class's id."""
    return {
        key: class_id
        for german in (True, False)
        for class_id, listed in NAMES.items()
        for name in _named(listed, german=german)
        for key in keys(name)
    }


@cache
def _of_no_class() -> frozenset[str]:
    names = (name for german in (True, False) for name in _named(OTHERS, german=german))
    return frozenset(key for name in names for key in keys(name))


@cache
def _forms() -> frozenset[str]:
    return frozenset(key for form in FORMS for key in keys(form))


def class_or_other(asked: str) -> MedicineClass:
    """Return the class of that id; one that is not known here, from a newer diary, is *other*."""
    return CLASSES.get(asked, CLASSES[OTHER])


def check_class(asked: str) -> str:
    """Return the id where there is such a class; raise BadInput."""
    if asked not in CLASSES:
        raise BadInput(
            _("“{asked}” is not a kind of medicine. Choose one of: {known}.").format(
                asked=asked[:40], known=", ".join(CLASSES)
            )
        )
    return asked


def recognised(name: str) -> str | None:
    """Return the id of the class that a written name belongs to: *Prednisone 5 mg*; else None.

    English and German names are known, whatever the language in use.
    """
    return next((known_names()[key] for key in parts(name) if key in known_names()), None)


def is_medicine(text: str) -> bool:
    """Tell whether a well-known medicine or kind of medicine stands in `text`; no supplement is."""
    return any(
        key in _of_no_class() or known_names().get(key, SUPPLEMENT) != SUPPLEMENT
        for key in parts(text)
    )


def parts(text: str) -> Iterator[str]:
    """Yield what may be the key of a name in `text`: words together, and each word alone.

    Of a word that German writes together, what it begins with: *Prednison* of *Prednisontabletten*.
    """
    written = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text))
    words = [" ".join(plain_words(word)) for word in written]
    for start, word in enumerate(words):
        for length in range(_LONGEST, 0, -1):
            yield " ".join(words[start : start + length])
        yield written[start]
        yield from (word[:cut] for cut in range(3, len(word)) if word[cut:] in _forms())


def proposed(written: str, *, limit: int = 4) -> tuple[str, ...]:
    """Return well-known names that begin with what was written so far, from two letters on.

    They are spelt as in the language in use.
    """
    asked = " ".join(plain_words(written))
    if len(asked) < 2:
        return ()
    offered = {
        key.casefold(): name
        for listed in NAMES.values()
        for name in _named(listed, german=language() == _GERMAN)
        for key in keys(name)
    }
    if asked in offered:
        return ()
    found = dict.fromkeys(offered[key] for key in sorted(offered) if key.startswith(asked))
    return tuple(name[:1].upper() + name[1:] for name in found)[:limit]
