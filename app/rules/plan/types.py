"""Integration plans as facts, and what a check of one answers (integreringsloven § 15)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.period import Period
from app.rules.eligibility.permit import PermitGround
from app.rules.law.grounds import Clarification, Step
from app.rules.law.provision import Provision
from app.rules.plan.kinds import ElementKind, GuidanceForm
from app.rules.plan.norwegian_goals import NorwegianGoals, TaughtIn
from app.rules.policy import PolicyKey
from app.rules.programme.kinds import EducationLevel, EndGoal


@dataclass(frozen=True, slots=True)
class PlanElementFacts:
    """One element: what, how much in each week it touches, and when."""

    kind: ElementKind
    minutes_per_week: int
    """Clock time, without the lessons."""
    period: Period
    lessons_per_week: int = 0
    """School lessons; the municipality's setting says what one counts for in a full week."""
    has_reasons: bool | None = None
    """This element has its own reasons; None: the reasons of the plan are to cover it."""
    meetings: int | None = None
    """Parental guidance: meetings or conversations in all; None: not stated."""
    form: GuidanceForm | None = None
    """Parental guidance: needed where meetings are stated."""
    is_capacity_exception: bool = False
    """Parental guidance: fewer meetings, as capacity makes it necessary."""


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What §§ 14 a and 15 ask about a plan."""

    programme: Period
    """First and last day of the programme's fixed length."""
    education: EducationLevel
    permit_ground: PermitGround
    end_goal: EndGoal | None
    elements: tuple[PlanElementFacts, ...]
    norwegian_goals: NorwegianGoals | None
    norwegian_hours: int
    """Stated extent of the Norwegian training, in hours."""
    social_studies_hours: int
    """Stated extent of social studies, in hours."""
    has_long_term_goals: bool
    has_reasons: bool
    """Why these work or education elements, and how they serve work and the Norwegian goal."""
    is_appeal_information_given: bool
    is_mapping_done_or_explained: bool
    is_guidance_done_or_explained: bool
    is_competence_validation_guided: bool
    """Guidance on realkompetansevurdering was given, or was not needed."""
    review_due_on: date | None
    """When the plan will be reviewed next; None: no date set."""
    children_born_on: tuple[date, ...] = ()
    expects_child: bool = False
    days_off: tuple[Period, ...] = ()
    """Planned holiday."""
    assessed_on: date | None = None
    """The day of the check, to find overdue reviews; None: not asked."""
    is_mapping_declined: bool = False
    """The participant did not want it; matters where it is a right only (§ 37 b)."""
    is_guidance_declined: bool = False
    is_norwegian_declined: bool = False
    """Norwegian training is a right only under § 37 d."""
    is_education_exact: bool = True
    """False: below upper secondary, and nobody has said which of the two levels."""
    needs_b2: bool = False
    """Needs proof of B2 in all skills (integreringsforskriften § 28 fourth paragraph)."""
    norwegian_taught_in: TaughtIn = TaughtIn.MUNICIPAL_TRAINING
    permit_granted_on: date | None = None
    """Or the day of arrival where that was later; None: as if on the first day."""
    social_studies_understood_hours: int | None = None
    """Hours of social studies in a language the participant understands; None: not asked."""
    social_studies_completed_hours: int = 0
    """Done in a reception centre: counts (integreringsforskriften § 2 third paragraph)."""
    training_offered_on: date | None = None
    """The day a start of the training was offered: its clocks begin; None: not asked."""
    training_started_on: date | None = None
    """The day the training started: the clock of § 37 d begins; None: not asked."""
    born_on: date | None = None
    """Decides with `decided_on` whether age closes the end goal; None: not asked."""
    decided_on: date | None = None
    """The day of the § 12 decision; None: the first day of the programme."""
    is_completion_ruled_out: bool = False
    """Under 25: completing upper secondary is not wanted, or out of reach in the programme."""


