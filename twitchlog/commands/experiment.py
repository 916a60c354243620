"""`experiment`: try a habit properly, in blocks of days whose order chance has drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from twitchlog.commands import trial_shown
from twitchlog.commands.arguments import AsJson, Day, DiaryPath
from twitchlog.commands.options import SHOWN_ID, read_day
from twitchlog.commands.output import say, say_json, say_table
from twitchlog.commands.plain_trial import damaged_data, trial_data
from twitchlog.commands.session import Session
from twitchlog.domain.day_text import Meant, near_day
from twitchlog.domain.errors import BadInput
from twitchlog.domain.experiment import BLOCK_DAYS, USUAL_PAIRS, Kept
from twitchlog.domain.wording import named
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.clock import Clock

app = typer.Typer(
    help=mark("Try a habit properly: two kinds of day, in an order that chance has drawn."),
    rich_markup_mode=None,
)
_CLEAR: Final = "clear"

OneOf = Annotated[
    str | None,
    typer.Argument(metavar="[ID]", help=mark("The beginning of its id; the newest unless given.")),
]


@app.command()
def start(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="HABIT", help=_("What is tried, as coffee."))],
    *,
    on: Annotated[
        str, typer.Option(metavar="WORDS", help=_("One kind of day: “Coffee as usual”."))
    ],
    off: Annotated[
        str, typer.Option(metavar="WORDS", help=_("The other: “No caffeine after noon”."))
    ],
    first: Annotated[
        str | None,
        typer.Option(
            metavar="DAY", help=_("The first day: 2026-11-20, today; tomorrow unless given.")
        ),
    ] = None,
    pairs: Annotated[
        int, typer.Option(metavar="N", help=_("How many pairs of blocks, 6 to 14."))
    ] = USUAL_PAIRS,
    block_days: Annotated[
        int, typer.Option(metavar="N", help=_("How many days a block has, 1 to 7."))
    ] = BLOCK_DAYS,
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Draw a plan and keep it; nothing changes it afterwards. Never for a medicine."""
    from twitchlog.domain.trial_rules import caution
    from twitchlog.reports.triggers.trial_needs import needs
    from twitchlog.reports.triggers.trial_words import plan_line, today_line

    session: Session = context.obj
    with session.diary(diary) as opened:
        today, factor = opened.clock.now().day, opened.experiments.habit(name)
        written = opened.experiments.start(
            factor.id, on=on, off=off, first=_read_first(first, opened.clock),
            pairs=pairs, block_days=block_days,
        )  # fmt: skip
        made = written.value
        followed = trial_shown.followed(opened, made)
    if as_json:
        say_json(trial_shown.data(followed))
        return
    say(
        _("{step}: {plan}, {first} to {last}.").format(
            step=written.changes.name, plan=plan_line(made), first=made.first, last=made.last
        )
    )
    for line in (today_line(made, today), needs(made.plan.pairs), caution(factor)):
        if line:
            say(line)


