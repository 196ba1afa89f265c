from dataclasses import dataclass
from fractions import Fraction
from math import floor
from random import Random

import pytest
from psycopg import errors

from generated.iam.users import User
from generated.model_registry import prices
from generated.model_registry.prices import Price, RequestCost, SetPricesParams
from generated.model_registry.tiered_pricing import Tier
from tests.queries.caller import Caller
from tests.queries.iam.people import create_administrator
from tests.queries.model_registry.rows import LARGEST_ID, MILLION, become, set_price, set_tier
from tests.queries.ordering import move_to_end, pages
from tests.queries.texts import TRICKY

LARGEST_PRICE = 2**63 - 1


@pytest.fixture(autouse=True)
def root(call: Caller) -> User:
    """The system administrator, on whose behalf calls run."""
    return create_administrator(call)


def all_prices(call: Caller) -> list[Price]:
    return call.as_owner(prices.list_prices, after_id=None, limit=99)


def fetched(model_name: str, input_price: int, region: str | None = None) -> SetPricesParams:
    return SetPricesParams(
        model_name=model_name,
        region=region,
        currency="USD",
        input_price=input_price,
        output_price=2,
        cache_read_price=None,
        cache_create_price=None,
        batch_input_price=None,
        batch_output_price=None,
        priority_input_price=None,
        priority_output_price=None,
        audio_input_price=None,
        audio_output_price=9,
    )


# set_price, get_price


@pytest.mark.parametrize("value", [None, 0, LARGEST_PRICE])
def test_set_price_stores_each_price(call: Caller, value: int | None) -> None:
    price = set_price(
        call,
        plain=(1, LARGEST_PRICE),
        cache=(value, 2),
        batch=(3, value),
        priority=(value, 4),
        audio=(5, value),
    )
    assert price.model_dump(exclude={"id"}) == {
        "model_name": "gpt",
        "input_price": 1,
        "output_price": LARGEST_PRICE,
        "cache_read_price": value,
        "cache_create_price": 2,
        "batch_input_price": 3,
        "batch_output_price": value,
        "priority_input_price": value,
        "priority_output_price": 4,
        "audio_input_price": 5,
        "audio_output_price": value,
        "region": None,
        "currency": "USD",
    }
    assert call(prices.get_price, model_name="gpt", region=None, currency="USD") == price


@pytest.mark.parametrize("region", [None, "eu"])
def test_set_price_replaces_the_price_of_the_same_region(call: Caller, region: str | None) -> None:
    other = set_price(call, region="us", plain=(5, 5))
    first = set_price(call, region=region, cache=(1, 1), audio=(1, 1))
    second = set_price(call, region=region, plain=(3, 4), batch=(6, 7))
    assert second == first.model_copy(
        update={
            "input_price": 3,
            "output_price": 4,
            "cache_read_price": None,
            "cache_create_price": None,
            "batch_input_price": 6,
            "batch_output_price": 7,
            "audio_input_price": None,
            "audio_output_price": None,
        }
    )
    assert all_prices(call) == [other, second]


def test_set_price_stores_names_as_they_are(call: Caller) -> None:
    for text in TRICKY:
        price = set_price(call, text, text or None)
        found = call(prices.get_price, model_name=text, region=text or None, currency="USD")
        assert (found, price.model_name, price.region) == (price, text, text or None)


@pytest.mark.parametrize("currency", ["", "usd", "US", "USDT"])
def test_set_price_refuses_what_is_no_currency(call: Caller, currency: str) -> None:
    with pytest.raises(errors.CheckViolation, match="prices_currency_check"):
        set_price(call, currency=currency)


def test_set_price_takes_each_price_by_its_name(call: Caller) -> None:
    names = [name for name in Price.model_fields if name.endswith("_price")]
    price = call(
        prices.set_price,
        model_name="gpt",
        region="eu",
        currency="EUR",
        input_price=1,
        output_price=2,
        cache_read_price=3,
        cache_create_price=4,
        batch_input_price=5,
        batch_output_price=6,
        priority_input_price=7,
        priority_output_price=8,
        audio_input_price=9,
        audio_output_price=10,
    )
    assert [getattr(price, name) for name in names] == list(range(1, 11))


