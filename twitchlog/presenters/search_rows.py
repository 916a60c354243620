"""The rows of what was found on a day, as the Diary shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.symptom import SYMPTOMS
from twitchlog.presenters import answers, dose_page, medicine_words, rest_words, words
from twitchlog.presenters.day_list import EntryRow, twitch_row
from twitchlog.translation import _, inside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from twitchlog.diary import Diary
    from twitchlog.domain.searching import Hit
    from twitchlog.domain.symptom import SymptomAnswer

TWITCHES: Final = "twitches"
REST: Final = "rest_counts"
SYMPTOM: Final = "symptoms"
_ICONS: Final = {REST: "timer-sand-empty", SYMPTOM: "clipboard-check-outline"}


def read_rows(diary: Diary, hits: Sequence[Hit]) -> dict[str, EntryRow]:
    """Return the rows of these answers by their ids; what is gone by now has none."""
    found: dict[str, EntryRow] = {}
    for source, read in _READERS.items():
        asked = [hit for hit in hits if hit.source == source]
        if asked:
            found.update(read(diary, asked))
    return found


def _twitches(diary: Diary, hits: Sequence[Hit]) -> Iterator[tuple[str, EntryRow]]:
    for each in diary.search.twitches([hit.id for hit in hits]):
        yield each.id, twitch_row(each)


def _checkins(diary: Diary, hits: Sequence[Hit]) -> Iterator[tuple[str, EntryRow]]:
    for hit in hits:
        found = diary.checkins.get(hit.day)
        if found is not None:
            title = _("Check-in") if found.answered else _("None that day")
            yield hit.id, EntryRow(title, answers.checkin(found), "", day=hit.day)


def _doses(diary: Diary, hits: Sequence[Hit]) -> Iterator[tuple[str, EntryRow]]:
    factors = diary.factors.all()
    for hit in hits:
        found = [each for each in diary.doses.on_day(hit.day) if each.id in hit.of]
        if found:
            title, second = dose_page.say_day(found, factors)
            yield hit.id, EntryRow(title, second, "", day=hit.day, doses=True)


def _intakes(diary: Diary, hits: Sequence[Hit]) -> Iterator[tuple[str, EntryRow]]:
    for hit in hits:
        taken = [
            medicine
            for medicine in diary.medications.taken_on(hit.day)
            if any(each.id in hit.of for each in medicine.intakes)
        ]
        if taken:
            title, second = medicine_words.day_row(taken)
            ids = tuple(each.id for each in taken)
            yield hit.id, EntryRow(title, second, "", day=hit.day, medicines=ids)


def _symptoms(diary: Diary, hits: Sequence[Hit]) -> Iterator[tuple[str, EntryRow]]:
    known = {each.id: each for each in diary.symptoms.of([one for hit in hits for one in hit.of])}
    for hit in hits:
        found = sorted((known[each] for each in hit.of if each in known), key=_symptom_order)
        said = list(map(_of_symptom, found))
        if said:
            title, second = said[0]
            if len(said) > 1:
                title = _("Other symptoms")
                second = words.joined(map(_symptom_inside, said))
            second = words.sentence(second)
            yield (
                hit.id,
                EntryRow(title, second, "", day=hit.day, kind=SYMPTOM, icon=_ICONS[SYMPTOM]),
            )


def _symptom_order(answer: SymptomAnswer) -> tuple[bool, int]:
    """Let what is there stand before what is not, each in the order it is asked for."""
    known = list(SYMPTOMS)
    return not answer.present, known.index(answer.kind) if answer.kind in known else len(known)


def _of_symptom(answer: SymptomAnswer) -> tuple[str, str]:
    """Say which symptom it is, and the answer: *no*, *a little, left calf, on stairs*."""
    much = answer.amount.word if answer.amount else _("yes")
    typed = (" ".join(each.split()) for each in (answer.where, answer.words))
    said = (inside(much), inside(words.places(answer.sites)), *typed)
    label = SYMPTOMS[answer.kind].label if answer.kind in SYMPTOMS else answer.kind
    return label, ", ".join(filter(None, said)) if answer.present else _("no")


def _symptom_inside(said: tuple[str, str]) -> str:
    return _("{thing}: {value}").format(thing=inside(said[0]), value=said[1])


def _rest_counts(diary: Diary, hits: Sequence[Hit]) -> Iterator[tuple[str, EntryRow]]:
    known = {each.id: each for each in diary.rest.of([hit.id for hit in hits])}
    for hit in hits:
        if hit.id in known:
            row = rest_words.row(known[hit.id], today=hit.day)
            yield hit.id, EntryRow(
                _("Rest count"), row.second, row.time, hit.id, day=hit.day, kind=REST,
                icon=_ICONS[REST],
            )  # fmt: skip


_READERS: Final[Mapping[str, Callable[[Diary, Sequence[Hit]], Iterator[tuple[str, EntryRow]]]]] = {
    TWITCHES: _twitches,
    "checkins": _checkins,
    "doses": _doses,
    "intakes": _intakes,
    SYMPTOM: _symptoms,
    REST: _rest_counts,
}
