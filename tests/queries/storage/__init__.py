"""Tests of the queries of schema ``storage``: one module a topic, and what makes their rows.

- :mod:`.uses`: what uses a file: documents, chats and icons
"""
