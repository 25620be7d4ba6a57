"""Facts and answer of the target-group question (integreringsloven § 8)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from app.rules.eligibility.permit import PermitFacts
from app.rules.law.grounds import Clarification, Ground


class TargetGroup(StrEnum):
    """Målgruppe (integreringsloven § 8)."""

    RIGHT_AND_DUTY = "right_and_duty"
    """Rett og plikt (first paragraph)."""
    MAY_BE_OFFERED = "may_be_offered"
    """Kan tilbys (third paragraph)."""
    OUTSIDE = "outside"
    """Not covered."""


class TargetGroupGround(StrEnum):
    """Grunn: a condition of §§ 3, 8 and 9 that was met or not met."""

    SECTION_9_PERMIT = "section_9_permit"
    NOT_SECTION_9_PERMIT = "not_section_9_permit"
    NO_PROTECTION_APPLICATION = "no_protection_application"
    FAMILY_WITHIN_FIVE_YEARS = "family_within_five_years"
    FAMILY_OF_OTHERS = "family_of_others"
    """Family of someone without a permit in letters a–e."""
    FAMILY_AFTER_FIVE_YEARS = "family_after_five_years"
    AGE_WITHIN_LIMITS = "age_within_limits"
    UNDER_EIGHTEEN = "under_eighteen"
    OVER_AGE_LIMIT = "over_age_limit"
    LESS_THAN_TWO_YEARS = "less_than_two_years"
    TWO_YEARS_OR_MORE = "two_years_or_more"
    SETTLED_BY_AGREEMENT = "settled_by_agreement"
    AGREEMENT_NOT_REQUIRED = "agreement_not_required"
    SETTLED_WITHOUT_AGREEMENT = "settled_without_agreement"
    WORKS_THIRTY_HOURS = "works_thirty_hours"
    EEA_OR_NORDIC = "eea_or_nordic"
    BROKE_OFF_OR_DECLINED = "broke_off_or_declined"
    INTRODUKSJONSLOVEN_APPLIES = "introduksjonsloven_applies"
    """The permit is from before 1 January 2021: the act of 2003 applies."""


class TargetGroupDoubt(StrEnum):
    """What the facts do not settle about the target group."""

    REFERENCE_PERSON_UNKNOWN = "reference_person_unknown"
    REFERENCE_PROTECTION_APPLICATION = "reference_protection_application"
    PREVIOUS_FAMILY_PERMIT = "previous_family_permit"
    ARRIVAL_DATE_UNKNOWN = "arrival_date_unknown"
    AGE_WHEN_FAMILY_OF_OTHERS = "age_when_family_of_others"


@dataclass(frozen=True, slots=True)
class TargetGroupFacts:
    """What § 8 asks about a person, on the day of the decision."""

    decided_on: date
    """The day of the § 12 decision: the two-year clock stops here."""
    born_on: date
    permit: PermitFacts
    settled_on: date
    is_settled_by_agreement: bool
    first_lived_with_permit_on: date
    """First day in any municipality with a § 9 permit: the two-year clock starts here."""
    work_hours_per_week: Fraction = Fraction(0)
    """Hours of a job or a job offer."""
    is_eea_or_nordic: bool = False
    has_broken_off: bool = False
    """Broke off or declined a programme (§ 3 third paragraph)."""
    claimed_on: date | None = None
    """When the person asked for a programme (§ 12)."""


@dataclass(frozen=True, slots=True)
class TargetGroupAssessment:
    """Which group a person belongs to, and why."""

    group: TargetGroup
    grounds: tuple[Ground[TargetGroupGround], ...]
    decision_and_start_deadline: date | None
    """Last day for decision and start (§ 12); None where there is no right."""
    clarifications: tuple[Clarification[TargetGroupDoubt], ...]
