"""Facts and answer of the target-group question (integreringsloven § 8)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from app.rules.eligibility.chapter_6_a import Section34Rule
from app.rules.eligibility.permit import PermitFacts
from app.rules.law.grounds import Clarification, Ground, Step


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
    FAMILY_OF_PERMANENT_RESIDENT = "family_of_permanent_resident"
    """The reference person's permit counts as it was granted first (§ 9 second paragraph)."""
    AGE_WITHIN_LIMITS = "age_within_limits"
    UNDER_EIGHTEEN = "under_eighteen"
    OVER_AGE_LIMIT = "over_age_limit"
    LESS_THAN_TWO_YEARS = "less_than_two_years"
    TWO_YEARS_OR_MORE = "two_years_or_more"
    SETTLED_BY_AGREEMENT = "settled_by_agreement"
    AGREEMENT_NOT_REQUIRED = "agreement_not_required"
    SETTLED_WITHOUT_AGREEMENT = "settled_without_agreement"
    WORKS_THIRTY_HOURS = "works_thirty_hours"
    JOB_ENDED_IN_TIME = "job_ended_in_time"
    """A job of 30 hours ended within the two years (§ 8 fourth paragraph)."""
    EEA_OR_NORDIC = "eea_or_nordic"
    BROKE_OFF_OR_DECLINED = "broke_off_or_declined"
    INTRODUKSJONSLOVEN_APPLIES = "introduksjonsloven_applies"
    """The permit is from before 1 January 2021: the act of 2003 applies."""
    NO_NEW_RIGHTS = "no_new_rights"
    """A programme or training was decided on under chapter 6 A before the permit was changed."""
    RIGHT_TO_COMPLETE = "right_to_complete"
    """A programme that has begun, whatever happens to the permit (§ 9 third paragraph)."""


class TargetGroupDoubt(StrEnum):
    """What the facts or the law do not settle about the target group."""

    REFERENCE_PERSON_UNKNOWN = "reference_person_unknown"
    REFERENCE_PROTECTION_APPLICATION = "reference_protection_application"
    PREVIOUS_FAMILY_PERMIT = "previous_family_permit"
    ARRIVAL_DATE_UNKNOWN = "arrival_date_unknown"
    AGE_WHEN_FAMILY_OF_OTHERS = "age_when_family_of_others"
    AGE_RULE_TRANSITION = "age_rule_transition"
    """56 to 60 when the permit was granted, before the rule of 60 years: no transitional rule."""
    COLLECTIVE_PROTECTION_LEFT = "collective_protection_left"
    """A new permit after § 34: integreringsforskriften § 43 h is repealed in our text of it."""
    DUTY_TO_COMPLETE = "duty_to_complete"
    """§ 9 third paragraph gives a right; whether the duty lasts as well is not said."""
    DECISION_AFTER_TWO_YEARS = "decision_after_two_years"
    """The job ended within the two years, and the decision comes after them."""
    CLAIM_DATE_UNKNOWN = "claim_date_unknown"
    """The three months run from the claim, and no claim is registered."""
    PERMIT_AFTER_DECISION = "permit_after_decision"
    """The decision rests on an earlier permit than the one that is given."""


class TargetGroupStep(StrEnum):
    """A step in placing somebody in a target group."""

    FIVE_YEARS = "five_years"
    TWO_YEARS = "two_years"
    AGE_AT_GRANT = "age_at_grant"
    WORK_HOURS = "work_hours"
    DECISION_DEADLINE = "decision_deadline"
    REGISTRATION_DEADLINE = "registration_deadline"


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
    """Hours of a job or a job offer, also of one that has ended."""
    is_eea_or_nordic: bool = False
    has_broken_off: bool = False
    """Broke off or declined a programme (§ 3 third paragraph)."""
    claimed_on: date | None = None
    """When the person asked for a programme (§ 12)."""
    work_ended_on: date | None = None
    """The day the job ended or the offer lapsed; None: it lasts."""
    programme_started_on: date | None = None
    """The day a programme began; None: it has not, or nobody has said."""


@dataclass(frozen=True, slots=True)
class TargetGroupAssessment:
    """Which group a person belongs to, and why."""

    group: TargetGroup
    grounds: tuple[Ground[TargetGroupGround], ...]
    decision_and_start_deadline: date | None
    """Last day for decision and start (§ 12); None where there is no right."""
    clarifications: tuple[Clarification[TargetGroupDoubt], ...]
    right_returns_if_job_ends_before: date | None = None
    """End of the two years (§ 8 fourth paragraph); None where no job stands in the way."""
    registration_deadline: date | None = None
    """Last day for registering the decision (integreringsforskriften § 58)."""
    section_34_rules: tuple[Ground[Section34Rule], ...] = ()
    """What chapter 6 A changes, for a permit under utlendingsloven § 34."""
    steps: tuple[Step[TargetGroupStep], ...] = ()
