"""What the portal is asked to save about a participant, as plain values."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.enrolment.kinds import AddressProtection, Literacy, Sex
from app.rules.eligibility import PermitGround
from app.rules.programme import EducationLevel


@dataclass(frozen=True, slots=True)
class PermitDetails:
    """Oppholdstillatelse (integreringsloven § 9). What a ground does not ask for stays None."""

    ground: PermitGround
    granted_on: date
    valid_until: date | None = None
    arrived_on: date | None = None
    is_after_protection_application: bool = False
    reference_ground: PermitGround | None = None
    reference_settled_on: date | None = None
    family_application_on: date | None = None
    previous_ground: PermitGround | None = None


@dataclass(frozen=True, slots=True)
class ParticipantDetails:
    """Everything about the participant herself that the edit page shows."""

    given_name: str
    family_name: str
    born_on: date
    sex: Sex
    identity_number: str
    """Digits, or empty: not known yet."""
    first_language: str
    reading_language: str
    interpreter_language: str
    """Empty: no interpreter needed."""
    literacy: Literacy
    phone: str
    email: str
    address: str
    address_protection: AddressProtection
    adviser_id: UUID | None
    permit: PermitDetails
    settled_on: date
    is_settled_by_agreement: bool
    first_lived_with_permit_on: date
    claimed_on: date | None = None
    work_minutes_per_week: int = 0
    is_eea_or_nordic: bool = False
    has_broken_off: bool = False


@dataclass(frozen=True, slots=True)
class ChildDetails:
    """A child whom the participant has the care of."""

    born_on: date
    is_chronically_ill: bool = False
    cared_for_until: date | None = None
    """Last day of the care; None: it goes on."""
    child_id: UUID | None = None
    """None: not registered before."""


@dataclass(frozen=True, slots=True)
class HouseholdDetails:
    """How the participant lives (§ 20), and her children."""

    lives_with_parents: bool = False
    has_partner: bool = False
    is_partner_in_programme: bool = False
    is_sole_carer: bool = False
    children: tuple[ChildDetails, ...] = ()


@dataclass(frozen=True, slots=True)
class EnrolParticipant:
    """Register a person; the household holds from the day of settlement."""

    details: ParticipantDetails
    household: HouseholdDetails = HouseholdDetails()
    is_somebody_else: bool = False
    """The caseworker has seen that a namesake with the same birth date is somebody else."""


@dataclass(frozen=True, slots=True)
class ChangeParticipant:
    """Save the edit page."""

    participant_id: UUID
    row_version: int
    details: ParticipantDetails
    is_somebody_else: bool = False


@dataclass(frozen=True, slots=True)
class RegisterMapping:
    """Kompetansekartlegging and karriereveiledning: done on a day, or why not (§§ 10, 11, 15)."""

    participant_id: UUID
    row_version: int
    education_level: EducationLevel | None
    mapped_on: date | None
    mapping_missing_reason: str
    guided_on: date | None
    guidance_missing_reason: str


@dataclass(frozen=True, slots=True)
class ChangeHousehold:
    """How the participant lives from a day on; children are added or their care ended."""

    participant_id: UUID
    row_version: int
    first_day: date
    household: HouseholdDetails
