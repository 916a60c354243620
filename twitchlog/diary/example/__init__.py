"""An example diary of an invented person: believable, and always the same for a seed."""

from twitchlog.diary.example.file import is_untouched, make
from twitchlog.diary.example.fill import fill

__all__ = ["fill", "is_untouched", "make"]
