"""The people, teams and rows that the tests act with.

Ada manages the Weavers, Bob works there; Eve has the Spinners for herself; Root administers the
installation and is in no team.
"""

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Literal, LiteralString

import psycopg
import pytest
from psycopg import errors, sql

from tests.db import rows
from tests.db.acting import BOTH, COLLABORATOR, Role, acting_as, add_team, add_user

Visibility = Literal["Company", "Team", "Private"]
ConnectionTable = Literal["api_key_connections", "oauth2_connections"]

PEOPLE = ("ada", "bob", "eve", "root")
#: The roles in which people act.
ROLES_OF_PEOPLE: tuple[Role, ...] = ("application_user", "application_readonly")
VISIBILITIES: tuple[Visibility, ...] = ("Company", "Team", "Private")
CONNECTION_TABLES: tuple[ConnectionTable, ...] = ("api_key_connections", "oauth2_connections")
#: The secret column that a connection must be given, by table.
SECRETS: dict[ConnectionTable, str] = {
    "api_key_connections": "api_key",
    "oauth2_connections": "access_token",
}


@dataclass(frozen=True)
class World:
    """Rows added as the owner, and acting as one of the people.

    :ivar team: the Weavers, of Ada and Bob
    :ivar other_team: the Spinners, of Eve
    """

    connection: psycopg.Connection
    ada: int
    bob: int
    eve: int
    root: int
    team: int
    other_team: int

    def acting(
        self, name: str | None, role: Role = "application_user", **context: object
    ) -> AbstractContextManager[psycopg.Connection]:
        """Be one of the people, by name, or nobody."""
        return acting_as(self.connection, self.person(name), role, **context)

    def person(self, name: str | None) -> int | None:
        """Return the id of one of the people."""
        return (
            None
            if name is None
            else {
                "ada": self.ada,
                "bob": self.bob,
                "eve": self.eve,
                "root": self.root,
            }[name]
        )

    def insert(self, table: str, **values: object) -> int:
        """Add a row to a table of the schema, in whatever role, and return its id."""
        return rows.add(self.connection, f"integrations.{table}", **values)

    def integration(
        self,
        visibility: Visibility = "Team",
        *,
        team: int | None = None,
        by: int | None = None,
        name: str = "Weather",
    ) -> int:
        """Add an integration, by default of Ada in her team."""
        return self.insert(
            "integrations",
            name=name,
            visibility=visibility,
            team_id=team or self.team,
            created_by=by or self.ada,
        )

    def connect(
        self,
        table: ConnectionTable,
        integration: int,
        visibility: Visibility = "Team",
        *,
        team: int | None = None,
        by: int | None = None,
    ) -> int:
        """Add a connection, by default of Ada in her team."""
        return self.insert(
            table,
            integration_id=integration,
            user_id=by or self.ada,
            team_id=team or self.team,
            visibility=visibility,
        )

    def prompt(
        self, visibility: Visibility = "Team", *, team: int | None = None, by: int | None = None
    ) -> int:
        """Add a prompt as the owner, by default of Ada in her team."""
        return rows.add(
            self.connection,
            "assistants.prompts",
            team_id=team or self.team,
            created_by=by or self.ada,
            visibility=visibility,
            model_id=rows.add(self.connection, "model_registry.models"),
        )

    def link(self, prompt: int, integration: int, **values: object) -> None:
        """Link a prompt and an integration, by default in Ada's team."""
        linked = {"prompt_id": prompt, "integration_id": integration, "team_id": self.team}
        rows.insert(self.connection, "integrations.prompt_integration", **{**linked, **values})

    def ids(self, table: str) -> set[int]:
        """Return the ids of the rows of a table of the schema that are seen."""
        query = sql.SQL("SELECT id FROM {}").format(sql.Identifier("integrations", table))
        return {int(row[0]) for row in self.connection.execute(query)}

    def change(self, command: LiteralString, *values: object, **names: str) -> int:
        """Run a command and return how many rows it changed.

        :param names: identifiers for the places in braces; ``table`` is one of the schema
        """
        return self._execute(command, values, names).rowcount

    def value(self, query: LiteralString, *values: object, **names: str) -> object:
        """Return the only value of a query; as for :meth:`change`."""
        row = self._execute(query, values, names).fetchone()
        assert row is not None
        found: object = row[0]
        return found

    def _execute(
        self, text: LiteralString, values: tuple[object, ...], names: dict[str, str]
    ) -> psycopg.Cursor:
        if not names:
            return self.connection.execute(text, values)
        identifiers = {
            place: sql.Identifier("integrations", name)
            if place == "table"
            else sql.Identifier(name)
            for place, name in names.items()
        }
        return self.connection.execute(sql.SQL(text).format(**identifiers), values)

    def whoever(
        self, succeeds: Callable[[], object], role: Role = "application_user"
    ) -> set[str | None]:
        """Return those of the people, and nobody, in whose name something succeeds.

        What it changes is undone each time.
        """
        found = set[str | None]()
        for name in (*PEOPLE, None):
            with self.acting(name, role):
                if succeeds():
                    found.add(name)
                raise psycopg.Rollback
        return found


def make_world(connection: psycopg.Connection) -> World:
    """Add the people and teams."""
    ada, bob = add_user(connection, "ada"), add_user(connection, "bob")
    eve, root = add_user(connection, "eve"), add_user(connection, "root", admin=True)
    team = add_team(connection, "Weavers", {ada: BOTH, bob: COLLABORATOR})
    other_team = add_team(connection, "Spinners", {eve: BOTH})
    return World(connection, ada, bob, eve, root, team, other_team)


@contextmanager
def refused(constraint: str) -> Generator[None]:
    """Expect a constraint, by its name, to refuse what is done inside."""
    with pytest.raises(errors.IntegrityError) as caught:
        yield
    assert caught.value.diag.constraint_name == constraint


@contextmanager
def forbidden(words: str) -> Generator[None]:
    """Expect a policy or a missing grant to refuse what is done inside, with words in the error."""
    with pytest.raises(errors.InsufficientPrivilege, match=words):
        yield
