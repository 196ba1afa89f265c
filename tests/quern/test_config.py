from pathlib import Path

import pytest

from quern.config import Config, EmbeddedConfig, find_project, load_config
from quern.errors import ConfigError


def _project(root: Path, text: str) -> Path:
    (root / "pyproject.toml").write_text(text)
    return root


def _refusal(root: Path, text: str) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        load_config(_project(root, text))
    return caught.value


def test_an_empty_table_gives_the_defaults(tmp_path: Path) -> None:
    assert load_config(_project(tmp_path, "[tool.codegen]\n")) == Config(root=tmp_path)


def test_settings_are_read(tmp_path: Path) -> None:
    text = '[tool.codegen]\nqueries = "sql"\noutput = "src/app/db"\n'
    config = load_config(_project(tmp_path, text))
    assert config.queries_folder == tmp_path / "sql"
    assert config.output_folder == tmp_path / "src" / "app" / "db"


def test_settings_of_the_embedded_server_are_read(tmp_path: Path) -> None:
    text = """\
        [tool.codegen.embedded]
        postgres = 16
        database = "app"
        roles = "roles.sql"
        owner = "app_owner"
        extensions = ["vector"]
        migrate = "dbmate up"
        """
    assert load_config(_project(tmp_path, text)).embedded == EmbeddedConfig(
        postgres=16,
        database="app",
        roles="roles.sql",
        owner="app_owner",
        extensions=("vector",),
        migrate="dbmate up",
    )


def test_tables_of_other_tools_are_left_alone(tmp_path: Path) -> None:
    text = "[tool.ruff]\nanything = 1\n[tool.codegen]\n"
    assert load_config(_project(tmp_path, text)) == Config(root=tmp_path)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        pytest.param(
            'outputs = "x"',
            "unknown setting outputs in [tool.codegen]",
            "did you mean output?",
            id="misspelt",
        ),
        pytest.param(
            "zzz = 1",
            "unknown setting zzz in [tool.codegen]",
            "known are queries, output, migrations, types, columns, roles, role, "
            "protected_settings, asyncio, one, embedded",
            id="unlike any",
        ),
        pytest.param(
            'root = "/"',
            "unknown setting root in [tool.codegen]",
            "known are queries, output, migrations, types, columns, roles, role, "
            "protected_settings, asyncio, one, embedded",
            id="not a setting but a field",
        ),
        pytest.param(
            "embedded = {postgre = 18}",
            "unknown setting postgre in [tool.codegen.embedded]",
            "did you mean postgres?",
            id="in the inner table",
        ),
    ],
)
def test_an_unknown_setting_is_refused_with_a_suggestion(
    tmp_path: Path, text: str, message: str, hint: str
) -> None:
    error = _refusal(tmp_path, f"[tool.codegen]\n{text}\n")
    assert (error.message, error.hint) == (message, hint)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("queries = 1", "queries in [tool.codegen] must be a string, not 1"),
        ('output = ["a"]', "output in [tool.codegen] must be a string, not ['a']"),
        ("one = 1", "one in [tool.codegen] must be a string, not 1"),
        ("embedded = 18", "embedded in [tool.codegen] must be a table, not 18"),
        (
            'embedded.postgres = "18"',
            "postgres in [tool.codegen.embedded] must be an integer, not '18'",
        ),
        (
            "embedded.postgres = true",
            "postgres in [tool.codegen.embedded] must be an integer, not True",
        ),
        ("embedded.roles = 1", "roles in [tool.codegen.embedded] must be a string, not 1"),
        (
            'embedded.extensions = "vector"',
            "extensions in [tool.codegen.embedded] must be a list of strings, not 'vector'",
        ),
        (
            "embedded.extensions = [1]",
            "extensions in [tool.codegen.embedded] must be a list of strings, not [1]",
        ),
    ],
)
def test_a_setting_of_the_wrong_type_is_refused(tmp_path: Path, text: str, message: str) -> None:
    assert _refusal(tmp_path, f"[tool.codegen]\n{text}\n").message == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tool.codegen = 1", "codegen in [tool] of pyproject.toml must be a table"),
        ("tool = 1", "must be a table"),
        ("tool = [", "is not valid TOML"),
    ],
)
def test_a_file_of_another_shape_is_refused(tmp_path: Path, text: str, message: str) -> None:
    assert message in _refusal(tmp_path, text).message


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no"):
        load_config(tmp_path)


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_bytes(b'[tool.codegen]\noutput = "\xff"\n')
    with pytest.raises(ConfigError, match="is not valid TOML"):
        load_config(tmp_path)


