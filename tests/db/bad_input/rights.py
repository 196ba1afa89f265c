"""What nobody gives to oneself, and what nobody writes or reads."""

from typing import LiteralString

from tests.db.bad_input.case import CHECK, NOT_ALLOWED, Case, no_right, outside

_AUDIT: LiteralString = """
    INSERT INTO ops.audit_trail (user_id, team_id, access_type, action)
    VALUES (%(bob)s, %(spinners)s, 'UserInterface', 'DeleteTeam')
"""

RIGHTS: dict[str, Case] = {
    "a person who becomes administrator": Case(
        "ada",
        NOT_ALLOWED,
        "only_administrators_change_accounts",
        "UPDATE iam.users SET system_admin = ? WHERE id = %(ada)s",
        "false",
        "true",
    ),
    "a person who takes the address of another": Case(
        "ada",
        NOT_ALLOWED,
        "only_administrators_change_accounts",
        "UPDATE iam.users SET email = ? WHERE id = %(ada)s",
        "'ada@example.org'",
        "'invited@example.org'",
    ),
    "a person who joins a team unasked": Case(
        "ada",
        NOT_ALLOWED,
        outside("team_users"),
        """
        INSERT INTO iam.team_users (user_id, team_id, roles)
        VALUES (%(ada)s, %(spinners)s, '{Collaborator}')
        """,
    ),
    "a manager who adds somebody unknown": Case(
        "ada",
        NOT_ALLOWED,
        outside("team_users", "person_is_seen"),
        """
        INSERT INTO iam.team_users (user_id, team_id, roles)
        VALUES (%(bob)s, %(weavers)s, '{Collaborator}')
        """,
    ),
    "a manager who makes a member administrator": Case(
        "ada",
        CHECK,
        "team_users_roles_check",
        "UPDATE iam.team_users SET roles = ? WHERE user_id = %(cora)s",
        "'{TeamManager}'",
        "'{SystemAdministrator}'",
    ),
    "a manager who invites an administrator": Case(
        "ada",
        CHECK,
        "invitations_roles_check",
        """
        INSERT INTO iam.invitations (
            team_id, email, first_name, last_name, roles, invitation_selector,
            invitation_verifier_hash
        )
        VALUES (%(weavers)s, 'e', 'f', 'l', ?, 'new', 'h')
        """,
        "'{TeamManager}'",
        "'{SystemAdministrator}'",
    ),
    "a collaborator who invites": Case(
        "cora",
        NOT_ALLOWED,
        outside("invitations"),
        """
        INSERT INTO iam.invitations (
            team_id, email, first_name, last_name, roles, invitation_selector,
            invitation_verifier_hash
        )
        VALUES (%(weavers)s, 'e', 'f', 'l', '{Collaborator}', 'new', 'h')
        """,
    ),
    "a person who grants": Case(
        "ada",
        NOT_ALLOWED,
        outside("permission_grants"),
        """
        INSERT INTO iam.permission_grants (user_id, resource, action)
        VALUES (%(ada)s, 'everything', 'Admin')
        """,
    ),
    "a person who sets a model up": Case(
        "ada",
        NOT_ALLOWED,
        outside("models"),
        """
        INSERT INTO model_registry.models (model_type, name, base_url, context_size)
        VALUES ('LLM', 'new', 'http://localhost', 1)
        """,
    ),
    "a person who sets a price": Case(
        "ada",
        NOT_ALLOWED,
        outside("prices"),
        """
        INSERT INTO model_registry.prices (model_name, input_price, output_price)
        VALUES ('new', 0, 0)
        """,
    ),
    "a person who writes a configuration": Case(
        "ada",
        NOT_ALLOWED,
        outside("configs"),
        "INSERT INTO ops.configs (name, yaml_config) VALUES ('new', '')",
    ),
    "an entry of the audit trail by a person": Case(
        "ada", NOT_ALLOWED, no_right("audit_trail"), _AUDIT
    ),
    "an entry of the audit trail by an administrator": Case(
        "root", NOT_ALLOWED, no_right("audit_trail"), _AUDIT
    ),
    "an entry of the audit trail by the system": Case(
        "system", NOT_ALLOWED, no_right("audit_trail"), _AUDIT
    ),
    "a changed entry of the audit trail": Case(
        "system", NOT_ALLOWED, no_right("audit_trail"), "UPDATE ops.audit_trail SET user_id = 1"
    ),
    "a removed entry of the audit trail": Case(
        "root", NOT_ALLOWED, no_right("audit_trail"), "DELETE FROM ops.audit_trail"
    ),
    "a password's hash, read by a person": Case(
        "ada", NOT_ALLOWED, no_right("users"), "SELECT password_hash FROM iam.users"
    ),
    "a key's hash, read by an administrator": Case(
        "root", NOT_ALLOWED, no_right("api_keys"), "SELECT api_key FROM iam.api_keys"
    ),
    "a write in the role that reads": Case(
        "readonly",
        NOT_ALLOWED,
        no_right("datasets"),
        "UPDATE rag.datasets SET name = 'd' WHERE id = %(weavers_dataset)s",
    ),
}