def test_set_price_refuses_a_negative_price_and_an_empty_region(call: Caller) -> None:
    with pytest.raises(errors.CheckViolation, match="prices_cache_read_price_not_negative"):
        set_price(call, cache=(-1, None))
    with pytest.raises(errors.CheckViolation, match="prices_region_not_empty"):
        set_price(call, region="")


def test_get_price_does_not_fall_back(call: Caller) -> None:
    set_price(call)
    set_price(call, region="eu", currency="EUR")
    for region, currency in (("eu", "USD"), (None, "EUR"), ("us", "EUR")):
        found = call(prices.get_price, model_name="gpt", region=region, currency=currency)
        assert found is None
    assert call(prices.get_price, model_name="GPT", region=None, currency="USD") is None


# find_price


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        ([("eu", "EUR"), (None, "EUR"), ("eu", "USD"), (None, "USD")], ("eu", "EUR")),
        ([(None, "EUR"), ("eu", "USD"), (None, "USD")], (None, "EUR")),
        ([("eu", "USD"), (None, "USD")], ("eu", "USD")),
        ([(None, "USD")], (None, "USD")),
        ([("us", "EUR"), ("us", "USD"), ("eu", "GBP"), (None, "GBP")], None),
        ([], None),
    ],
)
def test_find_price_falls_back_to_general_prices_and_then_to_usd(
    call: Caller,
    there: list[tuple[str | None, str]],
    expected: tuple[str | None, str] | None,
) -> None:
    for region, currency in reversed(there):
        set_price(call, region=region, currency=currency)
    set_price(call, "other", "eu", "EUR")
    found = call(prices.find_price, model_name="gpt", region="eu", currency="EUR")
    assert (found and (found.region, found.currency)) == expected
    by = cost(call, Request(1), "eu", "EUR")
    assert (by and by.price_id) == (found and found.id)


def test_find_price_without_a_region_takes_general_prices_only(call: Caller) -> None:
    set_price(call, region="eu", currency="EUR")
    assert call(prices.find_price, model_name="gpt", region=None, currency="EUR") is None
    general = set_price(call)
    assert call(prices.find_price, model_name="gpt", region=None, currency="EUR") == general
    assert call(prices.find_price, model_name="gpt", region=None, currency="USD") == general


# list_prices


def test_list_prices_gives_every_price_once_over_its_pages(call: Caller) -> None:
    assert call(prices.list_prices, after_id=None, limit=9) == []
    a, b, c, d, e = (set_price(call, name) for name in "edcba")
    move_to_end(call, "model_registry.prices", a.id)
    found = pages(
        lambda after_id: call(prices.list_prices, after_id=after_id, limit=2),
        lambda price: price.id,
    )
    assert found == [[a, b], [c, d], [e]]


def test_list_prices_takes_a_model_a_region_and_a_currency(call: Caller) -> None:
    general, eu = set_price(call), set_price(call, region="eu")
    euro, other = set_price(call, region="eu", currency="EUR"), set_price(call, "o", "eu")

    def found(
        model_name: str | None = None, region: str | None = None, currency: str | None = None
    ) -> list[Price]:
        return call(
            prices.list_prices,
            after_id=None,
            limit=9,
            model_name=model_name,
            region=region,
            currency=currency,
        )

    assert found() == [general, eu, euro, other]
    assert found("gpt") == [general, eu, euro]
    assert found(None, "eu") == [eu, euro, other]
    assert found(None, None, "USD") == [general, eu, other]
    assert found("gpt", "eu", "EUR") == [euro]
    assert found("o", "us") == found(None, "") == []


# set_prices


