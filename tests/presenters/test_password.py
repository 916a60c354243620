"""Setting, changing and removing the password: what is said of it, and what can go wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from twitchlog import settings as kept
from twitchlog.diary import Diary, connecting
from twitchlog.diary.sealed import unlocking
from twitchlog.presenters.password import Doing, PasswordPresenter, say_length
from twitchlog.presenters.privacy import PrivacyPresenter, bring_one_along, page_of
from twitchlog.presenters.recovery import RecoveryPresenter

pytestmark = pytest.mark.in_file  # who may read one on a server is the server's matter

FIRST, SECOND = "four plain words here", "four other words there"


class View:
    def __init__(self):
        self.refused, self.worked, self.over, self.failures = [], [], [], []
        self.page, self.files, self.jobs, self.problems = None, [], [], []

    def refuse(self, field, sentence):
        self.refused.append((str(field), sentence))

    def work(self, *, on):
        self.worked.append(on)

    def done(self, left):
        self.over.append(left)

    def fail(self, sentence):
        self.failures.append(sentence)

    def show(self, page):
        self.page = page

    def saved(self, path, sentence):
        self.files.append((path, sentence))

    def prints(self, job, done):
        self.jobs.append((job, done))

    def complain(self, sentence):
        self.problems.append(sentence)


@pytest.fixture
def view():
    return View()


@pytest.fixture
def do(services, view):
    """Do one of the three: `do(Doing.SET, new=…, again=…)`."""

    def done(doing, **typed):
        presenter = PasswordPresenter(services, view, doing)
        presenter.submit(**typed)
        return presenter

    return done


def test_a_password_is_set_changed_and_removed_and_the_diary_opens_as_it_says(do, view, diary):
    diary.twitches.log(["calf-left"])
    presenter = do(Doing.SET, new=FIRST, again=FIRST)
    assert view.worked == [True, False]
    assert view.over == [""]
    assert presenter.progress[0] == 1.0
    assert connecting.is_sealed(diary.path)
    do(Doing.CHANGE, old=FIRST, new=SECOND, again=SECOND)
    with Diary.open(diary.path, key=unlocking.unlock(diary.path, SECOND)) as again:
        assert len(again.twitches.newest(5)) == 1
    do(Doing.REMOVE, old=SECOND)
    assert not connecting.is_sealed(diary.path)
    assert view.over == ["", "", ""]
    assert not view.refused


def test_what_is_wrong_is_said_below_the_field_it_is_in_and_nothing_is_changed(do, view, diary):
    do(Doing.SET, new="short", again="short")
    do(Doing.SET, new=FIRST, again=SECOND)
    assert [field for field, _sentence in view.refused] == ["new", "again"]
    assert "at least 8" in view.refused[0][1]
    assert not view.worked
    do(Doing.SET, new=FIRST, again=FIRST)
    view.refused.clear()
    do(Doing.CHANGE, old="", new=SECOND, again=SECOND)
    do(Doing.CHANGE, old="something else", new=SECOND, again=SECOND)
    do(Doing.CHANGE, old=FIRST, new=FIRST, again=FIRST)
    do(Doing.REMOVE, old="something else")
    assert [field for field, _sentence in view.refused] == ["old", "old", "new", "old"]
    assert diary.password.fits(FIRST)


def test_the_recovery_key_stands_for_a_forgotten_password(do, diary):
    do(Doing.SET, new=FIRST, again=FIRST)
    do(Doing.CHANGE, old=diary.password.recovery_key().lower(), new=SECOND, again=SECOND)
    assert diary.password.fits(SECOND)


def test_only_its_length_is_judged_in_plain_words():
    assert say_length("") == "At least 8 letters or signs; four words are good."
    assert say_length("abcdefg") == "1 more is needed."
    assert say_length("abc") == "5 more are needed."
    assert say_length("abcdefgh") == "Long enough. Four words are harder to guess."
    assert say_length(FIRST) == "Good and long."


def test_settings_say_whether_the_diary_is_encrypted_and_when_it_locks(services, view, do):
    presenter = PrivacyPresenter(services, view)
    presenter.refresh()
    assert not view.page.has_password
    assert view.page.said.startswith("Off")
    do(Doing.SET, new=FIRST, again=FIRST)
    presenter.lock_after(1)
    assert view.page.has_password
    assert view.page.said == "On; the diary is encrypted"
    assert view.page.lock_said == "After 1 minute without a tap"
    assert view.page.pending == ""
    assert [words for _m, words, chosen in presenter.offered if chosen] == ["After 1 minute"]
    presenter.lock_after(0)
    assert view.page.lock_said == "Never"


def test_what_is_chosen_about_locking_is_kept_and_nonsense_is_not(services):
    assert services.settings.values.lock_after == 5
    services.settings.change(lock_after=15, lock_minimized=True)
    again = kept.SettingsFile(services.diary.path).values
    assert (again.lock_after, again.lock_minimized) == (15, True)
    assert kept.Settings.of({"lock_after": 7}).lock_after == 5
    assert kept.Settings.of({"lock_after": "1"}).lock_after == 5


def test_the_recovery_sheet_holds_the_key_and_says_how_it_is_used(
    services, view, do, diary, tmp_path
):
    from pypdf import PdfReader

    do(Doing.SET, new=FIRST, again=FIRST)
    presenter = RecoveryPresenter(services, view)
    presenter.save(tmp_path)
    path, sentence = view.files[-1]
    assert path.name in sentence
    assert path.stat().st_mode & 0o777 == 0o600
    (page,) = PdfReader(path).pages
    text = " ".join(page.extract_text().split())
    for group in diary.password.recovery_key().split("-"):
        assert group in text
    for words in ("18 Jun 2026", "Use the recovery key", "Whoever has this sheet", "diary.sqlite"):
        assert words in text
    presenter.print()
    ((job, _done),) = view.jobs
    assert job.content == path.read_bytes()


def test_whether_there_is_a_sheet_is_known_until_the_password_changes(
    services, view, do, diary, tmp_path
):
    def has_sheet():
        return page_of(diary, services.settings.values).has_sheet

    assert not has_sheet()
    do(Doing.SET, new=FIRST, again=FIRST)
    assert not has_sheet()
    RecoveryPresenter(services, view).save(tmp_path)
    assert has_sheet()
    assert "Print it, then delete the file." in view.files[-1][1]
    do(Doing.CHANGE, old=FIRST, new=SECOND, again=SECOND)
    assert not has_sheet()
    RecoveryPresenter(services, view).print()
    ((_job, done),) = view.jobs
    assert not has_sheet(), "no printer has it yet"
    done()
    assert has_sheet()


def test_what_an_interrupted_change_left_is_told_and_written_anew_one_by_one(
    services, view, do, diary, clock
):
    diary.twitches.log(["calf-left"])
    plain = []
    for _each in range(3):
        made = diary.backups.make()
        plain.append((made, made.read_bytes()))
        clock.moment = clock.moment.shifted(timedelta(minutes=40))
    do(Doing.SET, new=FIRST, again=FIRST)
    for path, content in plain[:2]:
        path.write_bytes(content)
    presenter = PrivacyPresenter(services, view)
    presenter.refresh()
    assert view.page.pending.startswith("2 older files are still to be written anew")
    assert bring_one_along(diary) is True
    assert bring_one_along(diary) is False
    assert bring_one_along(diary) is None
    assert all(connecting.is_sealed(path) for path, _content in plain)
    presenter.refresh()
    assert view.page.pending == ""


def test_on_a_server_the_password_is_the_servers_matter(services, view, diary):
    diary.address = replace(diary.address, server="postgresql://somewhere/diary")
    PrivacyPresenter(services, view).refresh()
    assert view.page.on_server
    assert "server's matter" in view.page.said
    assert bring_one_along(diary) is None


def test_a_computer_without_a_keychain_says_so_and_the_switch_stays_off(
    services, view, do, monkeypatch
):
    import keyring
    from keyring.errors import NoKeyringError

    def refuses(*_args):
        raise NoKeyringError

    monkeypatch.setattr(keyring, "set_password", refuses)
    do(Doing.SET, new=FIRST, again=FIRST)
    PrivacyPresenter(services, view).keep_in_keychain(on=True)
    assert view.problems == [
        "This computer has no keychain that TwitchLog can use. Type the password instead."
    ]
    assert not view.page.keychain
