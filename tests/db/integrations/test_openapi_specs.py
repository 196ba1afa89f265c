import re
from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import LiteralString, cast

import psycopg
import pytest

from tests.db.acting import Role
from tests.db.integrations.world import PEOPLE, ROLES_OF_PEOPLE, World, forbidden

METHODS = {"get", "put", "post", "delete", "patch"}
COUNT = "SELECT count(*) FROM integrations.openapi_specs"
COUNT_SELECTIONS = "SELECT count(*) FROM integrations.openapi_spec_selections"
SELECT_SPEC = """
    INSERT INTO integrations.openapi_spec_selections (category, openapi_spec_id)
    SELECT 'WebSearch', s.id FROM integrations.openapi_specs AS s WHERE s.slug = 'serper-search'
    ON CONFLICT (category) DO UPDATE SET openapi_spec_id = EXCLUDED.openapi_spec_id
"""
SET_KEY = """
    INSERT INTO integrations.openapi_spec_api_keys (openapi_spec_id, api_key)
    SELECT s.id, 'ciphertext' FROM integrations.openapi_specs AS s WHERE s.slug = 'serper-search'
    ON CONFLICT (openapi_spec_id) DO UPDATE SET api_key = EXCLUDED.api_key
"""

Json = dict[str, object]


def mapping(value: object) -> Json:
    """Return a JSON object, having made sure that it is one."""
    assert isinstance(value, dict)
    return cast("Json", value)


def specs(connection: psycopg.Connection) -> dict[str, Json]:
    """Return the documents on offer, by slug."""
    rows = connection.execute("SELECT slug, spec FROM integrations.openapi_specs")
    return {slug: mapping(spec) for slug, spec in rows}


def operations(spec: Mapping[str, object]) -> list[tuple[str, Json]]:
    """Return the path of each operation of a document, and the operation."""
    return [
        (path, mapping(operation))
        for path, item in mapping(spec["paths"]).items()
        for method, operation in mapping(item).items()
        if method in METHODS
    ]


def path_parameters(operation: Mapping[str, object]) -> set[object]:
    """Return the names of the parameters that are in the path, each of which is required."""
    parameters = operation.get("parameters", [])
    assert isinstance(parameters, list)
    found = [mapping(parameter) for parameter in cast("list[object]", parameters)]
    in_path = [parameter for parameter in found if parameter["in"] == "path"]
    assert all(parameter["required"] is True for parameter in in_path)
    return {parameter["name"] for parameter in in_path}


# seed rows


def test_21_apis_are_on_offer_from_the_start(connection: psycopg.Connection) -> None:
    rows = connection.execute(
        "SELECT category::text FROM integrations.openapi_specs WHERE is_active"
    )
    counts = Counter(category for (category,) in rows)
    assert counts == {"WebSearch": 2, "CodeSandbox": 1, "Application": 18}


def test_two_of_them_search_the_web(connection: psycopg.Connection) -> None:
    query = "SELECT slug FROM integrations.openapi_specs WHERE category = 'WebSearch' ORDER BY slug"
    assert list(connection.execute(query)) == [("searxng-search",), ("serper-search",)]


def test_each_says_what_it_is_and_where(connection: psycopg.Connection) -> None:
    rows = connection.execute(
        "SELECT title, description, spec FROM integrations.openapi_specs"
    ).fetchall()
    for title, description, document in rows:
        spec = mapping(document)
        info = mapping(spec["info"])
        assert re.fullmatch(r"3\.0\.\d+", str(spec["openapi"]))
        assert (info["title"], info["description"]) == (title, description)
        assert isinstance(info["version"], str)
        servers = spec["servers"]
        assert isinstance(servers, list)
        assert str(mapping(cast("list[object]", servers)[0])["url"]).startswith(
            ("https://", "http://{host}")
        )


