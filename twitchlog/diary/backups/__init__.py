"""Backups: whole copies of the diary, checked after writing, thinned by age, and restored."""

from twitchlog.diary.backups.copying import copy_now
from twitchlog.diary.backups.room import Backups
from twitchlog.domain.backup import Backup

__all__ = ["Backup", "Backups", "copy_now"]
