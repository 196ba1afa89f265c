"""Everybody who tries things."""

from tests.db.acting import Role
from tests.db.tenancy.attempts import ROLES, SYSTEM
from tests.db.tenancy.oracle import Actor
from tests.db.tenancy.world import BEN, PEOPLE, SPINNERS, WEAVERS

NOBODY = Actor(None)
#: Nobody, somebody who does not exist, everybody, and one person limited to a team, also to one
#: that is another's.
ACTORS = (
    NOBODY,
    Actor(4711),
    *map(Actor, PEOPLE),
    Actor(BEN, WEAVERS),
    Actor(BEN, SPINNERS),
    Actor(BEN, 4711),
)


#: All roles with those who act in them; the system acts for nobody.
EVERYBODY: tuple[tuple[Role, Actor], ...] = tuple(
    (role, actor) for role in ROLES for actor in ((NOBODY,) if role == SYSTEM else ACTORS)
)