def test_each_has_operations_with_names_of_their_own(connection: psycopg.Connection) -> None:
    for slug, spec in specs(connection).items():
        names = [operation["operationId"] for _, operation in operations(spec)]
        assert names, slug
        assert len(set(names)) == len(names), slug
        assert all(re.fullmatch(r"[a-z][A-Za-z]+", str(name)) for name in names), slug


def test_each_operation_declares_its_answers_and_what_its_path_needs(
    connection: psycopg.Connection,
) -> None:
    for slug, spec in specs(connection).items():
        for path, operation in operations(spec):
            assert mapping(operation["responses"]), (slug, path)
            assert path_parameters(operation) == set(re.findall(r"\{(\w+)\}", path)), (slug, path)


def test_each_declares_the_ways_to_sign_in_that_it_asks_for(connection: psycopg.Connection) -> None:
    for slug, spec in specs(connection).items():
        asked = spec.get("security", [])
        assert isinstance(asked, list)
        names = {name for way in cast("list[object]", asked) for name in mapping(way)}
        components = mapping(spec.get("components", {}))
        assert names == set(mapping(components.get("securitySchemes", {}))), slug


# policies


def test_everyone_signed_in_reads_what_is_on_offer(world: World) -> None:
    world.change(SELECT_SPEC)
    for role in ROLES_OF_PEOPLE:
        assert world.whoever(lambda: world.value(COUNT) == 21, role) == set(PEOPLE)
        assert world.whoever(lambda: world.value(COUNT_SELECTIONS) == 1, role) == set(PEOPLE)


def test_the_system_reads_what_is_on_offer(world: World) -> None:
    with world.acting(None, "application_system"):
        assert world.value(COUNT) == 21


def test_an_administrator_keeps_what_is_on_offer(world: World) -> None:
    with world.acting("root"):
        world.insert("openapi_specs", slug="s")
        assert world.change("UPDATE integrations.openapi_specs SET is_active = false") == 22
        assert world.change(SELECT_SPEC) == 1
        assert world.change(SELECT_SPEC) == 1
        assert world.change("DELETE FROM integrations.openapi_spec_selections") == 1
        assert world.change("DELETE FROM integrations.openapi_specs WHERE slug = 's'") == 1


def test_nobody_else_changes_it(world: World) -> None:
    commands: list[LiteralString] = [
        "UPDATE integrations.openapi_specs SET is_active = false",
        "DELETE FROM integrations.openapi_specs",
    ]
    for command in commands:
        assert world.whoever(partial(world.change, command)) == {"root"}
    for name in ("ada", "eve", None):
        with forbidden("row-level security policy"), world.acting(name):
            world.insert("openapi_specs", slug="s")


def test_nobody_else_chooses(world: World) -> None:
    with forbidden("row-level security policy"), world.acting("ada"):
        world.change(SELECT_SPEC)


@pytest.mark.parametrize("role", ["application_readonly", "application_system"])
def test_other_roles_change_nothing_on_offer(world: World, role: Role) -> None:
    with forbidden("permission denied"), world.acting("root", role):
        world.change("UPDATE integrations.openapi_specs SET is_active = false")


def test_no_person_handles_the_keys(world: World) -> None:
    commands: list[LiteralString] = [
        SET_KEY,
        "SELECT FROM integrations.openapi_spec_api_keys",
        "DELETE FROM integrations.openapi_spec_api_keys",
    ]
    for role in ROLES_OF_PEOPLE:
        for command in commands:
            for name in ("ada", "root"):
                with (
                    forbidden("permission denied for table openapi_spec_api_keys"),
                    world.acting(name, role),
                ):
                    world.change(command)


def test_the_system_handles_the_keys(world: World) -> None:
    with world.acting(None, "application_system"):
        assert world.change(SET_KEY) == 1
        assert world.change(SET_KEY) == 1
        assert world.value("SELECT api_key FROM integrations.openapi_spec_api_keys") == "ciphertext"
        assert world.change("DELETE FROM integrations.openapi_spec_api_keys") == 1
