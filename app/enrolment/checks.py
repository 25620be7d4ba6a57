"""Whether what was asked can be true: dates in order, numbers that can exist. No database."""

from collections.abc import Iterator
from datetime import date

from app.enrolment.commands import HouseholdDetails, ParticipantDetails, PermitDetails
from app.enrolment.errors import ParticipantRefusal
from app.enrolment.kinds import AddressProtection
from app.pdf.printable import find_unprintable
from app.rules.identity import check_identity_number


def check_names(details: ParticipantDetails) -> Iterator[ParticipantRefusal]:
    """Yield which names could not stand on the sheet of § 16 as they were typed."""
    if find_unprintable(details.given_name) is not None:
        yield ParticipantRefusal.GIVEN_NAME_UNPRINTABLE
    if find_unprintable(details.family_name) is not None:
        yield ParticipantRefusal.FAMILY_NAME_UNPRINTABLE


def check_details(details: ParticipantDetails, present_day: date) -> Iterator[ParticipantRefusal]:
    """Yield everything that is wrong about the participant herself."""
    number = details.identity_number
    if number and not check_identity_number(number).is_valid:
        yield ParticipantRefusal.IDENTITY_NUMBER_INVALID
    if details.address and details.address_protection is AddressProtection.STRICTLY_CONFIDENTIAL:
        yield ParticipantRefusal.STRICTLY_CONFIDENTIAL_ADDRESS
    if details.born_on > present_day:
        yield ParticipantRefusal.BORN_IN_THE_FUTURE
    yield from _check_permit(details.permit, details.born_on)
    yield from _check_settlement(details)
    if details.claimed_on is not None and details.claimed_on > present_day:
        yield ParticipantRefusal.CLAIMED_IN_THE_FUTURE
    if details.claimed_on is not None and details.claimed_on < details.born_on:
        yield ParticipantRefusal.CLAIMED_BEFORE_BIRTH


def _check_permit(permit: PermitDetails, born_on: date) -> Iterator[ParticipantRefusal]:
    if permit.granted_on < born_on:
        yield ParticipantRefusal.PERMIT_BEFORE_BIRTH
    if permit.valid_until is not None and permit.valid_until < permit.granted_on:
        yield ParticipantRefusal.PERMIT_ENDS_BEFORE_IT_BEGINS


def _check_settlement(details: ParticipantDetails) -> Iterator[ParticipantRefusal]:
    granted_on, first_lived_on = details.permit.granted_on, details.first_lived_with_permit_on
    if details.settled_on < details.born_on:
        yield ParticipantRefusal.SETTLED_BEFORE_BIRTH
    is_first_permit = details.permit.previous_ground is None
    if first_lived_on < (granted_on if is_first_permit else details.born_on):
        yield ParticipantRefusal.FIRST_LIVED_BEFORE_PERMIT
    if first_lived_on > max(details.settled_on, granted_on):
        yield ParticipantRefusal.FIRST_LIVED_AFTER_SETTLEMENT


def check_household(
    household: HouseholdDetails, parent_born_on: date, present_day: date
) -> Iterator[ParticipantRefusal]:
    """Yield everything that is wrong about how she lives."""
    if household.is_partner_in_programme and not household.has_partner:
        yield ParticipantRefusal.PARTNER_MISSING
    children = household.children
    if any(child.born_on > present_day for child in children):
        yield ParticipantRefusal.CHILD_BORN_IN_THE_FUTURE
    if any(child.born_on <= parent_born_on for child in children):
        yield ParticipantRefusal.CHILD_OLDER_THAN_PARTICIPANT
    if any(child.cared_for_until and child.cared_for_until < child.born_on for child in children):
        yield ParticipantRefusal.CARE_ENDS_BEFORE_BIRTH
