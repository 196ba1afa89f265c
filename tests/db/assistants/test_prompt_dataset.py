"""Who sees and changes which datasets a prompt answers from."""

import psycopg
import pytest
from psycopg import errors

from tests.db.acting import Role, acting_as
from tests.db.assistants.scene import VISIBILITIES, Cast, add_dataset, add_prompt
from tests.db.rows import insert

DELETE = "DELETE FROM assistants.prompt_dataset WHERE prompt_id = %s"
READERS: list[Role] = ["application_user", "application_readonly"]


@pytest.fixture
def prompts(connection: psycopg.Connection, cast: Cast) -> dict[str, int]:
    """Ada's prompts with a dataset each, by visibility."""
    dataset_id = add_dataset(connection, cast.weavers, cast.ada)
    found = {v: add_prompt(connection, cast.weavers, cast.ada, v) for v in VISIBILITIES}
    for prompt_id in found.values():
        attach(connection, cast, prompt_id, dataset_id)
    return found


def attach(connection: psycopg.Connection, cast: Cast, prompt_id: int, dataset_id: int) -> None:
    """Add a dataset to a prompt of the weavers, as whoever acts."""
    values = {"team_id": cast.weavers, "prompt_id": prompt_id, "dataset_id": dataset_id}
    insert(connection, "assistants.prompt_dataset", **values)


def test_a_dataset_of_a_prompt_is_seen_where_the_prompt_is(
    connection: psycopg.Connection, cast: Cast, prompts: dict[str, int]
) -> None:
    def seen(user_id: int | None, role: Role) -> set[int]:
        with acting_as(connection, user_id, role):
            rows = connection.execute("SELECT prompt_id FROM assistants.prompt_dataset")
            return {prompt_id for (prompt_id,) in rows}

    for role in READERS:
        assert seen(cast.ada, role) == set(prompts.values())
        assert seen(cast.bob, role) == {prompts["Team"], prompts["Company"]}
        assert seen(cast.eve, role) == {prompts["Company"]}
        assert seen(cast.root, role) == {prompts["Company"]}
        assert seen(None, role) == set()
    assert seen(None, "application_system") == set(prompts.values())


def test_members_add_datasets_to_the_prompts_of_their_team_that_they_see(
    connection: psycopg.Connection, cast: Cast, prompts: dict[str, int]
) -> None:
    dataset_id = add_dataset(connection, cast.weavers, cast.ada, "Company")
    with acting_as(connection, cast.bob):
        attach(connection, cast, prompts["Team"], dataset_id)
    for user_id, visibility in ((cast.bob, "Private"), (cast.eve, "Company"), (None, "Company")):
        with (
            pytest.raises(errors.InsufficientPrivilege, match="row-level security policy"),
            acting_as(connection, user_id),
        ):
            attach(connection, cast, prompts[visibility], dataset_id)


def test_members_remove_datasets_from_the_prompts_of_their_team_that_they_see(
    connection: psycopg.Connection, cast: Cast, prompts: dict[str, int]
) -> None:
    def removed(user_id: int | None, visibility: str) -> int:
        with acting_as(connection, user_id):
            return connection.execute(DELETE, [prompts[visibility]]).rowcount

    assert removed(cast.bob, "Private") == 0
    for user_id in (cast.eve, cast.root, None):
        assert removed(user_id, "Company") == 0
    assert removed(cast.bob, "Team") == 1
    assert removed(cast.ada, "Private") == 1


def test_a_dataset_that_another_team_shares_may_be_added(
    connection: psycopg.Connection, cast: Cast, prompts: dict[str, int]
) -> None:
    dataset_id = add_dataset(connection, cast.spinners, cast.eve, "Company")
    with acting_as(connection, cast.bob):
        attach(connection, cast, prompts["Team"], dataset_id)


@pytest.mark.parametrize("visibility", ["Team", "Private"])
def test_a_dataset_that_another_team_keeps_may_not_be_added(
    connection: psycopg.Connection, cast: Cast, prompts: dict[str, int], visibility: str
) -> None:
    dataset_id = add_dataset(connection, cast.spinners, cast.eve, visibility)
    with (
        pytest.raises(errors.InsufficientPrivilege, match='"dataset_is_shared"'),
        acting_as(connection, cast.bob),
    ):
        attach(connection, cast, prompts["Team"], dataset_id)


def test_the_private_dataset_of_a_teammate_may_not_be_added(
    connection: psycopg.Connection, cast: Cast, prompts: dict[str, int]
) -> None:
    dataset_id = add_dataset(connection, cast.weavers, cast.ada, "Private")
    with (
        pytest.raises(errors.InsufficientPrivilege, match='"dataset_is_shared"'),
        acting_as(connection, cast.bob),
    ):
        attach(connection, cast, prompts["Team"], dataset_id)


@pytest.mark.usefixtures("prompts")
def test_whoever_is_let_change_a_row_names_only_what_is_shared(
    connection: psycopg.Connection, cast: Cast
) -> None:
    connection.execute(
        "GRANT UPDATE (dataset_id) ON assistants.prompt_dataset TO application_system"
    )
    kept, shared = (
        add_dataset(connection, cast.spinners, cast.eve, visibility)
        for visibility in ("Team", "Company")
    )
    query = "UPDATE assistants.prompt_dataset SET dataset_id = %s"
    with (
        pytest.raises(errors.InsufficientPrivilege, match='"dataset_is_shared_on_update"'),
        acting_as(connection, None, "application_system"),
    ):
        connection.execute(query, [kept])
    with acting_as(connection, None, "application_system"):
        assert connection.execute(query, [shared]).rowcount == 3
