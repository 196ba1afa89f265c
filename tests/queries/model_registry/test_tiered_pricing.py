import pytest
from psycopg import errors

from generated.iam.users import User
from generated.model_registry import tiered_pricing
from generated.model_registry.tiered_pricing import SetTiersParams, Tier
from tests.queries.caller import Caller
from tests.queries.iam.people import create_administrator
from tests.queries.model_registry.rows import LARGEST_ID, become, set_tier
from tests.queries.ordering import move_to_end, pages
from tests.queries.texts import TRICKY

LARGEST = 2**63 - 1


@pytest.fixture(autouse=True)
def root(call: Caller) -> User:
    """The system administrator, on whose behalf calls run."""
    return create_administrator(call)


def all_tiers(call: Caller) -> list[Tier]:
    return call.as_owner(tiered_pricing.list_all_tiers, after_id=None, limit=99)


def tiers_of(call: Caller, region: str | None = None, currency: str = "USD") -> list[Tier]:
    return call(tiered_pricing.list_tiers, model_name="gpt", region=region, currency=currency)


def found_tier(
    call: Caller, tokens: int, region: str | None = None, currency: str = "USD"
) -> Tier | None:
    return call(
        tiered_pricing.find_tier,
        model_name="gpt",
        region=region,
        currency=currency,
        input_tokens=tokens,
    )


def replace(call: Caller, *tiers: tuple[int, int | None], region: str | None = None) -> int:
    return call(
        tiered_pricing.replace_tiers,
        model_name="gpt",
        region=region,
        currency="USD",
        tier_starts=[start for start, _ in tiers],
        tier_ends=[end for _, end in tiers],
        input_prices=[1 for _ in tiers],
        output_prices=[2 for _ in tiers],
    )


def params(start: int, end: int | None, region: str | None = None) -> SetTiersParams:
    return SetTiersParams(
        model_name="gpt",
        region=region,
        currency="USD",
        tier_start=start,
        tier_end=end,
        input_price=1,
        output_price=2,
    )


# set_tier


@pytest.mark.parametrize("end", [None, 1, LARGEST])
@pytest.mark.parametrize("region", [None, "eu"])
def test_set_tier_gives_the_stored_row(call: Caller, end: int | None, region: str | None) -> None:
    tier = set_tier(call, 0, end, (0, LARGEST), region=region)
    assert tier.model_dump(exclude={"id"}) == {
        "model_name": "gpt",
        "tier_start": 0,
        "tier_end": end,
        "input_price": 0,
        "output_price": LARGEST,
        "region": region,
        "currency": "USD",
    }
    assert tiers_of(call, region) == [tier]


def test_set_tier_replaces_the_one_with_the_same_start(call: Caller) -> None:
    other = set_tier(call, 0, 10, region="eu")
    first = set_tier(call, 0, 10)
    second = set_tier(call, 0, None, (1, 2))
    changes = {"tier_end": None, "input_price": 1, "output_price": 2}
    assert second == first.model_copy(update=changes)
    assert all_tiers(call) == [other, second]


def test_set_tier_takes_each_price_by_its_name(call: Caller) -> None:
    tier = call(
        tiered_pricing.set_tier,
        model_name="gpt",
        region="eu",
        currency="EUR",
        tier_start=1,
        tier_end=2,
        input_price=3,
        output_price=4,
    )
    assert (tier.tier_start, tier.tier_end, tier.input_price, tier.output_price) == (1, 2, 3, 4)


def test_set_tier_refuses_an_overlap(call: Caller) -> None:
    set_tier(call, 0, 10)
    set_tier(call, 10, None)
    with pytest.raises(errors.ExclusionViolation, match="tiered_pricing_no_overlap"):
        set_tier(call, 9, 10)
    with pytest.raises(errors.ExclusionViolation, match="tiered_pricing_no_overlap"):
        set_tier(call, 0, 11)


