"""Setting tablets up, giving out codes, and letting somebody in at a tablet."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance.service.permission import require_case_staff
from app.attendance.tablets.errors import CannotUseTablet, UnknownCode
from app.attendance.tablets.models import ReportingCode, ReportingTablet
from app.attendance.tablets.queries import (
    find_by_code,
    find_code,
    find_tablet_by_hash,
    get_tablet,
    has_said_since,
)
from app.attendance.tablets.secrets import (
    Visit,
    address_hash,
    code_hash,
    new_address,
    new_code,
    seal,
    unseal,
)
from app.audit import service as audit
from app.audit.actions import BY_TABLET, Action
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import Clock
from app.core.ids import new_id
from app.enrolment.models import Participant
from app.enrolment.queries import Part, get_participant
from app.persistence.unique import Taken, add_unique

VISIT = timedelta(minutes=5)
"""How long somebody may stand before a tablet with one code."""
TRIES = 5
"""New codes until one is free; the second is needed once in many years."""


def set_up_tablet(
    session: Session, clock: Clock, actor: Actor, name: str
) -> tuple[ReportingTablet, str]:
    """Return a new tablet with the secret of its address, which is told only now."""
    require_case_staff(actor)
    address = new_address()
    tablet = ReportingTablet(
        id=new_id(),
        municipality_id=actor.scope.municipality_id,
        name=name,
        address_hash=address_hash(address),
        created_by=actor.user_id,
        created_at=clock(),
    )
    session.add(tablet)
    session.flush()
    audit.record(session, clock, actor, Action.TABLET_SET_UP, ("reporting_tablet", tablet.id))
    return tablet, address


def close_tablet(session: Session, clock: Clock, actor: Actor, tablet_id: UUID) -> None:
    """Let the address open nothing from now on; a closed tablet stays closed.

    Raises:
        NotFound: the municipality has no such tablet.
    """
    require_case_staff(actor)
    tablet = get_tablet(session, actor.scope, tablet_id)
    session.refresh(tablet, ["revoked_at"], with_for_update=True)
    if tablet.revoked_at is not None:
        return
    tablet.revoked_at, tablet.revoked_by = clock(), actor.user_id
    session.flush()
    audit.record(session, clock, actor, Action.TABLET_CLOSED, ("reporting_tablet", tablet.id))


def give_code(session: Session, clock: Clock, actor: Actor, participant_id: UUID, key: str) -> str:
    """Return a new code for a participant, told only now; the old one opens nothing any more.

    Raises:
        NotFound: the municipality has no such participant.
    """
    require_case_staff(actor)
    get_participant(session, actor.scope, participant_id)
    scope = actor.scope
    old = find_code(session, scope, participant_id)
    if old is not None:
        session.delete(old)
        session.flush()
    for _ in range(TRIES):
        code = new_code()
        row = ReportingCode(
            participant_id=participant_id,
            municipality_id=scope.municipality_id,
            code_hash=code_hash(code, scope.municipality_id, key),
            created_by=actor.user_id,
            created_at=clock(),
        )
        try:
            add_unique(session, row)
        except Taken:
            continue
        audit.record(
            session,
            clock,
            actor,
            Action.TABLET_CODE_GIVEN,
            ("participant", participant_id),
            participant_id=participant_id,
        )
        return code
    raise RuntimeError("no code is free")


def open_tablet(session: Session, address: str) -> ReportingTablet:
    """Return the tablet of an address.

    Raises:
        CannotUseTablet: there is none, or it is closed.
    """
    tablet = find_tablet_by_hash(session, address_hash(address))
    if tablet is None or tablet.revoked_at is not None:
        raise CannotUseTablet
    return tablet


def enter(session: Session, clock: Clock, tablet: ReportingTablet, code: str, key: str) -> str:
    """Return the sealed visit of whoever has this code, and record that she came.

    Raises:
        UnknownCode: nobody here has it.
    """
    scope = MunicipalityScope(tablet.municipality_id)
    who = find_by_code(session, scope, code_hash(code, tablet.municipality_id, key))
    if who is None:
        raise UnknownCode
    audit.record(
        session,
        clock,
        None,
        Action.TABLET_ENTERED,
        ("reporting_tablet", tablet.id),
        participant_id=who,
        municipality_id=tablet.municipality_id,
        details={"by": BY_TABLET},
    )
    return seal(Visit(tablet.id, who, clock()), key)


def visitor(
    session: Session, clock: Clock, tablet: ReportingTablet, sealed: str, key: str
) -> Participant:
    """Return who stands before the tablet, with her children.

    A visit ends after five minutes, and with what she says: nobody reads on after her.

    Raises:
        CannotUseTablet: the visit is over, or was never one at this tablet.
    """
    visit = unseal(sealed, key)
    scope = MunicipalityScope(tablet.municipality_id)
    if visit is None or visit.tablet_id != tablet.id or clock() - visit.began_at > VISIT:
        raise CannotUseTablet
    if has_said_since(session, scope, visit.participant_id, visit.began_at):
        raise CannotUseTablet
    return get_participant(session, scope, visit.participant_id, Part.CHILDREN)
