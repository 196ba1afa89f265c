"""Random schemas, with rows for them: NULL wherever the schema lets it.

- :mod:`.parts`: what a schema is made of, and rows for it
- :mod:`.prelude`: types, functions, operators
- :mod:`.tables`, :mod:`.columns`, :mod:`.triggers`, :mod:`.views`
"""

from random import Random

from tests.quern.analysis.nullability.random_schema.parts import (
    TYPES,
    Column,
    Schema,
    Table,
    literal,
)
from tests.quern.analysis.nullability.random_schema.prelude import PRELUDE, random_functions
from tests.quern.analysis.nullability.random_schema.tables import add_table
from tests.quern.analysis.nullability.random_schema.views import add_view

__all__ = ["TYPES", "Column", "Schema", "Table", "literal", "make_schema"]


def make_schema(random: Random, version: int) -> Schema:
    """Make a random schema.

    :param version: the major version of the server
    """
    schema = Schema(random, version)
    schema.before.append(PRELUDE)
    for number in range(random.randint(4, 6)):
        add_table(schema, f"t{number}")
    for number in range(random.randint(1, 3)):
        add_view(schema, f"v{number}")
    schema.before += random_functions(random, [table.name for table in schema.real()])
    return schema