def test_set_tier_refuses_an_empty_tier(call: Caller) -> None:
    with pytest.raises(errors.CheckViolation, match="tiered_pricing_tier_end_after_start"):
        set_tier(call, 5, 5)


def test_set_tier_stores_names_as_they_are(call: Caller) -> None:
    for text in TRICKY:
        tier = set_tier(call, 0, None, model_name=text, region=text or None)
        found = call(
            tiered_pricing.list_tiers, model_name=text, region=text or None, currency="USD"
        )
        assert found == [tier]


# list_tiers, list_all_tiers, has_tiers


def test_list_tiers_gives_those_of_a_region_from_the_smallest(call: Caller) -> None:
    assert tiers_of(call) == []
    third, first, second = (set_tier(call, *ends) for ends in ((20, None), (0, 10), (10, 20)))
    eu = set_tier(call, 0, None, region="eu")
    euro = set_tier(call, 0, None, currency="EUR")
    set_tier(call, 0, None, model_name="other")
    assert tiers_of(call) == [first, second, third]
    assert (tiers_of(call, "eu"), tiers_of(call, None, "EUR")) == ([eu], [euro])
    assert tiers_of(call, "us") == tiers_of(call, "eu", "EUR") == []


def test_list_all_tiers_gives_every_tier_once_over_its_pages(call: Caller) -> None:
    assert call(tiered_pricing.list_all_tiers, after_id=None, limit=9) == []
    a, b, c, d, e = (set_tier(call, 0, None, model_name=name) for name in "edcba")
    move_to_end(call, "model_registry.tiered_pricing", a.id)
    found = pages(
        lambda after_id: call(tiered_pricing.list_all_tiers, after_id=after_id, limit=2),
        lambda tier: tier.id,
    )
    assert found == [[a, b], [c, d], [e]]
    one = call(tiered_pricing.list_all_tiers, after_id=None, limit=9, model_name="c")
    assert one == [c]


def test_has_tiers_tells_whether_there_is_one_in_the_currency(call: Caller) -> None:
    set_tier(call, 0, None, region="eu", currency="EUR")
    assert call(tiered_pricing.has_tiers, model_name="gpt", currency="EUR") is True
    assert call(tiered_pricing.has_tiers, model_name="gpt", currency="USD") is False
    assert call(tiered_pricing.has_tiers, model_name="GPT", currency="EUR") is False


# find_tier


def test_find_tier_finds_the_one_that_holds(call: Caller) -> None:
    low, high = set_tier(call, 10, 20), set_tier(call, 30, None)
    expected = {0: None, 9: None, 10: low, 19: low, 20: None, 29: None, 30: high, LARGEST: high}
    assert {tokens: found_tier(call, tokens) for tokens in expected} == expected
    assert found_tier(call, -1) is None


def test_find_tier_falls_back_only_where_a_region_has_no_tiers(call: Caller) -> None:
    general, own = set_tier(call, 0, None), set_tier(call, 10, 20, region="eu")
    assert found_tier(call, 10, "us") == general
    assert found_tier(call, 10) == general
    assert found_tier(call, 10, "eu") == own
    assert found_tier(call, 5, "eu") is None
    assert found_tier(call, 10, "eu", "EUR") is None


# set_tiers


def test_set_tiers_sets_many(call: Caller) -> None:
    assert call(tiered_pricing.set_tiers, rows=[]) == 0
    assert call(tiered_pricing.set_tiers, rows=[params(0, 10), params(10, None)]) == 2
    assert call(tiered_pricing.set_tiers, rows=[params(10, 99), params(0, None, "eu")]) == 2
    found = [(t.region, t.tier_start, t.tier_end) for t in all_tiers(call)]
    assert sorted(found, key=str) == [("eu", 0, None), (None, 0, 10), (None, 10, 99)]


