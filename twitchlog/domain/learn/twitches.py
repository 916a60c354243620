"""Cards on what twitches are, and on what usually helps."""

from __future__ import annotations

from typing import Final

from twitchlog.domain.learn.card import MEDLINE, NHS, Card, Counterpart, Kind, Section, factor
from twitchlog.translation import mark

TWITCHES: Final = (
    Card(
        "twitch",
        Section.TWITCHES,
        mark("What a twitch is"),
        (
            mark(
                "A twitch is a small pull in part of a muscle that you did not start yourself. "
                "One nerve fibre leads to a small bunch of muscle fibres. When it fires by itself, "
                "that bunch tightens and lets go."
            ),
            mark(
                "You may see it under the skin, or only feel it. Many twitches are never noticed. "
                "Doctors call a twitch a fasciculation."
            ),
        ),
        mark("fasciculation, flicker, jump, pulse, muscle, nerve, motor"),
        Counterpart(Kind.TWITCH),
        MEDLINE,
    ),
    Card(
        "harmless",
        Section.TWITCHES,
        mark("Most twitches are harmless"),
        (
            mark(
                "Nearly everyone has twitches now and then. Doctors call them benign when there is "
                "no illness behind them, and most are."
            ),
            mark(
                "They often sit in the eyelid, the calf or the thumb. Stress often brings them on. "
                "They come and go, and mostly last no more than a few days."
            ),
        ),
        mark(
            "benign, common, normal, eyelid, calf, thumb, how long, serious, worried, dangerous, "
            "bad, dying, eye, face, all over the body"
        ),
        Counterpart(Kind.PATTERNS),
        MEDLINE,
    ),
    Card(
        "bfs",
        Section.TWITCHES,
        mark("Benign fasciculation syndrome"),
        (
            mark(
                "Some people have harmless twitches, and cramps as well, for months or longer. "
                "Their nerves fire too easily. Doctors may call that benign fasciculation "
                "syndrome, BFS for short."
            ),
            mark(
                "A doctor uses the name after looking for other reasons and finding none. It is "
                "not a name to give yourself."
            ),
        ),
        mark("bfs, cramp fasciculation syndrome, long lasting, all over, overactive nerves"),
        Counterpart(Kind.PATTERNS),
        NHS,
    ),
    Card(
        "cramp",
        Section.TWITCHES,
        mark("A twitch, a cramp, a jerk"),
        (
            mark(
                "A twitch stays in a small part of a muscle and does not hurt. A cramp takes the "
                "whole muscle, holds on to it and hurts. A jerk moves a whole arm or leg, as some "
                "people know it from falling asleep."
            ),
            mark(
                "Say in the note which of them it was. It helps the doctor to know."
            ),
        ),
        mark("spasm, myoclonus, tremor, tic, hypnic, difference, falling asleep"),
        Counterpart(Kind.SIGNS, "cramps"),
        mark("Healthgrades: Muscle twitches"),
    ),
    Card(
        "als",
        Section.TWITCHES,
        mark("ALS (motor neurone disease)"),
        (
            mark(
                "ALS is a rare condition in which the nerves that move the muscles are lost. "
                "Muscles grow weak and thin, and it gets worse over time."
            ),
            mark(
                "Many people with twitches fear it. Twitches alone do not show it: nearly everyone "
                "has twitches, and very few have ALS. A doctor looks for weakness and thin "
                "muscles. If the thought stays with you, have it looked at."
            ),
        ),
        mark("mnd, motor neuron disease, amyotrophic lateral sclerosis, lou gehrig, fear"),
        Counterpart(Kind.SIGNS),
        NHS,
    ),
    Card(
        "worry",
        Section.TWITCHES,
        mark("Twitches and worry"),
        (
            mark(
                "A twitch can be frightening, and worry can bring on more of them. You also notice "
                "more when you wait for the next one."
            ),
            mark(
                "So log what you notice, and then leave it. You need not look for twitches. If the "
                "worry stays with you, tell your doctor about it too: that can be helped."
            ),
        ),
        mark(
            "fear, anxiety, afraid, panic, health anxiety, internet, frightened, scared, disease, "
            "illness, cancer, tumour, multiple sclerosis, MS, Parkinson’s disease"
        ),
        factor("anxiety"),
        NHS,
    ),
)  # fmt: skip

HELP: Final = (
    Card(
        "often-nothing",
        Section.HELP,
        mark("Often nothing is needed"),
        (
            mark(
                "Most twitches settle by themselves within days or weeks. In most cases there is "
                "nothing to treat."
            ),
            mark(
                "Your diary can show whether they grow fewer. It cannot tell you what comes next."
            ),
        ),
        mark("go away, stop, wait, settle, no treatment, how long"),
        Counterpart(Kind.PATTERNS),
        MEDLINE,
    ),
    Card(
        "rest",
        Section.HELP,
        mark("Rest, and ways to relax"),
        (
            mark(
                "Getting plenty of rest helps many people. So does whatever calms you: a walk, "
                "slow breathing, music, a talk with a friend."
            ),
            mark("Try not to worry about the twitch itself. Worry can make it worse."),
        ),
        mark("calm, relax, sleep, tired, breathing, cope, self care"),
        factor("sleep"),
        NHS,
    ),
    Card(
        "less-caffeine",
        Section.HELP,
        mark("Less caffeine and alcohol"),
        (
            mark(
                "Coffee, strong tea, cola and energy drinks can bring on twitches, and so can "
                "alcohol. Try less of them for two or three weeks."
            ),
            mark(
                "Log what you drink all the same. Then you can see whether anything changed."
            ),
        ),
        mark("coffee, tea, cut down, drink, energy drink, wine, beer"),
        factor("caffeine"),
        NHS,
    ),
    Card(
        "stretch",
        Section.HELP,
        mark("Stretch a cramped muscle"),
        (
            mark(
                "Where cramps come with the twitches, stretch the muscle gently and rub it. Stop "
                "if it hurts more."
            ),
        ),
        mark("cramp, massage, spasm, calf, pain"),
        Counterpart(Kind.SIGNS, "cramps"),
        NHS,
    ),
    Card(
        "keep-medicine",
        Section.HELP,
        mark("Do not stop a medicine by yourself"),
        (
            mark(
                "You may think that a medicine brings on your twitches. Go on taking it, and ask "
                "your doctor or pharmacist first. Some medicines are not safe to stop at once."
            ),
            mark("The day you started it and each change of dose will help them to judge."),
        ),
        mark("stop, drug, tablet, pill, prescription, dose, side effect"),
        Counterpart(Kind.MEDICATIONS),
        NHS,
    ),
    Card(
        "rest-count",
        Section.HELP,
        mark("Count at rest, now and then"),
        (
            mark(
                "Sit still for two minutes, once a week at most, and count. One week can then be "
                "set beside another, because you counted in the same way."
            ),
            mark("There is no need to do it more often."),
        ),
        mark("two minutes, sit still, rate, measure, compare, week"),
        Counterpart(Kind.REST_COUNT),
    ),
)  # fmt: skip
