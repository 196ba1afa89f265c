"""Which result columns can never be NULL: only those that are proven.

- :mod:`~quern.analysis.nullability.prover`: the rules put together
- :mod:`~quern.analysis.nullability.verdict`: what they find, with the reason
- :mod:`~quern.analysis.nullability.level`: one level of a query, with what is known of it
- :mod:`~quern.analysis.nullability.joins`: the join tree, and which joins null a relation
- :mod:`~quern.analysis.nullability.facts`: what conditions prove
- :mod:`~quern.analysis.nullability.grouping`: what GROUP BY and HAVING do to a level
- :mod:`~quern.analysis.nullability.row_counts`: which parts always have a row
- Rules, by what they are about: :mod:`~quern.analysis.nullability.statements`,
  :mod:`~quern.analysis.nullability.columns`, :mod:`~quern.analysis.nullability.expressions`,
  :mod:`~quern.analysis.nullability.aggregates`, :mod:`~quern.analysis.nullability.sublinks`,
  :mod:`~quern.analysis.nullability.elements`, :mod:`~quern.analysis.nullability.sql_functions`
- :mod:`~quern.analysis.nullability.builtins`: functions known never to give NULL
"""
