"""The Python type of a type of the server."""

from collections.abc import Callable

import pytest

from quern.analysis.catalog.catalog import read_catalog
from quern.connection import Connection
from quern.model.types.classes import type_classes
from quern.model.types.mapper import TypeMapper
from quern.model.types.python_type import PythonType
from quern.model.types.user_types import NO_USER_TYPES, UserTypes

FindType = Callable[..., PythonType]


@pytest.fixture
def python_type(session: Connection) -> FindType:
    """Returns the Python type of a type, by its name."""

    def find(name: str, user_types: UserTypes = NO_USER_TYPES) -> PythonType:
        row = session.execute("SELECT %s::regtype::oid::integer", [name]).fetchone()
        assert row is not None
        types = read_catalog(session, [row[0]], [], []).types
        mapper = TypeMapper(types, type_classes(types.values()), user_types)
        return mapper.python_type(types[row[0]])

    return find