def test_set_tiers_sets_none_when_one_is_refused(call: Caller) -> None:
    with pytest.raises(errors.ExclusionViolation):
        call(tiered_pricing.set_tiers, rows=[params(0, 10), params(5, None)])
    assert all_tiers(call) == []


# replace_tiers


def test_replace_tiers_puts_others_in_place_of_all_though_they_overlap(call: Caller) -> None:
    set_tier(call, 0, 10)
    set_tier(call, 10, None)
    eu = set_tier(call, 0, None, region="eu")
    euro = set_tier(call, 0, None, currency="EUR")
    call.as_user(None)
    assert replace(call, (0, 5), (5, 15), (15, None)) == 3
    found = [(t.tier_start, t.tier_end, t.input_price) for t in all_tiers(call)[2:]]
    assert found == [(0, 5, 1), (5, 15, 1), (15, None, 1)]
    assert all_tiers(call)[:2] == [eu, euro]
    assert replace(call, (1, 2), region="eu") == 1
    assert replace(call) == 0
    assert [(t.region, t.currency, t.tier_start) for t in all_tiers(call)] == [
        (None, "EUR", 0),
        ("eu", "USD", 1),
    ]


def test_replace_tiers_leaves_what_is_there_when_one_is_refused(call: Caller) -> None:
    tier = set_tier(call, 0, 10)
    with pytest.raises(errors.ExclusionViolation):
        replace(call, (0, 10), (5, None))
    assert all_tiers(call) == [tier]


def test_replace_tiers_refuses_lists_of_different_length(call: Caller) -> None:
    tier = set_tier(call, 0, 10)
    with pytest.raises(errors.NotNullViolation):
        call(
            tiered_pricing.replace_tiers,
            model_name="gpt",
            region=None,
            currency="USD",
            tier_starts=[0, 1],
            tier_ends=[1, None],
            input_prices=[1],
            output_prices=[1, 1],
        )
    assert all_tiers(call) == [tier]


# delete_tier, delete_tiers


def test_delete_tier_deletes_that_one_alone(call: Caller) -> None:
    one, two = set_tier(call, 0, 10), set_tier(call, 10, None)
    assert call(tiered_pricing.delete_tier, tier_id=one.id) == 1
    assert call(tiered_pricing.delete_tier, tier_id=LARGEST_ID) == 0
    assert all_tiers(call) == [two]


@pytest.mark.parametrize("region", [None, "eu"])
def test_delete_tiers_deletes_those_of_one_region(call: Caller, region: str | None) -> None:
    left = [
        set_tier(call, 0, 10, region="eu" if region is None else None),
        set_tier(call, 0, 10, region=region, currency="EUR"),
        set_tier(call, 0, 10, region=region, model_name="other"),
    ]
    for ends in ((0, 10), (10, None)):
        set_tier(call, *ends, region=region)
    deleted = call(tiered_pricing.delete_tiers, model_name="gpt", region=region, currency="USD")
    assert (deleted, all_tiers(call)) == (2, left)
    assert call(tiered_pricing.delete_tiers, model_name="gpt", region=region, currency="USD") == 0


# who may do what


@pytest.mark.parametrize("who", ["ada", None])
def test_others_change_no_tiers_and_read_them_when_signed_in(call: Caller, who: str | None) -> None:
    tier = set_tier(call, 0, 10)
    become(call, who)
    seen = [tier] if who else []
    assert tiers_of(call) == seen
    assert call(tiered_pricing.list_all_tiers, after_id=None, limit=9) == seen
    assert found_tier(call, 5) == (tier if who else None)
    has = call(tiered_pricing.has_tiers, model_name="gpt", currency="USD")
    assert has is bool(who)
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        set_tier(call, 20, 30)
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        call(tiered_pricing.set_tiers, rows=[params(20, 30)])
    assert call(tiered_pricing.delete_tier, tier_id=tier.id) == 0
    assert call(tiered_pricing.delete_tiers, model_name="gpt", region=None, currency="USD") == 0
    assert all_tiers(call) == [tier]
