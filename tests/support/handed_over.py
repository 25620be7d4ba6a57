"""A case that left for another municipality, one that came, and a sender that somebody knows."""

import hashlib
from datetime import timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from app.core.actor import Role
from app.core.ids import new_id
from app.handover import service
from app.handover.bundle import write_bundle
from app.handover.kinds import HandoverGround
from app.handover.models import HandoverMade, KnownSender
from app.handover.signing import fingerprint, public_bytes, signing_key
from tests.support.world import NOW, World

KEY = signing_key("the secret of an installation far away")


def small_bundle(canary: str) -> bytes:
    """Return a bundle that can be looked into; it lacks what it would take to be taken in."""
    person = {"given_name": "Person", "family_name": canary, "born_on": "1990-01-01"}
    case = {
        "participant_id": str(new_id()),
        "people": {},
        "texts": {},
        "codes": {},
        "tables": {"participant": [person]},
        "months": [
            {
                "municipality": "Langtvekk",
                "first_day": "2026-09-01",
                "scheduled_minutes": 6_000,
                "missed_minutes": 420,
                "gross_ore": 2_250_000,
                "payout_ore": 2_150_000,
            }
        ],
    }
    return write_bundle(case, {}, sender="Langtvekk", recipient="Her", made_at=NOW, key=KEY)


def hand_over(
    session: Session, world: World, domain: str, participant_id: UUID, canary: str
) -> None:
    """Keep a bundle of a case, receive another, and know who sent it."""
    actor, content = world.actor(Role.CASEWORKER, domain), small_bundle(canary)
    session.add(
        HandoverMade(
            id=new_id(),
            municipality_id=actor.scope.municipality_id,
            participant_id=participant_id,
            recipient="Langtvekk",
            ground=HandoverGround.TASK,
            reason=f"{canary} flytter.",
            content=content,
            sha256=hashlib.sha256(content).hexdigest(),
            made_by=actor.user_id,
            made_at=world.clock() - timedelta(days=1),
        )
    )
    service.receive(session, world.clock, actor, content)
    session.add(
        KnownSender(
            id=new_id(),
            municipality_id=actor.scope.municipality_id,
            fingerprint=fingerprint(public_bytes(KEY)),
            sender="Langtvekk",
            confirmed_by=actor.user_id,
            confirmed_at=world.clock(),
        )
    )
    session.flush()
