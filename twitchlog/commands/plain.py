"""Entries and check-ins as plain data for programs, and as short words for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.domain.daily import time_of
from twitchlog.domain.dose import say_amount
from twitchlog.domain.duration import say_length
from twitchlog.domain.factor import LEVELS, Kind
from twitchlog.domain.site import site_or_unknown
from twitchlog.domain.twitch import OWN
from twitchlog.translation import _, inside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.domain.attachment import Attachment
    from twitchlog.domain.checkin import Checkin, Detail
    from twitchlog.domain.dose import Dose
    from twitchlog.domain.factor import Factor
    from twitchlog.domain.moment import Moment
    from twitchlog.domain.rest import RestCount
    from twitchlog.domain.site import Site
    from twitchlog.domain.symptom import SymptomAnswer
    from twitchlog.domain.twitch import Twitch


def twitch_data(twitch: Twitch, files: Sequence[Attachment] = ()) -> dict[str, Any]:
    """Return an entry as JSON values; `at` is local time with its offset, in ISO 8601."""
    return {
        "id": twitch.id,
        "at": twitch.moment.local.isoformat(timespec="seconds"),
        "zone": twitch.moment.zone,
        "day": twitch.moment.day.isoformat(),
        "sites": list(twitch.sites),
        "duration_s": twitch.duration_s,
        "strength": twitch.strength.name.lower() if twitch.strength else None,
        "triggers": [
            {"kind": OWN, "words": trigger.words} if trigger.kind == OWN else {"kind": trigger.kind}
            for trigger in twitch.triggers
        ],
        "note": twitch.note,
        "pattern": twitch.pattern,
        "seen": twitch.seen,
        "activity": twitch.activity,
        "stopped_by": [
            {"kind": OWN, "words": relief.words} if relief.kind == OWN else {"kind": relief.kind}
            for relief in twitch.reliefs
        ],
        "files": [attachment_data(each) for each in files],
    }


def attachment_data(attachment: Attachment) -> dict[str, Any]:
    """Return what is known of a kept file as JSON values; not the file itself."""
    return {
        "id": attachment.id,
        "name": attachment.name,
        "type": attachment.media_type,
        "bytes": attachment.bytes,
        "sha256": attachment.sha256,
    }


def checkin_data(checkin: Checkin) -> dict[str, Any]:
    """Return a check-in as JSON values; amounts by factor id, in the units of `factors`."""
    return {
        "day": checkin.day.isoformat(),
        "none_said": checkin.none_said,
        "amounts": dict(checkin.amounts),
        "details": {name: detail_data(each) for name, each in checkin.details.items()},
        "ate": checkin.diet,
        "note": checkin.note,
    }


def detail_data(detail: Detail) -> dict[str, Any]:
    """Return what is known of an answer beyond its amount; times as on the clock."""
    return {
        "bed": None if detail.began is None else f"{time_of(detail.began):%H:%M}",
        "wake": None if detail.ended is None else f"{time_of(detail.ended):%H:%M}",
        "kind": detail.preset or None,
        "effort": detail.effort.name.lower() if detail.effort is not None else None,
    }


def dose_data(dose: Dose) -> dict[str, Any]:
    """Return a drink or dose as JSON values; the amount in the unit of its factor."""
    return {
        "id": dose.id,
        "at": dose.moment.local.isoformat(timespec="seconds"),
        "zone": dose.moment.zone,
        "day": dose.day.isoformat(),
        "factor": dose.factor,
        "amount": dose.amount,
        "preset": dose.preset or None,
        "effort": dose.effort.name.lower() if dose.effort is not None else None,
        "words": dose.words,
    }


def factor_data(factor: Factor) -> dict[str, Any]:
    """Return one of the things that are recorded as JSON values."""
    return {
        "id": factor.id,
        "name": factor.label,
        "kind": factor.kind.value,
        "unit": factor.unit_label,
        "least": factor.least,
        "most": factor.most,
        "habit": factor.habit,
        "asked": factor.asked,
        "shown": factor.shown,
        "own": factor.own,
    }


def symptom_data(answer: SymptomAnswer) -> dict[str, Any]:
    """Return an answer about a symptom as JSON values."""
    return {
        "id": answer.id,
        "kind": answer.kind,
        "day": answer.day.isoformat(),
        "present": answer.present,
        "where": answer.where,
        "words": answer.words,
        "since": str(answer.since) if answer.since else None,
        "amount": answer.amount.name.lower() if answer.amount else None,
        "sites": list(answer.sites),
    }


def rest_count_data(count: RestCount) -> dict[str, Any]:
    """Return a rest count as JSON values; `rate` is twitches a minute."""
    return {
        "id": count.id,
        "at": count.moment.local.isoformat(timespec="seconds"),
        "zone": count.moment.zone,
        "day": count.moment.day.isoformat(),
        "length_s": count.length_s,
        "count": count.count,
        "rate": round(count.rate, 4),
        "comparable": count.comparable,
        "taps": [{"after_ms": tap.after_ms, "site": tap.site} for tap in count.taps],
        "note": count.note,
    }


def site_data(site: Site) -> dict[str, Any]:
    """Return a place as JSON values."""
    return {
        "id": site.id,
        "name": site.name,
        "muscle": site.muscle,
        "region": site.region.label,
        "side": site.side.value,
        "where": site.where,
    }


def say_when(moment: Moment) -> str:
    """Return date and time on its clock; in a night that counts to the day before, that day too."""
    at = f"{moment.local:%Y-%m-%d %H:%M}"
    return _("{time} (night of {day})").format(time=at, day=moment.day) if moment.back else at


def say_places(twitch: Twitch) -> str:
    """Return the places in a row: *Left calf, right calf*."""
    named = [site_or_unknown(name) for name in twitch.sites]
    return ", ".join([named[0].name, *(each.label_lower for each in named[1:])]) if named else "–"


def say_details(twitch: Twitch) -> str:
    """Return when, how long, how strong and with what, as far as it is known."""
    parts = [say_when(twitch.moment)]
    if twitch.duration_s is not None:
        parts.append(say_length(twitch.duration_s))
    if twitch.strength is not None:
        parts.append(inside(twitch.strength.word))
    parts += [inside(each.word) for each in (twitch.pattern, twitch.seen, twitch.activity) if each]
    if twitch.triggers:
        parts.append(_("with {triggers}").format(triggers=say_triggers(twitch)))
    if twitch.reliefs:
        stopped = ", ".join(inside(each.label) for each in twitch.reliefs)
        parts.append(_("stopped: {what}").format(what=stopped))
    return ", ".join(parts)


def say_triggers(twitch: Twitch) -> str:
    """Return what went with it; the user's own words in quotation marks."""
    return ", ".join(
        _("“{words}”").format(words=trigger.words) if trigger.kind == OWN else inside(trigger.label)
        for trigger in twitch.triggers
    )


def say_amounts(checkin: Checkin) -> str:
    """Return the answers of a check-in in a row: *sleep 6.5 h, stress some*."""
    said = []
    for name, amount in checkin.amounts.items():
        factor = checkin.factor(name)
        said.append(f"{factor.label_lower} {say_value(factor, amount)}")
    return ", ".join(said)


def say_value(factor: Factor, amount: float) -> str:
    """Return an amount as a person would type it: *6.5 h*, *some*, *yes*."""
    if factor.kind is Kind.LEVEL:
        return inside(_(LEVELS[round(amount)]))
    if factor.kind is Kind.YES_NO:
        return _("yes") if amount else _("no")
    return say_amount(amount, factor)
