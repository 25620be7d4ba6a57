"""Enrolling, changing and opening participants. Every write and every look is recorded."""

from dataclasses import fields, replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.accounts.queries import get_user
from app.audit.actions import Action
from app.core.actor import CASE_STAFF, Actor, Role
from app.core.clock import Clock, today
from app.core.errors import NotFound
from app.core.ids import new_id
from app.core.pii import IdentityNumber
from app.enrolment.changes import (
    identity_number_guarded,
    record,
    refuse,
    require_version,
    save,
    touch,
)
from app.enrolment.checks import check_details, check_household, check_names
from app.enrolment.commands import (
    ChangeParticipant,
    EnrolParticipant,
    ParticipantDetails,
    PermitDetails,
    RegisterMapping,
)
from app.enrolment.errors import (
    CannotLinkUser,
    CannotSaveParticipant,
    LinkRefusal,
    ParticipantRefusal,
)
from app.enrolment.facts import details_of, facts_from_details
from app.enrolment.household import new_child
from app.enrolment.mapping.queries import find_mapping
from app.enrolment.mapping.service import append
from app.enrolment.models import HouseholdPeriod, Participant, ResidencePermit
from app.enrolment.protection import may_see_contact
from app.enrolment.queries import (
    Part,
    find_participant_of_user,
    get_participant,
    is_identity_number_taken,
    list_namesakes,
)
from app.rules.eligibility import TargetGroupAssessment, assess_target_group
from app.rules.law import InstallationDates

CONTACT_FIELDS = ("phone", "email", "address", "address_protection", "adviser_id")
"""What only those who may see the contact details may change."""


def enrol_participant(
    session: Session, clock: Clock, actor: Actor, command: EnrolParticipant
) -> Participant:
    """Register a person in the actor's municipality.

    Raises:
        CannotSaveParticipant: something cannot be true, or she is registered already.
    """
    details, household = command.details, command.household
    present_day = today(clock)
    problems = [
        *check_names(details),
        *check_details(details, present_day),
        *check_household(household, details.born_on, present_day),
        *_check_against_register(session, actor, details),
    ]
    refuse(problems)
    if not command.is_somebody_else:
        _refuse_namesakes(session, actor, details)
    participant = Participant(
        id=new_id(),
        municipality_id=actor.scope.municipality_id,
        is_sole_carer=household.is_sole_carer,
        created_at=clock(),
        changed_at=clock(),
    )
    permit = ResidencePermit(participant_id=participant.id)
    _write_details(participant, permit, details)
    with identity_number_guarded(session):
        session.add(participant)
    session.add(permit)
    session.add(
        HouseholdPeriod(
            participant_id=participant.id,
            first_day=details.settled_on,
            lives_with_parents=household.lives_with_parents,
            has_partner=household.has_partner,
            is_partner_in_programme=household.is_partner_in_programme,
        )
    )
    session.add_all(new_child(participant.id, child) for child in household.children)
    session.flush()
    record(session, clock, actor, Action.PARTICIPANT_ENROLLED, participant.id)
    return participant


def preview_target_group(
    clock: Clock, details: ParticipantDetails, dates: InstallationDates
) -> TargetGroupAssessment:
    """Return the target group of somebody who is not registered. Saves and records nothing.

    Raises:
        CannotSaveParticipant: something cannot be true.
    """
    present_day = today(clock)
    refuse(list(check_details(details, present_day)))
    return assess_target_group(facts_from_details(details, None, present_day), dates)


def change_participant(
    session: Session, clock: Clock, actor: Actor, command: ChangeParticipant
) -> Participant:
    """Save the edit page. Whoever may not see the contact details leaves them as they are.

    Raises:
        NotFound: outside the municipality.
        ParticipantChanged: somebody else saved the participant meanwhile.
        CannotSaveParticipant: something cannot be true, or belongs to somebody else.
    """
    scope = actor.scope
    participant = get_participant(session, scope, command.participant_id, Part.PERMIT)
    require_version(session, actor, participant, command.row_version)
    before, details = details_of(participant), command.details
    if not may_see_contact(actor, participant):
        kept = {name: getattr(before, name) for name in CONTACT_FIELDS}
        details = replace(details, **kept)
    problems = [
        *check_names(details),
        *check_details(details, today(clock)),
        *_check_against_register(session, actor, details, participant),
    ]
    refuse(problems)
    is_renamed = _identity_of(before) != _identity_of(details)
    if is_renamed and not command.is_somebody_else:
        _refuse_namesakes(session, actor, details, other_than=participant.id)
    changed = changed_fields(before, details)
    if not changed:
        return participant
    with identity_number_guarded(session):
        _write_details(participant, participant.permit, details)
        save(session, clock, actor, participant, changed)
    return participant


