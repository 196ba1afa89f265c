"""Functions that are known to give NULL in known cases only.

``never_null.json`` lists built-in functions by OID: ``strict``, NULL only if an argument is;
``always``, never; ``any``, only if all arguments are; ``first``, only if the first is. Strict
alone is not enough: 78 strict functions of PostgreSQL 18 give NULL for values, such as
``array_length('{}', 1)``.

``just built-ins`` writes that file: each function is called with up to thousands of combinations of
values at the edges of their types, and what no call refutes is listed.
"""

import json
from functools import cache
from importlib import resources

from quern.analysis.catalog.functions import Function

#: Of pgvector: arithmetic, distances, comparisons and casts, all strict and without NULL results.
_VECTOR = frozenset(
    {
        *("l2_distance", "inner_product", "cosine_distance", "l1_distance", "vector_dims"),
        *("vector_norm", "l2_norm", "l2_normalize", "binary_quantize", "subvector"),
        *("hamming_distance", "jaccard_distance", "vector_negative_inner_product"),
        *("halfvec_negative_inner_product", "sparsevec_negative_inner_product"),
        *("vector_add", "vector_sub", "vector_mul", "vector_concat"),
        *("halfvec_add", "halfvec_sub", "halfvec_mul", "halfvec_concat"),
        *("vector_lt", "vector_le", "vector_eq", "vector_ne", "vector_ge", "vector_gt"),
        *("halfvec_lt", "halfvec_le", "halfvec_eq", "halfvec_ne", "halfvec_ge", "halfvec_gt"),
        *("sparsevec_lt", "sparsevec_le", "sparsevec_eq", "sparsevec_ne", "sparsevec_ge"),
        *("sparsevec_gt", "vector", "halfvec", "sparsevec", "array_to_vector"),
        *("array_to_halfvec", "array_to_sparsevec", "vector_to_float4", "halfvec_to_float4"),
        *("vector_to_halfvec", "halfvec_to_vector", "vector_to_sparsevec"),
        *("sparsevec_to_vector", "halfvec_to_sparsevec", "sparsevec_to_halfvec"),
    }
)


def never_null_rule(function: Function) -> str | None:
    """Return by which rule a function's result is never NULL, or None.

    :returns: ``strict``, ``always``, ``any`` or ``first``
    """
    if function.built_in:
        return _rules().get(function.oid)
    if function.extension == "vector" and function.strict and function.name in _VECTOR:
        return "strict"
    return None


@cache
def _rules() -> dict[int, str]:
    text = resources.files(__name__).joinpath("never_null.json").read_text(encoding="utf-8")
    return {oid: rule for rule, oids in json.loads(text).items() for oid in oids}
