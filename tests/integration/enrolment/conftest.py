"""Participants of the two municipalities, enrolled by their caseworkers."""

from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import select

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.enrolment.models import Participant
from app.enrolment.queries import Part, get_participant
from app.extensions import db
from tests.support.builders import enrol
from tests.support.client import Browser
from tests.support.world import FJORDVIK, World

Enrolled = Callable[..., UUID]


@pytest.fixture
def browser(browser_for: Callable[..., Browser]) -> Browser:
    """The caseworker's."""
    return browser_for(Role.CASEWORKER)


@pytest.fixture
def enrolled(world: World) -> Enrolled:
    """Enrol somebody, commit, and return her id: `enrolled(given_name="Sahra")`."""

    def make(*, domain: str = FJORDVIK, adviser: Role | None = None, **changes: object) -> UUID:
        with world.app.app_context():
            actor = world.actor(Role.CASEWORKER, domain)
            if adviser is not None:
                changes["adviser_id"] = world.user(adviser, domain).id
            changes = {"identity_number": "", **changes}
            participant_id = enrol(db.session, world.clock, actor, **changes).id  # type: ignore[arg-type]
            db.session.commit()
        return participant_id

    return make


@pytest.fixture
def saved(world: World) -> Callable[[UUID], Participant]:
    """Read a participant of Fjordvik with all her parts."""

    def read(participant_id: UUID) -> Participant:
        with world.app.app_context():
            return get_participant(db.session, world.scope(), participant_id, *Part)

    return read


@pytest.fixture
def events(world: World) -> Callable[[Action], list[AuditEvent]]:
    """Read the recorded events of one kind, oldest first."""

    def read(action: Action) -> list[AuditEvent]:
        with world.app.app_context():
            wanted = select(AuditEvent).where(AuditEvent.action == action)
            return list(db.session.scalars(wanted.order_by(AuditEvent.id)))

    return read
