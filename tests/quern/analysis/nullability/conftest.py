"""The hand-written cases, described once for all tests."""

from collections.abc import Generator

import pytest

from tests.postgres import Databases
from tests.quern.analysis.nullability.database import DescribedCases, describe_cases


@pytest.fixture(scope="package")
def described_cases(databases: Databases) -> Generator[DescribedCases]:
    """The cases that the server knows, with their database."""
    name = databases.empty()
    with databases.server.administrator(name) as administrator:
        described = describe_cases(databases.server.owner_url(name), administrator)
    yield described
    databases.drop(name)
