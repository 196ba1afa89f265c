"""Who sees and changes which prompts."""

from typing import LiteralString

import psycopg
import pytest
from psycopg import errors, sql

from tests.db.acting import Role, acting_as
from tests.db.assistants.scene import VISIBILITIES, Cast, add_prompt
from tests.db.rows import add


@pytest.fixture
def of_weavers(connection: psycopg.Connection, cast: Cast) -> dict[str, int]:
    """What a prompt of the weavers says of its team and its model, by column."""
    return {"team_id": cast.weavers, "model_id": add(connection, "model_registry.models")}


@pytest.fixture
def prompts(connection: psycopg.Connection, cast: Cast) -> dict[str, int]:
    """Ada's prompts, by visibility."""
    return {v: add_prompt(connection, cast.weavers, cast.ada, v) for v in VISIBILITIES}


def seen(
    connection: psycopg.Connection,
    user_id: int | None,
    role: Role = "application_user",
    **context: object,
) -> set[str]:
    """Return the names of the prompts that somebody sees."""
    with acting_as(connection, user_id, role, **context):
        return {name for (name,) in connection.execute("SELECT name FROM assistants.prompts")}


def changed(
    connection: psycopg.Connection, user_id: int | None, query: LiteralString, *values: object
) -> int:
    """Return how many rows a statement of somebody changes."""
    with acting_as(connection, user_id):
        return connection.execute(query, values).rowcount


# reading


@pytest.mark.usefixtures("prompts")
@pytest.mark.parametrize("role", ["application_user", "application_readonly"])
def test_visibility_says_who_sees_a_prompt(
    connection: psycopg.Connection, cast: Cast, role: Role
) -> None:
    assert seen(connection, cast.ada, role) == {"Private", "Team", "Company"}
    assert seen(connection, cast.bob, role) == {"Team", "Company"}
    assert seen(connection, cast.mia, role) == {"Team", "Company"}
    assert seen(connection, cast.eve, role) == {"Company"}
    assert seen(connection, cast.root, role) == {"Company"}
    assert seen(connection, None, role) == set()


@pytest.mark.usefixtures("prompts")
def test_the_creator_who_left_the_team_sees_what_everyone_does(
    connection: psycopg.Connection, cast: Cast
) -> None:
    connection.execute("DELETE FROM iam.team_users WHERE user_id = %s", [cast.ada])
    assert seen(connection, cast.ada) == {"Company"}


@pytest.mark.usefixtures("prompts")
def test_a_suspended_person_sees_nothing(connection: psycopg.Connection, cast: Cast) -> None:
    connection.execute("UPDATE iam.users SET status = 'suspended' WHERE id = %s", [cast.ada])
    assert seen(connection, cast.ada) == set()


@pytest.mark.usefixtures("prompts")
def test_the_context_narrows_to_one_team(connection: psycopg.Connection, cast: Cast) -> None:
    assert seen(connection, cast.ada, team_id=cast.spinners) == {"Company"}


@pytest.mark.usefixtures("prompts")
def test_the_system_sees_every_prompt_and_writes_none(connection: psycopg.Connection) -> None:
    assert seen(connection, None, "application_system") == set(VISIBILITIES)
    with (
        pytest.raises(errors.InsufficientPrivilege, match="permission denied"),
        acting_as(connection, None, "application_system"),
    ):
        connection.execute("UPDATE assistants.prompts SET name = 'x'")


def test_prompts_are_found_by_indexes(connection: psycopg.Connection, cast: Cast) -> None:
    model_id = add(connection, "model_registry.models")
    connection.execute(
        """
        INSERT INTO iam.teams (name, created_by_user_id)
        SELECT 't', %s
        FROM generate_series(1, 500)
        """,
        [cast.eve],
    )
    connection.execute(
        """
        INSERT INTO assistants.prompts (
            team_id, model_id, visibility, name, max_history_items, max_chunks, trim_ratio,
            created_by, category_id
        )
        SELECT
            t.id,
            %s,
            CASE
                WHEN n.n = 40 AND t.id %% 5 = 0 THEN 'Company'
                WHEN n.n %% 2 = 0 THEN 'Private'
                ELSE 'Team'
            END::public.visibility,
            'p', 3, 10, 80, %s,
            c.id
        FROM iam.teams AS t
        CROSS JOIN generate_series(1, 40) AS n (n)
        INNER JOIN assistants.categories AS c
            ON c.name = 'Writing'
        """,
        [model_id, cast.eve],
    )
    connection.execute("ANALYZE assistants.prompts")
    with acting_as(connection, cast.ada):
        plan = str(connection.execute("EXPLAIN SELECT name FROM assistants.prompts").fetchall())
    assert "Bitmap Index Scan on prompts_company_wide_idx" in plan
    assert "Bitmap Index Scan on prompts_team_id" in plan


# adding


@pytest.mark.parametrize("visibility", VISIBILITIES)
def test_members_add_prompts_and_get_them_back(
    connection: psycopg.Connection, cast: Cast, of_weavers: dict[str, int], visibility: str
) -> None:
    with acting_as(connection, cast.bob):
        add(
            connection,
            "assistants.prompts",
            **of_weavers,
            created_by=cast.bob,
            visibility=visibility,
        )


def test_nobody_adds_prompts_to_a_team_of_others(
    connection: psycopg.Connection, cast: Cast, of_weavers: dict[str, int]
) -> None:
    for user_id in (cast.eve, cast.root):
        with (
            pytest.raises(errors.InsufficientPrivilege, match="row-level security policy"),
            acting_as(connection, user_id),
        ):
            add(connection, "assistants.prompts", **of_weavers, created_by=user_id)


