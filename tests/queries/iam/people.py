"""People for tests, made by the generated functions."""

from generated.iam import users
from generated.iam.users import User
from tests.queries.caller import Caller


def create_person(call: Caller, name: str = "ada") -> User:
    """Create a person with a name; the first one of a database is system administrator."""
    return call.one(
        users.create_user,
        openid_sub=f"sub-{name}",
        email=f"{name}@example.org",
        first_name=name.title(),
        last_name=None,
    )


def create_people(call: Caller, *names: str) -> list[User]:
    """Create several people."""
    return [create_person(call, name) for name in names]


def create_person_with_password(
    call: Caller,
    name: str = "ada",
    password_hash: str | None = "$argon2id$hash",  # noqa: S107 - no password
) -> User:
    """Create a person who signs in by username."""
    return call.one(
        users.create_local_user,
        username=name,
        password_hash=password_hash,
        email=f"{name}@example.org",
        first_name=None,
        last_name=None,
    )
