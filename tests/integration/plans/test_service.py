"""Plans through their services."""

from flask import Flask

from app.extensions import db
from app.plans.queries import find_current_plan, find_programme
from tests.integration.plans.conftest import LAST_DAY, Plans


def test_a_complete_plan_is_fixed(app: Flask, plans: Plans) -> None:
    with app.app_context():
        plans.fixed()
    with app.app_context():
        scope = plans.actor.scope
        plan = find_current_plan(db.session, scope, plans.participant_id)
        programme = find_programme(db.session, scope, plans.participant_id)
        assert plan is not None
        assert plan.version == 1
        assert len(plan.elements) == 5
        assert programme is not None
        assert programme.ends_on == LAST_DAY
