import psycopg
import pytest

from db.commands.advice.accepted import load_accepted
from db.commands.advice.rules import RULES, advise
from db.commands.catalogue.read import read_catalogue
from tests.db.project_copy import ProjectCopy


def test_the_projects_own_database_has_no_finding_that_is_not_listed(
    connection: psycopg.Connection,
) -> None:
    found = advise(read_catalogue(connection))
    assert [finding.key for finding in found] == []


def test_what_is_listed_is_still_found(connection: psycopg.Connection) -> None:
    catalogue = read_catalogue(connection)
    found = {finding.key for rule in RULES for finding in rule(catalogue)}
    assert load_accepted().keys() <= found


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_says_why(rule: object) -> None:
    assert len((rule.__doc__ or "").split()) > 8


def test_the_command_tells_what_it_finds_and_fails(project: ProjectCopy, database_url: str) -> None:
    with psycopg.connect(database_url) as connection:
        connection.execute("ALTER TABLE iam.groups DISABLE ROW LEVEL SECURITY")
    result = project.run("advice", url=database_url)
    assert result.returncode == 1
    assert result.stderr == (
        "error[no-row-security]: iam.groups has no row-level security:"
        " a privilege on it gives all of its rows\n"
        "  --> iam.groups\n"
        "  = hint: ALTER TABLE iam.groups ENABLE ROW LEVEL SECURITY, and give it policies\n"
        "\n"
        "1 error; mend them, or see db/README.md for what may be right as it is\n"
    )


def test_the_command_says_so_where_nothing_is_wrong(
    project: ProjectCopy, database_url: str
) -> None:
    result = project.run("advice", url=database_url)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("nothing is wrong with the ")
