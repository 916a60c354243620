"""The log sheet: the tap on a place saves an entry, every further tap changes it at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from twitchlog.domain.duration import parse_duration
from twitchlog.domain.errors import BadInput
from twitchlog.domain.text import clean_line
from twitchlog.domain.twitch import OWN, OWN_TRIGGER_LIMIT, Strength, Trigger, Twitch
from twitchlog.presenters import log_choices, log_page, log_session
from twitchlog.presenters.log_more import MoreAnswers
from twitchlog.presenters.log_places import PlaceAnswers
from twitchlog.presenters.log_session import Session
from twitchlog.presenters.log_when import WhenAnswers
from twitchlog.translation import _

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.changes import Changes
    from twitchlog.presenters.services import Services


class LogSheetPresenter(WhenAnswers, PlaceAnswers, MoreAnswers):
    """Takes every tap into the draft, and the draft into the diary."""

    def __init__(self, services: Services, view: log_page.LogSheetView) -> None:
        self._services = services
        self._view = view
        self._offered = log_page.Offered((), (), log_choices.USUAL_DURATIONS, (), {})
        self._session = Session()
        self._draft = Twitch("", services.clock.now(), ())
        services.news.listen(self._hear)

    def begin(self, day: date | None = None) -> None:
        """Start a new entry, of `day` or of now."""
        today = self._services.clock.now().day
        session = Session(day=day, when=log_choices.NOW)
        draft = Twitch("", self._services.clock.now(), ())
        if day is not None and day != today:
            session.when = "h12"
            session.touched.add("moment")
            draft = replace(draft, moment=self._services.clock.on(day, time(12)))
        self._open(session, draft, None)

    def edit(self, twitch_id: str, *, fresh: bool = False) -> None:
        """Open an entry to change it, or a `fresh` one, logged just now, to add its details."""
        session = Session(when=log_choices.EXACT, waiting=True, fresh=fresh)
        self._open(session, self._draft, twitch_id)

    def choose_length(self, value: str) -> None:
        """Take one of the chips of *How long*; the empty one is *not known*."""
        self._change("length", duration_s=float(value) if value else None)

    def type_length(self, text: str) -> None:
        """Take an exact length such as `45 s` or `1h30m`."""
        try:
            seconds = parse_duration(text)
        except BadInput as problem:
            self._refuse("length", problem)
        else:
            self._change("length", duration_s=seconds)

    def time_it(self) -> None:
        """Time the twitch instead: what was saved of it gives way to the running timer."""
        session, draft = self._session, self._draft
        if not session.waiting:
            log_session.time_it(self._services, session, draft, self._view, self._timer_started)

    def choose_strength(self, strength: Strength) -> None:
        """Take a strength; one that was chosen already goes again."""
        same = self._draft.strength == strength
        self._change(strength=None if same else strength)

    def toggle_trigger(self, value: str) -> None:
        """Add what went with it, or take it away."""
        self._change("own", triggers=log_session.toggled(self._draft.triggers, value))

    def type_trigger(self, text: str) -> None:
        """Add something in the person's own words."""
        try:
            own = clean_line(text, limit=OWN_TRIGGER_LIMIT)
        except BadInput as problem:
            self._refuse("own", problem)
            return
        trigger = Trigger(OWN, own)
        if own and trigger not in self._draft.triggers:
            self._change("own", triggers=(*self._draft.triggers, trigger))

    def type_note(self, text: str) -> None:
        """Take the note as it stands."""
        if text != self._draft.note:
            self._change("note", note=text)

    def undo(self) -> None:
        """Take back all of this entry, or all changes to it, and go on from there."""
        session = self._session
        if session.shown is None:
            return

        def said(_value: object, changes: Changes) -> None:
            self._view.tell(
                _("“{step}” is undone").format(step=changes.name), undo=False, redo=True
            )

        self._services.write(lambda diary: log_session.take_back(diary, session), said, self._view)
        if session.before is None:
            self.begin(session.day)
        else:
            self.edit(session.before.id)

    def remove(self) -> None:
        """Move the entry to the bin."""
        session, before = self._session, self._session.before
        if before is None:
            return
        self._session = removing = Session(waiting=True)

        def said(_count: int | None, changes: Changes) -> None:
            self._view.finished()
            self._view.tell(changes.name)

        def failed(sentence: str) -> None:
            self._session = session if self._session is removing else self._session
            self._view.complain(sentence)

        there = log_session.Beside(failed)
        self._services.write(lambda diary: log_session.remove(diary, session), said, there)

    def done(self) -> None:
        """Leave the entry as saved, with what is typed; a wrong field keeps the sheet open."""
        self._take_typed()
        if self._session.wrong:
            self._show()
        else:
            self.leave()

    def leave(self) -> None:
        """Close without asking: whatever could be saved has been."""
        self._take_typed()
        session, self._session = self._session, Session(waiting=True)
        self._view.finished()

        def said(_nothing: None) -> None:
            if sentence := log_page.said_at_end(session, now=self._services.clock.now()):
                self._view.tell(sentence)

        # Asked behind the writes that are still under way, so that they are counted.
        self._services.read(lambda _diary: None, said, self._view)

    def _open(self, session: Session, draft: Twitch, twitch_id: str | None) -> None:
        self._session, self._draft = session, draft

        def then(known: log_page.Known) -> None:
            if self._session is not session:
                return
            self._offered, session.files = known.offered, known.files
            if known.entry is not None:
                log_session.take_up(session, known.entry, self._services.clock.now())
                self._draft = known.entry
            self._show()

        def failed(sentence: str) -> None:
            if session.waiting and self._session is session:
                self._view.finished()
            self._view.complain(sentence)

        there = log_session.Beside(failed)
        self._services.read(lambda diary: log_page.read(diary, twitch_id), then, there)

    def _refuse(self, name: str, problem: BadInput) -> None:
        self._session.wrong[name] = problem.sentence
        self._show()

    def _change(self, name: str = "", **values: object) -> None:
        """Take `values` into the draft and save it; `name` is the field a refusal belongs to."""
        session = self._session
        if session.waiting:
            return
        values = self._with_typed(values)
        self._draft = replace(self._draft, **values)  # type: ignore[arg-type]  # its own fields
        session.touched |= values.keys()
        session.wrong.pop(name, None)
        self._show()
        if not self._draft.sites:
            return
        draft, touched = self._draft, frozenset(session.touched)
        session.under_way += 1
        self._services.write(
            lambda diary: log_session.save(diary, session, draft, touched),
            lambda twitch, changes: self._saved(session, twitch, changes),
            log_session.Beside(lambda sentence: self._refused(session, name, sentence)),
        )

    def _saved(self, session: Session, twitch: Twitch | None, changes: Changes) -> None:
        assert twitch is not None
        session.shown, session.changed = twitch, session.changed or changes.step is not None
        # It was refused before, and whose change is to stay was answered then.
        answered = session.under_way == 0
        session.under_way -= not answered
        if session is self._session:
            if answered:
                session.wrong.clear()
                self._draft = twitch
            else:
                self._draft = log_session.settle(session, self._draft, twitch)
            self._show()

    def _timer_started(self) -> None:
        self._session = Session(waiting=True)
        self._view.timing()

    def _refused(self, session: Session, name: str, sentence: str) -> None:
        """Hear that the diary would not take a change; the entry stands as it was saved."""
        session.under_way -= 1
        here = session is self._session
        if not here or not name:
            self._view.complain(sentence)
        if not here:
            return
        log_session.refuse(session, name, sentence)
        self._draft = session.shown or replace(self._draft, sites=())
        self._show()

    def _hear(self, changes: Changes) -> None:
        """Notice that the entry that is open here was undone, changed or removed elsewhere."""
        session, elsewhere = self._session, not changes.name
        if session.shown is None or "twitches" not in changes.kinds:
            return

        def then(other: bool) -> None:
            if not other or session is not self._session:
                return
            if elsewhere:
                self._view.tell(log_page.said_elsewhere(session), undo=False)
            if session.saved is None:
                self.begin(session.day)
            else:
                session.changed = session.saved != session.before
                session.shown = self._draft = session.saved
                self._show()

        self._services.read(
            lambda diary: log_session.look_again(diary, session, elsewhere=elsewhere),
            then,
            self._view,
        )

    def _show(self) -> None:
        now = self._services.clock.now()
        self._view.show(log_page.compose(self._session, self._draft, self._offered, now=now))
