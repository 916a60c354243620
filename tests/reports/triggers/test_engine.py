"""What anyone can check on arrays of their own, without a diary."""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import subprocess
import sys

import pytest

from twitchlog.reports import triggers

ON_OTHERS = {"model", "verdicts", "plan"}
"""What these do is told, with its source, where `estimate` and `outcome` are."""
FUNCTIONS = [name for name in triggers.__all__ if inspect.isfunction(getattr(triggers, name))]
ON_ARRAYS = """
import json, sys
import numpy as np
from twitchlog.reports.triggers import estimate, verdicts
rng = np.random.default_rng(1)
day, exposure = np.arange(200), rng.normal(size=(200, 2))
count = rng.poisson(np.exp(1 + 0.4 * exposure[:, 0]))
found = estimate(day, day % 7, count, exposure, names=["planted", "inert"])
said = {each.factor.name: each.verdict for each in verdicts(found)}
print(json.dumps([said, sorted(sys.modules)]))
"""


def test_plain_arrays_are_judged_with_nothing_loaded_but_numpy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ON_ARRAYS], capture_output=True, text=True, check=True
    )
    said, loaded = json.loads(done.stdout)
    assert said["planted"] == "linked"
    assert said["inert"] in {"no link seen", "unclear"}
    packages = {name.partition(".")[0] for name in loaded}
    assert not packages & {"scipy", "pandas", "statsmodels", "sqlalchemy", "kivy", "matplotlib"}
    assert not any(name.startswith("twitchlog.diary") for name in loaded)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_says_what_it_takes_and_on_what_it_rests(name: str) -> None:
    told = inspect.getdoc(getattr(triggers, name)) or ""
    assert len(told.splitlines()) > 1
    assert "Source" in told or name in ON_OTHERS


def test_each_public_name_is_there_also_once_every_part_was_loaded() -> None:
    """A part of the same name as a function would stand in its place after it was loaded."""
    for part in pkgutil.iter_modules(triggers.__path__):
        importlib.import_module(f"{triggers.__name__}.{part.name}")
    for name in triggers.__all__:
        assert not inspect.ismodule(getattr(triggers, name))
    with pytest.raises(AttributeError, match="no attribute 'guess'"):
        _ = triggers.guess
