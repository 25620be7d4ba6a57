"""Facts and answers about a programme (integreringsloven §§ 13–14 a)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.rules.eligibility.permit import PermitGround
from app.rules.law.grounds import Clarification, Ground, Step
from app.rules.programme.kinds import EducationLevel, EndGoal


class EndGoalGround(StrEnum):
    """Why an end goal is open to a participant, or not."""

    ALLOWED = "allowed"
    ALLOWED_IF_COMPLETION_RULED_OUT = "allowed_if_completion_ruled_out"
    """Under 25: only who does not want to complete, or will not manage within the programme."""
    HAS_UPPER_SECONDARY = "has_upper_secondary"
    """The goal is for those without education at upper secondary level."""
    LACKS_UPPER_SECONDARY = "lacks_upper_secondary"
    OVER_FIFTY_FIVE = "over_fifty_five"
    """Over 55: the programme qualifies for work."""


@dataclass(frozen=True, slots=True)
class EndGoalOption:
    """One end goal, with whether it may be chosen and why."""

    end_goal: EndGoal
    is_allowed: bool
    ground: Ground[EndGoalGround]


class MandatoryElement(StrEnum):
    """Obligatorisk innhold (integreringsloven § 14 a first and second paragraph)."""

    WORK_OR_EDUCATION = "work_or_education"
    NORWEGIAN_TRAINING = "norwegian_training"
    SOCIAL_STUDIES = "social_studies"
    LIFE_SKILLS = "life_skills"
    PARENTAL_GUIDANCE = "parental_guidance"


class ProgrammeGround(StrEnum):
    """What decided the length and content of a programme."""

    UPPER_SECONDARY_LENGTH = "upper_secondary_length"
    WORK_LENGTH = "work_length"
    UPPER_SECONDARY_PART_LENGTH = "upper_secondary_part_length"
    UPPER_SECONDARY_COMPLETED_LENGTH = "upper_secondary_completed_length"
    VOCATIONAL_TRAINING_LENGTH = "vocational_training_length"
    LENGTH_BEFORE_REFORM = "length_before_reform"
    """Offered a start before the lengths in force now (integreringsforskriften §§ 75–76)."""
    MAY_NOT_BE_EXTENDED = "may_not_be_extended"
    MUST_BE_EXTENDED_IF_IT_HELPS = "must_be_extended_if_it_helps"
    MANDATORY_CONTENT = "mandatory_content"
    NO_SOCIAL_STUDIES = "no_social_studies"
    """Collective protection: social studies is not mandatory (§ 37 c)."""
    PARENTAL_GUIDANCE = "parental_guidance"
    FIFTEEN_HOURS_OF_WORK = "fifteen_hours_of_work"


class ProgrammeDoubt(StrEnum):
    """What the facts or the law do not settle about a programme."""

    LENGTH_BEFORE_REFORM = "length_before_reform"
    """Older lengths apply: check them against the act as it was."""
    COMPLETION_RULED_OUT = "completion_ruled_out"
    """Under 25 with a lesser goal: completion must be unwanted or out of reach."""
    GOAL_NOT_ALLOWED = "goal_not_allowed"
    CHAPTER_6_A_ENDS = "chapter_6_a_ends"
    """Collective protection: the chapter ends inside the programme, and nothing says what then."""


class ProgrammeStep(StrEnum):
    """A step in working out a programme."""

    AGE_AT_DECISION = "age_at_decision"
    LENGTH = "length"
    LAST_DAY = "last_day"
    EXTENSION = "extension"
    LIFE_SKILLS_HOURS = "life_skills_hours"
    WORK_HOURS_FROM = "work_hours_from"
    TEN_DAYS = "ten_days"
    """Absence and leave in all, against the ten virkedager."""
    ADDED_DAYS = "added_days"


@dataclass(frozen=True, slots=True)
class ProgrammeFacts:
    """What §§ 13 to 14 a ask about a participant."""

    offered_start_on: date
    """The day a start was offered: decides which lengths apply."""
    programme_start: date
    born_on: date
    education: EducationLevel
    permit_ground: PermitGround
    end_goal: EndGoal | None = None
    """None: not chosen yet."""
    decided_on: date | None = None
    """The day of the § 12 decision, when ages count; None: the day a start was offered."""
    is_completion_ruled_out: bool = False
    """Under 25: completing upper secondary is not wanted, or out of reach in the programme."""
    children_born_on: tuple[date, ...] = ()
    expects_child: bool = False


@dataclass(frozen=True, slots=True)
class ProgrammeAssessment:
    """Length and content that the law gives a programme."""

    max_months: int | None
    """Longest normal length; None while no allowed end goal is chosen."""
    extension_months: int
    """How much it can be extended."""
    extension_duty: bool
    """It must be extended if that can help reach the goal (§ 14 fourth paragraph)."""
    last_day: date | None
    """Last day of the normal length, without extension and added days."""
    mandatory_elements: tuple[MandatoryElement, ...]
    work_oriented_hours_required_from: date | None
    """First day of the demand for 15 hours a week of work-oriented elements; None: no demand."""
    grounds: tuple[Ground[ProgrammeGround], ...]
    clarifications: tuple[Clarification[ProgrammeDoubt], ...]
    last_day_with_extension: date | None = None
    """Last day if it is extended as far as it may be; None: there is no length."""
    steps: tuple[Step[ProgrammeStep], ...] = ()