def test_set_prices_sets_many_for_the_system(call: Caller) -> None:
    call.as_user(None)
    rows = [fetched("a", 1), fetched("b", 2), fetched("a", 3, "eu")]
    assert call(prices.set_prices, rows=rows) == 3
    assert call(prices.set_prices, rows=[fetched("a", 5), fetched("c", 6)]) == 2
    assert call(prices.set_prices, rows=[]) == 0
    found = [(p.model_name, p.region, p.input_price) for p in all_prices(call)]
    assert found == [("a", None, 5), ("b", None, 2), ("a", "eu", 3), ("c", None, 6)]
    assert {p.audio_output_price for p in all_prices(call)} == {9}


def test_set_prices_sets_none_when_one_is_refused(call: Caller) -> None:
    with pytest.raises(errors.CheckViolation, match="prices_input_price_not_negative"):
        call(prices.set_prices, rows=[fetched("a", 1), fetched("b", -1)])
    assert all_prices(call) == []


# set_cache_prices, set_batch_prices


@pytest.mark.parametrize(("one", "two"), [(3, None), (None, 4), (0, LARGEST_PRICE)])
def test_cache_and_batch_prices_are_set_alone(
    call: Caller, one: int | None, two: int | None
) -> None:
    price, other = set_price(call, cache=(1, 1), batch=(2, 2)), set_price(call, "o")
    cached = call.one(
        prices.set_cache_prices, price_id=price.id, cache_read_price=one, cache_create_price=two
    )
    assert cached == price.model_copy(update={"cache_read_price": one, "cache_create_price": two})
    batched = call.one(
        prices.set_batch_prices, price_id=price.id, batch_input_price=one, batch_output_price=two
    )
    assert batched == cached.model_copy(
        update={"batch_input_price": one, "batch_output_price": two}
    )
    assert sorted(all_prices(call), key=lambda p: p.id) == [batched, other]


def test_what_is_not_there_is_not_changed(call: Caller) -> None:
    price = set_price(call)
    unknown = LARGEST_ID
    assert (
        call(
            prices.set_cache_prices,
            price_id=unknown,
            cache_read_price=1,
            cache_create_price=None,
        )
        is None
    )
    assert (
        call(
            prices.set_batch_prices,
            price_id=unknown,
            batch_input_price=1,
            batch_output_price=None,
        )
        is None
    )
    assert call(prices.delete_price, price_id=unknown) == 0
    assert call(prices.delete_prices_of_model, model_name="GPT") == 0
    assert all_prices(call) == [price]


# delete_price, delete_prices_of_model


def test_delete_price_deletes_that_one_alone(call: Caller) -> None:
    one, two = set_price(call), set_price(call, region="eu")
    assert call(prices.delete_price, price_id=one.id) == 1
    assert all_prices(call) == [two]


@pytest.mark.parametrize(
    ("region", "currency", "left"),
    [
        (None, None, {"o"}),
        ("eu", None, {"gpt", "o"}),
        (None, "USD", {"gpt eu EUR", "o"}),
        ("eu", "EUR", {"gpt", "gpt eu USD", "o"}),
        ("us", None, {"gpt", "gpt eu USD", "gpt eu EUR", "o"}),
    ],
)
def test_delete_prices_of_model_takes_a_region_and_a_currency(
    call: Caller, region: str | None, currency: str | None, left: set[str]
) -> None:
    named = {
        "gpt": set_price(call),
        "gpt eu USD": set_price(call, region="eu"),
        "gpt eu EUR": set_price(call, region="eu", currency="EUR"),
        "o": set_price(call, "o", "eu"),
    }
    deleted = call(
        prices.delete_prices_of_model, model_name="gpt", region=region, currency=currency
    )
    assert deleted == len(named) - len(left)
    assert all_prices(call) == [price for name, price in named.items() if name in left]


# who may do what


