import pytest

from quern.analysis.parameters.names import parameter_names, plural, singular, snake_case


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("id", "ids"),
        ("category", "categories"),
        ("day", "days"),
        ("status", "statuses"),
        ("box", "boxes"),
        ("branch", "branches"),
        ("y", "ys"),
    ],
)
def test_a_name_for_several(one: str, several: str) -> None:
    assert plural(one) == several


@pytest.mark.parametrize(
    ("several", "one"),
    [
        ("tags", "tag"),
        ("categories", "category"),
        ("ties", "tie"),
        ("address", "address"),
        ("status", "status"),
        ("axis", "axis"),
        ("data", "data"),
        ("s", "s"),
    ],
)
def test_a_name_for_one_of_several(several: str, one: str) -> None:
    assert singular(several) == one


@pytest.mark.parametrize(
    ("name", "variable"),
    [
        pytest.param("email", "email", id="as it is"),
        pytest.param("teamId", "team_id", id="camel case"),
        pytest.param("HTTPStatus", "http_status", id="initials"),
        pytest.param("first name", "first_name", id="a space"),
        pytest.param("e-mail", "e_mail", id="a sign"),
        pytest.param("2fa", "p_2fa", id="a digit first"),
        pytest.param("_hidden", "hidden", id="an underscore first, which Python has a use for"),
        pytest.param("größe", "größe", id="beyond ASCII"),
        pytest.param("ﬁle", "file", id="a letter that Python writes as two"),
        pytest.param("?column?", None, id="a column without a name"),
        pytest.param("€", None, id="nothing but signs"),
    ],
)
def test_a_name_becomes_a_variable(name: str, variable: str | None) -> None:
    assert snake_case(name) == variable


@pytest.mark.parametrize(
    ("proposals", "names"),
    [
        pytest.param(["id", "email"], ["id", "email"], id="as proposed"),
        pytest.param([None, "€", "id"], ["p1", "p2", "id"], id="without a proposal"),
        pytest.param(["id", "id", "id"], ["id", "id_2", "id_3"], id="the same"),
        pytest.param(["id", "id", "id_2"], ["id", "id_2", "id_2_2"], id="the same with a number"),
        pytest.param(["p2", None], ["p2", "p2_2"], id="one that looks like a number"),
        pytest.param(["teamId", "team_id"], ["team_id", "team_id_2"], id="the same in Python"),
    ],
)
def test_no_two_parameters_have_one_name(proposals: list[str | None], names: list[str]) -> None:
    assert list(parameter_names(proposals)) == names
