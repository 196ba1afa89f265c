"""Enumerations of Postgres' nodes (``nodes.h``, ``parsenodes.h``, ``primnodes.h``).

Only what the analysis asks for; the numbers are the same from version 15 to 18.
"""

from enum import IntEnum


class CommandType(IntEnum):
    """``CmdType``: what a query does."""

    SELECT = 1
    UPDATE = 2
    INSERT = 3
    DELETE = 4
    MERGE = 5
    UTILITY = 6


class RteKind(IntEnum):
    """``RTEKind``: what an entry of the range table is."""

    RELATION = 0
    SUBQUERY = 1
    JOIN = 2
    FUNCTION = 3
    TABLE_FUNCTION = 4
    VALUES = 5
    CTE = 6
    NAMED_TUPLE_STORE = 7
    RESULT = 8
    GROUP = 9


class JoinType(IntEnum):
    """``JoinType``: which side of a join is kept whole."""

    INNER = 0
    LEFT = 1
    FULL = 2
    RIGHT = 3


class SublinkType(IntEnum):
    """``SubLinkType``: what is asked of a sub-query in an expression."""

    EXISTS = 0
    ALL = 1
    ANY = 2
    ROW_COMPARE = 3
    EXPRESSION = 4
    MULTIPLE = 5
    ARRAY = 6
    CTE = 7


class ParameterKind(IntEnum):
    """``ParamKind``: where a parameter's value comes from."""

    EXTERNAL = 0
    EXECUTOR = 1
    SUBLINK = 2
    MULTIPLE = 3


class NullTestType(IntEnum):
    """``NullTestType``."""

    IS_NULL = 0
    IS_NOT_NULL = 1


class BooleanTestType(IntEnum):
    """``BoolTestType``; each test is followed by its opposite."""

    IS_TRUE = 0
    IS_NOT_TRUE = 1
    IS_FALSE = 2
    IS_NOT_FALSE = 3
    IS_UNKNOWN = 4
    IS_NOT_UNKNOWN = 5


class SetOperation(IntEnum):
    """``SetOperation``."""

    UNION = 1
    INTERSECT = 2
    EXCEPT = 3


class GroupingSetKind(IntEnum):
    """``GroupingSetKind``."""

    EMPTY = 0
    SIMPLE = 1
    ROLLUP = 2
    CUBE = 3
    SETS = 4


class ReturningType(IntEnum):
    """``VarReturningType`` (PostgreSQL 18): which row a column of RETURNING is of."""

    DEFAULT = 0
    OLD = 1
    NEW = 2


class CoercionForm(IntEnum):
    """``CoercionForm``: how a call is written."""

    EXPLICIT_CALL = 0
    EXPLICIT_CAST = 1
    IMPLICIT_CAST = 2
    SQL_SYNTAX = 3
