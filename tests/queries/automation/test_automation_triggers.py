import pytest
from psycopg import errors

from generated.automation import automation_triggers as triggers
from generated.automation.automation_triggers import CronTrigger
from generated.iam.users import User
from tests.queries.automation.automated import LARGEST_ID, Weavers, add_cron, add_webhook
from tests.queries.caller import Caller
from tests.queries.iam.keys import hash_of
from tests.queries.iam.people import set_status
from tests.queries.iam.tenants import leave_team
from tests.queries.ordering import move_to_end
from tests.queries.texts import TRICKY


def found_by(call: Caller, secret: str) -> int | None:
    """Return the id of the trigger that a secret belongs to."""
    trigger = call(triggers.find_webhook_trigger_by_hash, secret_hash=hash_of(secret))
    return trigger.id if trigger else None


def stored_crons(call: Caller, prompt_id: int) -> list[CronTrigger]:
    return call.as_owner(triggers.list_cron_triggers, prompt_id=prompt_id)


# cron triggers


@pytest.mark.parametrize("cron_expression", ["*/5 8-17 * * mon-fri", "@daily", "0 0 29 2 *"])
def test_create_cron_trigger_gives_the_stored_row(
    call: Caller, weavers: Weavers, cron_expression: str
) -> None:
    trigger = add_cron(call, weavers.prompt_id, cron_expression)
    assert (trigger.prompt_id, trigger.team_id) == (weavers.prompt_id, weavers.team.id)
    assert trigger.cron_expression == cron_expression
    assert trigger.created_at is not None
    assert trigger.next_run_at is not None
    assert trigger.next_run_at > trigger.created_at
    assert call(triggers.get_cron_trigger, cron_trigger_id=trigger.id) == trigger
    assert call(triggers.list_cron_triggers, prompt_id=weavers.prompt_id) == [trigger]


def test_a_day_that_never_comes_is_never_due(call: Caller, weavers: Weavers) -> None:
    assert add_cron(call, weavers.prompt_id, "0 0 30 2 *").next_run_at is None


@pytest.mark.parametrize("cron_expression", ["* * * *", "60 * * * *", "@reboot", *TRICKY])
def test_what_is_no_cron_expression_is_refused(
    call: Caller, weavers: Weavers, cron_expression: str
) -> None:
    trigger = add_cron(call, weavers.prompt_id)
    with pytest.raises(errors.CheckViolation, match="cron_expression_check"):
        add_cron(call, weavers.prompt_id, cron_expression)
    with pytest.raises(errors.CheckViolation, match="cron_expression_check"):
        call(
            triggers.set_cron_expression,
            cron_trigger_id=trigger.id,
            prompt_id=weavers.prompt_id,
            cron_expression=cron_expression,
        )
    assert stored_crons(call, weavers.prompt_id) == [trigger]


def test_list_cron_triggers_gives_those_of_the_prompt_by_id(call: Caller, weavers: Weavers) -> None:
    assert call(triggers.list_cron_triggers, prompt_id=weavers.prompt_id) == []
    found = [add_cron(call, weavers.prompt_id) for _ in range(3)]
    add_cron(call, weavers.private_id)
    move_to_end(call, "automation.automation_cron_triggers", found[0].id)
    assert call(triggers.list_cron_triggers, prompt_id=weavers.prompt_id) == found


def test_a_trigger_may_be_of_an_unknown_time(call: Caller, weavers: Weavers) -> None:
    cron, webhook = add_cron(call, weavers.prompt_id), add_webhook(call, weavers.prompt_id)
    call.connection.execute(
        "UPDATE automation.automation_cron_triggers SET created_at = NULL, next_run_at = NULL"
    )
    call.connection.execute("UPDATE automation.automation_webhook_triggers SET created_at = NULL")
    (found,) = call(triggers.list_cron_triggers, prompt_id=weavers.prompt_id)
    assert found == cron.model_copy(update={"created_at": None, "next_run_at": None})
    assert call(triggers.list_webhook_triggers, prompt_id=weavers.prompt_id) == [
        webhook.model_copy(update={"created_at": None})
    ]


