from xml.etree import ElementTree

import psycopg
import pytest
from psycopg import sql

from tests.db.model_registry.people import scalar


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("model_type", ["LLM", "Embeddings", "Image", "TextToSpeech", "Guard"]),
        ("model_capability", ["function_calling", "vision", "tool_use", "Guarded"]),
    ],
)
def test_an_enum_has_its_labels_in_their_order(
    undone: psycopg.Connection, name: str, labels: list[str]
) -> None:
    query = sql.SQL("SELECT enum_range(NULL::{})::text[]").format(
        sql.Identifier("model_registry", name)
    )
    row = undone.execute(query).fetchone()
    assert row == (labels,)


def test_texts_in_a_range_are_in_the_order_of_their_bytes(undone: psycopg.Connection) -> None:
    query = """
        SELECT model_registry.textrange('B', 'a') @> 'Z'::text
            AND NOT model_registry.textrange('a', 'b') @> 'B'::text
    """
    assert scalar(undone, query) is True


def test_these_providers_are_there_from_the_start(undone: psycopg.Connection) -> None:
    query = """
        SELECT name, base_url, api_key_optional, default_embeddings_model_name IS NOT NULL
        FROM model_registry.providers
        ORDER BY id
    """
    assert undone.execute(query).fetchall() == [
        ("OpenAI", "https://api.openai.com/v1", False, True),
        ("Groq", "https://api.groq.com/openai/v1", False, False),
        ("Ollama", "http://localhost:11434/v1", True, True),
        ("OpenRouter", "https://openrouter.ai/api/v1", False, False),
    ]


def test_a_proposed_model_comes_with_all_that_a_form_shows(undone: psycopg.Connection) -> None:
    query = """
        SELECT name
        FROM model_registry.providers
        WHERE default_model_name IS NULL
            OR default_model_display_name IS NULL
            OR default_model_context_size = 0
            OR default_model_description = ''
            OR num_nonnulls(
                default_embeddings_model_name,
                default_embeddings_model_display_name,
                default_embeddings_model_context_size,
                default_embeddings_model_description
            ) NOT IN (0, 4)
    """
    assert undone.execute(query).fetchall() == []


def test_a_logo_is_an_svg_document_that_loads_nothing(undone: psycopg.Connection) -> None:
    logos = undone.execute("SELECT svg_logo FROM model_registry.providers").fetchall()
    for (logo,) in logos:
        root = ElementTree.fromstring(logo)  # noqa: S314 - our own logos
        names = {
            element.tag.removeprefix("{http://www.w3.org/2000/svg}") for element in root.iter()
        }
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert names <= {"svg", "circle", "rect", "path"}
