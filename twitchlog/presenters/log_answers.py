"""What the parts of the log sheet's presenter share: the draft, and how an answer gets into it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twitchlog.domain.errors import BadInput
    from twitchlog.domain.twitch import Twitch
    from twitchlog.presenters.log_page import LogSheetView
    from twitchlog.presenters.log_session import Session
    from twitchlog.presenters.services import Services


class Answers(ABC):
    """A part of the sheet that takes answers into the draft."""

    _services: Services
    _view: LogSheetView
    _session: Session
    _draft: Twitch

    @abstractmethod
    def _change(self, name: str = "", **values: object) -> None:
        """Take `values` into the draft and save it; `name` is the field a refusal belongs to."""

    @abstractmethod
    def _refuse(self, name: str, problem: BadInput) -> None:
        """Say beside the field `name` why what was typed cannot be."""

    @abstractmethod
    def _show(self) -> None:
        """Show the draft, and what of it is saved."""
