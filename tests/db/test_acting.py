import psycopg

from tests.db.acting import BOTH, acting_as, add_team, add_user


def teams(connection: psycopg.Connection) -> list[str]:
    rows = connection.execute("SELECT name FROM iam.teams ORDER BY name")
    return [name for (name,) in rows]


def test_a_person_sees_the_own_team_and_nobody_sees_none(connection: psycopg.Connection) -> None:
    ada, bob = add_user(connection, "ada"), add_user(connection, "bob")
    add_team(connection, "Weavers", {ada: BOTH})
    add_team(connection, "Spinners", {bob: BOTH})
    with acting_as(connection, ada):
        assert teams(connection) == ["Weavers"]
    with acting_as(connection, None):
        assert teams(connection) == []
    assert teams(connection) == ["Spinners", "Weavers"]


def test_the_role_and_the_person_are_gone_after_it(connection: psycopg.Connection) -> None:
    ada = add_user(connection, "ada")
    with acting_as(connection, ada, request_id="r1"):
        pass
    row = connection.execute(
        "SELECT current_user::text, current_setting('app.user_id'), iam.current_user_id()"
    ).fetchone()
    assert row == ("application_owner", "", None)
