"""A photo, video or document kept with an entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from twitchlog.domain.moment import Moment

LARGEST_BYTES: Final = 200_000_000
"""What one file may hold: a few minutes of video."""

MEDIA_TYPES: Final = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "image/gif": "gif",
    "image/heic": "heic",
    "video/mp4": "mp4",
    "video/quicktime": "mov",
    "video/webm": "webm",
    "video/x-matroska": "mkv",
    "video/x-m4v": "m4v",
    "video/3gpp": "3gp",
    "application/pdf": "pdf",
}
"""The types that are kept, by what is in the file and not by its name, each with its ending."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """One kept file. `owner` and `owner_id` name the entry; `name` is what the file was called."""

    id: str
    owner: str
    owner_id: str
    added: Moment
    sha256: str
    bytes: int
    media_type: str
    name: str

    @property
    def is_picture(self) -> bool:
        """Whether it can be shown as a still picture."""
        return self.media_type.startswith("image/")

    @property
    def is_video(self) -> bool:
        """Whether it is a moving picture."""
        return self.media_type.startswith("video/")
