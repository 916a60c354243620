"""Cards on treatment."""

from __future__ import annotations

from typing import Final

from twitchlog.domain.learn.card import MEDICATIONS, MEDLINE, TREATMENTS, Card, Section
from twitchlog.translation import mark

TREATMENT: Final = (
    Card(
        "no-treatment",
        Section.TREATMENT,
        mark("Most twitches need no treatment"),
        (
            mark(
                "Twitches tend to settle within days. Where there is a reason that can be treated, "
                "the doctor treats that, and the twitches often ease as well."
            ),
            mark(
                "Log each treatment with the day it began and ended. Then what you logged before "
                "can be set beside what came after."
            ),
        ),
        mark("treat, cure, therapy, medicine, remedy"),
        TREATMENTS,
        MEDLINE,
    ),
    Card(
        "corticosteroids",
        Section.TREATMENT,
        mark("Corticosteroids"),
        (
            mark(
                "These medicines calm swelling and the body's own defence. Betamethasone and "
                "prednisone are two of them. A doctor may give them where the defence is part of "
                "the reason."
            ),
            mark(
                "Do not stop them at once: the body needs time to take over again. They can also "
                "bring on twitches themselves, so log each dose change."
            ),
        ),
        mark("steroids, cortisone, betamethasone, prednisone, prednisolone, drug, medicine"),
        MEDICATIONS,
        mark("The Walton Centre: Steroids"),
    ),
    Card(
        "muscle-relaxants",
        Section.TREATMENT,
        mark("Muscle relaxants"),
        (
            mark(
                "These medicines loosen tight muscles. Carisoprodol and cyclobenzaprine are two of "
                "them. They are mostly given for a short time, for two or three weeks."
            ),
            mark(
                "They can make you sleepy. Do not drink alcohol with them, and do not drive until "
                "you know how they affect you."
            ),
        ),
        mark("carisoprodol, cyclobenzaprine, spasm, relaxer, sleepy, drug, medicine, soma"),
        MEDICATIONS,
        mark("Mayo Clinic: Cyclobenzaprine"),
    ),
    Card(
        "neuromuscular-blockers",
        Section.TREATMENT,
        mark("Neuromuscular blockers"),
        (
            mark(
                "A tiny amount is put into a muscle with a fine needle. It weakens that muscle for "
                "a while, so that it pulls less. IncobotulinumtoxinA and rimabotulinumtoxinB are "
                "two of them."
            ),
            mark(
                "It works after some days and wears off after three to four months. Call for "
                "emergency care if you have trouble breathing, swallowing or speaking after it."
            ),
        ),
        mark(
            "botulinum, botox, incobotulinumtoxina, rimabotulinumtoxinb, injection, eyelid, "
            "drug, medicine, xeomin, myobloc"
        ),
        MEDICATIONS,
        mark("United Lincolnshire Hospitals: Botulinum toxin injections"),
    ),
)  # fmt: skip
