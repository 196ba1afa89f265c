"""A copy of the project for each test that changes migrations."""

from pathlib import Path

import pytest

from tests.db.project_copy import ProjectCopy, copy_project


@pytest.fixture
def project(tmp_path: Path) -> ProjectCopy:
    """A copy of the project's database folder and settings."""
    return copy_project(tmp_path / "project")
