"""Triggers and runs for tests, made by the generated functions on behalf of who is set."""

from dataclasses import dataclass

from generated.automation import automation_runs, automation_triggers
from generated.automation.automation_triggers import CronTrigger, WebhookTrigger
from generated.automation.models import AutomationRun
from generated.iam.enums import Role
from generated.iam.teams import Team
from generated.iam.users import User
from tests.queries.caller import Caller
from tests.queries.iam.keys import hash_of
from tests.queries.iam.people import create_people
from tests.queries.iam.prompts import create_prompt
from tests.queries.iam.tenants import create_team, join_team

LARGEST_ID = 2**31 - 1


@dataclass(frozen=True)
class Weavers:
    """A team with prompts.

    :ivar ada: who founded it, and on whose behalf calls run at first
    :ivar bob: another member
    :ivar eve: a member of another team alone
    :ivar prompt_id: of a prompt that the members see
    :ivar private_id: of a prompt that Ada alone sees
    :ivar company_id: of a prompt that everyone sees
    """

    team: Team
    ada: User
    bob: User
    eve: User
    prompt_id: int
    private_id: int
    company_id: int


def create_weavers(call: Caller) -> Weavers:
    """Create the team, a stranger, and an administrator who is in no team."""
    _, ada, bob, eve = create_people(call, "root", "ada", "bob", "eve")
    create_team(call, eve, "Spinners")
    team = create_team(call, ada)
    join_team(call, bob, team, [Role.COLLABORATOR])
    return Weavers(
        team,
        ada,
        bob,
        eve,
        prompt_id=create_prompt(call, team),
        private_id=create_prompt(call, team, "Private"),
        company_id=create_prompt(call, team, "Company"),
    )


def add_cron(call: Caller, prompt_id: int, cron_expression: str = "@daily") -> CronTrigger:
    return call.one(
        automation_triggers.create_cron_trigger,
        prompt_id=prompt_id,
        cron_expression=cron_expression,
    )


def add_webhook(call: Caller, prompt_id: int, secret: str = "secret") -> WebhookTrigger:  # noqa: S107 - no password
    """Add a call from outside that brings a secret."""
    return call.one(
        automation_triggers.create_webhook_trigger,
        prompt_id=prompt_id,
        secret_hash=hash_of(secret),
    )


def add_run(call: Caller, prompt_id: int) -> AutomationRun:
    """Put a run in the queue, for at once."""
    return call.one(automation_runs.create_run, prompt_id=prompt_id, scheduled_for=None)


def stored_run(call: Caller, run_id: int) -> AutomationRun | None:
    """Return a run as it is now, as the owner sees it."""
    return call.as_owner(automation_runs.get_run, run_id=run_id)
