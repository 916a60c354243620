"""What every test may ask for: a diary, a clock that stands still, a real window."""

from __future__ import annotations

import faulthandler
import gc
import os
import shutil
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, settings

from support import memory
from support import screen as screens
from support import server as servers
from support import window as windows
from twitchlog.clock import FixedClock
from twitchlog.domain.moment import Moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from support.golden import Golden
    from support.printers import Cups
    from twitchlog.diary import Diary
    from twitchlog.diary.address import Address

LAST_WAIT_S: Final = 60
SLOW_FIRST: Final = (
    "journeys", "bench", "torture", "ui", "commands", "diary", "reports", "presenters",
)  # fmt: skip

memory.use()
screens.keep_to_itself()

# Matrices here are small: more threads than one only wait for each other when cores are shared.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# No test asserts a time: what is slow because others work beside it has not failed. Nor may one
# fail by chance: the examples are the same each time; `--hypothesis-profile search` draws others.
settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("house", settings.get_profile("search"), derandomize=True)
settings.load_profile("house")


def pytest_pycollect_makemodule(module_path: Path) -> None:
    """Open the window before a module of tests/ui is read: kivymd wants one when imported."""
    if _folder(module_path) == "ui":
        windows.the_window()
        windows.quicken()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a window and what starts the program, by the folder it lies in."""
    for item in items:
        folder = _folder(item.path)
        if folder == "ui":
            item.add_marker(pytest.mark.window)
        if folder == "journeys":
            item.add_marker(pytest.mark.journey)
    # What takes long comes first, and what takes a moment last: so all workers end together.
    items.sort(key=lambda item: _place(SLOW_FIRST, _folder(item.path)))


def pytest_collection_finish() -> None:
    """Keep what all tests have imported out of every search for garbage, and search less often.

    A screen makes thousands of objects; at the usual 700, searching was a quarter of its tests.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)


def pytest_unconfigure() -> None:
    """Say which thread keeps the process from its end, should one still do so, and end it."""
    faulthandler.dump_traceback_later(LAST_WAIT_S, exit=True)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say aloud what was not tested for want of something on this machine."""
    skipped = terminalreporter.stats.get("skipped", [])
    said = Counter(str(each.longrepr[-1]).removeprefix("Skipped: ") for each in skipped)
    missed = [(why, count) for why, count in said.items() if why.startswith("needs ")]
    if missed:
        terminalreporter.section("not tested", yellow=True)
    for why, count in missed:
        terminalreporter.line(f"{count} skipped: {why}")


def _place(order: tuple[str, ...], name: str) -> int:
    return order.index(name) if name in order else len(order)


def _folder(path: Path) -> str:
    """Return the folder of `tests` that a test lies in."""
    return path.relative_to(Path(__file__).parent).parts[0]


@pytest.fixture
def clock() -> FixedClock:
    """A clock that shows Thursday 18 June 2026, 21:04 in Berlin, until a test moves it."""
    zone = "Europe/Berlin"
    return FixedClock(Moment.of(datetime(2026, 6, 18, 21, 4, tzinfo=ZoneInfo(zone)), zone))


@pytest.fixture
def server() -> servers.Server:
    """A PostgreSQL server of the tests' own; a test that asks for it is skipped without one."""
    if not servers.there():
        pytest.skip(servers.NEEDED)
    return servers.shared()


@pytest.fixture
def server_database(server: servers.Server) -> Iterator[Address]:
    """The address of an empty diary on a server, in a database of its own."""
    with server.diary() as where:
        yield where


@pytest.fixture
def server_diary(server_database: Address, clock: FixedClock) -> Iterator[Diary]:
    """An empty diary on a real server, open, in a database of its own."""
    from twitchlog.diary import Diary

    with Diary.open(server_database, clock=clock) as opened:
        yield opened


@pytest.fixture
def kept_in(request: pytest.FixtureRequest) -> str:
    """Where `diary` is: in a `file`, or on a `server` where `TWITCHLOG_TEST_SERVER` is set."""
    said = "server" if servers.VARIABLE in os.environ else "file"
    return str(getattr(request, "param", said))


@pytest.fixture(scope="session")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a new diary, only to be copied: making it takes longer than most tests."""
    from twitchlog.diary import Diary

    path = tmp_path_factory.mktemp("new") / "diary.sqlite"
    Diary.open(path).close()
    return path


@pytest.fixture
def diary(
    tmp_path: Path, new_file: Path, clock: FixedClock, kept_in: str, request: pytest.FixtureRequest
) -> Iterator[Diary]:
    """An empty diary, open: in a real file unless `kept_in` says that it is on a server."""
    from twitchlog.diary import Diary

    if kept_in == "server":
        if request.node.get_closest_marker("in_file"):
            pytest.skip("of a diary in a file")
        server = request.getfixturevalue("server")
        with servers.used_again(server) as where, Diary.open(where, clock=clock) as opened:
            yield opened
        return
    path = tmp_path / "diary.sqlite"
    shutil.copy(new_file, path)
    with Diary.open(path, clock=clock) as opened:
        yield opened


@pytest.fixture
def other(diary: Diary, clock: FixedClock) -> Iterator[Diary]:
    """The same diary, open on another computer."""
    from twitchlog.diary import Diary

    with Diary.open(diary.address, clock=clock) as opened:
        opened.device = "00000000-0000-4000-8000-000000000002"
        yield opened


@pytest.fixture(scope="session")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Golden:
    """The five diaries that every form of the visit page must do justice to; only to be read."""
    from support.golden import Golden

    return Golden(tmp_path_factory.mktemp("golden"))


@pytest.fixture(scope="session")
def screen() -> screens.Screen:
    """The hidden screen, for programs that are started on it."""
    return screens.hidden()


@pytest.fixture
def window() -> Iterator[Any]:
    """The real window, 412 x 892 and empty; `pump` runs its frames."""
    shown = windows.the_window()
    windows.clear(shown)
    yield shown
    windows.clear(shown)


@pytest.fixture(scope="module", autouse=True)
def swept(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let go of the screens of a module's tests: as long as they are there, they are repainted."""
    yield
    if _folder(request.path) == "ui":
        gc.collect()
        gc.freeze()


@pytest.fixture
def pump(window: Any) -> Callable[..., None]:
    """Run frames until a condition holds: `pump(lambda: label.text == "2", timeout=5)`."""
    return windows.pump


@pytest.fixture
def tap(window: Any) -> Callable[..., None]:
    """Touch a widget in its middle and let go: `tap(button)`."""
    return windows.tap


@pytest.fixture
def press(window: Any) -> Callable[..., None]:
    """Press a key in the window: `press(27)` is Escape."""
    return windows.press


@pytest.fixture
def app(window: Any) -> Iterator[Any]:
    """A kivymd app for widgets that are tested without the program; it supplies their theme."""
    from kivy.app import App
    from kivymd.app import MDApp

    from twitchlog.ui import theme

    before, made = App.get_running_app(), MDApp()
    if theme.look.text_scale != 1:  # as a test before this one chose it
        theme.apply(made, look_name="light")
    yield made
    App._running_app = before


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Cups]:
    """Put printers on this system: `cups("Attic", "Cellar", usual="Attic")` keeps what they get."""
    from support.printers import install

    return lambda *printers, **rest: install(tmp_path / "cups", monkeypatch, *printers, **rest)
