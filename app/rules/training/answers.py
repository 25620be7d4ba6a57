"""What an assessment of training answers: codes, dates and hours (chapter 6 of the act)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from app.rules.law.grounds import Clarification, Ground, Step


class TrainingGroup(StrEnum):
    """Målgruppe for opplæringen (integreringsloven §§ 26–28 and 37 d)."""

    RIGHT_AND_DUTY = "right_and_duty"
    """Rett og plikt (§ 27)."""
    DUTY = "duty"
    """Plikt, ikke rett (§ 28)."""
    RIGHT = "right"
    """Rett, ikke plikt (§ 37 d, or to complete what was begun)."""
    NONE = "none"
    """Neither; the municipality may offer training (§ 26 seventh paragraph)."""


class TrainingGround(StrEnum):
    """Grunn: a condition of chapter 6 that was met or not met."""

    INTRODUKSJONSLOVEN_APPLIES = "introduksjonsloven_applies"
    """The permit is from before 1 January 2021: the act of 2003 applies."""
    SECTION_9_PERMIT = "section_9_permit"
    LEADS_TO_PERMANENT_RESIDENCE = "leads_to_permanent_residence"
    DOES_NOT_LEAD_TO_PERMANENT_RESIDENCE = "does_not_lead_to_permanent_residence"
    SECTION_28_PERMIT = "section_28_permit"
    COLLECTIVE_PROTECTION = "collective_protection"
    """Right and no duty, Norwegian only (§ 37 d)."""
    NO_NEW_RIGHTS = "no_new_rights"
    """A decision under chapter 6 A before the present permit: only what remains of it."""
    MAY_COMPLETE = "may_complete"
    """The right to complete what was begun, whatever happens to the permit."""
    AGE_WITHIN_LIMITS = "age_within_limits"
    UNDER_EIGHTEEN = "under_eighteen"
    SIXTY_SEVEN_OR_OVER = "sixty_seven_or_over"
    MAY_BE_OFFERED = "may_be_offered"
    BEGINS_WITH_PERMIT = "begins_with_permit"
    BEGINS_WITH_ARRIVAL = "begins_with_arrival"
    BEGINS_WITH_FIRST_RENEWAL = "begins_with_first_renewal"
    BEGINS_WITH_SETTLEMENT = "begins_with_settlement"
    BEGINS_WITH_CLAIM = "begins_with_claim"
    AWAITS_FIRST_RENEWAL = "awaits_first_renewal"
    AWAITS_SETTLEMENT = "awaits_settlement"
    CLAIM_AFTER_TEN_YEARS = "claim_after_ten_years"
    POSTPONED_START_REFUSED = "postponed_start_refused"
    POSTPONED_START_NOT_FOR_DUTY_ONLY = "postponed_start_not_for_duty_only"
    CARE_EXEMPTION_KEEPS_RIGHT = "care_exemption_keeps_right"
    EXEMPTED = "exempted"
    RIGHT_ENDED_BY_DECISION = "right_ended_by_decision"
    COUNTY_AUTHORITY_RESPONSIBLE = "county_authority_responsible"
    MUNICIPALITY_DUTY_LAPSED = "municipality_duty_lapsed"
    """Broke off or declined: the municipality need not offer again."""
    HOURS_IN_OTHER_LANGUAGE_NOT_COUNTED = "hours_in_other_language_not_counted"


class TrainingDoubt(StrEnum):
    """What the facts or the law do not settle about training."""

    ARRIVAL_DATE_UNKNOWN = "arrival_date_unknown"
    PERMANENT_RESIDENCE_UNKNOWN = "permanent_residence_unknown"
    CHAPTER_6_A_ENDED = "chapter_6_a_ended"
    """What becomes of training begun under the chapter is not decided."""
    PERMIT_AFTER_COLLECTIVE_PROTECTION = "permit_after_collective_protection"
    """Integreringsforskriften § 43 h is repealed in our text of the regulation."""
    POSTPONED_START_NOT_DECIDED = "postponed_start_not_decided"
    OLDER_LENGTH = "older_length"
    """A permit from before the change of 2023: the older lengths are not among our sources."""
    LEAVE_UNDER_SECTION_37_D = "leave_under_section_37_d"
    """Whether leave prolongs the year of § 37 d."""
    HOURS_AFTER_LATER_ARRIVAL = "hours_after_later_arrival"
    """225 or 250 hours where the permit is older than 2022 and the arrival is not."""
    RIGHT_CANNOT_END = "right_cannot_end"
    """A decision ended a right that the regulation keeps."""


class TrainingStep(StrEnum):
    """A step in the computation of training."""

    BEGINS = "begins"
    FULL_LENGTH = "full_length"
    LEAVE_ADDED = "leave_added"
    GOAL_REACHED = "goal_reached"
    AGE_LIMIT = "age_limit"
    NORWEGIAN_HOURS = "norwegian_hours"
    SOCIAL_STUDIES_HOURS = "social_studies_hours"
    RECEPTION_CENTRE_HOURS = "reception_centre_hours"
    SOCIAL_STUDIES_DEADLINE = "social_studies_deadline"
    TEST_DEADLINE = "test_deadline"
    OFFER_DEADLINE = "offer_deadline"


Grounds = tuple[Ground[TrainingGround], ...]
Doubts = tuple[Clarification[TrainingDoubt], ...]
Steps = tuple[Step[TrainingStep], ...]


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a part of the assessment came out as it did."""

    grounds: Grounds = ()
    doubts: Doubts = ()
    steps: Steps = ()

    def __add__(self, other: "Reasons") -> "Reasons":
        return Reasons(
            (*self.grounds, *other.grounds),
            (*self.doubts, *other.doubts),
            (*self.steps, *other.steps),
        )


