"""The seven history questions and their answers, and what stands around them on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from twitchlog.reports.visit.fhir.parts import reference, resource, text, uid, urn
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from twitchlog.reports.visit.fhir.parts import Json
    from twitchlog.reports.visit.fhir.record import Record
    from twitchlog.reports.visit.summary import Answer, Line, VisitSummary

OWN_WORDS: Final = "own-words"


@dataclass(frozen=True, slots=True)
class _Part:
    """Something said beside the seven answers, under a name of its own; it may be several lines."""

    link: str
    asked: str
    said: tuple[str, ...]

    @property
    def item(self) -> Json:
        """The item of the Questionnaire."""
        return {"linkId": self.link, "text": self.asked, "type": "text", "repeats": True}

    @property
    def answered(self) -> list[Json]:
        """The item of the answers; none where nothing is said."""
        answers = [{"valueString": each} for each in self.said]
        return [{"linkId": self.link, "text": self.asked, "answer": answers}] if answers else []

    @property
    def sentences(self) -> list[str]:
        """What it says in the narrative."""
        return [f"{self.asked}: {each}" for each in self.said]


def resources(record: Record) -> tuple[Json, ...]:
    """Return the Questionnaire, the same for everybody, and the answers to it."""
    summary = record.summary
    # The wording is part of the id: a question that is asked differently is another question.
    id_ = uid("questionnaire", *(answer.question for answer in summary.answers))
    before, after = _parts(summary)
    return (
        _questionnaire(id_, summary.answers, before, after),
        _response(record, id_, before, after),
    )


def _parts(summary: VisitSummary) -> tuple[list[_Part], list[_Part]]:
    """Return what stands before and after the seven answers, in the order of the page."""
    signs = (f"{label}: {_line(line)}" for label, lines in summary.signs.rows for line in lines)
    since = summary.since_visit
    new = [f"{since.label}: {since.said.plain}"] if since else []
    before = [_Part("signs", _("Signs to check first"), _texts(signs))]
    after = [
        _Part("since-visit", _("What is new since the last visit"), _texts(new)),
        _Part(
            "goes-with",
            _("What goes with the twitching, and how sure"),
            _texts(map(_line, summary.triggers.told)),
        ),
        _Part("asked", _("What the patient wants to ask"), _texts(summary.questions.asked)),
    ]
    return before, after


def _texts(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(text, words)))


def _line(line: Line) -> str:
    return " ".join(filter(None, (line.said.plain, line.words())))


def _questionnaire(
    id_: str, answers: tuple[Answer, ...], before: list[_Part], after: list[_Part]
) -> Json:
    title = _("Seven history questions about muscle twitching")
    items = [
        {
            "linkId": str(answer.number),
            "text": answer.question,
            "type": "text",
            "item": [
                {"linkId": f"{answer.number}.{OWN_WORDS}", "text": _own_words(), "type": "text"}
            ],
        }
        for answer in answers
    ]
    return resource(
        "Questionnaire",
        id_,
        [title, *(f"{answer.number}. {answer.question}" for answer in answers)],
        url=urn(id_),
        title=title,
        status="active",
        subjectType=["Patient"],
        item=[*(part.item for part in before), *items, *(part.item for part in after)],
    )


def _response(record: Record, id_: str, before: list[_Part], after: list[_Part]) -> Json:
    summary = record.summary
    answered = all(answer.recorded for answer in summary.answers)
    answers = [
        f"{answer.number}. {answer.question} {answer.printed().plain}" for answer in summary.answers
    ]
    return resource(
        "QuestionnaireResponse",
        uid("answers", record.key, *record.span),
        [
            summary.header.logged.plain,
            *(sentence for part in before for sentence in part.sentences),
            *answers,
            *(sentence for part in after for sentence in part.sentences),
            summary.note,
        ],
        questionnaire=urn(id_),
        status="completed" if answered else "in-progress",
        subject=record.patient,
        authored=summary.made.isoformat(),
        author=reference(record.patient_id),
        source=reference(record.patient_id),
        item=[
            *(item for part in before for item in part.answered),
            *map(_item, summary.answers),
            *(item for part in after for item in part.answered),
        ],
    )


def _item(answer: Answer) -> Json:
    """Return a question with its answer; the person's own words stand by themselves as well."""
    said: dict[str, Any] = {"valueString": text(answer.printed().plain)}
    if words := text(answer.own_words):
        said["item"] = [
            {
                "linkId": f"{answer.number}.{OWN_WORDS}",
                "text": _own_words(),
                "answer": [{"valueString": words}],
            }
        ]
    return {"linkId": str(answer.number), "text": answer.question, "answer": [said]}


def _own_words() -> str:
    return _("In the patient’s own words")
