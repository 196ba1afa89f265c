"""Annotated queries, as plain data."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from quern.source.span import Location, SourceText
from quern.source.statement import OffsetMap, Parameter, Statement


class Command(Enum):
    """What a query's function returns; the word after the name in its header."""

    ONE = "one"
    EXACTLY_ONE = "one!"
    MANY = "many"
    STREAM = "stream"
    EXEC = "exec"
    EXECROWS = "execrows"
    BATCH = "batch"
    BATCHONE = "batchone"
    BATCHMANY = "batchmany"
    COPY = "copy"

    @property
    def returns_rows(self) -> bool:
        """Whether the function returns what the statement returns, which must be rows."""
        return self not in {Command.EXEC, Command.EXECROWS, Command.BATCH, Command.COPY}

    @property
    def takes_rows(self) -> bool:
        """Whether the function takes the parameters of many runs at once."""
        return self in {Command.BATCH, Command.BATCHONE, Command.BATCHMANY, Command.COPY}


#: Other names of commands, which sqlc has.
COMMAND_ALIASES = {
    "execresult": Command.EXECROWS,
    "batchexec": Command.BATCH,
    "copyfrom": Command.COPY,
    "iter": Command.STREAM,
}


@dataclass(frozen=True)
class ParameterNote:
    """What ``-- @param`` says.

    :ivar nullable: True for ``name?``, False for ``name!``, None when nothing is said
    :ivar text: its documentation
    """

    nullable: bool | None
    text: str


@dataclass(frozen=True)
class ColumnNote:
    """What ``-- @column`` says.

    :ivar name: the result column's name
    :ivar nullable: True for ``name?``, False for ``name!``, None when nothing is said
    :ivar type: the dotted name of a Python type, such as ``app.settings.Settings``
    :ivar location: where the name stands
    """

    name: str
    nullable: bool | None
    type: str | None
    location: Location


@dataclass(frozen=True)
class SourceQuery:
    """One query of a file.

    :ivar module: the folders and the name of its file, such as ``("iam", "users")``
    :ivar name: in snake_case
    :ivar statement: as it is analysed and executed
    :ivar positional: whether it writes ``$1`` itself, so that the names are to be found out
    :ivar docstring: the comment lines under the header, without their dashes
    :ivar note_spans: the offsets of the name in each note
    :ivar column_notes: in the order of the file
    :ivar returns: the row model's name from ``-- @returns``, and where it stands
    :ivar role: the database role that it is meant for, and where that stands
    :ivar deprecated: why nobody should call it any more; None: one may
    """

    module: tuple[str, ...]
    name: str
    command: Command
    statement: Statement
    positional: bool
    docstring: str
    parameter_notes: dict[str, ParameterNote]
    note_spans: dict[str, tuple[int, int]]
    column_notes: tuple[ColumnNote, ...]
    returns: tuple[str, Location] | None
    role: tuple[str, Location] | None
    deprecated: str | None
    source: SourceText
    name_span: tuple[int, int]
    command_span: tuple[int, int]

    @property
    def sql(self) -> str:
        """The statement with all its parts, with ``$n`` for its parameters."""
        return self.statement.whole.sql

    @property
    def offsets(self) -> OffsetMap:
        """The way back from :attr:`sql` to the file."""
        return self.statement.whole.offsets

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """The parameters, in the order of ``$n``."""
        return self.statement.parameters

    @property
    def written_name(self) -> str:
        """The name as its header writes it."""
        return self.source.text[slice(*self.name_span)]

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