def register_mapping(
    session: Session, clock: Clock, actor: Actor, command: RegisterMapping
) -> Participant:
    """Save when she was mapped and guided, or why not; the rest of the mapping stays (§§ 10, 11).

    Raises:
        NotFound: outside the municipality.
        ParticipantChanged: somebody else saved the participant meanwhile.
        CannotSaveMapping: neither done nor explained.
    """
    participant = get_participant(session, actor.scope, command.participant_id)
    require_version(session, actor, participant, command.row_version)
    known = find_mapping(session, actor.scope, participant.id)
    conversation = replace(
        known.conversation,
        education_level=command.education_level,
        mapped_on=command.mapped_on,
        missing_reason=command.mapping_missing_reason,
    )
    guidance = replace(
        known.guidance,
        guided_on=command.guided_on,
        missing_reason=command.guidance_missing_reason,
    )
    append(session, clock, actor, participant, [conversation, guidance])
    return participant


def note_decision(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, decided_on: date
) -> None:
    """Keep the day of the § 12 decision, at which the target group is measured from now on.

    Raises:
        NotFound: outside the municipality.
    """
    participant = get_participant(session, actor.scope, participant_id)
    if participant.decided_on != decided_on:
        participant.decided_on = decided_on
        save(session, clock, actor, participant, ["decided_on"])


def link_user(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, user_id: UUID
) -> None:
    """Let a participant's user see her own pages.

    Raises:
        NotFound: participant or user outside the municipality.
        CannotLinkUser: the user is staff, or another participant's.
    """
    participant = get_participant(session, actor.scope, participant_id)
    user = get_user(session, actor.scope, user_id)
    if user.role is not Role.PARTICIPANT or not user.is_active:
        raise CannotLinkUser(LinkRefusal.NOT_A_PARTICIPANT_USER)
    holder = find_participant_of_user(session, actor.scope, user_id)
    if holder is not None and holder.id != participant.id:
        raise CannotLinkUser(LinkRefusal.USER_TAKEN)
    participant.user_id = user_id
    touch(session, clock, participant)
    record(
        session,
        clock,
        actor,
        Action.PARTICIPANT_USER_LINKED,
        participant.id,
        {"user_id": str(user_id)},
    )


def open_participant(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, *parts: Part
) -> Participant:
    """Return a participant with these parts, and record that the actor looked.

    Raises:
        NotFound: outside the municipality.
    """
    participant = get_participant(session, actor.scope, participant_id, *parts)
    record(session, clock, actor, Action.PARTICIPANT_VIEWED, participant.id)
    return participant


def changed_fields(before: ParticipantDetails, after: ParticipantDetails) -> list[str]:
    """Return the names of what differs; the permit's own fields as `permit.ground`."""
    own = [
        field.name
        for field in fields(ParticipantDetails)
        if field.name != "permit" and getattr(before, field.name) != getattr(after, field.name)
    ]
    of_permit = [
        f"permit.{field.name}"
        for field in fields(PermitDetails)
        if getattr(before.permit, field.name) != getattr(after.permit, field.name)
    ]
    return own + of_permit


def _check_against_register(
    session: Session,
    actor: Actor,
    details: ParticipantDetails,
    participant: Participant | None = None,
) -> list[ParticipantRefusal]:
    problems = []
    if details.identity_number and is_identity_number_taken(
        session,
        actor.scope,
        IdentityNumber(details.identity_number),
        by_other_than=participant.id if participant else None,
    ):
        problems.append(ParticipantRefusal.IDENTITY_NUMBER_TAKEN)
    is_kept = participant is not None and participant.adviser_id == details.adviser_id
    if details.adviser_id and not is_kept and not _is_adviser(session, actor, details.adviser_id):
        problems.append(ParticipantRefusal.UNKNOWN_ADVISER)
    return problems


def _is_adviser(session: Session, actor: Actor, user_id: UUID) -> bool:
    try:
        user = get_user(session, actor.scope, user_id)
    except NotFound:
        return False
    return user.is_active and user.role in CASE_STAFF


def _identity_of(details: ParticipantDetails) -> tuple[str, str, date]:
    return details.given_name.casefold(), details.family_name.casefold(), details.born_on


def _refuse_namesakes(
    session: Session,
    actor: Actor,
    details: ParticipantDetails,
    other_than: UUID | None = None,
) -> None:
    namesakes = list_namesakes(
        session,
        actor.scope,
        details.given_name,
        details.family_name,
        details.born_on,
        other_than=other_than,
    )
    if namesakes:
        raise CannotSaveParticipant([ParticipantRefusal.POSSIBLE_DUPLICATE], namesakes)


def _write_details(
    participant: Participant, permit: ResidencePermit, details: ParticipantDetails
) -> None:
    for field in fields(ParticipantDetails):
        if field.name not in ("permit", "identity_number"):
            setattr(participant, field.name, getattr(details, field.name))
    number = details.identity_number
    participant.identity_number = IdentityNumber(number) if number else None
    for field in fields(PermitDetails):
        setattr(permit, field.name, getattr(details.permit, field.name))
