"""Say what an import adds, leaves and cannot read, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.translation import _, ngettext, numeral

if TYPE_CHECKING:
    from twitchlog.domain.imports import ImportOutcome, Problem

_LEFT_NAMED: Final = 12


def say_count(outcome: ImportOutcome, *, done: bool) -> str:
    """Say in one sentence what is added, what is there already and what cannot be read."""
    total, lines = outcome.total, len(outcome.problems)
    if done:
        first = ngettext("{n} entry added", "{n} entries added", total)
    else:
        first = ngettext("{n} entry to add", "{n} entries to add", total)
    parts = [first.format(n=numeral(total))]
    if outcome.there:
        parts.append(
            ngettext("{n} already there", "{n} already there", outcome.there).format(
                n=numeral(outcome.there)
            )
        )
    if lines:
        parts.append(
            ngettext("{n} line that cannot be read", "{n} lines that cannot be read", lines).format(
                n=numeral(lines)
            )
        )
    return f"{', '.join(parts)}."


def say_kinds(outcome: ImportOutcome) -> str:
    """Say of what kinds the added entries are; empty where there is none."""
    added = outcome.added
    parts = [
        words.format(n=numeral(added[kind]))
        for kind, words in (
            ("twitches", ngettext("{n} twitch", "{n} twitches", added["twitches"])),
            ("doses", ngettext("{n} amount", "{n} amounts", added["doses"])),
            ("checkins", ngettext("{n} check-in", "{n} check-ins", added["checkins"])),
            (
                "symptoms",
                ngettext("{n} symptom answer", "{n} symptom answers", added["symptoms"]),
            ),
        )
        if added[kind]
    ]
    return f"{', '.join(parts)}." if parts else ""


def say_rest(outcome: ImportOutcome) -> tuple[str, ...]:
    """Say what stays as it is in the diary, and what is left out, one sentence each."""
    said: list[str] = []
    if outcome.removed:
        said.append(
            ngettext(
                "{n} lies in the bin here and stays there.",
                "{n} lie in the bin here and stay there.",
                outcome.removed,
            ).format(n=numeral(outcome.removed))
        )
    if outcome.kept:
        said.append(
            ngettext(
                "{n} answer in your diary says something else and stays.",
                "{n} answers in your diary say something else and stay.",
                outcome.kept,
            ).format(n=numeral(outcome.kept))
        )
    if outcome.notes_left:
        said.append(
            ngettext(
                "{n} note or answer is left out: its day does not count as logged.",
                "{n} notes and answers are left out: their days do not count as logged.",
                outcome.notes_left,
            ).format(n=numeral(outcome.notes_left))
        )
    if outcome.left:
        named = [f"{what} ({numeral(count)})" for what, count in outcome.left.items()]
        more = len(named) - _LEFT_NAMED
        if more > 0:
            named = [*named[:_LEFT_NAMED], _("{n} others").format(n=more)]
        said.append(_("Without a place in this diary: {what}.").format(what=", ".join(named)))
    return tuple(said)


def say_problem(problem: Problem) -> str:
    """Say what is wrong with a line, with its number where it has one."""
    if not problem.line:
        return problem.sentence
    return _("Line {n}: {sentence}").format(n=numeral(problem.line), sentence=problem.sentence)
