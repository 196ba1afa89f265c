"""A statement to refuse, beside one to accept.

Both are the same but for one place, written ``?``: what is refused is refused for the sake of
that place alone. Names such as ``%(weavers)s`` are identifiers of :mod:`tests.db.two_teams`.
"""

from dataclasses import dataclass
from typing import Literal, LiteralString

#: Who sends it: a person by name in role ``application_user``, or a role.
Who = Literal["ada", "cora", "dora", "root", "owner", "system", "readonly"]

FOREIGN_KEY = "23503"
UNIQUE = "23505"
CHECK = "23514"
OVERLAP = "23P01"
NOT_ALLOWED = "42501"


@dataclass(frozen=True)
class Case:
    """A statement to refuse.

    :ivar who: who sends it
    :ivar state: SQLSTATE of the refusal
    :ivar reason: the constraint that refuses, or the message where no constraint does
    :ivar right: what stands for ``?`` in a statement that is accepted; None where there is none
    :ivar wrong: what stands for it in the one that is refused
    """

    who: Who
    state: str
    reason: str
    statement: LiteralString
    right: LiteralString | None = None
    wrong: LiteralString = ""


def outside(table: str, policy: str | None = None) -> str:
    """Return what Postgres says of a row that policies do not allow."""
    named = f' "{policy}"' if policy else ""
    return f'new row violates row-level security policy{named} for table "{table}"'


def no_right(table: str) -> str:
    """Return what Postgres says where a grant is missing."""
    return f"permission denied for table {table}"
