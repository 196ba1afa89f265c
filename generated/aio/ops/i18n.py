# Made by quern from queries/ops/i18n.sql: do not edit.
"""Queries of queries/ops/i18n.sql, for asyncio."""

from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...ops.i18n import (
    DELETE_TRANSLATION,
    LIST_TRANSLATIONS,
    LIST_TRANSLATIONS_OF_LOCALE,
    LIST_TRANSLATIONS_OF_LOCALE_FOR_ANYBODY,
    SET_TRANSLATION,
    Translation,
)


async def list_translations(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> list[Translation]:
    """List the texts of the user interface in all languages, by language and key."""
    return await _runtime.aio.fetch_all(conn, LIST_TRANSLATIONS)


async def list_translations_of_locale(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    locale: str,
) -> list[Translation]:
    """List the texts of the user interface in one language, by key.

    No other language fills in what this one lacks.

    :param locale: BCP 47 tag as stored, such as en or pt-BR
    """
    return await _runtime.aio.fetch_all(conn, LIST_TRANSLATIONS_OF_LOCALE, (locale,))


async def list_translations_of_locale_for_anybody(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    locale: str,
) -> list[Translation]:
    """List the texts in one language, by key, where nobody is signed in yet.

    :param locale: BCP 47 tag as stored, such as en or pt-BR
    """
    return await _runtime.aio.fetch_all(conn, LIST_TRANSLATIONS_OF_LOCALE_FOR_ANYBODY, (locale,))


async def set_translation(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    locale: str,
    key: str,
    value: str,
) -> Translation | None:
    """Add a text in one language, or replace it.

    For administrators.

    :param locale: BCP 47 tag, such as en or pt-BR
    """
    return await _runtime.aio.fetch_optional(conn, SET_TRANSLATION, (locale, key, value))


async def delete_translation(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    locale: str,
    key: str,
) -> int:
    """Delete a text in one language.

    For administrators.
    """
    return await _runtime.aio.execute_count(conn, DELETE_TRANSLATION, (locale, key))