@app.command()
def show(
    context: typer.Context,
    which: OneOf = None,
    *,
    plan: Annotated[
        bool, typer.Option("--plan", help=_("The blocks that are still to come, too."))
    ] = False,
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Show a trial: what today is, how far it is, and its blocks up to now."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        followed = trial_shown.followed(opened, trial_shown.newest(opened, which))
        factor = opened.experiments.tried(followed.experiment.factor)
    if as_json:
        say_json(trial_shown.data(followed, whole=plan))
        return
    say("\n".join(trial_shown.lines(followed, factor)))
    head, blocks = trial_shown.block_rows(followed, whole=plan)
    if blocks:
        say("")
        say_table(head, blocks)


@app.command("list")
def list_them(context: typer.Context, *, as_json: AsJson = False, diary: DiaryPath = None) -> None:
    """List the trials, the one that began last first."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        damaged = opened.experiments.damaged()
        held = [trial_shown.followed(opened, each) for each in opened.experiments.all()]
        rows = [trial_shown.row(each, opened) for each in held]
    if as_json:
        say_json([*map(trial_shown.data, held), *map(damaged_data, damaged)])
        return
    if rows:
        head = (_("Id"), _("Habit"), _("First day"), _("Last day"), _("How far it is"))
        say_table(head, rows)
    elif not damaged:
        say(_("No trial is kept."))
    for each in damaged:
        say(
            _(
                "Trial {id}, from {first}, is not used: its plan is not the one that was drawn. "
                "The diary file was changed from outside, or is damaged."
            ).format(id=each.id[:SHOWN_ID], first=each.first)
        )


@app.command("today")
def say_today(context: typer.Context, *, as_json: AsJson = False, diary: DiaryPath = None) -> None:
    """Say what kind of day today is."""
    from twitchlog.reports.triggers.trial_words import today_line

    session: Session = context.obj
    with session.diary(diary) as opened:
        now = opened.clock.now().day
        held = opened.experiments.current(now)
    line = today_line(held, now) if held is not None else ""
    if as_json:
        say_json(trial_shown.today_data(held, now) if held is not None and line else None)
    elif held is None:
        say(_("No trial is planned or running."))
    else:
        say(line or _("The trial begins on {day}.").format(day=held.first))


@app.command()
def kept(
    context: typer.Context,
    answer: Annotated[
        str,
        typer.Argument(
            metavar="yes|partly|no|clear", help=_("How the day went; clear takes it back.")
        ),
    ],
    *,
    day: Day = None,
    diary: DiaryPath = None,
) -> None:
    """Say whether a day went as planned."""
    session: Session = context.obj
    said = _read_kept(answer)
    with session.diary(diary) as opened:
        asked = read_day(day, opened.clock)
        held = next(
            (each for each in opened.experiments.all() if each.day_number(asked) is not None), None
        )
        if held is None:
            raise BadInput(_("That day is not in the plan of a trial."))
        written = opened.experiments.answer(held.id, asked, said)
    say(f"{written.changes.name}. {asked}: {held.words(asked)}")


@app.command()
def stop(
    context: typer.Context,
    *,
    why: Annotated[str, typer.Option(metavar="TEXT", help=_("Why, if you like."))] = "",
    diary: DiaryPath = None,
) -> None:
    """Give the trial up; there is no test of it then."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        held = opened.experiments.current(opened.clock.now().day)
        if held is None:
            raise BadInput(_("No trial is planned or running."))
        written = opened.experiments.stop(held.id, why=why)
    say(f"{written.changes.name}.")


@app.command()
def result(
    context: typer.Context,
    which: OneOf = None,
    *,
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Say what a trial showed, after its end; before, how far it is."""
    from twitchlog.reports.triggers.trial_words import headline, sentences

    session: Session = context.obj
    with session.diary(diary) as opened:
        followed = trial_shown.followed(opened, trial_shown.newest(opened, which))
    told = sentences(followed, str)
    if as_json:
        say_json(trial_data(followed, headline(followed), told))
    else:
        say("\n".join((f"{headline(followed)}.", *told)))


@app.command()
def remove(context: typer.Context, which: OneOf = None, *, diary: DiaryPath = None) -> None:
    """Move a trial and its answers to the bin; one that is running is stopped first."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        one = trial_shown.named(opened, which) if which else trial_shown.newest(opened, None).id
        written = opened.experiments.remove(one)
    say(f"{written.changes.name}.")


def _read_first(text: str | None, clock: Clock) -> date:
    today = clock.now().day
    near = near_day(text or "tomorrow", today=today)
    return near if near is not None and near > today else read_day(text, clock, meant=Meant.NEXT)


def _read_kept(text: str) -> Kept | None:
    asked = text.strip().casefold()
    if asked == _CLEAR:
        return None
    found = named(asked, Kept, lambda kept: (kept.value, kept.word))
    if found is not None:
        return found
    raise BadInput(_("Answer with yes, partly or no; clear takes an answer back."))