def test_nobody_adds_prompts_in_the_name_of_another(
    connection: psycopg.Connection, cast: Cast, of_weavers: dict[str, int]
) -> None:
    with (
        pytest.raises(errors.InsufficientPrivilege, match="row-level security policy"),
        acting_as(connection, cast.bob),
    ):
        add(connection, "assistants.prompts", **of_weavers, created_by=cast.ada)


def test_adding_a_company_wide_prompt_needs_the_permission(
    connection: psycopg.Connection, cast: Cast, of_weavers: dict[str, int]
) -> None:
    with acting_as(connection, cast.mia):
        add(connection, "assistants.prompts", **of_weavers, created_by=cast.mia)
    with (
        pytest.raises(errors.InsufficientPrivilege, match='"company_wide_needs_permission"'),
        acting_as(connection, cast.mia),
    ):
        add(
            connection,
            "assistants.prompts",
            **of_weavers,
            created_by=cast.mia,
            visibility="Company",
        )


# changing

RENAME = "UPDATE assistants.prompts SET name = 'x' WHERE id = %s"
SHOW = "UPDATE assistants.prompts SET visibility = %s WHERE id = %s"
DELETE = "DELETE FROM assistants.prompts WHERE id = %s"


@pytest.mark.parametrize("query", [RENAME, DELETE])
def test_members_change_what_they_see_of_their_team(
    connection: psycopg.Connection, cast: Cast, prompts: dict[str, int], query: LiteralString
) -> None:
    assert changed(connection, cast.bob, query, prompts["Private"]) == 0
    for user_id in (cast.eve, cast.root, None):
        assert [changed(connection, user_id, query, p) for p in prompts.values()] == [0, 0, 0]
    assert changed(connection, cast.ada, query, prompts["Private"]) == 1
    assert changed(connection, cast.bob, query, prompts["Team"]) == 1
    assert changed(connection, cast.bob, query, prompts["Company"]) == 1


@pytest.mark.parametrize("column", ["id", "team_id", "created_by", "created_at"])
def test_a_prompt_stays_whose_it_is(
    connection: psycopg.Connection, cast: Cast, column: str
) -> None:
    query = sql.SQL("UPDATE assistants.prompts SET {0} = {0}").format(sql.Identifier(column))
    with (
        pytest.raises(errors.InsufficientPrivilege, match="permission denied"),
        acting_as(connection, cast.ada),
    ):
        connection.execute(query)


def test_only_the_creator_makes_a_prompt_private(
    connection: psycopg.Connection, cast: Cast, prompts: dict[str, int]
) -> None:
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security policy"):
        changed(connection, cast.bob, SHOW, "Private", prompts["Team"])
    # Without reading a column: then the policies for reading do not stand in for those for writing.
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security policy"):
        changed(connection, cast.bob, "UPDATE assistants.prompts SET visibility = 'Private'")
    assert changed(connection, cast.ada, SHOW, "Private", prompts["Team"]) == 1


def test_publishing_a_prompt_needs_the_permission(
    connection: psycopg.Connection, cast: Cast, prompts: dict[str, int]
) -> None:
    with pytest.raises(errors.InsufficientPrivilege, match='"company_wide_needs_permission_on_'):
        changed(connection, cast.mia, SHOW, "Company", prompts["Team"])
    assert changed(connection, cast.bob, SHOW, "Company", prompts["Team"]) == 1


def test_changing_a_published_prompt_needs_the_permission_and_withdrawing_it_does_not(
    connection: psycopg.Connection, cast: Cast, prompts: dict[str, int]
) -> None:
    with pytest.raises(errors.InsufficientPrivilege, match='"company_wide_needs_permission_on_'):
        changed(connection, cast.mia, RENAME, prompts["Company"])
    assert changed(connection, cast.mia, SHOW, "Team", prompts["Company"]) == 1
    assert changed(connection, cast.mia, RENAME, prompts["Company"]) == 1


def test_readonly_changes_nothing(connection: psycopg.Connection, cast: Cast) -> None:
    with (
        pytest.raises(errors.InsufficientPrivilege, match="permission denied"),
        acting_as(connection, cast.ada, "application_readonly"),
    ):
        connection.execute("DELETE FROM assistants.prompts")


# icons

ICON = "UPDATE assistants.prompts SET image_icon_object_id = %s WHERE id = %s"


def test_the_own_object_becomes_an_icon(
    connection: psycopg.Connection, cast: Cast, prompts: dict[str, int]
) -> None:
    own = add(connection, "storage.objects", team_id=cast.weavers, created_by=cast.bob)
    assert changed(connection, cast.bob, ICON, own, prompts["Team"]) == 1


def test_an_object_that_one_does_not_see_becomes_no_icon(
    connection: psycopg.Connection,
    cast: Cast,
    prompts: dict[str, int],
    of_weavers: dict[str, int],
) -> None:
    hidden = add(connection, "storage.objects", team_id=cast.weavers, created_by=cast.ada)
    with pytest.raises(errors.InsufficientPrivilege) as caught:
        changed(connection, cast.bob, ICON, hidden, prompts["Team"])
    assert caught.value.diag.constraint_name == "icon_is_seen_on_update"
    values = {**of_weavers, "created_by": cast.bob, "image_icon_object_id": hidden}
    with pytest.raises(errors.InsufficientPrivilege) as caught, acting_as(connection, cast.bob):
        add(connection, "assistants.prompts", **values)
    assert caught.value.diag.constraint_name == "icon_is_seen"


def test_a_teammate_changes_a_prompt_and_keeps_its_icon(
    connection: psycopg.Connection, cast: Cast, prompts: dict[str, int]
) -> None:
    icon = add(connection, "storage.objects", team_id=cast.weavers, created_by=cast.ada)
    connection.execute(ICON, [icon, prompts["Team"]])
    assert changed(connection, cast.bob, RENAME, prompts["Team"]) == 1
