"""How an answer of a check-in is said: *slept 6½ h*, *2 coffees*, *a little stress*."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.dose import PRESETS
from twitchlog.domain.duration import length_in_words, say_length
from twitchlog.domain.factor import FACTORS, LEVELS, Kind, quality_word
from twitchlog.translation import _, inside, mark, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from twitchlog.domain.checkin import Detail
    from twitchlog.domain.factor import Factor

COFFEE_MG: Final = 95
_LEVELS: Final = {
    "stress": (
        mark("no stress"), mark("a little stress"), mark("some stress"), mark("a lot of stress"),
    ),
    "anxiety": (
        mark("no anxiety"), mark("a little anxiety"), mark("some anxiety"),
        mark("a lot of anxiety"),
    ),
    "illness": (mark("not ill"), mark("a little ill"), mark("ill"), mark("very ill")),
    "cold": (mark("not cold"), mark("a little cold"), mark("cold"), mark("very cold")),
}  # fmt: skip
_YES_NO: Final = {
    "medicine": (mark("medicine not as usual"), mark("medicine as usual")),
    "stimulants": (mark("no stimulants"), mark("stimulants")),
    "period": (mark("no period"), mark("period")),
}


def caffeine(milligrams: float) -> str:
    """Say an amount of caffeine: *2 coffees* where it is just that, else *130 mg of caffeine*."""
    if not milligrams:
        return _("no caffeine")
    if milligrams % COFFEE_MG == 0:
        cups = int(milligrams // COFFEE_MG)
        return ngettext("{n} coffee", "{n} coffees", cups).format(n=cups)
    return _("{n} mg of caffeine").format(n=numeral(milligrams, "g"))


def hours(amount: float) -> str:
    """Say hours with their quarters: *6½ h*."""
    whole, rest = divmod(amount, 1)
    part = {0.0: "", 0.25: "¼", 0.5: "½", 0.75: "¾"}.get(rest)
    if part is None:
        return _("{n} h").format(n=numeral(amount, ".3g"))
    return _("{n} h").format(n=f"{int(whole)}{part}" if whole or not part else part)


def value(factor: Factor, amount: float) -> str:
    """Say an amount alone: *6½ h*, *a little*, *fair*, *yes*, *3 cups*."""
    if factor.kind is Kind.YES_NO:
        return _("yes") if amount else _("no")
    if factor.kind is Kind.LEVEL:
        return inside(_(_at(LEVELS, amount)))
    if factor.id == "sleep-quality":
        return inside(quality_word(amount))
    if factor.kind is Kind.SCALE:
        return _("{n} of 10").format(n=numeral(amount, "g"))
    if factor.unit == FACTORS["sleep"].unit and not factor.own:
        return hours(amount)
    return f"{numeral(amount, 'g')} {factor.unit_label}".strip()


def say(factor: Factor, amount: float, detail: Detail) -> str:
    """Say one answer inside a sentence: *slept 6½ h*, *2 coffees*."""
    if factor.id in _AMOUNTS:
        return _AMOUNTS[factor.id](amount, detail)
    for words in (_LEVELS.get(factor.id), _YES_NO.get(factor.id)):
        if words is not None:
            return _(_at(words, amount))
    if factor.id in FACTORS and not amount:
        return _("no {thing}").format(thing=factor.label_lower)
    return _("{thing}: {value}").format(thing=factor.label_lower, value=value(factor, amount))


def _at(words: Sequence[str], amount: float) -> str:
    """Return the word of a level; the last one for more than there are, as a damaged row has."""
    return words[round(min(max(amount, 0), len(words) - 1))]


def supplements(taken: Sequence[Factor]) -> str:
    """Say which supplements were taken: *took magnesium, calcium*."""
    if not taken:
        return _("no supplements")
    return _("took {names}").format(names=", ".join(each.label_lower for each in taken))


def _exercise(minutes: float, detail: Detail) -> str:
    if not minutes:
        return _("no exercise")
    effort = inside(detail.effort.word) if detail.effort is not None else ""
    if detail.preset in PRESETS:
        kind = inside(PRESETS[detail.preset].label)
        said = _("{kind} {length}").format(kind=kind, length=say_length(minutes * 60))
    else:
        said = _("{length} of exercise").format(length=length_in_words(minutes * 60))
    return f"{said} ({effort})" if effort else said


def _sleep(slept: float, _detail: Detail) -> str:
    return _("slept {hours}").format(hours=hours(slept))


def _quality(amount: float, _detail: Detail) -> str:
    return _("slept: {quality}").format(quality=inside(quality_word(amount)))


def _nicotine(amount: float, _detail: Detail) -> str:
    if not amount:
        return _("no cigarettes")
    return ngettext("{n} cigarette", "{n} cigarettes", amount).format(n=numeral(amount, "g"))


def _meals(amount: float, _detail: Detail) -> str:
    if not amount:
        return _("no meal skipped")
    return ngettext("{n} meal skipped", "{n} meals skipped", amount).format(n=numeral(amount, "g"))


def _of(thing: str, none: str, unit: str) -> Callable[[float, Detail], str]:
    def said(amount: float, _detail: Detail) -> str:
        if not amount:
            return _(none)
        measured = hours(amount) if unit == "h" else f"{numeral(amount, 'g')} {unit}"
        return _(thing).format(amount=measured)

    return said


_AMOUNTS: Final[Mapping[str, Callable[[float, Detail], str]]] = {
    "sleep": _sleep,
    "sleep-quality": _quality,
    "caffeine": lambda amount, _detail: caffeine(amount),
    "alcohol": _of(mark("{amount} of alcohol"), mark("no alcohol"), "g"),
    "nicotine": _nicotine,
    "water": _of(mark("{amount} of water"), mark("no water"), "l"),
    "meals-skipped": _meals,
    "exercise": _exercise,
    "screen-time": _of(mark("{amount} of screen time"), mark("no screen time"), "h"),
}
