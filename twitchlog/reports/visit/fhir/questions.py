"""The seven history questions and their answers, and what the patient asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from twitchlog.reports.visit.fhir.parts import reference, resource, text, uid, urn
from twitchlog.translation import _

if TYPE_CHECKING:
    from twitchlog.reports.visit.fhir.parts import Json
    from twitchlog.reports.visit.fhir.record import Record
    from twitchlog.reports.visit.summary import Answer

OWN_WORDS: Final = "own-words"
ASKED: Final = "asked"
SIGNS: Final = "signs"


def resources(record: Record) -> tuple[Json, ...]:
    """Return the Questionnaire, the same for everybody, and the answers to it."""
    return _questionnaire(record), _response(record)


def _questionnaire(record: Record) -> Json:
    answers = record.summary.answers
    # The wording is part of the id: a question that is asked differently is another question.
    id_ = uid("questionnaire", *(answer.question for answer in answers))
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
    signs, asked = (
        {"linkId": link, "text": words, "type": "text", "repeats": True}
        for link, words in ((SIGNS, _signs()), (ASKED, _asked()))
    )
    return resource(
        "Questionnaire",
        id_,
        [title, *(f"{answer.number}. {answer.question}" for answer in answers)],
        url=urn(id_),
        title=title,
        status="active",
        subjectType=["Patient"],
        item=[signs, *items, asked],
    )


def _response(record: Record) -> Json:
    summary = record.summary
    signs = [
        text(f"{label}: {' '.join(filter(None, (line.said.plain, line.words())))}")
        for label, lines in summary.signs.rows
        for line in lines
    ]
    items = [_item(answer) for answer in summary.answers]
    if signs:
        said = [{"valueString": words} for words in signs]
        items.insert(0, {"linkId": SIGNS, "text": _signs(), "answer": said})
    asked = [{"valueString": text(words)} for words in summary.questions.asked if text(words)]
    if asked:
        items.append({"linkId": ASKED, "text": _asked(), "answer": asked})
    answered = all(answer.recorded for answer in summary.answers)
    answers = [
        f"{answer.number}. {answer.question} {answer.printed().plain}" for answer in summary.answers
    ]
    questions = [f"{_asked()}: {each['valueString']}" for each in asked]
    return resource(
        "QuestionnaireResponse",
        uid("answers", record.key, *record.span),
        [
            summary.header.logged.plain,
            summary.signs.heading,
            *signs,
            *answers,
            *questions,
            summary.note,
        ],
        questionnaire=urn(uid("questionnaire", *(each.question for each in summary.answers))),
        status="completed" if answered else "in-progress",
        subject=record.patient,
        authored=summary.made.isoformat(),
        author=reference(record.patient_id),
        source=reference(record.patient_id),
        item=items,
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


def _signs() -> str:
    return _("Signs to check first")


def _asked() -> str:
    return _("What the patient wants to ask")
