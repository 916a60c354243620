"""What a chart tells of a diary, asked for as the screen does."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from twitchlog.domain.moment import Moment
from twitchlog.domain.period import Period
from twitchlog.reports.charts.catalogue import BY_KIND
from twitchlog.reports.charts.chart import Ask
from twitchlog.reports.charts.picture import screen_sheet

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.spec import Spec

BERLIN = "Europe/Berlin"


def at(written: str, *, second: bool = False) -> Moment:
    """Return a moment in Berlin: `2026-06-18 20:30`; `second`: when the clock shows it again."""
    wall = datetime.fromisoformat(written).replace(tzinfo=ZoneInfo(BERLIN), fold=int(second))
    return Moment.of(wall, BERLIN)


def told(diary: Diary, kind: str, first: str, last: str, **options: str) -> Any:
    """Return what a chart tells of the days from `first` to `last`."""
    chart = BY_KIND[kind]
    period = Period(date.fromisoformat(first), date.fromisoformat(last))
    ask = Ask(period, diary.clock.now().day, diary.days.first_logged(), options)
    return chart.tell(chart.read(diary, ask), ask)


def plain(text: str) -> str:
    """Return a text whose spaces may all break."""
    return text.replace("\u00a0", " ")


def cells(spec: Any) -> list[tuple[str, ...]]:
    """Return the rows of the table of a chart, with spaces that may break."""
    return [tuple(map(plain, row.cells)) for row in spec.table.rows]


def lines(block: Any) -> list[str]:
    """Return each line of a block of the page, with what is printed behind it."""
    return [plain(" ".join(filter(None, (each.said.plain, each.words())))) for each in block.told]


def drawn(spec: Spec, *, width: float = 348, text_scale: float = 1.0, dark: bool = False) -> Sheet:
    """Return a chart as it is drawn on the screen, one pixel a dp."""
    height = spec.height(width, text_scale=text_scale)
    return screen_sheet(spec, width=width, height=height, scale=1, dark=dark, text_scale=text_scale)


def written(sheet: Sheet, gid: str) -> list[str]:
    """Return the texts of a kind on a sheet."""
    return [plain(text.get_text()) for text in sheet.figure.texts if text.get_gid() == gid]
