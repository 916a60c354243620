"""A script of 50 things that a person does, each of which writes to the disk."""
# ruff: noqa: PLW0108 - the diary is not open yet when the list is made

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from twitchlog.clock import FixedClock
from twitchlog.diary import Diary
from twitchlog.domain.appointment import Appointment
from twitchlog.domain.factor import Kind
from twitchlog.domain.medical_test import MedicalTest
from twitchlog.domain.medication import Dose, IntakeKind
from twitchlog.domain.moment import Moment
from twitchlog.domain.profile import Profile
from twitchlog.domain.rest import RestCount, Tap
from twitchlog.settings import SettingsFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PICTURE: Final = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
_BEGINS: Final = Moment.of(datetime(2026, 10, 24, 20, tzinfo=UTC))


class Script:
    """What was done so far; each `step` may be tried again where it failed."""

    def __init__(self, folder: Path, source: Path) -> None:
        self.path = folder / "data" / "diary.sqlite"
        self.source = source
        self.opened: Diary | None = None
        self.held: dict[str, Any] = {}
        self.clock = FixedClock(_BEGINS)

    @property
    def diary(self) -> Diary:
        assert self.opened is not None
        return self.opened

    def open(self) -> None:
        self.opened = Diary.open(self.path, clock=self.clock)

    def reopen(self) -> None:
        if self.opened is not None:
            self.opened.close()
            self.opened = None
        self.open()

    def log(self, name: str) -> None:
        made = self.diary.twitches.log(["calf-left", "chin"], note=name * 40, duration_s=20)
        self.held[name] = made.value

    def edit(self, name: str) -> None:
        note = f"changed {name}"
        self.held[name] = self.diary.twitches.edit(replace(self.held[name], note=note)).value

    def remove(self, name: str) -> None:
        self.diary.twitches.remove(self.held[name].id)

    def attach(self, name: str, size: int) -> None:
        picture = self.source / f"{name}.png"
        picture.write_bytes(_PICTURE + bytes(size))
        self.diary.attachments.add("twitches", self.held[name].id, picture)

    def settings(self) -> None:
        """Change the settings; what cannot be kept is used for this run, which is no failure."""
        file = SettingsFile(self.path)
        file.change(text_scale=1.3)
        kept = self.path.with_name("diary settings.json")
        assert not kept.exists() or json.loads(kept.read_text("utf-8"))["text_scale"] == 1.3

    def steps(self) -> list[Callable[[], object]]:
        """Return the 50 things to do, in their order; each is done at a minute of its own."""
        things = enumerate(self._things(), 1)
        return [lambda at=at, thing=thing: self._at(at, thing) for at, thing in things]

    def _at(self, minutes: int, thing: Callable[[], object]) -> None:
        self.clock.moment = _BEGINS.shifted(timedelta(minutes=minutes))
        thing()

    def _things(self) -> list[Callable[[], object]]:
        d = self
        day = d.today
        return [
            d.open,
            *(lambda name=name: d.log(name) for name in ("a", "b", "c", "d", "e", "f")),
            *(lambda name=name: d.edit(name) for name in ("a", "b", "c")),
            lambda: d.remove("d"),
            lambda: d.remove("e"),
            lambda: d.diary.bin.restore(d.held["d"].id),
            lambda: d.diary.bin.erase(d.held["e"].id),
            lambda: d.diary.undo(),
            lambda: d.diary.redo(),
            lambda: d.diary.undo(),
            lambda: d.attach("a", 300),
            lambda: d.attach("b", 3_000_000),
            lambda: d.diary.checkins.save(day(), {"sleep": 7.0, "stress": 3.0}, note="slept"),
            lambda: d.diary.checkins.none_today(day()),
            lambda: d.diary.checkins.take_back_none(day()),
            lambda: d.diary.symptoms.answer("weakness", present=True, day=day()),
            lambda: d.diary.symptoms.answer("weakness", present=False, day=day()),
            lambda: d.diary.weekly.put_off(),
            lambda: d.keep("medicine", d.diary.medications.add("Aspirin", dose=Dose(5, "mg"))),
            lambda: d.diary.medications.take(d.held["medicine"].id, IntakeKind.EXTRA, note="late"),
            lambda: d.diary.medications.edit(replace(d.held["medicine"], note="with food")),
            lambda: d.diary.tests.save(MedicalTest("emg", result="nothing found")),
            lambda: d.diary.appointments.save(Appointment(whom="Dr Sample", note="ask")),
            lambda: d.diary.profile.save(Profile(name="Alex", questions=("Is it coffee?",))),
            lambda: d.diary.factors.add("walks", Kind.AMOUNT),
            lambda: d.diary.doses.log("caffeine", 2),
            lambda: d.diary.treatments.add("rest"),
            lambda: d.diary.rest.save(RestCount(d.diary.clock.now(), 60.0, (Tap(500),))),
            lambda: d.diary.timer.start(),
            lambda: d.diary.timer.stop(["tongue"]),
            lambda: d.diary.backups.make(),
            d.reopen,
            *(lambda name=name: d.log(name) for name in ("g", "h", "i")),
            lambda: d.diary.trigger_choices.leave_out(["cold"]),
            lambda: d.diary.experiments.start("caffeine", on="8", off="9", first=day()),
            d.settings,
            lambda: d.edit("g"),
            lambda: d.diary.undo(),
            lambda: d.diary.bin.empty(),
            lambda: d.log("j"),
            d.reopen,
        ]

    def today(self) -> Any:
        return self.diary.clock.now().day

    def keep(self, name: str, written: Any) -> None:
        self.held[name] = written.value
