"""People of two teams and an object of one of them."""

from dataclasses import dataclass

import psycopg

from tests.db.acting import BOTH, COLLABORATOR, add_team, add_user
from tests.db.rows import add


@dataclass(frozen=True)
class Scene:
    """Ada's object in a team with Bob; Eve has a team of her own, with Ada.

    :ivar root: a system administrator, member of no team
    :ivar found: the object
    """

    root: int
    ada: int
    bob: int
    eve: int
    weavers: int
    spinners: int
    found: int


def add_object(connection: psycopg.Connection, team_id: int, created_by: int) -> int:
    """Add an object as whoever acts, and return the id."""
    whose = {"team_id": team_id, "created_by": created_by}
    return add(connection, "storage.objects", **whose, object_data=b"abc", file_size=3)


def add_scene(connection: psycopg.Connection) -> Scene:
    """Add them, as the owner."""
    root = add_user(connection, "root", admin=True)
    ada, bob, eve = (add_user(connection, name) for name in ("ada", "bob", "eve"))
    weavers = add_team(connection, "Weavers", {ada: BOTH, bob: BOTH})
    spinners = add_team(connection, "Spinners", {eve: BOTH, ada: COLLABORATOR})
    return Scene(root, ada, bob, eve, weavers, spinners, found=add_object(connection, weavers, ada))


def seen(connection: psycopg.Connection) -> list[int]:
    """Return the ids of the objects in sight."""
    return [id_ for (id_,) in connection.execute("SELECT id FROM storage.objects ORDER BY id")]
