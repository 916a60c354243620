"""A diary with words in every field that would break a form which took them for more than words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.domain.appointment import Appointment, Question
from twitchlog.domain.condition import Condition
from twitchlog.domain.factor import Kind
from twitchlog.domain.measure import Measure
from twitchlog.domain.medical_test import MedicalTest
from twitchlog.domain.medication import Dose, IntakeKind
from twitchlog.domain.profile import Onset, PartialDate, Pregnancy, Pregnant, Profile, Visit
from twitchlog.domain.symptom import SYMPTOMS, Amount
from twitchlog.domain.twitch import OWN, OWN_TRIGGER_LIMIT, Relief, Strength, Trigger

if TYPE_CHECKING:
    from twitchlog.diary import Diary

LINE: Final = 120
"""What a name or a line of one's own may hold."""
WORDS: Final = (
    '</title></desc></text><script>alert(1)</script><img src=x onerror="alert(2)">&amp;&#x3c;',
    "#panic() *bold* $x^2$ `raw` <label> @ref \\ // /* [ { ** {0} {name} %s ]]> <!-- -->",
    "javascript:alert(3) https://example.org/?a=1&b='2' mailto:a@example.org",
    "\u202edrow sdrawkcab\u202c \u2067אבג דהו 123\u2069 منذ الربيع (אחרי 5 mg) \u200f!",
    "W" * 60 + " 写作很长的一行文字没有空格 カタカナ 한국어 हिन्दी Ελλη Кирил e\u0301\u0323",
    "👩🏽\u200d⚕️ 🫨 \ue000 \u2028 \ufeff \u00ad '; DROP TABLE twitches; --",
)
"""Markup of every form, both directions, all scripts, characters without a letter shape."""


@dataclass(slots=True)
class Nasty:
    """Gives the next hostile words, marked with their field: `[note 2] …`."""

    given: list[str] = field(default_factory=list)
    _seen: Counter[str] = field(default_factory=Counter)

    def __call__(self, name: str, limit: int = LINE) -> str:
        """Return words for the field `name`, at most `limit` long."""
        words = WORDS[len(self.given) % len(WORDS)]
        self._seen[name] += 1
        self.given.append(f"[{name} {self._seen[name]}] {words}"[:limit].strip())
        return self.given[-1]


def fill(diary: Diary) -> None:
    """Write hostile words into every field that a person can type in."""
    nasty, today = Nasty(), diary.clock.now().day
    _says_of_themself(diary, nasty, today)
    _entries(diary, nasty)
    _days(diary, nasty, today)
    _care(diary, nasty, today)
    for kind in ("cramps", "weakness", *SYMPTOMS):
        diary.symptoms.answer(
            kind,
            present=True,
            where=nasty("where"),
            words=nasty("words", 400),
            since=PartialDate(2026, 2),
            amount=Amount.SOME,
            sites=("calf-left", "hand-right"),
        )


def _says_of_themself(diary: Diary, nasty: Nasty, today: date) -> None:
    diary.profile.save(
        Profile(
            name=nasty("name"),
            born=date(1980, 2, 29),
            first_noticed=PartialDate(2026),
            onset=Onset.GRADUAL,
            pregnancy=Pregnancy(Pregnant.RATHER_NOT_SAY, today),
            own_words={number: nasty("own words", 400) for number in range(1, 8)},
            medicines=nasty("medicines", 400),
            tests=nasty("tests", 400),
            conditions=nasty("conditions", 400),
            visit=Visit(today + timedelta(days=3), nasty("doctor")),
            questions=tuple(nasty("question") for _each in range(4)),
            paper="letter",
        )
    )


def _entries(diary: Diary, nasty: Nasty) -> None:
    now = diary.clock.now()
    for number in range(8):
        diary.twitches.log(
            ["calf-left", "eyelid-right"],
            moment=now.earlier(minutes=1500 * number),
            duration_s=5.0 + number,
            strength=Strength.MILD,
            triggers=(Trigger(OWN, nasty("trigger", OWN_TRIGGER_LIMIT)), Trigger("caffeine")),
            note=nasty("note", 400),
            reliefs=(Relief(OWN, nasty("relief", OWN_TRIGGER_LIMIT)),),
        )


def _days(diary: Diary, nasty: Nasty, today: date) -> None:
    own = diary.factors.add(nasty("factor", 40), Kind.AMOUNT, unit=nasty("unit", 12)).value
    for back in range(8, 14):
        diary.checkins.save(
            today - timedelta(days=back),
            {own.id: 2.0, "sleep": 7.0, "stress": 1.0},
            note=nasty("check-in", 400),
            diet=nasty("diet"),
        )
    diary.doses.log(own.id, 1.0, words=nasty("dose", 60))


def _care(diary: Diary, nasty: Nasty, today: date) -> None:
    began = PartialDate.of(today - timedelta(days=40))
    for kind in ("diuretic", "other"):
        medicine = diary.medications.add(
            nasty("medicine"),
            kind=kind,
            dose=Dose(2.5, nasty("dose unit", 30), nasty("schedule")),
            started=began,
            note=nasty("medicine note", 400),
        ).value
        diary.medications.take(
            medicine.id, IntakeKind.EXTRA, amount=10.0, note=nasty("intake note", 400)
        )
    diary.treatments.add(
        OWN, words=nasty("treatment"), started=began, note=nasty("treatment note", 400)
    )
    for kind in ("blood", "other"):
        value = Measure("own", 1e-4, nasty("value unit", 30), 1.0, 2.0, words=nasty("value"))
        test = MedicalTest(
            kind,
            words=nasty("test") if kind == "other" else "",
            part=nasty("part") if kind == "other" else "",
            day=began,
            place=nasty("place"),
            result=nasty("result", 400),
            note=nasty("test note", 400),
            values=(value, Measure("potassium", 3.0, "mmol/l", 3.5, 5.1)),
        )
        diary.tests.save(test)
    for family in (False, True):
        diary.conditions.save(
            Condition(
                "own", words=nasty("condition"), family=family, note=nasty("condition note", 400)
            )
        )
    diary.appointments.save(
        Appointment(
            day=today - timedelta(days=30),
            whom=nasty("doctor"),
            place=nasty("surgery"),
            said=nasty("said", 400),
            note=nasty("visit note", 400),
        )
    )
    diary.appointments.questions.save(Question(nasty("question")))
