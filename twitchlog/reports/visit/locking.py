"""Lock a finished PDF with a password, so that nobody without it can read the file."""

from __future__ import annotations

import io
from typing import Final

from twitchlog.domain.errors import BadInput
from twitchlog.translation import _

LONGEST: Final = 127
"""The most bytes of a password that a PDF takes note of (ISO 32000-2, 7.6.4.3.3)."""
_HEADER: Final = "%PDF-1.7"


def checked_password(password: str) -> str:
    """Return a password that a PDF can be locked with; raise BadInput.

    Spaces at its ends count. Nothing is said about how good it is.
    """
    if not password:
        raise BadInput(_("The password is empty. Give one, or save the page without."))
    if any(not letter.isprintable() for letter in password):
        raise BadInput(_("The password has a character that cannot be typed. Choose another."))
    if len(password.encode()) > LONGEST:
        raise BadInput(
            _("The password is too long. Choose one of at most {n} letters.").format(n=LONGEST)
        )
    return password


def what_it_protects() -> str:
    """Say in a sentence what a password does and what it does not."""
    return _(
        "The file opens with the password alone. It is kept nowhere: without it nobody can read"
        " the file, you neither. The diary itself stays as it is."
    )


def locked(content: bytes, password: str) -> bytes:
    """Return a PDF encrypted with AES-256; raise BadInput for a password it cannot take.

    Printing, copying and reading aloud stay allowed, as PDF/UA asks: the password keeps others out,
    and does not bind whoever has it.
    """
    from pypdf import PdfWriter
    from pypdf.constants import UserAccessPermissions

    writer = PdfWriter(clone_from=io.BytesIO(content))
    writer.pdf_header = _HEADER
    writer.encrypt(
        checked_password(password),
        algorithm="AES-256",
        permissions_flag=UserAccessPermissions.all(),
    )
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()
