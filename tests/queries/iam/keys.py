"""API keys for tests, made by the generated functions."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from generated.iam import api_keys
from generated.iam.api_keys import ApiKey
from generated.iam.teams import Team
from generated.iam.users import User
from tests.queries.caller import Caller


def hash_of(secret: str) -> str:
    """Return what the application sends in place of a key."""
    return sha256(secret.encode()).hexdigest()


def create_key(
    call: Caller,
    person: User,
    team: Team,
    secret: str = "secret",  # noqa: S107 - no password
    *,
    prompt_id: int | None = None,
    scopes: Sequence[str | None] = (),
    quota: int | None = None,
    expires_at: datetime | None = None,
) -> ApiKey:
    """Create a key of a person in a team, by that person, whoever calls run on behalf of.

    Its prefix is the beginning of the secret.
    """
    with call.acting_as(person.id):
        return call.one(
            api_keys.create_api_key,
            prompt_id=prompt_id,
            user_id=person.id,
            team_id=team.id,
            name=f"key {secret}",
            description=None,
            key_hash=hash_of(secret),
            key_prefix=secret[:8],
            scopes=scopes,
            rate_limit=0,
            quota=quota,
            expires_at=expires_at,
        )
