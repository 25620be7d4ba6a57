"""Integration plans as facts, and what a check of one answers (integreringsloven § 15)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.period import Period
from app.rules.eligibility.permit import PermitGround
from app.rules.law.provision import Provision
from app.rules.plan.kinds import ElementKind
from app.rules.plan.norwegian_goals import NorwegianGoals
from app.rules.programme.kinds import EducationLevel, EndGoal


@dataclass(frozen=True, slots=True)
class PlanElementFacts:
    """One element: what, how many minutes in each week it touches, and when."""

    kind: ElementKind
    minutes_per_week: int
    period: Period


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


@dataclass(frozen=True, slots=True)
class PlanWeek:
    """A Monday to Sunday of the programme, with the minutes planned in it."""

    week: Period
    minutes: int
    work_oriented_minutes: int
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

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing; warnings may remain."""
        return all(finding.severity is not Severity.MISSING for finding in self.findings)