def test_set_cron_expression_changes_when_that_trigger_is_due(
    call: Caller, weavers: Weavers
) -> None:
    old, other = (add_cron(call, weavers.prompt_id, "@yearly") for _ in range(2))
    new = call.one(
        triggers.set_cron_expression,
        cron_trigger_id=old.id,
        prompt_id=weavers.prompt_id,
        cron_expression="* * * * *",
    )
    assert (new.id, new.cron_expression) == (old.id, "* * * * *")
    assert new.next_run_at is not None
    assert old.next_run_at is not None
    assert new.next_run_at <= old.next_run_at
    assert call(triggers.list_cron_triggers, prompt_id=weavers.prompt_id) == [new, other]


def test_delete_cron_trigger_deletes_that_trigger_alone(call: Caller, weavers: Weavers) -> None:
    one, other = (add_cron(call, weavers.prompt_id) for _ in range(2))
    arguments = {"cron_trigger_id": one.id, "prompt_id": weavers.prompt_id}
    assert [call(triggers.delete_cron_trigger, **arguments) for _ in range(2)] == [1, 0]
    assert call(triggers.list_cron_triggers, prompt_id=weavers.prompt_id) == [other]


def test_a_cron_trigger_of_another_prompt_is_left_alone(call: Caller, weavers: Weavers) -> None:
    trigger = add_cron(call, weavers.prompt_id)
    for trigger_id, prompt_id in (
        (trigger.id, weavers.private_id),
        (LARGEST_ID, weavers.prompt_id),
    ):
        changed = call(
            triggers.set_cron_expression,
            cron_trigger_id=trigger_id,
            prompt_id=prompt_id,
            cron_expression="@hourly",
        )
        deleted = call(
            triggers.delete_cron_trigger, cron_trigger_id=trigger_id, prompt_id=prompt_id
        )
        assert (changed, deleted) == (None, 0)
    assert call(triggers.get_cron_trigger, cron_trigger_id=LARGEST_ID) is None
    assert stored_crons(call, weavers.prompt_id) == [trigger]


# webhook triggers


def test_create_webhook_trigger_gives_the_row_without_the_secret(
    call: Caller, weavers: Weavers
) -> None:
    trigger = add_webhook(call, weavers.prompt_id)
    assert (trigger.prompt_id, trigger.team_id) == (weavers.prompt_id, weavers.team.id)
    assert "secret" not in type(trigger).model_fields
    assert call(triggers.list_webhook_triggers, prompt_id=weavers.prompt_id) == [trigger]
    found = call(triggers.find_webhook_trigger_by_hash, secret_hash=hash_of("secret"))
    assert found == trigger


@pytest.mark.parametrize("secret_hash", ["", "secret", "A" * 64, "0" * 63, "0" * 65])
def test_what_is_no_hash_is_refused(call: Caller, weavers: Weavers, secret_hash: str) -> None:
    trigger = add_webhook(call, weavers.prompt_id)
    with pytest.raises(errors.CheckViolation, match="secret_check"):
        call(triggers.create_webhook_trigger, prompt_id=weavers.prompt_id, secret_hash=secret_hash)
    with pytest.raises(errors.CheckViolation, match="secret_check"):
        call(
            triggers.set_webhook_trigger_secret,
            webhook_trigger_id=trigger.id,
            prompt_id=weavers.prompt_id,
            secret_hash=secret_hash,
        )
    assert found_by(call, "secret") == trigger.id
    assert call(triggers.find_webhook_trigger_by_hash, secret_hash=secret_hash) is None


