"""What a type is in Python, and how it is read and written.

Expressions have ``{}`` where the value goes.
"""

from dataclasses import dataclass, field

from quern.analysis.catalog.catalog import PgType

#: Names that generated modules import, so that no class in them may take them.
IMPORTED_NAMES = frozenset(
    {
        *("Any", "AsyncConnection", "AsyncGenerator", "Connection", "Decimal", "Final"),
        *("Generator", "Iterable", "JsonValue", "Literal", "Mapping", "NamedTuple", "Range"),
        *("Sequence", "StrEnum", "UUID"),
    }
)


@dataclass(frozen=True, order=True)
class Import:
    """``from module import name``; a module that starts with a dot lies in the output package.

    :ivar alias: the name to use it by, if it is another one
    """

    module: str
    name: str
    alias: str = field(default="", compare=False)

    @property
    def used_name(self) -> str:
        """The name to use it by."""
        return self.alias or self.name


NO_IMPORTS = frozenset[Import]()


@dataclass(frozen=True)
class PythonType:
    """What a type of Postgres is in Python.

    :ivar result: annotation of a value that a query returns
    :ivar parameter: annotation of a value that a caller gives
    :ivar read: expression that makes the value of its text, inside of other values
    :ivar write: expression that makes its text, inside of other values; None: by its Python type
    :ivar loaded: whether psycopg loads it, and arrays of it; else it arrives as text
    :ivar read_loaded: expression that makes the value of what psycopg loads, if that is not it
    :ivar sent: expression that makes what is sent as a parameter, if that is not its text
    :ivar read_imports: what ``read`` needs beyond the annotation
    :ivar write_imports: what ``write`` and ``sent`` need beyond the annotation
    :ivar is_json: whether None is itself a value of the type: the null of JSON
    :ivar nests: whether it is an array that may have several dimensions
    :ivar may_be_list: whether a value may be a list, so that a list of them has one dimension
    """

    result: str
    parameter: str
    read: str
    write: str | None = None
    loaded: bool = False
    read_loaded: str | None = None
    sent: str | None = None
    result_imports: frozenset[Import] = NO_IMPORTS
    parameter_imports: frozenset[Import] = NO_IMPORTS
    read_imports: frozenset[Import] = NO_IMPORTS
    write_imports: frozenset[Import] = NO_IMPORTS
    is_json: bool = False
    nests: bool = False
    may_be_list: bool = False

    @property
    def decode(self) -> str | None:
        """The expression that makes a result of what arrives; None: that is it."""
        if self.loaded:
            return self.read_loaded
        return None if self.read == "{}" else self.read

    @property
    def encode(self) -> str | None:
        """The expression that makes what is sent of a parameter; None: that is it."""
        return self.sent or self.write

    @property
    def loaded_reader(self) -> str | None:
        """A function that makes the value of what psycopg loads; None: that is it."""
        return _function(self.read_loaded, "value") if self.read_loaded else None

    @property
    def reader(self) -> str:
        """A function that makes the value of its text."""
        return "str" if self.read == "{}" else _function(self.read, "text")

    @property
    def writer(self) -> str | None:
        """A function that makes its text; None: its Python type says how."""
        return _function(self.write, "value") if self.write else None


def _function(expression: str, argument: str) -> str:
    """Return a function of an expression: ``f({})`` is ``f``."""
    name = expression.removesuffix("({})")
    if name != expression and "{" not in name and "(" not in name:
        return name
    return f"lambda {argument}: {expression.replace('{}', argument)}"


class UnsupportedTypeError(Exception):
    """A type that has no Python type.

    :ivar type: the type, which may be within the one that was asked for
    """

    def __init__(self, pg_type: PgType) -> None:
        super().__init__(pg_type.display)
        self.type = pg_type
