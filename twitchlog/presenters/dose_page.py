"""What the sheets of drinks and doses show: chips, rows, the form of one, and a day in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.domain.dose import EXERCISES, PRESETS, Dose, Effort, presets_of, say_dose
from twitchlog.domain.duration import say_length
from twitchlog.domain.factor import Factor, factor_or_unknown
from twitchlog.presenters import words
from twitchlog.presenters.checkin_values import Choice, choosing
from twitchlog.translation import _, inside, mark, numeral

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

AGO: Final = (0, 15, 30, 60)
"""Minutes ago that are one tap."""
HOURS: Final = (8, 12, 18, 22)
"""Hours of a day gone by that are one tap."""
RECENT: Final = 6
_GROUPS: Final = {
    "caffeine": mark("Caffeine"),
    "alcohol": mark("Alcohol"),
    "water": mark("Water"),
    "nicotine": mark("Nicotine"),
    "exercise": mark("Exercise"),
}
OWN: Final = "own"
ICONS: Final = {
    "caffeine": "coffee-outline",
    "alcohol": "glass-wine",
    "water": "cup-water",
    "nicotine": "smoking",
    "exercise": "run",
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A chip: with an amount one tap logs it, else the form asks how much."""

    key: str
    text: str
    factor: str
    amount: float | None = None
    preset: str = ""
    effort: Effort | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The chips of one factor, or of the person's own ones.

    `folded`: it stands as a line that opens, for it is not asked each day.
    """

    id: str
    label: str
    offers: tuple[Offer, ...]
    folded: bool = False


@dataclass(frozen=True, slots=True)
class DosePage:
    """What the sheet offers: when it was, what was logged last, and everything else."""

    title: str
    asks_when: str
    when: tuple[Choice, ...]
    recent: tuple[Offer, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class DoseRow:
    """One dose in words."""

    id: str
    icon: str
    title: str
    second: str
    time: str


@dataclass(frozen=True, slots=True)
class DoseFields:
    """What the form shows of a dose. `id` is empty for a new one; only exercise has kinds."""

    id: str
    title: str
    factor: str
    amount: str
    amount_label: str
    words: str
    named: bool
    day: str
    time: str
    kinds: tuple[Choice, ...]
    efforts: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """What the form holds once *Save* is tapped."""

    amount: str
    words: str
    day: str
    time: str
    kind: str = ""
    effort: str = ""


def rows(doses: Iterable[Dose], factors: Sequence[Factor]) -> tuple[DoseRow, ...]:
    """Return the lines of doses."""
    known = known_by_id(factors)
    return tuple(
        DoseRow(
            each.id,
            ICONS.get(each.factor, "tune-variant"),
            say_dose(each, known.get(each.factor) or factor_or_unknown(each.factor)),
            _second(each, known.get(each.factor) or factor_or_unknown(each.factor)),
            words.clock_time(each.moment),
        )
        for each in doses
    )


def say_day(doses: Sequence[Dose], factors: Sequence[Factor]) -> tuple[str, str]:
    """Return what was logged on a day and when: *3 filter coffees*, *08:10, 10:30, 14:00*.

    Several kinds stand in the order of their first time: *2 espressos, walking 30 min*.
    """
    known = known_by_id(factors)
    kinds: dict[tuple[str, str, str, float], list[Dose]] = {}
    for dose in doses:
        kinds.setdefault((dose.factor, dose.preset, dose.words, dose.amount), []).append(dose)
    named = [_counted(each, known) for each in kinds.values()]
    times = (", ".join(words.clock_time(each.moment) for each in kind) for kind in kinds.values())
    return words.sentence(", ".join(named)), words.joined(times)


def _counted(doses: Sequence[Dose], known: Mapping[str, Factor]) -> str:
    first = doses[0]
    name = say_dose(first, known.get(first.factor) or factor_or_unknown(first.factor))
    preset = PRESETS.get(first.preset)
    if len(doses) == 1:
        return inside(name) if preset is not None and not first.words else name
    if preset is not None and preset.amount == first.amount and not first.words:
        return _("{n} {things}").format(n=len(doses), things=_(preset.many))
    return _("{n} × {thing}").format(n=len(doses), thing=name)


def known_by_id(factors: Iterable[Factor]) -> dict[str, Factor]:
    """Return factors by their id."""
    return {each.id: each for each in factors}


def ago_choices(chosen: int) -> tuple[Choice, ...]:
    """Return how long ago it may be, with the chosen one marked."""
    choices = tuple(Choice(each, _ago(each)) for each in AGO)
    return choosing(choices, chosen)


def hour_choices(chosen: int) -> tuple[Choice, ...]:
    """Return at which hour of a day gone by it may have been, with the chosen one marked."""
    return choosing(tuple(Choice(each, f"{each:02d}:00") for each in HOURS), chosen)


def _ago(minutes: int) -> str:
    return say_length(minutes * 60) if minutes else _("Now")


def recent(doses: Iterable[Dose], factors: Sequence[Factor]) -> tuple[Offer, ...]:
    """Return a chip for each of the doses logged last."""
    known = known_by_id(factors)
    return tuple(
        Offer(
            f"recent.{number}", _full(each, known[each.factor]), each.factor, each.amount,
            each.preset, each.effort, each.words,
        )
        for number, each in enumerate(each for each in doses if each.factor in known)
    )  # fmt: skip


def _full(dose: Dose, factor: Factor) -> str:
    """Return the name with its amount: *Espresso 65 mg*; a drink's size says it already."""
    preset = PRESETS.get(dose.preset)
    if preset is not None and preset.amount == dose.amount and not dose.words:
        return _preset_text(preset.id, factor)
    return say_dose(dose, factor)


