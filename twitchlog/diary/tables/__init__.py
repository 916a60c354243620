"""The tables of the diary. Times are UTC milliseconds beside offset, zone and local day."""

from __future__ import annotations

from typing import Final

from twitchlog.diary.tables.care import (
    appointments,
    conditions,
    dose_changes,
    intakes,
    medications,
    questions,
    test_values,
    tests,
    treatments,
)
from twitchlog.diary.tables.columns import completed, metadata
from twitchlog.diary.tables.counted import entry_days
from twitchlog.diary.tables.daily import (
    checkins,
    doses,
    exposures,
    rest_counts,
    rest_taps,
    symptoms,
    twitch_reliefs,
    twitch_sites,
    twitch_triggers,
    twitches,
)
from twitchlog.diary.tables.inner import (
    attachments,
    bin_,
    factors,
    profile,
    secrets,
    steps,
    timer,
    writes,
)
from twitchlog.diary.tables.places import site_days
from twitchlog.diary.tables.search import search_texts
from twitchlog.diary.tables.trials import experiment_days, experiments, trigger_choices

__all__ = [
    "KIND_OF",
    "REVISION",
    "appointments",
    "attachments",
    "bin_",
    "checkins",
    "completed",
    "conditions",
    "dose_changes",
    "doses",
    "entry_days",
    "experiment_days",
    "experiments",
    "exposures",
    "factors",
    "intakes",
    "medications",
    "metadata",
    "profile",
    "questions",
    "rest_counts",
    "rest_taps",
    "search_texts",
    "secrets",
    "site_days",
    "steps",
    "symptoms",
    "test_values",
    "tests",
    "timer",
    "treatments",
    "trigger_choices",
    "twitch_reliefs",
    "twitch_sites",
    "twitch_triggers",
    "twitches",
    "writes",
]  # fmt: skip

REVISION: Final = "0008"
"""The newest schema; a migration of that name leads to it."""

KIND_OF: Final = {
    "twitches": "twitches",
    "twitch_sites": "twitches",
    "twitch_triggers": "twitches",
    "twitch_reliefs": "twitches",
    "attachments": "attachments",
    "rest_counts": "rest_counts",
    "rest_taps": "rest_counts",
    "checkins": "checkins",
    "exposures": "checkins",
    "doses": "doses",
    "factors": "factors",
    "symptoms": "symptoms",
    "medications": "medications",
    "dose_changes": "medications",
    "intakes": "medications",
    "treatments": "treatments",
    "conditions": "conditions",
    "tests": "tests",
    "test_values": "tests",
    "appointments": "appointments",
    "questions": "appointments",
    "experiments": "experiments",
    "experiment_days": "experiments",
    "trigger_choices": "trigger_choices",
    "profile": "profile",
    "timer": "timer",
    "bin": "bin",
}
"""What a change to a table is announced as; `steps`, `writes` and `secrets` never are."""
