"""A group in Fjordvik with two members, and its teacher."""

import pytest

from app.core.actor import Role
from app.extensions import db
from tests.support.school import School, open_school
from tests.support.world import World


@pytest.fixture
def school(world: World) -> School:
    with world.app.app_context():
        opened = open_school(
            db.session,
            world.clock,
            world.actor(Role.CASEWORKER),
            teacher_id=world.user(Role.TEACHER).id,
        )
        db.session.commit()
        return opened