def _preset_text(name: str, factor: Factor) -> str:
    preset = PRESETS[name]
    if preset.factor != "caffeine" or preset.amount is None:
        return preset.label
    return f"{preset.label} {numeral(preset.amount, 'g')} {factor.unit_label}"


def groups(factors: Sequence[Factor]) -> tuple[Group, ...]:
    """Return all that can be logged, in the person's order, their own at the end."""
    found = [
        Group(
            factor.id,
            _(_GROUPS[factor.id]),
            tuple(
                Offer(each.id, _preset_text(each.id, factor), factor.id, each.amount, each.id)
                for each in presets_of(factor.id)
            )
            + ((Offer(f"{factor.id}.other", _("Another amount"), factor.id),)
               if factor.id != "exercise" else ()),
            folded=not factor.asked,
        )
        for factor in factors
        if factor.id in _GROUPS and factor.shown
    ]  # fmt: skip
    own = tuple(Offer(f"own.{each.id}", each.label, each.id) for each in factors
                if each.own and each.doses and each.shown)  # fmt: skip
    return (*found, *([Group(OWN, _("Your own"), own)] if own else []))


def _second(dose: Dose, factor: Factor) -> str:
    preset = PRESETS.get(dose.preset)
    amount = ""
    if preset is not None and preset.amount == dose.amount:
        amount = f"{numeral(dose.amount, 'g')} {factor.unit_label}"
    effort = dose.effort.word if dose.effort is not None else ""
    return words.joined((amount, effort))


def fields(dose: Dose, factor: Factor, *, new: bool) -> DoseFields:
    """Return what the form shows of a dose."""
    exercise = factor.id == "exercise"
    kinds = tuple(Choice(each.id, each.label) for each in EXERCISES) if exercise else ()
    efforts = tuple(Choice(str(int(each)), each.word) for each in Effort) if exercise else ()
    day = dose.moment.day
    unit = factor.unit_label
    return DoseFields(
        id=dose.id,
        title=factor.label if new else say_dose(dose, factor),
        factor=factor.id,
        amount=numeral(dose.amount, "g") if dose.amount else "",
        amount_label=_("How much, in {unit}").format(unit=unit) if unit else _("How much"),
        words=dose.words,
        named=not exercise and not factor.own,
        day=words.full_day(day),
        time=words.clock_time(dose.moment),
        kinds=choosing(kinds, dose.preset),
        efforts=choosing(efforts, None if dose.effort is None else str(int(dose.effort))),
    )
