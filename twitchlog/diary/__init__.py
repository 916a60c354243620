"""The one door to the data; the only package that imports SQLAlchemy."""

from twitchlog.diary.diary import Diary

__all__ = ["Diary"]
