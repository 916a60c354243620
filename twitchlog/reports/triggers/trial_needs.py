"""What a planned trial needs to be logged, and which of its pairs are lost already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.domain.experiment import FEWEST_PAIRS
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from twitchlog.reports.triggers.trial import Trial


def needs(pairs: int) -> str:
    """Say what a trial of so many pairs needs to be logged, and how many of them may be lost."""
    each = _("Each block needs at least one logged day, or its pair is lost.")
    spare = pairs - FEWEST_PAIRS
    if not spare:
        return _("{each} With {pairs} pairs, one lost pair means no result.").format(
            each=each, pairs=pairs
        )
    more = ngettext(
        "If more than {n} pair is lost, there is no result.",
        "If more than {n} pairs are lost, there is no result.",
        spare,
    ).format(n=spare)
    return f"{each} {more}"


def lost(trial: Trial) -> str:
    """Say which pairs are lost to a trial that runs, or about to be; empty where none is."""
    gone, pairs = trial.pairs_lost, trial.experiment.plan.pairs
    enough = pairs - gone >= FEWEST_PAIRS
    said = []
    if gone:
        said.append(
            ngettext(
                "{n} pair of blocks is lost: one of its blocks has no logged day.",
                "{n} pairs of blocks are lost: one block of each has no logged day.",
                gone,
            ).format(n=gone)
        )
        can_count = (
            _("{left} of {pairs} pairs can still count, and {least} are needed.")
            if enough
            else _(
                "{left} of {pairs} pairs can still count, but {least} are needed, so there will be "
                "no result. You can stop this trial and plan another."
            )
        )
        said.append(can_count.format(left=pairs - gone, pairs=pairs, least=FEWEST_PAIRS))
    if enough and _last_chance(trial):
        said.append(
            _("This block ends today and has no logged day yet. Without one, its pair is lost.")
        )
    return " ".join(said)


def _last_chance(trial: Trial) -> bool:
    """Tell whether a pair that may still count is lost unless today is logged."""
    if not trial.blocks or trial.blocks[-1].last != trial.today or trial.blocks[-1].logged:
        return False
    is_first = len(trial.blocks) % 2 == 1
    return is_first or trial.blocks[-2].logged > 0
