# Made by quern from queries/ops/i18n.sql: do not edit.
"""Queries of queries/ops/i18n.sql."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from psycopg import Connection

from .. import _runtime


class Translation(_runtime.Row):
    """A row of list_translations and 3 other queries.

    :ivar id: Identifier of the text.
    :ivar locale: Language of the text as a BCP 47 tag, such as en or pt-BR.
    :ivar key: Name by which the application asks for the text.
    :ivar value: The text.
    :ivar created_at: When the text was added.
    :ivar updated_at: When the text last changed.
    """

    id: int
    locale: str
    key: str
    value: str
    created_at: datetime
    updated_at: datetime


def _make_translation(values: Sequence[Any]) -> Translation:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        Translation,
        {
            "id": values[0],
            "locale": values[1],
            "key": values[2],
            "value": values[3],
            "created_at": values[4],
            "updated_at": values[5],
        },
    )


LIST_TRANSLATIONS: Final[_runtime.Query[Translation]] = _runtime.Query(
    name="ops.i18n.list_translations",
    source="queries/ops/i18n.sql:1",
    sql="""SELECT
    id,
    locale,
    key,
    value,
    created_at,
    updated_at
FROM ops.translations
ORDER BY locale, key""",
    row=_make_translation,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "ops.translations"}
    ),
    read_only=True,
    idempotent=True,
)


def list_translations(conn: Connection[Any] | _runtime.Runner) -> list[Translation]:
    """List the texts of the user interface in all languages, by language and key."""
    return _runtime.fetch_all(conn, LIST_TRANSLATIONS)


LIST_TRANSLATIONS_OF_LOCALE: Final[_runtime.Query[Translation]] = _runtime.Query(
    name="ops.i18n.list_translations_of_locale",
    source="queries/ops/i18n.sql:14",
    sql="""SELECT
    id,
    locale,
    key,
    value,
    created_at,
    updated_at
FROM ops.translations
WHERE locale = $1
ORDER BY key""",
    row=_make_translation,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "ops.translations"}
    ),
    read_only=True,
    idempotent=True,
)


def list_translations_of_locale(
    conn: Connection[Any] | _runtime.Runner,
    *,
    locale: str,
) -> list[Translation]:
    """List the texts of the user interface in one language, by key.

    No other language fills in what this one lacks.

    :param locale: BCP 47 tag as stored, such as en or pt-BR
    """
    return _runtime.fetch_all(conn, LIST_TRANSLATIONS_OF_LOCALE, (locale,))


LIST_TRANSLATIONS_OF_LOCALE_FOR_ANYBODY: Final[_runtime.Query[Translation]] = _runtime.Query(
    name="ops.i18n.list_translations_of_locale_for_anybody",
    source="queries/ops/i18n.sql:31",
    sql="""SELECT
    id,
    locale,
    key,
    value,
    created_at,
    updated_at
FROM ops.translations
WHERE locale = $1
ORDER BY key""",
    row=_make_translation,
    reads=frozenset({"ops.translations"}),
    read_only=True,
    idempotent=True,
    role="system",
)


def list_translations_of_locale_for_anybody(
    conn: Connection[Any] | _runtime.Runner,
    *,
    locale: str,
) -> list[Translation]:
    """List the texts in one language, by key, where nobody is signed in yet.

    :param locale: BCP 47 tag as stored, such as en or pt-BR
    """
    return _runtime.fetch_all(conn, LIST_TRANSLATIONS_OF_LOCALE_FOR_ANYBODY, (locale,))


SET_TRANSLATION: Final[_runtime.Query[Translation]] = _runtime.Query(
    name="ops.i18n.set_translation",
    source="queries/ops/i18n.sql:47",
    sql="""INSERT INTO ops.translations (locale, key, value)
VALUES ($1, $2, $3)
ON CONFLICT (locale, key) DO UPDATE
SET value = EXCLUDED.value
RETURNING
    id,
    locale,
    key,
    value,
    created_at,
    updated_at""",
    row=_make_translation,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "ops.translations"}
    ),
    writes=frozenset({"ops.translations"}),
    rows="at_most_one",
)


def set_translation(
    conn: Connection[Any] | _runtime.Runner,
    *,
    locale: str,
    key: str,
    value: str,
) -> Translation | None:
    """Add a text in one language, or replace it.

    For administrators.

    :param locale: BCP 47 tag, such as en or pt-BR
    """
    return _runtime.fetch_optional(conn, SET_TRANSLATION, (locale, key, value))


DELETE_TRANSLATION: Final[_runtime.Query[None]] = _runtime.Query(
    name="ops.i18n.delete_translation",
    source="queries/ops/i18n.sql:65",
    sql="""DELETE FROM ops.translations
WHERE locale = $1
    AND key = $2""",
    row=_runtime.no_row,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "ops.translations"}
    ),
    writes=frozenset({"ops.translations"}),
    rows="none",
)


def delete_translation(conn: Connection[Any] | _runtime.Runner, *, locale: str, key: str) -> int:
    """Delete a text in one language.

    For administrators.
    """
    return _runtime.execute_count(conn, DELETE_TRANSLATION, (locale, key))
