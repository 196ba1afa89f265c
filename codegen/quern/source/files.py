"""Finding the query files and decoding them."""

import codecs
import keyword
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quern.errors import Diagnostic
from quern.source.folder import query_paths, shown_path
from quern.source.parser import parse_file
from quern.source.query import SourceQuery
from quern.source.span import SourceText
from quern.source.stray import stray_directives

#: Names of modules that the output has for itself.
_TAKEN = frozenset({"aio", "composites", "enums", "models"})


@dataclass(frozen=True)
class QueryFile:
    """A file and its queries.

    :ivar path: the file, as messages and generated headers show it (with ``/``)
    """

    path: Path
    module: tuple[str, ...]
    text: str
    queries: tuple[SourceQuery, ...]


@dataclass(frozen=True)
class Sources:
    """All query files of a project, sorted by path, and what is wrong with them."""

    files: tuple[QueryFile, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def queries(self) -> tuple[SourceQuery, ...]:
        """All queries that could be read."""
        return tuple(query for file in self.files for query in file.queries)


def load_queries(root: Path, folder: Path) -> Sources:
    """Read all ``.sql`` files under a folder, or one file.

    :param root: the project's folder; paths in messages are relative to it
    :param folder: the folder of the queries, whose sub-folders become packages, or a file
    :raises ConfigError: if there is no such folder or file
    """
    files: list[QueryFile] = []
    diagnostics: list[Diagnostic] = []
    base = folder.parent if folder.is_file() else folder
    for path in query_paths(folder, root):
        shown = shown_path(root, path)
        relative = path.relative_to(base).with_suffix("")
        problem = _bad_module(relative.parts, shown) or _package_of_same_name(path, root)
        text = _read(path, shown)
        if problem is not None or isinstance(text, Diagnostic):
            diagnostics += [found for found in (problem, text) if isinstance(found, Diagnostic)]
            continue
        source = SourceText(shown, text)
        parsed = parse_file(source, relative.parts)
        diagnostics += [*parsed.diagnostics, *stray_directives(source)]
        files.append(QueryFile(shown, relative.parts, text, parsed.queries))
    return Sources(tuple(files), tuple(diagnostics))


def _package_of_same_name(path: Path, root: Path) -> Diagnostic | None:
    """Report ``iam.sql`` beside a folder ``iam`` with queries: Python would import the folder."""
    folder = path.with_suffix("")
    if not any(folder.rglob("*.sql")):
        return None
    return Diagnostic(
        "bad-module",
        f"{folder.name} would be a module and, for the folder beside it, a package",
        shown_path(root, path),
        hint=f"rename one of them, or move the file into {shown_path(root, folder)}",
    )


def _read(path: Path, shown: Path) -> str | Diagnostic:
    try:
        content = path.read_bytes()
    except OSError as error:
        return Diagnostic("unreadable", f"the file cannot be read: {error.strerror}", shown)
    text = decode(content, shown)
    if isinstance(text, Diagnostic) or "\0" not in text:
        return text
    return Diagnostic(
        "nul-character",
        "the file holds a NUL character, at which Postgres would stop reading",
        shown,
        SourceText(shown, text).location(text.index("\0")),
        hint="remove it, or save the file as UTF-8",
    )


def decode(content: bytes, shown: Path) -> str | Diagnostic:
    """Decode UTF-8, with or without a byte order mark; or say where it is not."""
    body = content.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        sound = body[: error.start].decode()
        line_end = body.find(b"\n", error.start)
        rest = body[error.start : line_end if line_end >= 0 else None]
        source = SourceText(shown, sound + rest.decode(errors="replace"))
        offset = error.start + len(content) - len(body)
        return Diagnostic(
            "not-utf-8",
            f"the file is not UTF-8: byte 0x{content[offset]:02x} at offset {offset}",
            shown,
            source.location(len(sound)),
            hint="save it as UTF-8",
        )


def _bad_module(parts: Sequence[str], shown: Path) -> Diagnostic | None:
    """Report a path that cannot become a Python module."""
    for part in parts:
        if not part.isidentifier() or keyword.iskeyword(part) or part.startswith("_"):
            message = f"{part} cannot be the name of a Python module"
            hint = "use letters, digits and _, starting with a letter, and no keyword of Python"
            return Diagnostic("bad-module", message, shown, hint=hint)
        if part in _TAKEN:
            message = f"{part} is the name of a module that the output has for itself"
            return Diagnostic("bad-module", message, shown, hint="rename the file or folder")
    return None
