"""Receiving a bundle: kept as it came, looked into, and taken in when somebody says so."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import Session

from app.accounts.queries import get_municipality
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock
from app.core.ids import new_id
from app.core.pii import IdentityNumber
from app.handover.bundle import Bundle, check_version, read_bundle
from app.handover.errors import BadBundle, BundleFault, CannotReceive, ReceiveRefusal
from app.handover.models import HandoverReceived, KnownSender
from app.handover.months import Month, read_months
from app.handover.queries import (
    find_by_origin,
    get_received,
    get_sender,
    is_enrolled,
    is_known,
    list_received,
    list_senders,
)
from app.handover.tables import ROOT
from app.handover.taking_in import take_in
from app.persistence.unique import Taken, add_unique


@dataclass(frozen=True, slots=True)
class Preview:
    """A bundle before it is taken in."""

    received: HandoverReceived
    bundle: Bundle
    months: tuple[Month, ...]
    is_for_us: bool
    """It was made for this municipality."""
    is_known: bool
    """Somebody here has compared the fingerprint before."""
    is_person_here: bool
    """Somebody with the same identity number is enrolled already."""


def open_received(
    session: Session, clock: Clock, actor: Actor
) -> tuple[list[HandoverReceived], list[KnownSender]]:
    """Return the bundles that came in and the known senders, and record the look."""
    audit.record(session, clock, actor, Action.HANDOVERS_VIEWED, ("handover", None))
    return list_received(session, actor.scope), list_senders(session, actor.scope)


def receive(session: Session, clock: Clock, actor: Actor, content: bytes) -> HandoverReceived:
    """Keep a file that is a whole and signed bundle.

    Raises:
        BadBundle: it is not.
        CannotReceive: it is here already.
    """
    bundle = read_bundle(content)
    check_version(bundle)
    read_months(bundle.case["months"])
    received = HandoverReceived(
        id=new_id(),
        municipality_id=actor.scope.municipality_id,
        origin_id=bundle.origin_id,
        sender=bundle.sender,
        fingerprint=bundle.fingerprint,
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        digest=bundle.digest,
        uploaded_by=actor.user_id,
        uploaded_at=clock(),
    )
    try:
        add_unique(session, received)
    except Taken as error:
        raise CannotReceive(ReceiveRefusal.RECEIVED_BEFORE) from error
    _record(session, clock, actor, Action.HANDOVER_RECEIVED, received)
    return received


def look_into(session: Session, clock: Clock, actor: Actor, received_id: UUID) -> Preview:
    """Return what a bundle holds, and record the look.

    Raises:
        NotFound: there is none.
    """
    received = get_received(session, actor.scope, received_id)
    _record(session, clock, actor, Action.HANDOVER_VIEWED, received)
    return _preview(session, actor, received)


def take_over(
    session: Session, clock: Clock, actor: Actor, received_id: UUID, *, is_confirmed: bool
) -> UUID:
    """Take the case in, and return the participant's id here.

    `is_confirmed`: the actor has compared the fingerprint with the sender.

    Raises:
        NotFound: there is no such bundle.
        CannotReceive: it was done, the person is here, or nobody vouches for the sender.
        BadBundle: a value in it cannot be what it says it is.
    """
    received = get_received(session, actor.scope, received_id)
    if received.participant_id is not None:
        raise CannotReceive(ReceiveRefusal.DONE_ALREADY)
    preview = _preview(session, actor, received)
    check_version(preview.bundle)
    if find_by_origin(session, actor.scope, received.origin_id) is not None:
        raise CannotReceive(ReceiveRefusal.CASE_IS_HERE)
    if preview.is_person_here:
        raise CannotReceive(ReceiveRefusal.PERSON_IS_HERE)
    if not preview.is_known and not is_confirmed:
        raise CannotReceive(ReceiveRefusal.NOT_CONFIRMED)
    participant_id = _take_in(session, clock, actor, preview.bundle)
    if not preview.is_known:
        _remember(session, clock, actor, received)
    received.participant_id = participant_id
    received.taken_in_by, received.taken_in_at = actor.user_id, clock()
    session.flush()
    _record(session, clock, actor, Action.HANDOVER_TAKEN_IN, received)
    return participant_id


def discard(session: Session, clock: Clock, actor: Actor, received_id: UUID) -> None:
    """Throw a bundle away that nobody has taken in.

    Raises:
        NotFound: there is none.
        CannotReceive: it was taken in.
    """
    received = get_received(session, actor.scope, received_id)
    if received.participant_id is not None:
        raise CannotReceive(ReceiveRefusal.DONE_ALREADY)
    _record(session, clock, actor, Action.HANDOVER_DISCARDED, received)
    session.delete(received)
    session.flush()


def forget_sender(session: Session, clock: Clock, actor: Actor, sender_id: UUID) -> None:
    """Let a fingerprint be compared again before the next case from it is taken in.

    Raises:
        NotFound: there is no such sender.
    """
    sender = get_sender(session, actor.scope, sender_id)
    details: dict[str, object] = {"fingerprint": sender.fingerprint}
    subject = ("known_sender", sender.id)
    audit.record(session, clock, actor, Action.HANDOVER_SENDER_FORGOTTEN, subject, details=details)
    session.delete(sender)
    session.flush()


def _take_in(session: Session, clock: Clock, actor: Actor, bundle: Bundle) -> UUID:
    """Write all of it or nothing; what the database itself refuses is the bundle's fault."""
    try:
        with session.begin_nested():
            return take_in(session, clock, actor.scope, bundle)
    except (DataError, IntegrityError) as error:
        raise BadBundle(BundleFault.BAD_CONTENT, "tables") from error


def _preview(session: Session, actor: Actor, received: HandoverReceived) -> Preview:
    bundle = read_bundle(received.content)
    people = bundle.case["tables"].get(ROOT) or [{}]
    ours = get_municipality(session, actor.scope).name
    number = people[0].get("identity_number")
    return Preview(
        received=received,
        bundle=bundle,
        months=read_months(bundle.case["months"]),
        is_for_us=bundle.recipient.strip().casefold() == ours.casefold(),
        is_known=is_known(session, actor.scope, bundle.fingerprint),
        is_person_here=bool(number)
        and is_enrolled(session, actor.scope, IdentityNumber(str(number))),
    )


def _remember(session: Session, clock: Clock, actor: Actor, received: HandoverReceived) -> None:
    session.add(
        KnownSender(
            id=new_id(),
            municipality_id=actor.scope.municipality_id,
            fingerprint=received.fingerprint,
            sender=received.sender,
            confirmed_by=actor.user_id,
            confirmed_at=clock(),
        )
    )


def _record(
    session: Session, clock: Clock, actor: Actor, action: Action, received: HandoverReceived
) -> None:
    audit.record(
        session,
        clock,
        actor,
        action,
        ("handover", received.id),
        participant_id=received.participant_id,
        details={"sha256": received.sha256, "fingerprint": received.fingerprint},
    )
