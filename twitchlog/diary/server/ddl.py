"""How the tables of the diary are written for PostgreSQL: the same rules, said its way.

Imported where such a diary is opened; from then on SQLAlchemy, and with it every migration, writes
columns and foreign keys so for a server.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import REAL, Column, ForeignKeyConstraint, Text
from sqlalchemy.ext.compiler import compiles


@compiles(REAL, "postgresql")
def _real(_type: REAL[Any], _compiler: Any, **_how: Any) -> str:
    """Give it eight bytes, as SQLite does; a REAL of PostgreSQL has four."""
    return "DOUBLE PRECISION"


@compiles(Text, "postgresql")
def _text(_type: Text, _compiler: Any, **how: Any) -> str:
    """Let columns compare letter by letter as in SQLite, whatever the language of the server."""
    return 'TEXT COLLATE "C"' if isinstance(how.get("type_expression"), Column) else "TEXT"


@compiles(ForeignKeyConstraint, "postgresql")
def _foreign_key(constraint: ForeignKeyConstraint, compiler: Any, **how: Any) -> str:
    """Let every foreign key wait where it is told to: undo puts rows back in any order."""
    return f"{compiler.visit_foreign_key_constraint(constraint, **how)} DEFERRABLE"