def test_everybody_signed_in_reads_prices_and_changes_none(call: Caller) -> None:
    price = set_price(call)
    become(call, "ada")
    assert call(prices.get_price, model_name="gpt", region=None, currency="USD") == price
    assert call(prices.find_price, model_name="gpt", region="eu", currency="EUR") == price
    assert call(prices.list_prices, after_id=None, limit=9) == [price]
    assert cost(call, Request(input_tokens=MILLION)) is not None
    refused_to_change(call, price)


def test_nobody_else_reads_prices(call: Caller) -> None:
    price = set_price(call)
    become(call, None)
    assert call(prices.get_price, model_name="gpt", region=None, currency="USD") is None
    assert call(prices.find_price, model_name="gpt", region=None, currency="USD") is None
    assert call(prices.list_prices, after_id=None, limit=9) == []
    assert cost(call, Request(input_tokens=MILLION)) is None
    refused_to_change(call, price)


def refused_to_change(call: Caller, price: Price) -> None:
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        set_price(call)
    changed = call(
        prices.set_cache_prices, price_id=price.id, cache_read_price=1, cache_create_price=1
    )
    assert changed is None
    changed = call(
        prices.set_batch_prices, price_id=price.id, batch_input_price=1, batch_output_price=1
    )
    assert changed is None
    assert call(prices.delete_price, price_id=price.id) == 0
    assert call(prices.delete_prices_of_model, model_name="gpt") == 0
    assert all_prices(call) == [price]


# get_request_cost


@dataclass(frozen=True)
class Request:
    """What a request took; tokens of the cache and of audio are among the others."""

    input_tokens: int = 0
    output_tokens: int = 0
    cache_read_tokens: int = 0
    cache_create_tokens: int = 0
    audio_input_tokens: int = 0
    audio_output_tokens: int = 0
    service: str = "standard"


def cost(
    call: Caller,
    request: Request,
    region: str | None = None,
    currency: str = "USD",
) -> RequestCost | None:
    return call(
        prices.get_request_cost,
        model_name="gpt",
        region=region,
        currency=currency,
        service=request.service,
        input_tokens=request.input_tokens,
        output_tokens=request.output_tokens,
        cache_read_tokens=request.cache_read_tokens,
        cache_create_tokens=request.cache_create_tokens,
        audio_input_tokens=request.audio_input_tokens,
        audio_output_tokens=request.audio_output_tokens,
    )


def units(call: Caller, request: Request) -> int:
    """Return the cost of a request."""
    found = cost(call, request)
    assert found is not None
    return found.cost


def expected_cost(request: Request, price: Price, tier: Tier | None) -> int:
    """Work the cost out in Python, from what the columns' comments say."""

    def first(*values: int | None) -> int:
        return next(value for value in values if value is not None)

    own_input = {"batch": price.batch_input_price, "priority": price.priority_input_price}
    own_output = {"batch": price.batch_output_price, "priority": price.priority_output_price}
    of = tier or price
    plain_input = first(own_input.get(request.service), of.input_price)
    plain_output = first(own_output.get(request.service), of.output_price)
    special = request.cache_read_tokens + request.cache_create_tokens + request.audio_input_tokens
    parts = [
        (max(request.input_tokens - special, 0), plain_input),
        (request.cache_read_tokens, first(price.cache_read_price, plain_input)),
        (request.cache_create_tokens, first(price.cache_create_price, plain_input)),
        (request.audio_input_tokens, first(price.audio_input_price, plain_input)),
        (max(request.output_tokens - request.audio_output_tokens, 0), plain_output),
        (request.audio_output_tokens, first(price.audio_output_price, plain_output)),
    ]
    exact = sum((Fraction(tokens * unit, MILLION) for tokens, unit in parts), Fraction())
    return floor(exact + Fraction(1, 2))


def test_get_request_cost_gives_none_without_a_price(call: Caller) -> None:
    set_price(call, "other")
    set_price(call, region="eu")
    set_price(call, currency="EUR")
    assert cost(call, Request(input_tokens=1)) is None


