# Made by quern from the database: do not edit.
"""Enum types of schema model_registry."""

from enum import StrEnum

from .. import _runtime


class ModelCapability(StrEnum):
    """What a model can do beyond its type; Guarded: its requests pass a guard first."""

    FUNCTION_CALLING = "function_calling"
    VISION = "vision"
    TOOL_USE = "tool_use"
    GUARDED = "Guarded"


read_model_capability = _runtime.enum_reader(ModelCapability)


class ModelType(StrEnum):
    """What a model makes: text, embeddings, images, speech, or a judgement whether a text is safe."""

    LLM = "LLM"
    EMBEDDINGS = "Embeddings"
    IMAGE = "Image"
    TEXT_TO_SPEECH = "TextToSpeech"
    GUARD = "Guard"


read_model_type = _runtime.enum_reader(ModelType)