@dataclass(frozen=True, slots=True)
class NorwegianTraining:
    """Norskopplæring: right, duty and until when."""

    has_right: bool
    has_duty: bool
    last_day: date | None
    """The last day of right and duty; None: not known yet. Never after `age_limit`."""
    age_limit: date
    """The day before the 67th birthday: the last day there can be."""
    hours_left: Fraction | None
    """Of the hours of a duty without a right (§ 32 second paragraph); None: no such limit."""


@dataclass(frozen=True, slots=True)
class SocialStudiesTraining:
    """Opplæring i samfunnskunnskap: right, duty, hours and deadline."""

    has_right: bool
    has_duty: bool
    hours: int | None
    """None: the county authority's curriculum decides, or there is neither right nor duty."""
    hours_left: Fraction | None
    deadline: date | None
    """Last day to complete the hours; None: not known yet, or none."""


@dataclass(frozen=True, slots=True)
class FinalTests:
    """Avsluttende prøver (integreringsloven § 37)."""

    has_norwegian_duty: bool
    has_social_studies_duty: bool
    social_studies_deadline: date | None
    is_norwegian_test_free: bool
    """One for each skill (integreringsforskriften § 38), or under § 37 d."""


class ResponsibleBody(StrEnum):
    """Hvem som har ansvar for opplæringen (integreringsloven § 30)."""

    MUNICIPALITY = "municipality"
    COUNTY_AUTHORITY = "county_authority"


@dataclass(frozen=True, slots=True)
class TrainingAssessment:
    """Who has the right and the duty, from when, until when, how much; and why."""

    group: TrainingGroup
    """By the permit and the age; exemptions show in the subjects."""
    begins_on: date | None
    """None: not begun, or no right and no duty."""
    norwegian: NorwegianTraining
    social_studies: SocialStudiesTraining
    tests: FinalTests
    responsible: ResponsibleBody
    offer_deadline: date | None
    """The last day to offer training (§ 30 third paragraph); None: no such deadline now."""
    may_charge: bool
    """Whether the municipality may ask for payment (§ 30 fourth paragraph)."""
    grounds: Grounds
    clarifications: Doubts
    steps: Steps

    def holds_on(self, day: date) -> bool:
        """Whether right or duty to Norwegian training holds on a day, as far as is known."""
        norwegian = self.norwegian
        has_begun = self.begins_on is not None and self.begins_on <= day
        is_entitled = norwegian.has_right or norwegian.has_duty
        return is_entitled and has_begun and day <= (norwegian.last_day or norwegian.age_limit)
