"""Reading participants, and what the database itself refuses."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from flask import Flask

from app.core.actor import Role
from app.core.errors import NotFound
from app.enrolment import service
from app.enrolment.commands import ChangeParticipant, EnrolParticipant
from app.enrolment.errors import CannotSaveParticipant, ParticipantRefusal
from app.enrolment.facts import details_of
from app.enrolment.models import Participant
from app.enrolment.queries import Part, get_participant, list_participants
from app.extensions import db
from tests.integration.enrolment.conftest import Enrolled
from tests.support.builders import details
from tests.support.world import DALHEIM, RANDOM_ID, World

NUMBER = "201512345699"


def test_a_participant_read_without_parts_gets_them_when_asked(
    app: Flask, world: World, enrolled: Enrolled
) -> None:
    participant_id = enrolled()
    with app.app_context():
        scope = world.scope()
        bare = get_participant(db.session, scope, participant_id)
        full = get_participant(db.session, scope, participant_id, *Part)
        assert full is bare
        assert full.permit.participant_id == participant_id
        assert len(full.household) == 1
        assert full.children == []
        again = get_participant(db.session, scope, participant_id)
        assert again.permit is full.permit, "what is loaded stays"


def test_another_municipality_is_the_same_as_nothing(
    app: Flask, world: World, enrolled: Enrolled
) -> None:
    neighbour = enrolled(domain=DALHEIM)
    with app.app_context():
        for participant_id in (neighbour, RANDOM_ID):
            with pytest.raises(NotFound):
                get_participant(db.session, world.scope(), participant_id)
        assert list_participants(db.session, world.scope()) == []


def test_a_number_taken_at_the_same_moment_is_refused_with_its_reason(
    app: Flask,
    world: World,
    enrolled: Enrolled,
    saved: Callable[[UUID], Participant],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    enrolled(identity_number=NUMBER)
    participant_id = enrolled()
    # The other one saved between the look and the write.
    monkeypatch.setattr(service, "is_identity_number_taken", lambda *_, **__: False)
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        with pytest.raises(CannotSaveParticipant) as enrolling:
            service.enrol_participant(
                db.session, world.clock, actor, EnrolParticipant(details(identity_number=NUMBER))
            )
        assert enrolling.value.reasons == (ParticipantRefusal.IDENTITY_NUMBER_TAKEN,)
        participant = get_participant(db.session, world.scope(), participant_id, Part.PERMIT)
        taken = replace(details_of(participant), identity_number=NUMBER)
        with pytest.raises(CannotSaveParticipant) as changing:
            service.change_participant(
                db.session, world.clock, actor, ChangeParticipant(participant_id, 1, taken)
            )
        assert changing.value.reasons == (ParticipantRefusal.IDENTITY_NUMBER_TAKEN,)
        # The session still answers, so the form can be shown again.
        assert len(list_participants(db.session, world.scope())) == 2
        db.session.rollback()
    assert saved(participant_id).identity_number is None
