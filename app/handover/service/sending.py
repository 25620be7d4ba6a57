"""Making a bundle of a case, and taking the file out."""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.accounts.queries import get_municipality
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import Clock, today
from app.core.ids import new_id
from app.core.period import Period
from app.enrolment.models import Participant
from app.enrolment.protection import may_see_contact
from app.enrolment.queries import get_participant
from app.handover.bundle import MOST_PACKED, read_bundle, write_bundle
from app.handover.collecting import collect
from app.handover.commands import MakeBundle
from app.handover.errors import CannotHandOver, SendRefusal
from app.handover.models import HandoverMade, HandoverReceived
from app.handover.months import months_of
from app.handover.queries import find_origin, get_made, has_papers_in_the_making, list_made
from app.handover.signing import signing_key

_FIRST_DAY = date(2021, 1, 1)
"""The act is in force from this day (integreringsloven § 51)."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A participant, and the way her case has gone."""

    participant: Participant
    made: tuple[HandoverMade, ...]
    """Newest first."""
    origin: HandoverReceived | None
    """The bundle that her case came in."""


def open_made(session: Session, clock: Clock, actor: Actor, participant_id: UUID) -> Sent:
    """Return the bundles that were made and the one that came, and record the look.

    Raises:
        NotFound: outside the municipality.
    """
    participant = get_participant(session, actor.scope, participant_id)
    audit.record(
        session,
        clock,
        actor,
        Action.HANDOVERS_VIEWED,
        ("participant", participant_id),
        participant_id=participant_id,
    )
    return Sent(
        participant,
        tuple(list_made(session, actor.scope, participant_id)),
        find_origin(session, actor.scope, participant_id),
    )


def make_bundle(
    session: Session, clock: Clock, actor: Actor, secret_key: str, command: MakeBundle
) -> HandoverMade:
    """Make a bundle and keep it byte for byte.

    Raises:
        NotFound: outside the municipality.
        CannotHandOver: it would go to ourselves, lack a paper, be too large, or tell the actor an
            address that is protected.
    """
    scope, who = actor.scope, command.participant_id
    if not may_see_contact(actor, get_participant(session, scope, who)):
        raise CannotHandOver(SendRefusal.ADDRESS_PROTECTED)
    municipality = get_municipality(session, scope)
    if command.recipient.casefold() == municipality.name.casefold():
        raise CannotHandOver(SendRefusal.SAME_MUNICIPALITY)
    if has_papers_in_the_making(session, scope, who):
        raise CannotHandOver(SendRefusal.PAPERS_IN_THE_MAKING)
    moment = clock()
    months = _months(session, scope, who, municipality.name, today(clock))
    collected = collect(session, who, municipality.name, months)
    content = write_bundle(
        collected.case,
        collected.files,
        sender=municipality.name,
        recipient=command.recipient,
        made_at=moment,
        key=signing_key(secret_key),
    )
    if len(content) > MOST_PACKED:
        raise CannotHandOver(SendRefusal.TOO_BIG)
    made = HandoverMade(
        id=new_id(),
        municipality_id=scope.municipality_id,
        participant_id=who,
        recipient=command.recipient,
        ground=command.ground,
        reason=command.reason,
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        made_by=actor.user_id,
        made_at=moment,
    )
    session.add(made)
    session.flush()
    counts = {name: len(rows) for name, rows in collected.case["tables"].items() if rows}
    details: dict[str, object] = {
        "ground": command.ground.value,
        "sha256": made.sha256,
        "rows": counts,
        "files": len(collected.files),
    }
    _record(session, clock, actor, Action.HANDOVER_MADE, made, details)
    return made


def download_bundle(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, handover_id: UUID
) -> HandoverMade:
    """Return a bundle with its bytes, and record that a copy was taken.

    Raises:
        NotFound: there is none.
        CannotHandOver: it tells an address that is protected from the actor.
    """
    if not may_see_contact(actor, get_participant(session, actor.scope, participant_id)):
        raise CannotHandOver(SendRefusal.ADDRESS_PROTECTED)
    made = get_made(session, actor.scope, participant_id, handover_id)
    _record(session, clock, actor, Action.HANDOVER_DOWNLOADED, made, {"sha256": made.sha256})
    return made


def _months(
    session: Session, scope: MunicipalityScope, who: UUID, municipality: str, last_day: date
) -> list[dict[str, Any]]:
    """Return what came with the case, and then our own months."""
    origin = find_origin(session, scope, who)
    earlier = read_bundle(origin.content).case["months"] if origin is not None else []
    return [
        *earlier,
        *months_of(session, scope, who, municipality, Period(_FIRST_DAY, last_day)),
    ]


def _record(
    session: Session,
    clock: Clock,
    actor: Actor,
    action: Action,
    made: HandoverMade,
    details: dict[str, object],
) -> None:
    audit.record(
        session,
        clock,
        actor,
        action,
        ("handover", made.id),
        participant_id=made.participant_id,
        details=details,
    )
