import pytest
from generated.iam import users
from tests.queries.conftest import Caller
@pytest.mark.parametrize("n", range(50))
def test_x(call: Caller, n: int) -> None:
    user=call(users.create_user, openid_sub="a", email="A@b.c", first_name=None, last_name="é'\\")
    assert user is not None and user.system_admin
    assert call(users.find_user_by_email, email="a@B.C") == user
    assert call(users.count_users) == 1
