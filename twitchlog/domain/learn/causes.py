"""Cards on what can bring twitches on in daily life."""

from __future__ import annotations

from typing import Final

from twitchlog.domain.learn.card import (
    MEDICATIONS,
    MEDLINE,
    Card,
    Counterpart,
    Kind,
    Section,
    factor,
)
from twitchlog.translation import mark

CAUSES: Final = (
    Card(
        "together",
        Section.CAUSES,
        mark("Going together is not a cause"),
        (
            mark(
                "Many things can bring on twitches. For one person it is coffee, for another it is "
                "short nights, and often nothing is found."
            ),
            mark(
                "Your diary can show what goes together with your twitches. That does not show "
                "that one brings on the other. Days without twitches count as well: log them too."
            ),
        ),
        mark("trigger, reason, why, link, correlation, factor, cause"),
        Counterpart(Kind.PATTERNS),
    ),
    Card(
        "caffeine",
        Section.CAUSES,
        mark("Caffeine"),
        (
            mark(
                "Caffeine wakes up the nerves. It is in coffee, tea, cola, energy drinks, "
                "chocolate and some painkillers. A lot of it can make muscles twitch."
            ),
            mark(
                "Log each drink, or how much you had in the day. The evening counts as well: late "
                "caffeine can also cost you sleep."
            ),
        ),
        mark("coffee, tea, cola, energy drink, espresso, chocolate, stimulant"),
        factor("caffeine"),
        MEDLINE,
    ),
    Card(
        "stimulants",
        Section.CAUSES,
        mark("Amphetamines and other stimulants"),
        (
            mark(
                "Stimulants make nerves fire more easily, and twitches can follow. Some are given "
                "by a doctor, for example for attention problems. Others are taken without one."
            ),
            mark(
                "Tell your doctor about all of them: it helps to find the reason. Do not stop a "
                "prescribed one without asking."
            ),
        ),
        mark("amphetamine, adhd, speed, cocaine, nicotine, diet pills, drug, methylphenidate"),
        MEDICATIONS,
        MEDLINE,
    ),
    Card(
        "overdose",
        Section.CAUSES,
        mark("Too much of a drug"),
        (
            mark(
                "Too much caffeine, or too much of another drug that wakes you up, can bring on "
                "twitches. It can happen by mistake, as with a dose taken twice."
            ),
            mark(
                "If you took too much of a medicine, call a poison centre or your doctor now, even "
                "if you feel well. With trouble breathing, chest pain, a fit or strong "
                "drowsiness, call for emergency care."
            ),
        ),
        mark("overdose, double dose, poison, poisoning, emergency, too many tablets"),
        MEDICATIONS,
        MEDLINE,
    ),
    Card(
        "sleep",
        Section.CAUSES,
        mark("Too little sleep"),
        (
            mark(
                "Lack of sleep is a common reason for twitches, in the eyelid above all. Nights "
                "can be too short, or broken."
            ),
            mark(
                "Log the hours you slept. A week of nights tells more than a single bad one."
            ),
        ),
        mark("tired, insomnia, night, fatigue, rest, exhausted, awake"),
        factor("sleep"),
        MEDLINE,
    ),
    Card(
        "side-effects",
        Section.CAUSES,
        mark("Side effects of medicines"),
        (
            mark(
                "Some medicines can bring on twitches. Among them are water tablets (diuretics), "
                "steroids such as prednisone (corticosteroids), and oestrogens, as in some "
                "hormone treatments and birth control pills."
            ),
            mark(
                "Look at the leaflet in the packet. Log each medicine with its dose and the day "
                "you started. Ask before you stop one."
            ),
        ),
        mark(
            "diuretic, water tablet, corticosteroid, steroids, cortisone, oestrogen, estrogen, "
            "hormone, contraceptive, pill, drug, side effect"
        ),
        MEDICATIONS,
        MEDLINE,
    ),
    Card(
        "exercise",
        Section.CAUSES,
        mark("Exercise"),
        (
            mark(
                "A muscle that has worked hard can twitch afterwards, mostly while you rest. It is "
                "common after a long run, new sport or heavy work, and it passes."
            ),
            mark(
                "Log how long you moved and how hard it was. Twitches may come the same day or "
                "the next one."
            ),
        ),
        mark("sport, training, gym, running, workout, effort, overuse, sore"),
        factor("exercise"),
        MEDLINE,
    ),
    Card(
        "diet",
        Section.CAUSES,
        mark("What you eat"),
        (
            mark(
                "Nerves and muscles need minerals and vitamins to work well. If your food holds "
                "too little of them, twitches can follow."
            ),
            mark(
                "Log skipped meals, and what you take besides, such as magnesium, potassium, "
                "vitamin D or B12. A blood test shows whether something is low. Ask before you "
                "take high doses: too much can harm."
            ),
        ),
        mark(
            "nutrient, deficiency, food, magnesium, potassium, calcium, vitamin d, b12, "
            "supplement, meal, skipped, vegan"
        ),
        factor("meals-skipped"),
        MEDLINE,
    ),
    Card(
        "stress",
        Section.CAUSES,
        mark("Stress"),
        (
            mark(
                "Stress keeps the nerves on alert. It is one of the things that most often go with "
                "harmless twitches, above all in the eyelid."
            ),
            mark("Log how the day was in a word: none, a little, some, a lot."),
        ),
        mark("pressure, tension, work, exam, strain, overload"),
        factor("stress"),
        MEDLINE,
    ),
    Card(
        "anxiety",
        Section.CAUSES,
        mark("Anxiety"),
        (
            mark(
                "Anxiety tightens the muscles, and you watch your body more closely. You may have "
                "more twitches, and notice more. They can feed the anxiety in turn."
            ),
            mark(
                "It is a common reason, and a good one to speak about with a doctor. Anxiety can "
                "be treated."
            ),
        ),
        mark("anxious, fear, panic, nervous, worry, tense"),
        factor("anxiety"),
        MEDLINE,
    ),
)  # fmt: skip
