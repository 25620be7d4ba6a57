"""What is left of a participant's quotas on a chosen day."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance import queries
from app.attendance.service.permission import require_case_staff
from app.attendance.service.weighing import facts_of, policy_of
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import Clock
from app.core.period import Period
from app.enrolment.models import Participant
from app.enrolment.queries import Part, get_participant
from app.plans.queries import find_programme
from app.rules.absence import Balances, classify


@dataclass(frozen=True, slots=True)
class QuotaBook:
    """A participant's quotas on a day."""

    participant: Participant
    on: date
    programme_starts_on: date | None
    """None: she has no programme."""
    balances: Balances | None
    """None: the programme has not begun on that day."""


def open_balances(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, on: date
) -> QuotaBook:
    """Return a participant's quotas, and record the look.

    Raises:
        NotFound: there is no such participant in the municipality.
    """
    require_case_staff(actor)
    book = read_balances(session, actor.scope, participant_id, on)
    audit.record(
        session,
        clock,
        actor,
        Action.ABSENCES_VIEWED,
        ("participant", participant_id),
        participant_id=participant_id,
        details={"on": on.isoformat()},
    )
    return book


def read_balances(
    session: Session, scope: MunicipalityScope, participant_id: UUID, on: date
) -> QuotaBook:
    """Return a participant's quotas as they stand at the end of a day, whenever it is.

    Absences that are registered for days after it do not count. The caller records the look.

    Raises:
        NotFound: there is no such participant in the municipality.
    """
    participant = get_participant(session, scope, participant_id, Part.CHILDREN)
    programme = find_programme(session, scope, participant_id)
    if programme is None:
        return QuotaBook(participant, on, None, None)
    starts_on = programme.starts_on
    if on < starts_on:
        return QuotaBook(participant, on, starts_on, None)
    history = queries.list_absences_history(session, scope, [participant_id], on)
    rows = history.get(participant_id, [])
    facts = facts_of(session, scope, participant, starts_on, Period(starts_on, on), rows)
    return QuotaBook(
        participant, on, starts_on, classify(facts, policy_of(session, scope)).balances
    )
