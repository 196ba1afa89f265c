"""Annotated queries, as plain data."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from quern.source.span import Location, SourceText


class Command(Enum):
    """What a query's function returns; the word after the name in its header."""

    ONE = "one"
    MANY = "many"
    EXEC = "exec"
    EXECROWS = "execrows"

    @property
    def returns_rows(self) -> bool:
        """Whether the function returns what the statement returns, row by row."""
        return self in {Command.ONE, Command.MANY}


@dataclass(frozen=True)
class OffsetMap:
    """The way back from the analysed text to the file.

    Both texts are the same but for the parameters, each of which may have another length.

    :ivar points: pairs of offsets (analysed, file); from each on, both run in step
    """

    points: tuple[tuple[int, int], ...]

    def to_file(self, offset: int) -> int:
        """Return the offset in the file of an offset in the analysed text."""
        analysed, in_file = self.points[bisect_right(self.points, (offset, 1 << 62)) - 1]
        return in_file + offset - analysed


@dataclass(frozen=True)
class Parameter:
    """A parameter as the query writes it.

    :ivar name: its name, or ``p1`` and so on for ``$1``
    :ivar start: offset in the file of its first use
    :ivar end: offset after it
    """

    name: str
    start: int
    end: int


@dataclass(frozen=True)
class ParameterNote:
    """What ``-- @param`` says.

    :ivar nullable: True for ``name?``, False for ``name!``, None when nothing is said
    :ivar text: its documentation
    """

    nullable: bool | None
    text: str


@dataclass(frozen=True)
class SourceQuery:
    """One query of a file.

    :ivar module: the folders and the name of its file, such as ``("iam", "users")``
    :ivar sql: the statement as it is analysed and executed, with ``$n`` for its parameters
    :ivar parameters: in the order of ``$n``
    :ivar positional: whether it writes ``$1`` itself, so that the names are to be found out
    :ivar docstring: the comment lines under the header, without their dashes
    :ivar note_spans: the offsets of the name in each note
    :ivar returns: the row model's name from ``-- @returns``, and where it stands
    """

    module: tuple[str, ...]
    name: str
    command: Command
    sql: str
    parameters: tuple[Parameter, ...]
    positional: bool
    docstring: str
    parameter_notes: dict[str, ParameterNote]
    note_spans: dict[str, tuple[int, int]]
    returns: tuple[str, Location] | None
    source: SourceText
    name_span: tuple[int, int]
    command_span: tuple[int, int]
    offsets: OffsetMap

    @property
    def qualified_name(self) -> str:
        """The name with its modules, such as ``iam.users.find_user``."""
        return ".".join((*self.module, self.name))

    @property
    def file(self) -> Path:
        """The file, as messages show it."""
        return self.source.file

    @property
    def name_location(self) -> Location:
        """Where its name stands."""
        return self.source.location(*self.name_span)

    @property
    def command_location(self) -> Location:
        """Where its command stands."""
        return self.source.location(*self.command_span)

    def parameter_location(self, index: int) -> Location:
        """Where a parameter (counted from 0) is used first."""
        parameter = self.parameters[index]
        return self.source.location(parameter.start, parameter.end)
