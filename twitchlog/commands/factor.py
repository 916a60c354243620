"""`factor`: the things you record, in your order, and those of your own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from twitchlog.commands.arguments import AsJson, DiaryPath
from twitchlog.commands.output import say, say_json, say_table
from twitchlog.commands.plain import factor_data
from twitchlog.commands.session import Session
from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import Kind
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from twitchlog.domain.factor import Factor

app = typer.Typer(help=mark("What you record of each day, also your own."), rich_markup_mode=None)
Name = Annotated[str, typer.Argument(metavar="NAME", help=mark("Its name or id."))]
_KINDS = {"amount": Kind.AMOUNT, "scale": Kind.SCALE, "words": Kind.LEVEL, "yes-no": Kind.YES_NO}


@app.command("list")
def list_factors(
    context: typer.Context, *, as_json: AsJson = False, diary: DiaryPath = None
) -> None:
    """List what can be recorded, in your order."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        factors = opened.factors.all()
    if as_json:
        say_json([factor_data(each) for each in factors])
        return
    head = (_("Name"), _("Id"), _("Answered in"), _("Asked"))
    say_table(head, [(each.label, each.id, _unit(each), _asked(each)) for each in factors])


@app.command()
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help=_("What you call it."))],
    *,
    kind: Annotated[
        str, typer.Option(metavar="KIND", help=_("amount, scale, words or yes-no."))
    ] = "yes-no",
    unit: Annotated[str, typer.Option(metavar="WORD", help=_("The unit of an amount."))] = "",
    most: Annotated[
        float | None, typer.Option(metavar="N", help=_("The most that is possible on a day."))
    ] = None,
    habit: Annotated[
        bool, typer.Option("--habit", help=_("It may stand as it was yesterday."))
    ] = False,
    diary: DiaryPath = None,
) -> None:
    """Add something of your own, asked every day from now on."""
    session: Session = context.obj
    if kind not in _KINDS:
        raise BadInput(_("Choose one of these kinds: {kinds}.").format(kinds=", ".join(_KINDS)))
    with session.diary(diary, begin=True) as opened:
        written = opened.factors.add(name, _KINDS[kind], unit=unit, most=most, habit=habit)
    say(f"{written.changes.name}.")


@app.command()
def ask(
    context: typer.Context,
    name: Name,
    *,
    only_on_tap: Annotated[
        bool, typer.Option("--on-tap", help=_("Only under More to record."))
    ] = False,
    diary: DiaryPath = None,
) -> None:
    """Ask for it in every check-in, or with --on-tap no longer."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        found = opened.factors.find(name)
        changes = opened.factors.ask(found.id, asked=not only_on_tap).changes
    say(f"{changes.name}.")


@app.command()
def hide(context: typer.Context, name: Name, *, diary: DiaryPath = None) -> None:
    """Hide it everywhere; what was recorded stays."""
    _show(context.obj, name, diary, shown=False)


@app.command()
def show(context: typer.Context, name: Name, *, diary: DiaryPath = None) -> None:
    """Show it again."""
    _show(context.obj, name, diary, shown=True)


@app.command()
def move(
    context: typer.Context,
    name: Name,
    place: Annotated[int, typer.Argument(metavar="N", help=_("Its place; 1 is the first."))],
    *,
    diary: DiaryPath = None,
) -> None:
    """Put it at another place."""
    session: Session = context.obj
    if place < 1:
        raise BadInput(_("The first place is 1."))
    with session.diary(diary) as opened:
        found = opened.factors.find(name)
        changes = opened.factors.move(found.id, place - 1).changes
    say(f"{changes.name}.")


def _show(session: Session, name: str, diary: DiaryPath, *, shown: bool) -> None:
    with session.diary(diary) as opened:
        changes = opened.factors.show(opened.factors.find(name).id, shown=shown).changes
    say(f"{changes.name}.")


def _unit(factor: Factor) -> str:
    if factor.kind is Kind.AMOUNT:
        return factor.unit_label or _("a number")
    return {Kind.LEVEL: _("0-3"), Kind.SCALE: _("0-10"), Kind.YES_NO: _("yes or no")}[factor.kind]


def _asked(factor: Factor) -> str:
    if not factor.shown:
        return _("hidden")
    return _("every day") if factor.asked else _("on a tap")