def test_a_secret_is_used_once(call: Caller, weavers: Weavers) -> None:
    add_webhook(call, weavers.prompt_id)
    other = add_webhook(call, weavers.private_id, "other")
    with pytest.raises(errors.UniqueViolation, match="secret_key"):
        add_webhook(call, weavers.private_id)
    with pytest.raises(errors.UniqueViolation, match="secret_key"):
        call(
            triggers.set_webhook_trigger_secret,
            webhook_trigger_id=other.id,
            prompt_id=weavers.private_id,
            secret_hash=hash_of("secret"),
        )


def test_list_webhook_triggers_gives_those_of_the_prompt_by_id(
    call: Caller, weavers: Weavers
) -> None:
    assert call(triggers.list_webhook_triggers, prompt_id=weavers.prompt_id) == []
    found = [add_webhook(call, weavers.prompt_id, secret) for secret in "cba"]
    add_webhook(call, weavers.private_id)
    move_to_end(call, "automation.automation_webhook_triggers", found[0].id)
    assert call(triggers.list_webhook_triggers, prompt_id=weavers.prompt_id) == found


def test_a_replaced_secret_works_no_more(call: Caller, weavers: Weavers) -> None:
    trigger, other = (add_webhook(call, weavers.prompt_id, secret) for secret in ("old", "other"))
    changed = call(
        triggers.set_webhook_trigger_secret,
        webhook_trigger_id=trigger.id,
        prompt_id=weavers.prompt_id,
        secret_hash=hash_of("new"),
    )
    assert changed == 1
    assert [found_by(call, secret) for secret in ("old", "new", "other")] == [
        None,
        trigger.id,
        other.id,
    ]


def test_delete_webhook_trigger_deletes_that_trigger_alone(call: Caller, weavers: Weavers) -> None:
    one, other = (add_webhook(call, weavers.prompt_id, secret) for secret in ("one", "other"))
    arguments = {"webhook_trigger_id": one.id, "prompt_id": weavers.prompt_id}
    assert [call(triggers.delete_webhook_trigger, **arguments) for _ in range(2)] == [1, 0]
    assert call(triggers.list_webhook_triggers, prompt_id=weavers.prompt_id) == [other]


def test_a_webhook_trigger_of_another_prompt_is_left_alone(call: Caller, weavers: Weavers) -> None:
    trigger = add_webhook(call, weavers.prompt_id)
    for trigger_id, prompt_id in (
        (trigger.id, weavers.private_id),
        (LARGEST_ID, weavers.prompt_id),
    ):
        changed = call(
            triggers.set_webhook_trigger_secret,
            webhook_trigger_id=trigger_id,
            prompt_id=prompt_id,
            secret_hash=hash_of("new"),
        )
        deleted = call(
            triggers.delete_webhook_trigger, webhook_trigger_id=trigger_id, prompt_id=prompt_id
        )
        assert (changed, deleted) == (0, 0)
    assert found_by(call, "secret") == trigger.id


# who sees and changes what


def test_nobody_adds_a_trigger_to_a_prompt_that_is_not_there(
    call: Caller, weavers: Weavers
) -> None:
    for person, prompt_id in (
        (weavers.ada, LARGEST_ID),
        (weavers.bob, weavers.private_id),
        (weavers.eve, weavers.prompt_id),
        (None, weavers.company_id),
    ):
        call.as_user(person.id if person else None)
        cron = call(triggers.create_cron_trigger, prompt_id=prompt_id, cron_expression="@daily")
        webhook = call(
            triggers.create_webhook_trigger, prompt_id=prompt_id, secret_hash=hash_of("new")
        )
        assert (cron, webhook) == (None, None)


def test_a_shared_prompt_gets_triggers_of_its_own_team_alone(
    call: Caller, weavers: Weavers
) -> None:
    call.as_user(weavers.bob.id)
    cron, webhook = add_cron(call, weavers.company_id), add_webhook(call, weavers.company_id)
    assert (cron.team_id, webhook.team_id) == (weavers.team.id, weavers.team.id)
    call.as_user(weavers.eve.id)
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        add_cron(call, weavers.company_id)
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        add_webhook(call, weavers.company_id, "new")


