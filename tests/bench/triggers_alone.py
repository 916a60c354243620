"""Judge invented diaries in a process of its own, beside statsmodels; print one line of JSON.

`python -m bench.triggers_alone turns DAYS RUNS` takes both in turns, imported before. With `ours`,
`statsmodels` or `numpy` and DAYS one side does its work once, imports included; `numpy` does
nothing, for the memory that both need.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np

FACTORS: Final = 15
LONGEST: Final = 730
NAMES: Final = [f"factor {at}" for at in range(FACTORS)]


def turns(days: int, runs: int) -> dict[str, float]:
    """Return the ms of all of ours, of its last 730 days, and of theirs, given and sought."""
    from bench.figure import in_turns
    from twitchlog.reports.triggers.estimating import estimate
    from twitchlog.reports.triggers.fitted import model

    diary = invented(days)
    fitted = model(*diary, names=NAMES)
    columns, count, dispersion = fitted.columns, fitted.count, fitted.fitted.dispersion
    last = tuple(each[-LONGEST:] for each in diary)
    ours, recent, given, sought = in_turns(
        runs,
        timed(lambda: estimate(*diary, names=NAMES)),
        timed(lambda: estimate(*last, names=NAMES)),
        timed(lambda: glm(count, columns, dispersion)),
        timed(lambda: glm_with_dispersion(count, columns)),
    )
    return {"ours": ours, "recent": recent, "given": given, "sought": sought}


def once(who: str, days: int) -> dict[str, float]:
    """Return the ms of one side's imports and work, the diary being given, and its peak memory."""
    started = time.perf_counter()
    if who == "ours":
        from twitchlog.reports.triggers.estimating import estimate
    elif who == "statsmodels":
        from statsmodels.genmod.families import NegativeBinomial
        from statsmodels.genmod.generalized_linear_model import GLM
    import numpy as np

    taken = time.perf_counter() - started
    diary = invented(days)
    if who == "statsmodels":
        from twitchlog.reports.triggers.design import adjustment

        recent = diary[0] > diary[0][-1] - LONGEST
        day, weekday, count, exposure = (each[recent] for each in diary)
        columns = np.column_stack([adjustment(day, weekday, count), exposure])
    started = time.perf_counter()
    if who == "ours":
        estimate(*diary, names=NAMES)
    elif who == "statsmodels":
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            GLM(count, columns, family=NegativeBinomial(alpha=0.4)).fit()
    return {"ms": (taken + time.perf_counter() - started) * 1e3, "mb": peak_mb()}


def peak_mb() -> float:
    """Return the most memory that this process held at a time, in MB.

    On Linux from the file that knows this program alone: `getrusage` of a process also counts what
    the one held that started it.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="utf-8").splitlines()
        peak = next(line for line in lines if line.startswith("VmHWM:"))
        return int(peak.split()[1]) * 1024 / 1e6
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def invented(days: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return a diary of so many days, all of them logged, with 15 factors of all courses."""
    import numpy as np

    from support.series import Life, lived

    return lived(np.random.default_rng(days), Life(days, FACTORS, away=0.0))


def timed(work: Callable[[], object]) -> Callable[[], float]:
    """Return a measure of the processor's time that a piece of work takes, in ms."""

    def measure() -> float:
        started = time.process_time()
        work()
        return (time.process_time() - started) * 1e3

    return measure


def glm(count: np.ndarray, columns: np.ndarray, dispersion: float) -> Any:
    """Fit statsmodels' model at a dispersion."""
    from statsmodels.genmod.families import NegativeBinomial, Poisson
    from statsmodels.genmod.generalized_linear_model import GLM

    family = NegativeBinomial(alpha=dispersion) if dispersion > 0 else Poisson()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return GLM(count, columns, family=family).fit()


def glm_with_dispersion(count: np.ndarray, columns: np.ndarray) -> Any:
    """Fit it again until Pearson's chi-square is the residual degrees of freedom, to 1e-6."""
    dispersion, fitted = 0.0, glm(count, columns, 0.0)
    for _ in range(30):
        mean, before, dispersion = fitted.fittedvalues, dispersion, 0.0
        squares = (count - mean) ** 2
        for _step in range(60):  # Newton's method, from below
            spread = mean + dispersion * mean**2
            excess = (squares / spread).sum() - fitted.df_resid
            change = excess / (squares * mean**2 / spread**2).sum()
            if excess <= 0 or change <= 1e-10 * (1 + dispersion):
                break
            dispersion += change
        if abs(dispersion - before) <= 1e-6 * (1 + dispersion):
            break
        fitted = glm(count, columns, dispersion)
    return fitted


def main(what: str, *numbers: str) -> None:
    """Do what the arguments say."""
    days, *runs = map(int, numbers)
    print(json.dumps(turns(days, *runs) if what == "turns" else once(what, days)))


if __name__ == "__main__":
    main(*sys.argv[1:])
