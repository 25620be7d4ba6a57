"""The administrator's page of the municipality's choices."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.benefit.policies.forms import PoliciesForm
from app.benefit.policies.service import read_policy
from app.core.actor import Role
from app.extensions import db
from app.rules.benefit import Policy, PolicyKey
from tests.support.client import Browser
from tests.support.world import CHOSEN, World

PAGE = "/innstillinger"


def events(app: Flask) -> list[AuditEvent]:
    wanted = select(AuditEvent).where(AuditEvent.action == Action.POLICIES_CHANGED)
    return list(db.session.scalars(wanted.order_by(AuditEvent.id)))


def test_the_form_asks_every_choice() -> None:
    assert {key.value for key in PolicyKey} <= set(dir(PoliciesForm))


def test_a_choice_is_changed_and_recorded(
    app: Flask, world: World, browser_for: Callable[..., Browser]
) -> None:
    browser = browser_for(Role.ADMINISTRATOR)
    browser.submit(PAGE, {"whole_day_basis": "hour", "cap_day_at_day_rate": "no"})
    assert "Valgene er lagret." in browser.get(PAGE).text
    with app.app_context():
        policy, _mark = read_policy(db.session, world.scope())
        assert policy == Policy.from_mapping(
            {**CHOSEN, "whole_day_basis": "hour", "cap_day_at_day_rate": False}
        )
        other, _mark = read_policy(db.session, world.scope("4699"))
        assert other == Policy.from_mapping(CHOSEN)
        (event,) = events(app)
        assert event.details == {
            "changes": {"whole_day_basis": ["day", "hour"], "cap_day_at_day_rate": [True, False]}
        }


def test_saving_the_same_changes_and_records_nothing(
    app: Flask, browser_for: Callable[..., Browser]
) -> None:
    browser = browser_for(Role.ADMINISTRATOR)
    browser.submit(PAGE)
    assert "Ingen valg er endret." in browser.get(PAGE).text
    with app.app_context():
        assert events(app) == []


def test_an_unknown_answer_is_refused_and_nothing_is_saved(
    app: Flask, world: World, browser_for: Callable[..., Browser]
) -> None:
    browser = browser_for(Role.ADMINISTRATOR)
    answer = browser.submit(
        PAGE, {"whole_day_basis": "week", "part_month": "calendar_days"}, status=200
    )
    assert "Velg ett av alternativene" in answer.text
    with app.app_context():
        assert read_policy(db.session, world.scope())[0] == Policy.from_mapping(CHOSEN)


def test_a_stale_form_shows_what_others_chose_and_saves_on_the_second_try(
    app: Flask, world: World, browser_for: Callable[..., Browser]
) -> None:
    mine, theirs = browser_for(Role.ADMINISTRATOR), browser_for(Role.ADMINISTRATOR)
    stale = mine.filled(PAGE, {"part_month": "calendar_days"})
    theirs.submit(PAGE, {"whole_day_basis": "hour"})
    answer = mine.send(PAGE, stale, status=200)
    assert "Andre har endret dette siden du åpnet siden:" in answer.text
    assert "En hel dag koster timesatsen for hver time." in answer.text
    with app.app_context():
        current, mark = read_policy(db.session, world.scope())
        assert current == Policy.from_mapping({**CHOSEN, "whole_day_basis": "hour"})
    mine.send(PAGE, {**stale, "seen": mark})
    with app.app_context():
        assert read_policy(db.session, world.scope())[0] == Policy.from_mapping(
            {**CHOSEN, "part_month": "calendar_days"}
        )


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR}))
def test_only_the_administrator_chooses(role: Role, browser_for: Callable[..., Browser]) -> None:
    browser_for(role).get(PAGE, status=403)