def test_get_request_cost_says_what_it_went_by(call: Caller) -> None:
    usd, eu = set_price(call), set_price(call, region="eu", currency="EUR", plain=(300, 400))
    request = Request(input_tokens=2 * MILLION, output_tokens=MILLION)
    assert cost(call, request) == RequestCost(
        cost=400, currency="USD", price_id=usd.id, tier_id=None
    )
    assert cost(call, request, "eu", "EUR") == RequestCost(
        cost=1000, currency="EUR", price_id=eu.id, tier_id=None
    )
    in_dollars = RequestCost(cost=400, currency="USD", price_id=usd.id, tier_id=None)
    assert cost(call, request, "us", "EUR") == cost(call, request, "eu", "GBP") == in_dollars


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (Request(), 0),
        (Request(MILLION), 100),
        (Request(0, MILLION), 200),
        (Request(MILLION, 0, MILLION), 10),
        (Request(MILLION, 0, 0, MILLION), 120),
        (Request(MILLION, 0, 0, 0, MILLION), 500),
        (Request(0, MILLION, audio_output_tokens=MILLION), 900),
        (Request(4 * MILLION, MILLION, MILLION, MILLION, MILLION), 930),
        (Request(MILLION, service="batch"), 50),
        (Request(0, MILLION, service="batch"), 90),
        (Request(MILLION, service="priority"), 180),
        (Request(0, MILLION, service="priority"), 350),
        (Request(2 * MILLION, 0, MILLION, service="batch"), 60),
        # More of the cache than of all is the provider's mistake: nothing is given back.
        (Request(MILLION, 0, 2 * MILLION), 20),
    ],
)
def test_get_request_cost_takes_each_price(call: Caller, request_: Request, expected: int) -> None:
    price = set_price(
        call,
        cache=(10, 120),
        batch=(50, 90),
        priority=(180, 350),
        audio=(500, 900),
    )
    assert units(call, request_) == expected == expected_cost(request_, price, None)


@pytest.mark.parametrize("service", ["standard", "batch", "priority"])
def test_get_request_cost_takes_the_plain_price_where_there_is_no_other(
    call: Caller, service: str
) -> None:
    set_price(call)
    request = Request(3 * MILLION, 2 * MILLION, MILLION, MILLION, MILLION, MILLION, service=service)
    assert units(call, request) == 3 * 100 + 2 * 200


def test_the_cache_of_a_batch_costs_what_other_input_of_the_batch_does(call: Caller) -> None:
    set_price(call, batch=(50, None))
    request = Request(MILLION, MILLION, MILLION, service="batch")
    assert units(call, request) == 50 + 200


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [(0, 0), (1, 0), (4_999, 0), (5_000, 1), (14_999, 1), (15_000, 2), (2**62, 461168601842739)],
)
def test_get_request_cost_rounds_once_half_up(call: Caller, tokens: int, expected: int) -> None:
    set_price(call, plain=(100, 200))
    assert units(call, Request(tokens)) == -(-tokens * 200 - MILLION) // (2 * MILLION)
    assert units(call, Request(tokens)) == expected


def test_get_request_cost_rounds_the_sum_and_not_its_parts(call: Caller) -> None:
    set_price(call, plain=(100, 100))
    assert units(call, Request(2_500, 2_500)) == 1


def test_get_request_cost_is_exact_beyond_what_a_product_of_two_bigints_holds(
    call: Caller,
) -> None:
    set_price(call, plain=(LARGEST_PRICE, 0))
    assert units(call, Request(MILLION)) == LARGEST_PRICE
    with pytest.raises(errors.NumericValueOutOfRange):
        units(call, Request(MILLION + 1))


@pytest.mark.parametrize("service", ["", "Batch", "flex"])
def test_get_request_cost_gives_none_for_another_service(call: Caller, service: str) -> None:
    set_price(call)
    assert cost(call, Request(1, service=service)) is None


