"""The help in short plain cards."""

from __future__ import annotations

from dataclasses import dataclass

from twitchlog.domain.symptom import PERSISTENT_DAYS, PERSISTENT_WINDOW
from twitchlog.presenters.experiment_words import ICON
from twitchlog.translation import _


@dataclass(frozen=True, slots=True)
class HelpCard:
    """One thing worth knowing: an icon, a title, a few sentences, and pairs of key and use."""

    icon: str
    title: str
    text: str
    pairs: tuple[tuple[str, str], ...] = ()

    @property
    def told(self) -> str:
        """Everything it says below its title."""
        return " ".join((self.text, *(text for pair in self.pairs for text in pair)))


def cards(diary: str, *, on_server: bool = False) -> tuple[HelpCard, ...]:
    """Return the help; `diary` is the file the diary lies in, or its address on a server."""
    return (
        HelpCard(
            "plus",
            _("Logging"),
            _(
                "Tap a place on Today and it is logged at once, with how long and how strong it "
                "was last time. Another place is under the plus: a tap on the place saves it, and "
                "each further tap adds to that entry. Whatever you do, Undo takes it back."
            ),
        ),
        HelpCard(
            "pencil-outline",
            _("Change or delete an entry"),
            _(
                "A tap on an entry, on Today or in the Diary, opens it: change what you like, or "
                "remove it. What is removed lies in the bin, under Settings, until you erase it "
                "there. Search, in the Diary, finds an entry by any word, and can change or remove "
                "several at once."
            ),
        ),
        HelpCard(
            "human",
            _("The body"),
            _(
                "Left and right are your own, as you look at yourself. Two fingers, the wheel or "
                "plus make a part larger; a tap on head, hand or foot opens it, and what it saves "
                "is made more exact by the next tap. Several places, a long press, or Ctrl and a "
                "click add one more place to the same entry."
            ),
        ),
        HelpCard(
            "timer-outline",
            _("A twitch that goes on"),
            _(
                "Start the timer and stop it when the twitch ends. It goes on even when the "
                "program or the computer stops in between."
            ),
        ),
        HelpCard(
            "cup-water",
            _("Each day, and drinks"),
            _(
                "The check-in asks a few things; Settings says which, and takes your own. Habits "
                "stand as yesterday and are said in words. Drink or exercise on Today logs a "
                "coffee with its time. A day's amount is what the check-in says, else its drinks "
                "together; a drink logged later is added to the check-in."
            ),
        ),
        HelpCard(
            "timer-sand-empty",
            _("Weekly check and rest count"),
            _(
                "Once a week Today offers nine short questions; a no is kept with its date as well "
                "as a yes. A rest count, under Also record, is two minutes of sitting still and a "
                "tap for each twitch. It stays apart from your entries, and what was counted is "
                "saved tap by tap."
            ),
        ),
        HelpCard(
            "calendar-month-outline",
            _("Logged days"),
            _(
                "A day counts as logged when it has an entry, a check-in, or when you said there "
                "was none. Every number is a share of logged days. A day you did not log is not "
                "a day without twitches: it is left out and drawn hatched."
            ),
        ),
        HelpCard(
            "chart-box-outline",
            _("Patterns"),
            _(
                "The sentence on top says what a picture shows. A tap on a picture gives its "
                "numbers in words. All charts is the list of them: from there you go to one, put "
                "some first and hide others. Where there is too little to tell, it says what is "
                "missing. A likely range is made so that it holds the true number in about 95 of "
                "100 cases."
            ),
        ),
        HelpCard(
            "link-variant",
            _("Triggers"),
            _(
                "The other part of Patterns says which things of a day go with the twitching. It "
                "takes about 60 logged days and often more. All things are looked at together, "
                "and the bar is higher the more there are, so that chance is not taken for a "
                "link. What goes together need not cause each other."
            ),
        ),
        HelpCard(
            ICON,
            _("Try a habit properly"),
            _(
                "Tests and more leads to it: for weeks, days with a habit and days without, by the "
                "toss of a coin. Today says what each day is and asks whether you kept to it. "
                "Nothing is told before the end; then a sentence and a picture say what it "
                "showed. Only one trial at a time, only habits, never a medicine."
            ),
        ),
        HelpCard(
            "clipboard-text-outline",
            _("The page for the doctor"),
            _(
                "Visit answers the seven questions a doctor asks, from your diary and in your own "
                "words. Save the one-page summary puts it in your documents folder, ready to "
                "print or send."
            ),
        ),
        HelpCard(
            "lightbulb-outline",
            _("Learn"),
            _(
                "Learn, beside this help, tells in short cards what twitches are, what can bring "
                "them on, what usually helps, and what happens at the visit and in each test. It "
                "is read without a network. The buttons on a card lead to your diary."
            ),
        ),
        HelpCard(
            "stethoscope",
            _("When to see a doctor"),
            _(
                "Weakness, loss of muscle size, a change in feeling, or twitching that stays in "
                "one place (on {some} of the last {all} logged days) is a reason to contact a "
                "health-care provider. With trouble breathing, swallowing or speaking, or sudden "
                "weakness on one side, call for emergency care. This is general information, not "
                "a diagnosis."
            ).format(some=PERSISTENT_DAYS, all=PERSISTENT_WINDOW),
        ),
        HelpCard(
            "tune-variant",
            _("Keys"),
            _("Tab moves on, Enter and Space do what a tap does."),
            (
                (_("Ctrl+N"), _("log a twitch")),
                (_("Ctrl+Enter"), _("done with the twitch")),
                (_("Ctrl+F"), _("search the diary")),
                (_("Ctrl+Z"), _("undo")),
                (_("Ctrl+Shift+Z"), _("redo")),
                (_("Ctrl+1 … 4"), _("Today, Diary, Patterns, Visit")),
                (_("Ctrl+P"), _("save the one-page summary")),
                (_("Ctrl+L"), _("lock the diary, where it has a password")),
                (_("F1, Ctrl+/"), _("read about twitches and this help")),
                ("← ↑ ↓ →", _("walk over the body")),
                (_("+ - Home"), _("body larger, smaller, whole")),
                (_("Esc"), _("close what is open")),
            ),
        ),
        HelpCard(
            "folder-outline",
            _("Where your diary lies"),
            (
                _(
                    "On a server: {diary}. Each computer keeps backups of its own, as files; one "
                    "of them opens as a diary where there is no server."
                )
                if on_server
                else _(
                    "In this file: {diary}. Backups stand in the folder beside it; copy either to "
                    "another computer to take your diary along."
                )
            ).format(diary=diary),
        ),
    )
