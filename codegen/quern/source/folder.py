"""Which files hold queries; a module of its own, since it is needed where none is read."""

from pathlib import Path

from quern.errors import ConfigError


def query_paths(folder: Path, root: Path | None = None) -> list[Path]:
    """Return all ``.sql`` files under a folder in the order of their paths, or one file.

    :param folder: the folder, or a file
    :param root: the project's folder; paths in messages are relative to it
    :raises ConfigError: if there is no such folder or file
    """
    if folder.is_file():
        return [folder]
    if not folder.exists():
        shown = folder if root is None else shown_path(root, folder)
        raise ConfigError(
            f"there is no folder {shown}",
            hint="make it, or name another one by queries in [tool.codegen] of pyproject.toml",
        )
    return sorted(folder.rglob("*.sql"))


def shown_path(root: Path, path: Path) -> Path:
    """Return a path as messages show it: relative to the project's folder if it lies there."""
    return path.relative_to(root) if path.is_relative_to(root) else path
