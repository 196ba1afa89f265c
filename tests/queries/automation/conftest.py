"""The team whose prompts run by themselves."""

import pytest

from tests.queries.automation.automated import Weavers, create_weavers
from tests.queries.caller import Caller


@pytest.fixture
def weavers(call: Caller) -> Weavers:
    """The team, on behalf of whose founder calls run."""
    return create_weavers(call)
