import pytest
from psycopg import errors

from generated.iam.users import User
from generated.ops import i18n
from generated.ops.i18n import Translation
from tests.queries.caller import Caller
from tests.queries.iam.people import create_administrator, create_person, set_status
from tests.queries.ordering import move_to_end
from tests.queries.texts import TRICKY


@pytest.fixture(autouse=True)
def root(call: Caller) -> User:
    """The system administrator, on whose behalf calls run; there are no texts at first."""
    call.connection.execute("DELETE FROM ops.translations")
    return create_administrator(call)


def set_text(call: Caller, locale: str, key: str, value: str = "text") -> Translation:
    return call.one(i18n.set_translation, locale=locale, key=key, value=value)


# list_translations, list_translations_of_locale, list_translations_of_locale_for_anybody


def test_lists_are_empty_when_there_are_no_texts(call: Caller) -> None:
    assert call(i18n.list_translations) == []
    assert call(i18n.list_translations_of_locale, locale="en") == []
    assert call(i18n.list_translations_of_locale_for_anybody, locale="en") == []


def test_list_translations_gives_all_by_language_and_key(call: Caller) -> None:
    team, chat, german = (set_text(call, *at) for at in (("en", "t"), ("en", "c"), ("de", "t")))
    move_to_end(call, "ops.translations", chat.id)
    assert call(i18n.list_translations) == [german, chat, team]


def test_lists_of_a_locale_give_that_language_by_key(call: Caller) -> None:
    team, chat, _ = (set_text(call, *at) for at in (("en", "t"), ("en", "c"), ("en-GB", "t")))
    move_to_end(call, "ops.translations", chat.id)
    assert call(i18n.list_translations_of_locale, locale="en") == [chat, team]
    assert call(i18n.list_translations_of_locale_for_anybody, locale="en") == [chat, team]


@pytest.mark.parametrize("locale", ["", "EN", "en-GB"])
def test_lists_of_a_locale_take_nothing_but_the_exact_tag(call: Caller, locale: str) -> None:
    set_text(call, "en", "t")
    assert call(i18n.list_translations_of_locale, locale=locale) == []
    assert call(i18n.list_translations_of_locale_for_anybody, locale=locale) == []


def test_everybody_signed_in_reads_texts(call: Caller) -> None:
    text = set_text(call, "en", "t")
    call.as_user(create_person(call, "ada").id)
    assert call(i18n.list_translations) == [text]
    assert call(i18n.list_translations_of_locale, locale="en") == [text]


def test_whoever_is_not_signed_in_is_read_texts_by_the_system(call: Caller, root: User) -> None:
    text = set_text(call, "en", "t")
    set_status(call, root, "suspended")
    for user_id in (root.id, None):
        call.as_user(user_id)
        assert call(i18n.list_translations) == []
        assert call(i18n.list_translations_of_locale, locale="en") == []
        assert call(i18n.list_translations_of_locale_for_anybody, locale="en") == [text]


# set_translation


def test_set_translation_stores_texts_as_they_are(call: Caller) -> None:
    for text in TRICKY:
        stored = set_text(call, text, text, text)
        assert (stored.locale, stored.key, stored.value) == (text, text, text)
        assert call(i18n.list_translations_of_locale, locale=text) == [stored]


def test_set_translation_replaces_that_text_alone(call: Caller) -> None:
    old, other, german = (set_text(call, *at) for at in (("en", "a"), ("en", "b"), ("de", "a")))
    new = set_text(call, "en", "a", "new")
    assert (new.id, new.created_at, new.value) == (old.id, old.created_at, "new")
    assert new.updated_at > old.updated_at
    assert call(i18n.list_translations) == [german, new, other]


# delete_translation


def test_delete_translation_deletes_that_text_alone(call: Caller) -> None:
    _, other, german = (set_text(call, *at) for at in (("en", "a"), ("en", "b"), ("de", "a")))
    assert call(i18n.delete_translation, locale="en", key="a") == 1
    assert call(i18n.list_translations) == [german, other]
    assert call(i18n.delete_translation, locale="en", key="a") == 0


# what administrators alone do


@pytest.mark.parametrize("name", ["ada", None])
def test_others_change_no_text(call: Caller, name: str | None) -> None:
    text = set_text(call, "en", "a")
    call.as_user(create_person(call, name).id if name else None)
    for key in ("a", "new"):
        with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
            call(i18n.set_translation, locale="en", key=key, value="mine")
    assert call(i18n.delete_translation, locale="en", key="a") == 0
    assert call.as_owner(i18n.list_translations) == [text]