@pytest.mark.parametrize(
    "output",
    [
        pytest.param("", id="the project itself"),
        pytest.param(".", id="the project by a dot"),
        pytest.param("..", id="a folder around it"),
        pytest.param("a/..", id="the project by a detour"),
        pytest.param("queries", id="the queries"),
        pytest.param("queries/iam/..", id="the queries by a detour"),
    ],
)
def test_an_output_folder_that_holds_other_things_is_refused(tmp_path: Path, output: str) -> None:
    error = _refusal(tmp_path, f'[tool.codegen]\noutput = "{output}"\n')
    assert error.message == (
        f'output = "{output}" in [tool.codegen] holds other things of the project'
    )
    assert error.hint == 'name a folder of its own, such as "generated"'


def test_an_output_folder_around_the_queries_is_refused(tmp_path: Path) -> None:
    error = _refusal(tmp_path, '[tool.codegen]\nqueries = "db/sql"\noutput = "db"\n')
    assert "holds other things" in error.message


@pytest.mark.parametrize("output", ["my-package", "1st", "generated/a b", "class"])
def test_an_output_folder_that_cannot_be_imported_is_refused(tmp_path: Path, output: str) -> None:
    error = _refusal(tmp_path, f'[tool.codegen]\noutput = "{output}"\n')
    assert error.message == f'output = "{output}" in [tool.codegen] cannot be imported as a package'


def test_the_project_is_found_from_its_own_folder(tmp_path: Path) -> None:
    assert find_project(_project(tmp_path, "[tool.codegen]")) == tmp_path


def test_the_project_is_found_from_a_folder_below(tmp_path: Path) -> None:
    _project(tmp_path, "[tool.codegen]")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert find_project(below) == tmp_path


def test_a_project_of_other_tools_on_the_way_is_passed(tmp_path: Path) -> None:
    _project(tmp_path, "[tool.codegen]")
    inner = tmp_path / "packages"
    inner.mkdir()
    assert find_project(_project(inner, "[tool.ruff]")) == tmp_path


def test_the_nearest_project_is_taken(tmp_path: Path) -> None:
    _project(tmp_path, "[tool.codegen]")
    inner = tmp_path / "packages"
    inner.mkdir()
    assert find_project(_project(inner, "[tool.codegen]")) == inner


def test_where_there_is_no_project_the_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        find_project(_project(tmp_path, "[project]"))
    assert caught.value.render() == (
        f"error: no pyproject.toml with [tool.codegen] in {tmp_path} or above it\n"
        '  hint: add [tool.codegen] with queries = "queries" and output = "generated"'
    )


def test_types_of_types_and_columns_are_read(tmp_path: Path) -> None:
    text = """\
        [tool.codegen.types]
        "public.email" = "app.types.Email"
        [tool.codegen.columns]
        "iam.users.settings" = "app.Settings"
        """
    config = load_config(_project(tmp_path, text))
    assert config.types == {"public.email": "app.types.Email"}
    assert config.columns == {"iam.users.settings": "app.Settings"}


@pytest.mark.parametrize("value", ['"Email"', '"app.types."', '"app.class.Email"', "1", '""'])
def test_what_cannot_be_a_python_type_is_refused(tmp_path: Path, value: str) -> None:
    error = _refusal(tmp_path, f'[tool.codegen.types]\n"public.email" = {value}\n')
    assert error.message.startswith("public.email in [tool.codegen.types] must be a Python type")
    assert '"public.email" = "app.types.Settings"' in (error.hint or "")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('[tool.codegen.types]\nemail = "str"\n', "schema.type"),
        ('[tool.codegen.columns]\n"users.email" = "str"\n', "schema.table.column"),
    ],
)
def test_a_name_without_its_schema_is_refused(tmp_path: Path, text: str, form: str) -> None:
    assert f"must be {form}" in _refusal(tmp_path, text).message


def test_a_role_is_a_name(tmp_path: Path) -> None:
    error = _refusal(tmp_path, "[tool.codegen]\nroles = { system = 1 }\n")
    assert error.message == "system in [tool.codegen.roles] must be the name of a role, not 1"


def test_asyncio_is_true_or_false(tmp_path: Path) -> None:
    error = _refusal(tmp_path, '[tool.codegen]\nasyncio = "no"\n')
    assert error.message == "asyncio in [tool.codegen] must be true or false, not 'no'"
