"""How the participant lives, and her children."""

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.errors import NotFound
from app.enrolment.changes import refuse, require_version, save
from app.enrolment.checks import check_household
from app.enrolment.commands import ChangeHousehold, ChildDetails, HouseholdDetails
from app.enrolment.errors import ParticipantRefusal
from app.enrolment.models import Child, HouseholdPeriod, Participant
from app.enrolment.queries import Part, get_participant


def change_household(
    session: Session, clock: Clock, actor: Actor, command: ChangeHousehold
) -> Participant:
    """Save how the participant lives from a day on, and her children.

    A period that begins the same day is corrected; otherwise a new one begins. Children that
    the command leaves out stay as they are. What is saved as it was is no change.

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
    changed = list(_changed(participant, command))
    if changed:
        _write_household(session, participant, command)
        save(session, clock, actor, participant, changed)
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


def _changed(participant: Participant, command: ChangeHousehold) -> Iterator[str]:
    """Yield what the command says otherwise than the rows do.

    Raises:
        NotFound: a child that is not hers.
    """
    household = command.household
    before = [period for period in participant.household if period.first_day <= command.first_day]
    if not before or _living(max(before, key=lambda each: each.first_day)) != _living(household):
        yield "household"
    if participant.is_sole_carer != household.is_sole_carer:
        yield "is_sole_carer"
    children = {child.id: child for child in participant.children}
    if any(
        each.child_id is None or _told(_own(children, each.child_id)) != _told(each)
        for each in household.children
    ):
        yield "children"


def _living(lives: HouseholdPeriod | HouseholdDetails) -> tuple[bool, bool, bool]:
    return lives.lives_with_parents, lives.has_partner, lives.is_partner_in_programme


def _told(child: Child | ChildDetails) -> tuple[date, bool, date | None]:
    return child.born_on, child.is_chronically_ill, child.cared_for_until


def _own(children: Mapping[UUID, Child], child_id: UUID) -> Child:
    if child_id not in children:
        raise NotFound
    return children[child_id]


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
        else:
            child = _own(children, wanted.child_id)
            child.born_on = wanted.born_on
            child.is_chronically_ill = wanted.is_chronically_ill
            child.cared_for_until = wanted.cared_for_until
