"""How the participant lives, and her children."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.errors import NotFound
from app.enrolment.changes import refuse, require_version, save
from app.enrolment.checks import check_household
from app.enrolment.commands import ChangeHousehold, ChildDetails
from app.enrolment.errors import ParticipantRefusal
from app.enrolment.models import Child, HouseholdPeriod, Participant
from app.enrolment.queries import Part, get_participant


def change_household(
    session: Session, clock: Clock, actor: Actor, command: ChangeHousehold
) -> Participant:
    """Save how the participant lives from a day on, and her children.

    A period that begins the same day is corrected; otherwise a new one begins. Children that
    the command leaves out stay as they are.

    Raises:
        NotFound: outside the municipality, or a child that is not hers.
        ParticipantChanged: somebody else saved the participant meanwhile.
        CannotSaveParticipant: something cannot be true.
    """
    participant = get_participant(
        session, actor.scope, command.participant_id, Part.HOUSEHOLD, Part.CHILDREN
    )
    require_version(session, actor, participant, command.row_version)
    household = command.household
    problems = list(check_household(household, participant.born_on, today(clock)))
    if command.first_day < participant.settled_on:
        problems.append(ParticipantRefusal.HOUSEHOLD_BEFORE_SETTLEMENT)
    refuse(problems)
    _write_household(session, participant, command)
    save(session, clock, actor, participant, ["household", "children"])
    session.expire(participant, ["household", "children"])
    return participant


def new_child(participant_id: UUID, child: ChildDetails) -> Child:
    """Return a row for a child that was not registered before."""
    return Child(
        participant_id=participant_id,
        born_on=child.born_on,
        is_chronically_ill=child.is_chronically_ill,
        cared_for_until=child.cared_for_until,
    )


def _write_household(session: Session, participant: Participant, command: ChangeHousehold) -> None:
    household = command.household
    by_day = {period.first_day: period for period in participant.household}
    period = by_day.get(command.first_day)
    if period is None:
        period = HouseholdPeriod(participant_id=participant.id, first_day=command.first_day)
        session.add(period)
    period.lives_with_parents = household.lives_with_parents
    period.has_partner = household.has_partner
    period.is_partner_in_programme = household.is_partner_in_programme
    participant.is_sole_carer = household.is_sole_carer
    children = {child.id: child for child in participant.children}
    for wanted in household.children:
        if wanted.child_id is None:
            session.add(new_child(participant.id, wanted))
        elif wanted.child_id in children:
            child = children[wanted.child_id]
            child.born_on = wanted.born_on
            child.is_chronically_ill = wanted.is_chronically_ill
            child.cared_for_until = wanted.cared_for_until
        else:
            raise NotFound
