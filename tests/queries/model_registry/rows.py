"""Models, channels, groups and prices for tests, made by the generated functions."""

from collections.abc import Sequence

from generated.iam import groups
from generated.iam.groups import Group
from generated.model_registry import channels, prices, registered_models, tiered_pricing
from generated.model_registry.channels import Channel
from generated.model_registry.enums import ModelType
from generated.model_registry.prices import Price
from generated.model_registry.registered_models import Model
from generated.model_registry.tiered_pricing import Tier
from tests.queries.caller import Caller
from tests.queries.iam.people import create_person

LARGEST_ID = 2**31 - 1
#: What one unit of a price is per million tokens.
MILLION = 1_000_000


def become(call: Caller, other: str | None) -> None:
    """Run calls on behalf of somebody new who may not set models up, or of nobody."""
    call.as_user(create_person(call, other).id if other else None)


def create_model(
    call: Caller,
    name: str = "gpt",
    model_type: ModelType = ModelType.LLM,
    *,
    api_key: str | None = None,
    context_size: int = 4096,
) -> Model:
    """Create a model, as the current user."""
    return call.one(
        registered_models.create_model,
        model_id=call.one(registered_models.reserve_model_id),
        model_type=model_type,
        name=name,
        base_url="http://localhost",
        api_key=api_key,
        context_size=context_size,
        tpm_limit=1000,
        rpm_limit=10,
    )


def create_channel(
    call: Caller,
    name: str = "main",
    models: Sequence[str] = ("gpt",),
    *,
    channel_type: str = "openai",
    api_key: str | None = None,
    api_version: str | None = None,
    priority: int = 0,
) -> Channel:
    """Create an active channel, as the current user."""
    return call.one(
        channels.create_channel,
        channel_id=call.one(channels.reserve_channel_id),
        name=name,
        channel_type=channel_type,
        base_url=None,
        api_key=api_key,
        api_version=api_version,
        models=models,
        priority=priority,
        config={},
    )


def create_group(call: Caller, name: str = "everyone") -> Group:
    """Create a group, as the current user."""
    return call.one(groups.create_group, name=name, description=None)


def set_price(
    call: Caller,
    model_name: str = "gpt",
    region: str | None = None,
    currency: str = "USD",
    *,
    plain: tuple[int, int] = (100, 200),
    cache: tuple[int | None, int | None] = (None, None),
    batch: tuple[int | None, int | None] = (None, None),
    priority: tuple[int | None, int | None] = (None, None),
    audio: tuple[int | None, int | None] = (None, None),
) -> Price:
    """Set a price, as the current user: of input and output, or of reading and writing a cache."""
    return call.one(
        prices.set_price,
        model_name=model_name,
        region=region,
        currency=currency,
        input_price=plain[0],
        output_price=plain[1],
        cache_read_price=cache[0],
        cache_create_price=cache[1],
        batch_input_price=batch[0],
        batch_output_price=batch[1],
        priority_input_price=priority[0],
        priority_output_price=priority[1],
        audio_input_price=audio[0],
        audio_output_price=audio[1],
    )


def set_tier(
    call: Caller,
    tier_start: int,
    tier_end: int | None,
    prices_: tuple[int, int] = (7, 8),
    *,
    model_name: str = "gpt",
    region: str | None = None,
    currency: str = "USD",
) -> Tier:
    """Set a tier, as the current user."""
    return call.one(
        tiered_pricing.set_tier,
        model_name=model_name,
        region=region,
        currency=currency,
        tier_start=tier_start,
        tier_end=tier_end,
        input_price=prices_[0],
        output_price=prices_[1],
    )
