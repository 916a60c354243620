"""Cards on what happens at the visit, and on the seven questions a doctor asks."""

from __future__ import annotations

from typing import Final

from twitchlog.domain.learn.card import MEDLINE, Card, Counterpart, Kind, Section, question
from twitchlog.translation import mark

VISIT: Final = (
    Card(
        "prepare",
        Section.VISIT,
        mark("What to bring"),
        (
            mark(
                "Bring the one-page summary, on paper or on your phone. Bring a list of your "
                "medicines with their doses, and the tests you had."
            ),
            mark(
                "Write down two or three questions beforehand, the one that matters most first. A "
                "short video of a twitch can help, as it may not show itself that day."
            ),
        ),
        mark("prepare, appointment, summary, list, questions, video, report, pdf"),
        Counterpart(Kind.APPOINTMENT),
    ),
    Card(
        "examination",
        Section.VISIT,
        mark("What the doctor looks at"),
        (
            mark(
                "The doctor asks questions first, and then looks at your muscles at rest. You push "
                "and pull against a hand, walk a few steps, and are touched lightly here and there."
            ),
            mark(
                "A small hammer taps below your knee and in other places. None of this should "
                "hurt. Often no test is needed after that."
            ),
        ),
        mark("examination, exam, neurologist, reflex, hammer, strength, visit, what happens"),
        Counterpart(Kind.VISIT),
        mark("UT Medical Center: Neurological exams"),
    ),
    Card(
        "question-1",
        Section.VISIT,
        mark("“When did you first notice it?”"),
        (
            mark(
                "The doctor wants to know whether it is new or has been there for years. A month "
                "or a year is enough."
            ),
            mark(
                "The page takes the date you give. Without one it takes your first entry, and says "
                "which of the two it is."
            ),
        ),
        mark("start, onset, began, since, first, history"),
        question(1),
        MEDLINE,
    ),
    Card(
        "question-2",
        Section.VISIT,
        mark("“How long does it last?”"),
        (
            mark(
                "A short flicker and a twitch that goes on for hours tell different things. So "
                "does a bad spell that lasts for days."
            ),
            mark(
                "The page gives the usual length, the longest, and how many breaks without twitches"
                " there were. It also says how many entries had no length."
            ),
        ),
        mark("duration, length, seconds, minutes, spell, timer, history"),
        question(2),
        MEDLINE,
    ),
    Card(
        "question-3",
        Section.VISIT,
        mark("“How often do you get it?”"),
        (
            mark(
                "This shows how much of your life it takes up, and whether it grows more or fewer."
            ),
            mark(
                "The page counts the days with twitches among the days you logged. So log days "
                "without twitches too: one tap on None today does it."
            ),
        ),
        mark("frequency, times, a day, how many, none today, history"),
        question(3),
        MEDLINE,
    ),
    Card(
        "question-4",
        Section.VISIT,
        mark("“Which muscles are affected?”"),
        (
            mark(
                "Each muscle has its own nerve. So the place says something about where to look."
            ),
            mark(
                "The page lists your places with their side and share, and shows them on a body."
            ),
        ),
        mark("where, place, site, muscle, left, right, body map, history"),
        question(4),
        MEDLINE,
    ),
    Card(
        "question-5",
        Section.VISIT,
        mark("“Is it always in the same place?”"),
        (
            mark(
                "Twitches that wander are common. Twitches that keep to one muscle may make the "
                "doctor look at that muscle and its nerve more closely."
            ),
            mark(
                "The page says whether yours are fixed, mostly fixed or wandering, with the "
                "numbers that say so."
            ),
        ),
        mark("wander, move, spread, fixed, same spot, history"),
        question(5),
        MEDLINE,
    ),
    Card(
        "question-6",
        Section.VISIT,
        mark("“Are you pregnant?”"),
        (
            mark(
                "Some tests and medicines are chosen differently in pregnancy, such as a CT scan. "
                "So the doctor has to ask."
            ),
            mark(
                "The page shows your own answer and never guesses. You can also say that you would "
                "rather not say."
            ),
        ),
        mark("pregnancy, baby, expecting, due date, history"),
        question(6),
        MEDLINE,
    ),
    Card(
        "question-7",
        Section.VISIT,
        mark("“What other symptoms do you have?”"),
        (
            mark(
                "What comes along with the twitches often says more than they do. The doctor asks "
                "above all for weakness, thinner muscles and changed feeling."
            ),
            mark(
                "An honest no helps as much as a yes. The page shows both, each with its date."
            ),
        ),
        mark("symptom, weakness, cramps, stiffness, tiredness, pain, fever, weight, history"),
        question(7),
        MEDLINE,
    ),
    Card(
        "afterwards",
        Section.VISIT,
        mark("After the visit"),
        (
            mark(
                "Write down what was said while you still know it: what the doctor thinks, which "
                "tests come next, and when to come back."
            ),
            mark(
                "Ask what to do if something changes before then, and whom to call. If a word was "
                "new to you, ask what it means. Doctors are used to that."
            ),
        ),
        mark("notes, result, follow up, next, said, understand"),
        Counterpart(Kind.APPOINTMENT),
    ),
)  # fmt: skip
