"""Reading the server's node trees.

- :mod:`~quern.analysis.tree.nodetree`: the reader of the tree's text
- :mod:`~quern.analysis.tree.node_enums`: what the numbers in it mean
- :mod:`~quern.analysis.tree.rewritten`: which queries it holds, and which is the client's
- :mod:`~quern.analysis.tree.contents`: its queries, calls and types, found in one walk
- :mod:`~quern.analysis.tree.constants`: values that are written in the query
- :mod:`~quern.analysis.tree.expression_types`: the types that nodes name themselves
"""
