"""Cards on when to contact a doctor, and when to call for emergency care."""

from __future__ import annotations

from typing import Final

from twitchlog.domain.learn.card import MEDLINE, NHS, Card, Counterpart, Kind, Section
from twitchlog.translation import mark

DOCTOR: Final = (
    Card(
        "contact",
        Section.DOCTOR,
        mark("When to contact a doctor"),
        (
            mark(
                "Contact a doctor when twitches last longer than two weeks or keep coming back in "
                "one place. Do so too when you feel weak or stiff there, when a muscle gets "
                "thinner, or when the skin feels numb or changed."
            ),
            mark(
                "Do so as well if you think that a medicine is behind it, or if the worry will not "
                "let you go. You need no better reason than that."
            ),
        ),
        mark("see a doctor, gp, red flag, warning, serious, sign, two weeks, when"),
        Counterpart(Kind.SIGNS),
        NHS,
    ),
    Card(
        "emergency",
        Section.DOCTOR,
        mark("When to call for emergency care"),
        (
            mark(
                "Call for emergency care now if new weakness comes with trouble breathing, "
                "swallowing or speaking."
            ),
            mark(
                "Call too if one side of your face or body is suddenly weak or numb. Do not wait "
                "for it to pass, and do not drive yourself."
            ),
        ),
        mark("ambulance, 112, 911, 999, stroke, breathing, swallowing, speaking, sudden, urgent"),
        kept_source=mark("Healthgrades: Muscle twitches"),
    ),
    Card(
        "weakness",
        Section.DOCTOR,
        mark("Weakness"),
        (
            mark(
                "Weakness means that a muscle can no longer do what it did: you cannot stand on "
                "your toes, turn a key, or lift a cup as before. Feeling tired is something else."
            ),
            mark(
                "New weakness is a reason to contact a doctor soon. Write down where it is, since "
                "when, and what you can no longer do. If it comes suddenly on one side, call for "
                "emergency care."
            ),
        ),
        mark("weak, strength, grip, foot drop, stumbling, dropping things, sign"),
        Counterpart(Kind.SIGNS, "weakness"),
        MEDLINE,
    ),
    Card(
        "muscle-loss",
        Section.DOCTOR,
        mark("Loss of muscle size"),
        (
            mark(
                "A muscle that gets thinner than it was, or than the one on the other side, is a "
                "reason to contact a doctor. Doctors call it wasting."
            ),
            mark(
                "Small differences between left and right are common. Most people have a stronger "
                "side. What counts is a change."
            ),
        ),
        mark("wasting, atrophy, thinner, smaller, shrinking, dent, sign"),
        Counterpart(Kind.SIGNS, "muscle-loss"),
        MEDLINE,
    ),
    Card(
        "feeling",
        Section.DOCTOR,
        mark("Loss of feeling, or changed feeling"),
        (
            mark(
                "Skin that feels numb, burns or tingles, or that no longer tells hot from cold, is "
                "a reason to contact a doctor."
            ),
            mark(
                "A foot that goes to sleep for a minute after you sat on it is not meant. Write "
                "down where it is and whether it stays."
            ),
        ),
        mark("numbness, numb, tingling, pins and needles, sensation, burning, sensory, sign"),
        Counterpart(Kind.SIGNS, "feeling"),
        MEDLINE,
    ),
    Card(
        "persistent",
        Section.DOCTOR,
        mark("Twitching that stays"),
        (
            mark(
                "Twitches that go on for long are a reason to contact a doctor, even when nothing "
                "else is wrong. Most often the answer is a calm one."
            ),
            mark(
                "This program calls it persistent when you logged the same place on at least "
                "{some} of your last {all} logged days. That is our own measure, so that you can "
                "tell. It is no sign of any one illness."
            ),
        ),
        mark("persistent, long lasting, does not stop, weeks, months, constant, chronic, sign"),
        Counterpart(Kind.PATTERNS),
        MEDLINE,
    ),
)  # fmt: skip
