"""What a run reads from files, as hashes (SHA-256, in hex)."""

import codecs
import hashlib
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from quern import __version__
from quern.config import Config, EmbeddedConfig
from quern.errors import ConfigError
from quern.manifest import Origin
from quern.source.folder import query_paths, shown_path

_PACKAGE = Path(__file__).parents[1]
_SOURCES = frozenset({".py", ".jinja", ".json"})


@dataclass(frozen=True)
class Inputs:
    """All that a run depends on, apart from the database.

    :ivar origin: what the manifest says
    :ivar embedded: of how the embedded server's database is made
    :ivar generator: of quern itself, and of the version of Python that runs it
    """

    origin: Origin
    embedded: str
    generator: str

    @property
    def digest(self) -> str:
        """One hash of everything."""
        queries = sorted(self.origin.queries.items())
        parts = (queries, self.origin.settings, self.origin.migrations)
        return _hash(repr((parts, self.embedded, self.generator)).encode())


def read_inputs(config: Config) -> Inputs:
    """Read and hash all files that a run depends on.

    :raises ConfigError: if one that a setting names cannot be read
    """
    queries = {
        shown_path(config.root, path).as_posix(): _hash(_read(path).removeprefix(codecs.BOM_UTF8))
        for path in query_paths(config.queries_folder, config.root)
    }
    return Inputs(
        origin=Origin(
            queries=queries,
            settings=_hash(repr(replace(config, root=Path(), embedded=EmbeddedConfig())).encode()),
            migrations=_hash_of_migrations(config),
        ),
        embedded=_hash_of_embedded(config),
        generator=_hash_of_generator(),
    )


def hash_texts(texts: Mapping[str, str]) -> dict[str, str]:
    """Hash query files as they were read, in the way of :func:`read_inputs`.

    :param texts: what each file holds, by its path
    """
    return {path: _hash(text.encode()) for path, text in texts.items()}


def _hash_of_migrations(config: Config) -> str | None:
    """Hash the files that make the schema; None when no setting names them."""
    if not config.migrations:
        return None
    files: list[Path] = []
    for name in config.migrations:
        path = config.root / name
        if not path.exists():
            raise ConfigError(
                f"there is no file or folder {name}",
                hint="migrations in [tool.codegen] names the files that make the schema",
            )
        files += _files_below(path)
    return _hash_of_files(config.root, files)


def _hash_of_embedded(config: Config) -> str:
    roles = config.embedded.roles
    content = _read(config.root / roles) if roles is not None else b""
    return _hash(repr((config.embedded, content)).encode())


@cache
def _hash_of_generator() -> str:
    """Hash quern's own files: while it is worked on, its version says too little."""
    files = (path for path in sorted(_PACKAGE.rglob("*")) if path.suffix in _SOURCES)
    return _hash(
        repr((__version__, sys.version_info[:2], _hash_of_files(_PACKAGE, files))).encode()
    )


def _files_below(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    found = (file for file in path.rglob("*") if file.is_file() and file.suffix != ".pyc")
    return sorted(found)


def _hash_of_files(root: Path, files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        content = _read(file)
        # With its length, so that no content reads like another file's head.
        digest.update(f"{shown_path(root, file).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _read(path: Path) -> bytes:
    """Read a file; what cannot be read is told by the run itself, and is like an empty one here."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
