"""Cards on what people ask about besides: what one drinks, and what a day brings."""

from __future__ import annotations

from typing import Final

from twitchlog.domain.learn.card import NHS, Card, Section, factor
from twitchlog.translation import mark

HABITS: Final = (
    Card(
        "alcohol",
        Section.CAUSES,
        mark("Alcohol"),
        (
            mark(
                "Alcohol can bring on twitches, and it makes sleep lighter. Drinking less of it is "
                "one of the things to try."
            ),
            mark("Log what you had, so that you can look back at the day after as well."),
        ),
        mark("wine, beer, spirits, drinking, hangover"),
        factor("alcohol"),
        NHS,
    ),
    Card(
        "nicotine",
        Section.CAUSES,
        mark("Nicotine"),
        (
            mark(
                "Nicotine, from smoking or vaping, wakes up the nerves as caffeine does. Whether "
                "it plays a part for you, your own diary can show best."
            ),
        ),
        mark("smoking, cigarette, vape, tobacco, snus"),
        factor("nicotine"),
    ),
    Card(
        "water",
        Section.CAUSES,
        mark("Too little water"),
        (
            mark(
                "With too little to drink, or after much sweat, the salts in your blood can shift. "
                "Muscles then twitch or cramp more easily."
            ),
            mark("Heat, sport, fever and an upset stomach all cost water."),
        ),
        mark("dehydration, thirst, drink, sweat, heat, diarrhoea, vomiting"),
        factor("water"),
        mark("Cleveland Clinic: Electrolyte panel"),
    ),
    Card(
        "screen",
        Section.CAUSES,
        mark("Long hours at a screen"),
        (
            mark(
                "At a screen you blink less, and the eyes get dry and tired. An eyelid may then "
                "start to twitch."
            ),
            mark(
                "Look away every 20 minutes, and close your eyes for a moment. Log the hours if "
                "you wonder whether they matter."
            ),
        ),
        mark("screen time, computer, phone, eyes, eyelid, eye strain, dry eyes"),
        factor("screen-time"),
        mark("Johns Hopkins: Eye twitches"),
    ),
    Card(
        "illness",
        Section.CAUSES,
        mark("Illness or fever"),
        (
            mark(
                "With a fever you sweat, drink less and sleep badly. Each of these can play a "
                "part. Some people notice their first twitches after an illness."
            ),
            mark("Whether the illness itself brings them on is not known for sure."),
        ),
        mark("flu, virus, covid, infection, cold, sick, temperature"),
        factor("illness"),
    ),
    Card(
        "cold",
        Section.CAUSES,
        mark("Being cold"),
        (
            mark(
                "When you are cold, muscles shiver to make warmth. Shivering shakes many muscles "
                "at once, so it is not the same as a twitch."
            ),
            mark("If twitches come on cold days as well, log it, and see whether it holds."),
        ),
        mark("shiver, winter, freezing, weather, temperature"),
        factor("cold"),
    ),
    Card(
        "cycle",
        Section.CAUSES,
        mark("The menstrual cycle"),
        (
            mark(
                "Hormones and water in the body change through the cycle. Whether twitches follow "
                "it has hardly been studied."
            ),
            mark("Log your period for some months. Then you can look back."),
        ),
        mark("period, menstruation, hormones, pms, menopause"),
        factor("period"),
    ),
)  # fmt: skip
