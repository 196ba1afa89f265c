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


def create_administrator(call: Caller, name: str = "root") -> User:
    """Create the system administrator, on whose behalf calls run from now on."""
    person = create_person(call, name)
    assert person.system_admin, "somebody else is the first person of the database"
    call.as_user(person.id)
    return person


def set_status(call: Caller, person: User, status: str) -> None:
    """Give an account another status, whoever calls run on behalf of."""
    assert call.as_owner(users.set_user_status, status=status, user_id=person.id) == 1


def promote(call: Caller, person: User) -> None:
    """Make a person one more system administrator, whoever calls run on behalf of."""
    assert call.as_owner(users.grant_system_admin, user_id=person.id) == 1


def delete_account(call: Caller, person: User) -> None:
    """Delete an account, whoever calls run on behalf of."""
    assert call.as_owner(users.delete_user, user_id=person.id) == 1


def stored(call: Caller, person: User) -> User:
    """Return a person as the account is now, as the owner sees it."""
    found = call.as_owner(users.get_user, user_id=person.id)
    assert found is not None
    return found
