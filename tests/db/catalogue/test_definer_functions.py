"""Functions that run with the owner's rights, whom no policy holds: few, and all of them here."""

import psycopg
import pytest

PEOPLE = ("application_user", "application_readonly")
EVERYONE = (*PEOPLE, "application_system")
SYSTEM = ("application_system",)

#: Who may call each; one that is added has its reason in its migration, and is to be looked at.
MAY_CALL: dict[str, tuple[str, ...]] = {
    "assistants.is_used_by_others(integer,integer)": ("application_user",),
    "iam.accept_invitation(integer)": ("application_user",),
    "iam.create_team(character varying)": ("application_user",),
    "iam.current_email()": EVERYONE,
    "iam.current_roles(integer)": EVERYONE,
    "iam.current_team_ids()": EVERYONE,
    "iam.has_permission(integer,iam.permission)": EVERYONE,
    "iam.inviting_team_ids()": EVERYONE,
    "iam.is_granted(text,text,jsonb,integer)": EVERYONE,
    "iam.is_signed_in()": EVERYONE,
    "iam.is_system_admin()": EVERYONE,
    "iam.managed_team_ids()": EVERYONE,
    "iam.set_first_user_as_admin()": (),
    "iam.team_ids_with(iam.permission)": EVERYONE,
    "iam.visible_user_ids()": EVERYONE,
    "integrations.is_used_by_others(integer,integer)": ("application_user",),
    "integrations.take_back_connection()": (),
    "llm.models_of_recent_usage()": EVERYONE,
    "llm.purge_rate_limit_windows()": SYSTEM,
    "llm.settle_request(integer,integer,integer,timestamp with time zone,integer,integer,bigint)": (
        SYSTEM
    ),
    "llm.take_request(integer,integer,integer,integer)": SYSTEM,
    "ops.drop_partitions_before(timestamp with time zone,boolean)": SYSTEM,
    "ops.ensure_partitions(integer)": SYSTEM,
    "ops.rows_outside_partitions()": SYSTEM,
    "ops.write_audit()": (),
    "rag.is_own_object(integer)": ("application_user",),
    "rag.search_chunks(text,integer,integer[])": PEOPLE,
    "rag.visible_dataset_ids()": EVERYONE,
}

DEFINERS = """
    SELECT p.oid::regprocedure::text, p.oid
    FROM pg_proc AS p
    WHERE p.prosecdef
        AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.objid = p.oid AND d.deptype = 'e')
"""


def test_these_functions_run_with_the_rights_of_the_owner_and_no_others(
    administrator: psycopg.Connection,
) -> None:
    found = {name for name, _ in administrator.execute(DEFINERS)}
    assert found == set(MAY_CALL)


@pytest.mark.parametrize("name", MAY_CALL)
def test_these_roles_may_call_one_and_no_others(
    administrator: psycopg.Connection, name: str
) -> None:
    query = """
        SELECT r.name
        FROM unnest(%s::text[]) AS r (name)
        WHERE has_function_privilege(r.name, %s, 'EXECUTE')
    """
    found = administrator.execute(query, [list(EVERYONE), name]).fetchall()
    assert tuple(role for (role,) in found) == MAY_CALL[name]


def test_none_that_people_may_call_is_told_who_asks(administrator: psycopg.Connection) -> None:
    query = """
        SELECT p.oid::regprocedure::text
        FROM pg_proc AS p
        WHERE p.prosecdef
            AND has_function_privilege('application_user', p.oid, 'EXECUTE')
            AND p.proargnames && ARRAY['user_id', 'wanted_user_id', 'person_id', 'email']
    """
    assert administrator.execute(query).fetchall() == []
