"""The participant of the tests, linked to her own user."""

import pytest

from app.extensions import db
from tests.support.own_case import OwnCase, build_own_case
from tests.support.world import World


@pytest.fixture
def own(world: World) -> OwnCase:
    with world.app.app_context():
        return build_own_case(db.session, world)