def test_a_member_sees_and_changes_triggers_of_prompts_that_are_seen(
    call: Caller, weavers: Weavers
) -> None:
    cron, webhook = add_cron(call, weavers.prompt_id), add_webhook(call, weavers.prompt_id)
    call.as_user(weavers.bob.id)
    assert call(triggers.get_cron_trigger, cron_trigger_id=cron.id) == cron
    assert call(triggers.list_cron_triggers, prompt_id=weavers.prompt_id) == [cron]
    assert call(triggers.list_webhook_triggers, prompt_id=weavers.prompt_id) == [webhook]
    of_prompt = {"prompt_id": weavers.prompt_id}
    assert call(triggers.delete_cron_trigger, cron_trigger_id=cron.id, **of_prompt) == 1
    assert call(triggers.delete_webhook_trigger, webhook_trigger_id=webhook.id, **of_prompt) == 1


def assert_hidden(call: Caller, cron: CronTrigger, webhook_id: int) -> None:
    """Whoever calls run on behalf of neither sees nor changes the triggers of a prompt."""
    of_prompt = {"prompt_id": cron.prompt_id}
    assert call(triggers.list_cron_triggers, **of_prompt) == []
    assert call(triggers.get_cron_trigger, cron_trigger_id=cron.id) is None
    assert call(triggers.list_webhook_triggers, **of_prompt) == []
    changed = call(
        triggers.set_cron_expression,
        cron_trigger_id=cron.id,
        cron_expression="@hourly",
        **of_prompt,
    )
    assert changed is None
    replaced = call(
        triggers.set_webhook_trigger_secret,
        webhook_trigger_id=webhook_id,
        secret_hash=hash_of("mine"),
        **of_prompt,
    )
    assert replaced == 0
    assert call(triggers.delete_cron_trigger, cron_trigger_id=cron.id, **of_prompt) == 0
    assert call(triggers.delete_webhook_trigger, webhook_trigger_id=webhook_id, **of_prompt) == 0


@pytest.mark.parametrize("visibility", ["prompt", "private", "company"])
@pytest.mark.parametrize("name", ["eve", "root", None])
def test_others_neither_see_nor_change_a_trigger(
    call: Caller, weavers: Weavers, name: str | None, visibility: str
) -> None:
    prompt_id: int = getattr(weavers, f"{visibility}_id")
    cron, webhook = add_cron(call, prompt_id), add_webhook(call, prompt_id)
    ids = {"eve": weavers.eve.id, "root": 1, None: None}
    call.as_user(ids[name])
    assert_hidden(call, cron, webhook.id)
    assert stored_crons(call, prompt_id) == [cron]
    assert found_by(call, "secret") == webhook.id


def test_a_member_neither_sees_nor_changes_triggers_of_a_private_prompt(
    call: Caller, weavers: Weavers
) -> None:
    cron, webhook = add_cron(call, weavers.private_id), add_webhook(call, weavers.private_id)
    call.as_user(weavers.bob.id)
    assert_hidden(call, cron, webhook.id)


def gone(call: Caller, weavers: Weavers, how: str) -> User:
    """Return Bob, who is no member any more, or no active person."""
    if how == "left":
        leave_team(call, weavers.bob, weavers.team)
    else:
        set_status(call, weavers.bob, how)
    return weavers.bob


@pytest.mark.parametrize("how", ["left", "suspended", "deactivated"])
def test_a_former_member_neither_sees_nor_changes_a_trigger(
    call: Caller, weavers: Weavers, how: str
) -> None:
    cron, webhook = add_cron(call, weavers.prompt_id), add_webhook(call, weavers.prompt_id)
    call.as_user(gone(call, weavers, how).id)
    assert_hidden(call, cron, webhook.id)