@pytest.mark.parametrize(
    "request_",
    [
        Request(-1),
        Request(0, -1),
        Request(0, 0, -1),
        Request(0, 0, 0, -1),
        Request(0, 0, 0, 0, -1),
        Request(0, 0, 0, 0, 0, -1),
    ],
)
def test_get_request_cost_gives_none_for_a_negative_number(call: Caller, request_: Request) -> None:
    set_price(call)
    assert cost(call, request_) is None


# get_request_cost with tiers


@pytest.mark.parametrize(
    ("tokens", "tier"), [(0, 0), (MILLION - 1, 0), (MILLION, 1), (5 * MILLION, None)]
)
def test_a_tier_holds_from_its_start_to_before_its_end_for_all_tokens(
    call: Caller, tokens: int, tier: int | None
) -> None:
    price = set_price(call, cache=(10, None))
    tiers = [
        set_tier(call, 0, MILLION, (1000, 2000)),
        set_tier(call, MILLION, 5 * MILLION, (3000, 4000)),
    ]
    request = Request(tokens, MILLION, tokens // 2)
    holding = None if tier is None else tiers[tier]
    assert cost(call, request) == RequestCost(
        cost=expected_cost(request, price, holding),
        currency="USD",
        price_id=price.id,
        tier_id=holding.id if holding else None,
    )


def test_a_tier_without_an_end_holds_for_ever(call: Caller) -> None:
    set_price(call)
    set_tier(call, 10, None, (MILLION, 0))
    assert units(call, Request(2**40)) == 2**40


def test_a_batch_price_goes_before_a_tier(call: Caller) -> None:
    set_price(call, batch=(50, None), priority=(None, 60))
    set_tier(call, 0, None, (1000, 2000))
    assert units(call, Request(MILLION, MILLION, service="batch")) == 50 + 2000
    assert units(call, Request(MILLION, MILLION, service="priority")) == 1000 + 60
    assert units(call, Request(MILLION, MILLION)) == 3000


def test_general_tiers_hold_in_a_region_without_tiers_of_its_own(call: Caller) -> None:
    set_price(call)
    set_price(call, region="eu")
    general = set_tier(call, 0, None)
    found = cost(call, Request(1), "eu")
    assert found is not None
    assert found.tier_id == general.id
    own = set_tier(call, 100, None, region="eu")
    below, above = cost(call, Request(99), "eu"), cost(call, Request(100), "eu")
    assert below is not None
    assert above is not None
    assert (below.tier_id, above.tier_id) == (None, own.id)
    elsewhere = cost(call, Request(100), "us")
    assert elsewhere is not None
    assert elsewhere.tier_id == general.id


def test_tiers_of_another_model_or_currency_do_not_hold(call: Caller) -> None:
    set_price(call)
    set_tier(call, 0, None, currency="EUR")
    set_tier(call, 0, None, model_name="other")
    set_tier(call, 0, None, region="eu")
    for region, currency in ((None, "USD"), (None, "EUR"), ("us", "USD")):
        found = cost(call, Request(MILLION), region, currency)
        assert found is not None
        assert (found.cost, found.tier_id) == (100, None)


def test_get_request_cost_is_what_the_comments_of_the_columns_say(call: Caller) -> None:
    random = Random(1)  # noqa: S311 - no secret

    def maybe() -> int | None:
        return random.choice([None, random.randrange(10**6)])

    for number in range(12):
        price = set_price(
            call,
            plain=(random.randrange(10**6), random.randrange(10**6)),
            cache=(maybe(), maybe()),
            batch=(maybe(), maybe()),
            priority=(maybe(), maybe()),
            audio=(maybe(), maybe()),
        )
        tier = set_tier(call, 5000, None, (random.randrange(10**6), 5)) if number > 5 else None
        request = Request(
            random.randrange(10_000),
            random.randrange(3000),
            random.randrange(3000),
            random.randrange(3000),
            random.randrange(3000),
            random.randrange(3000),
            service=random.choice(["standard", "batch", "priority"]),
        )
        holding = tier if request.input_tokens >= 5000 else None
        assert units(call, request) == expected_cost(request, price, holding)
