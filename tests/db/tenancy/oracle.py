"""Who is who in the rows: the teams, roles and permissions of each person.

The rules are those of ``db/README.md``. Nothing here asks the database: the rows are plain data.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tests.db.tenancy.world import Row, Rows


@dataclass(frozen=True)
class Actor:
    """Who acts.

    :ivar user: the person that is set, or nobody
    :ivar team: the one team that the context is limited to
    """

    user: int | None
    team: int | None = None


_PERMITS: Mapping[str, frozenset[str]] = {
    "InvitePeopleToTeam": frozenset({"TeamManager"}),
    "CreateApiKeys": frozenset({"Collaborator"}),
    "ManageMcpKeys": frozenset({"TeamManager", "SystemAdministrator"}),
    "ManageDatasets": frozenset({"Collaborator"}),
    "ManageDocumentPipelines": frozenset({"Collaborator"}),
    "ManageProjects": frozenset({"TeamManager", "Collaborator", "SystemAdministrator"}),
    "ManageIntegrations": frozenset({"TeamManager", "SystemAdministrator"}),
    "MakeAssistantPublic": frozenset({"Collaborator"}),
    "DeleteChat": frozenset({"Collaborator"}),
    "ViewAuditTrail": frozenset({"TeamManager", "SystemAdministrator"}),  # the first by the world
}


@dataclass(frozen=True)
class Oracle:
    """The rows of the world, and what follows from them.

    :ivar rows: by table
    """

    rows: Rows

    @cached_property
    def _users(self) -> Mapping[int, Row]:
        return {row["id"]: row for row in self.rows["iam.users"]}

    def named(self, table: str, key: object) -> Row | None:
        """Return the row of a table with an id."""
        return self._by_id[table].get(key)

    @cached_property
    def _by_id(self) -> Mapping[str, Mapping[object, Row]]:
        return {
            table: {row["id"]: row for row in rows}
            for table, rows in self.rows.items()
            if rows and "id" in rows[0]
        }

    def signed_in(self, actor: Actor) -> bool:
        """Tell whether a person is set whose account is active."""
        user = self._users.get(actor.user or 0)
        return user is not None and user["status"] == "active"

    def admin(self, actor: Actor) -> bool:
        """Tell whether the person administers the installation."""
        return self.signed_in(actor) and bool(self._users[actor.user or 0]["system_admin"])

    def email(self, actor: Actor) -> str | None:
        """Return the person's address as invitations are compared with it."""
        return self._users[actor.user or 0]["email"].lower() if self.signed_in(actor) else None

    def roles(self, actor: Actor) -> Mapping[int, frozenset[str]]:
        """Return the teams that the person acts in, with the roles held."""
        if not self.signed_in(actor):
            return {}
        return {
            row["team_id"]: frozenset(row["roles"])
            for row in self.rows["iam.team_users"]
            if row["user_id"] == actor.user and actor.team in (None, row["team_id"])
        }

    def member(self, actor: Actor, team: int) -> bool:
        """Tell whether the person acts as a member of a team."""
        return team in self.roles(actor)

    def manager(self, actor: Actor, team: int) -> bool:
        """Tell whether the person is a manager of a team."""
        return "TeamManager" in self.roles(actor).get(team, ())

    def may(self, actor: Actor, permission: str, team: int) -> bool:
        """Tell whether the person has a permission in a team, and is a member."""
        roles = self.roles(actor)
        held = roles.get(team, frozenset[str]())
        if team in roles and self.admin(actor):
            held |= {"SystemAdministrator"}
        return bool(held & _PERMITS[permission])

    def invited(self, actor: Actor, team: int) -> bool:
        """Tell whether an invitation to a team is addressed to the person."""
        return any(
            row["team_id"] == team and row["email"].lower() == self.email(actor)
            for row in self.rows["iam.invitations"]
        )

    def sees(self, actor: Actor, row: Row, creator: str = "created_by") -> bool:
        """Tell whether the person sees a thing that has a visibility."""
        if row["visibility"] == "Company" and self.signed_in(actor):
            return True
        return self.works_on(actor, row, creator)

    def works_on(self, actor: Actor, row: Row, creator: str = "created_by") -> bool:
        """Tell whether a thing is the person's, or its team's, to work on."""
        if not self.member(actor, row["team_id"]):
            return False
        return bool(row["visibility"] != "Private" or row[creator] == actor.user)
