"""The participant as the rules see her. Reads no database and no clock."""

from datetime import date
from fractions import Fraction

from app.enrolment.commands import ParticipantDetails, PermitDetails
from app.enrolment.models import Child, Participant
from app.rules.absence import ChildFacts
from app.rules.benefit import LivingPeriod
from app.rules.eligibility import (
    PermitFacts,
    TargetGroupAssessment,
    TargetGroupFacts,
    assess_target_group,
)
from app.rules.law import InstallationDates

MINUTES_PER_HOUR = 60


def details_of(participant: Participant) -> ParticipantDetails:
    """Return what the edit page shows. Needs Part.PERMIT."""
    permit, number = participant.permit, participant.identity_number
    return ParticipantDetails(
        given_name=participant.given_name,
        family_name=participant.family_name,
        born_on=participant.born_on,
        sex=participant.sex,
        identity_number=number.reveal() if number else "",
        first_language=participant.first_language,
        reading_language=participant.reading_language,
        interpreter_language=participant.interpreter_language,
        literacy=participant.literacy,
        phone=participant.phone,
        email=participant.email,
        address=participant.address,
        address_protection=participant.address_protection,
        adviser_id=participant.adviser_id,
        permit=PermitDetails(
            ground=permit.ground,
            granted_on=permit.granted_on,
            valid_until=permit.valid_until,
            arrived_on=permit.arrived_on,
            is_after_protection_application=permit.is_after_protection_application,
            reference_ground=permit.reference_ground,
            reference_settled_on=permit.reference_settled_on,
            family_application_on=permit.family_application_on,
            previous_ground=permit.previous_ground,
        ),
        settled_on=participant.settled_on,
        is_settled_by_agreement=participant.is_settled_by_agreement,
        first_lived_with_permit_on=participant.first_lived_with_permit_on,
        claimed_on=participant.claimed_on,
        work_minutes_per_week=participant.work_minutes_per_week,
        is_eea_or_nordic=participant.is_eea_or_nordic,
        has_broken_off=participant.has_broken_off,
    )


def assessment_day(details: ParticipantDetails, decided_on: date | None, present_day: date) -> date:
    """Return the day on which the target group is measured.

    The day of the § 12 decision; before there is one, the present day, or the settlement if that
    lies ahead.
    """
    return decided_on or max(present_day, details.settled_on, details.first_lived_with_permit_on)


def facts_from_details(
    details: ParticipantDetails, decided_on: date | None, present_day: date
) -> TargetGroupFacts:
    """Return what § 8 asks about somebody who need not be registered yet."""
    permit = details.permit
    return TargetGroupFacts(
        decided_on=assessment_day(details, decided_on, present_day),
        born_on=details.born_on,
        permit=PermitFacts(
            ground=permit.ground,
            granted_on=permit.granted_on,
            is_after_protection_application=permit.is_after_protection_application,
            reference_ground=permit.reference_ground,
            reference_settled_on=permit.reference_settled_on,
            family_application_on=permit.family_application_on,
            previous_ground=permit.previous_ground,
            arrived_on=permit.arrived_on,
        ),
        settled_on=details.settled_on,
        is_settled_by_agreement=details.is_settled_by_agreement,
        first_lived_with_permit_on=details.first_lived_with_permit_on,
        work_hours_per_week=Fraction(details.work_minutes_per_week, MINUTES_PER_HOUR),
        is_eea_or_nordic=details.is_eea_or_nordic,
        has_broken_off=details.has_broken_off,
        claimed_on=details.claimed_on,
    )


def target_group_facts(participant: Participant, present_day: date) -> TargetGroupFacts:
    """Return what § 8 asks about a participant. Needs Part.PERMIT."""
    return facts_from_details(details_of(participant), participant.decided_on, present_day)


def assess_participant(
    participant: Participant, present_day: date, dates: InstallationDates
) -> TargetGroupAssessment:
    """Return the participant's target group, and why. Needs Part.PERMIT."""
    return assess_target_group(target_group_facts(participant, present_day), dates)


def living_periods(participant: Participant) -> tuple[LivingPeriod, ...]:
    """Return how the participant lives, from when (§ 20). Needs Part.HOUSEHOLD."""
    return tuple(
        LivingPeriod(
            first_day=period.first_day,
            lives_with_parents=period.lives_with_parents,
            is_partner_in_programme=period.has_partner and period.is_partner_in_programme,
        )
        for period in participant.household
    )


def children_in_care(participant: Participant, on: date | None = None) -> list[Child]:
    """Return the children, oldest first: all of them, or those cared for on a day or later.

    Needs Part.CHILDREN.
    """
    children = sorted(participant.children, key=lambda child: (child.born_on, child.id))
    return [
        child
        for child in children
        if on is None or child.cared_for_until is None or on <= child.cared_for_until
    ]


def children_facts(participant: Participant, on: date | None = None) -> tuple[ChildFacts, ...]:
    """Return what the absence rules ask about the children, in the same order."""
    return tuple(
        ChildFacts(born_on=child.born_on, is_chronically_ill=child.is_chronically_ill)
        for child in children_in_care(participant, on)
    )