class FindingCode(StrEnum):
    """What a plan lacks, or what somebody should look at."""

    END_GOAL_MISSING = "end_goal_missing"
    END_GOAL_NOT_ALLOWED = "end_goal_not_allowed"
    NORWEGIAN_GOAL_MISSING = "norwegian_goal_missing"
    NORWEGIAN_GOAL_BELOW_GUIDING_LEVEL = "norwegian_goal_below_guiding_level"
    LONG_TERM_GOALS_MISSING = "long_term_goals_missing"
    NORWEGIAN_EXTENT_MISSING = "norwegian_extent_missing"
    SOCIAL_STUDIES_EXTENT_MISSING = "social_studies_extent_missing"
    SOCIAL_STUDIES_UNDER_75_HOURS = "social_studies_under_75_hours"
    REASONS_MISSING = "reasons_missing"
    APPEAL_INFORMATION_MISSING = "appeal_information_missing"
    MAPPING_NOT_DONE_OR_EXPLAINED = "mapping_not_done_or_explained"
    GUIDANCE_NOT_DONE_OR_EXPLAINED = "guidance_not_done_or_explained"
    COMPETENCE_VALIDATION_NOT_GUIDED = "competence_validation_not_guided"
    REVIEW_DATE_MISSING = "review_date_missing"
    REVIEW_OVERDUE = "review_overdue"
    ELEMENTS_MISSING = "elements_missing"
    ELEMENT_OUTSIDE_PROGRAMME = "element_outside_programme"
    WORK_OR_EDUCATION_ELEMENT_MISSING = "work_or_education_element_missing"
    NORWEGIAN_TRAINING_MISSING = "norwegian_training_missing"
    SOCIAL_STUDIES_MISSING = "social_studies_missing"
    LIFE_SKILLS_MIGRATION_HEALTH_MISSING = "life_skills_migration_health_missing"
    LIFE_SKILLS_MIGRATION_HEALTH_TOO_SHORT = "life_skills_migration_health_too_short"
    LIFE_SKILLS_CAREER_MISSING = "life_skills_career_missing"
    LIFE_SKILLS_CAREER_TOO_SHORT = "life_skills_career_too_short"
    PARENTAL_GUIDANCE_MISSING = "parental_guidance_missing"
    WORK_ORIENTED_HOURS_TOO_FEW = "work_oriented_hours_too_few"
    NOT_FULL_TIME = "not_full_time"
    """Weeks with less than 30 hours."""
    FULL_TIME_NEEDS_OWN_ACTIVITY = "full_time_needs_own_activity"
    """Weeks with 30 to 37.5 hours and no own activity."""
    NOT_YEAR_ROUND = "not_year_round"
    """Weeks without any element, beyond five weeks of holiday a year."""
    ELEMENT_REASONS_MISSING = "element_reasons_missing"
    """An element towards work or education has a blank where its reasons belong."""
    SOCIAL_STUDIES_NOT_UNDERSTOOD = "social_studies_not_understood"
    """Hours in a language the participant does not understand."""
    NORWEGIAN_TRAINING_TOO_LATE = "norwegian_training_too_late"
    """After the three years, 18 months or one year of the training."""
    SOCIAL_STUDIES_TOO_LATE = "social_studies_too_late"
    """After the year of social studies."""
    PARENTAL_GUIDANCE_TOO_FEW_MEETINGS = "parental_guidance_too_few_meetings"
    PARENTAL_GUIDANCE_TOO_MANY_MEETINGS = "parental_guidance_too_many_meetings"
    BEFORE_REFORM = "before_reform"
    """The programme ended before 2026: § 14 a never applied to it, and is not measured."""


class PlanDoubt(StrEnum):
    """What the facts or the law do not settle about a plan."""

    COMPLETION_RULED_OUT = "completion_ruled_out"
    """Under 25 with a lesser goal: completion must be unwanted or out of reach."""
    LOWER_EDUCATION_UNKNOWN = "lower_education_unknown"
    """Whether the Norwegian goal is too low turns on completed grunnskole."""
    NORWEGIAN_DECLINED = "norwegian_declined"
    """Mandatory content under § 14 a, and a right without duty under § 37 d."""
    CHAPTER_6_A_ENDS = "chapter_6_a_ends"
    """Collective protection: the chapter ends inside the programme."""
    CAPACITY_EXCEPTION = "capacity_exception"
    """Integreringsforskriften § 3 changes on 1 July 2026, with a text not among our sources."""
    OLDER_TRAINING_LENGTH = "older_training_length"
    """A permit from before the change of 2023: the older clocks are not among our sources."""


class PlanStep(StrEnum):
    """A step in checking a plan."""

    AGE_AT_DECISION = "age_at_decision"
    SOCIAL_STUDIES_HOURS = "social_studies_hours"
    NORWEGIAN_LAST_DAY = "norwegian_last_day"
    SOCIAL_STUDIES_LAST_DAY = "social_studies_last_day"
    MIGRATION_HEALTH_HOURS = "migration_health_hours"
    CAREER_HOURS = "career_hours"
    GUIDANCE_MEETINGS = "guidance_meetings"
    FREE_WEEKS = "free_weeks"
    FULL_TIME_WEEKS = "full_time_weeks"
    WORK_ORIENTED_AVERAGE = "work_oriented_average"


class Severity(StrEnum):
    """How much a finding matters."""

    MISSING = "missing"
    """The law demands it: the plan is not complete."""
    WARNING = "warning"
    """Somebody should look at it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check of a plan found."""

    code: FindingCode
    provision: Provision
    severity: Severity
    period: Period | None = None
    """The weeks or days concerned."""
    numbers: tuple[tuple[str, str], ...] = ()
    """Name and value of what was counted, such as `("hours", "12.5")`."""
    details: tuple[tuple[str, str], ...] = ()
    """What is no number, such as `("reading", "A2")`."""


Found = Finding | Step[PlanStep] | Clarification[PlanDoubt]
"""What a part of the check yields."""


@dataclass(frozen=True, slots=True)
class PlanWeek:
    """A Monday to Sunday of the programme, with the minutes planned in it."""

    week: Period
    minutes: int
    """With what the municipality counts for lessons."""
    work_oriented_minutes: int
    """Clock time."""
    own_activity_minutes: int
    is_whole: bool
    """Monday to Friday all lie inside the programme."""
    is_off: bool
    """Monday to Friday all lie in planned holiday."""


@dataclass(frozen=True, slots=True)
class PlanAssessment:
    """What a plan lacks, and its weeks."""

    findings: tuple[Finding, ...]
    weeks: tuple[PlanWeek, ...]
    clarifications: tuple[Clarification[PlanDoubt], ...] = ()
    steps: tuple[Step[PlanStep], ...] = ()
    policies: tuple[PolicyKey, ...] = ()
    """The settings without which the findings would be others."""

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing; warnings may remain."""
        return all(finding.severity is not Severity.MISSING for finding in self.findings)
