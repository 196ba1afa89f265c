from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from generated import _runtime
from generated.iam import groups, permissions, team_users, users
from generated.iam.enums import Role
from generated.iam.groups import Group
from generated.iam.team_users import TeamMembership
from tests.queries.declared import check, check_return

NOW = datetime(2026, 1, 1, tzinfo=UTC)
GROUP: dict[str, Any] = {"id": 1, "name": "n", "description": None, "created_at": NOW}


def group(**changes: object) -> Group:
    """Return a row as generated functions make it: without validation."""
    return _runtime.trusted(Group, {**GROUP, **changes})


def membership(roles: object) -> TeamMembership:
    return _runtime.trusted(TeamMembership, {"user_id": 1, "team_id": 2, "roles": roles})


@pytest.mark.parametrize("value", [None, group(), group(description="d")])
def test_a_row_or_none_is_what_an_optional_row_declares(value: object) -> None:
    check_return(groups.get_group, value)


def test_a_list_of_rows_is_what_a_list_declares() -> None:
    check_return(groups.list_groups, [group(), group(id=2)])


@pytest.mark.parametrize("roles", [[], [Role.COLLABORATOR], [Role.COLLABORATOR, Role.TEAM_MANAGER]])
def test_a_list_of_labels_is_what_an_array_declares(roles: object) -> None:
    check_return(team_users.get_team_membership, membership(roles))


@pytest.mark.parametrize(
    "changes",
    [
        {"id": None},
        {"id": "1"},
        {"id": True},
        {"id": 1.0},
        {"name": None},
        {"name": b"n"},
        {"description": 1},
        {"created_at": "2026-01-01T00:00:00Z"},
        {"created_at": NOW.date()},
    ],
)
def test_a_field_of_another_type_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        check_return(groups.get_group, group(**changes))


def test_a_field_of_another_type_is_refused_in_the_last_row_of_a_list() -> None:
    with pytest.raises(ValidationError):
        check_return(groups.list_groups, [group(), group(id="2")])


@pytest.mark.parametrize("roles", [None, ["Collaborator"], (Role.COLLABORATOR,), "{Collaborator}"])
def test_an_array_of_another_type_is_refused(roles: object) -> None:
    with pytest.raises(ValidationError):
        check_return(team_users.get_team_membership, membership(roles))


def test_a_row_that_lacks_a_field_is_refused() -> None:
    with pytest.raises(AssertionError):
        check_return(groups.get_group, _runtime.trusted(Group, {"id": 1}))


def test_a_row_of_another_model_is_refused() -> None:
    with pytest.raises(ValidationError):
        check_return(groups.get_group, membership([]))


def test_a_row_is_refused_where_a_list_is_declared() -> None:
    with pytest.raises(ValidationError):
        check_return(groups.list_groups, group())


@pytest.mark.parametrize("value", ["1", True, 1.0])
def test_a_scalar_of_another_type_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        check_return(users.count_users, value)


def test_none_is_refused_where_it_is_not_declared() -> None:
    with pytest.raises(ValidationError):
        check_return(users.delete_user, None)


def test_a_text_is_refused_where_a_label_is_declared() -> None:
    with pytest.raises(ValidationError):
        check_return(permissions.list_permissions_of_role, ["ViewPrompts"])


def test_a_row_within_a_row_is_checked_too() -> None:
    class Outer(_runtime.Row):
        inner: Group | None

    check(_runtime.trusted(Outer, {"inner": group()}), Outer)
    with pytest.raises(ValidationError):
        check(_runtime.trusted(Outer, {"inner": group(id=None)}), Outer)
