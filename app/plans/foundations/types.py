"""Facts that a plan can be proposed from, and the proposals. Words are in `wording`."""

from dataclasses import dataclass
from enum import StrEnum

from app.enrolment.mapping.contents import Mapping
from app.rules.eligibility import PermitFacts
from app.rules.law import Provision
from app.rules.plan import ElementKind, NorwegianGoals
from app.rules.programme import EndGoal, ProgrammeFacts


@dataclass(frozen=True, slots=True)
class FoundationFacts:
    """Everything that a proposal rests on."""

    programme: ProgrammeFacts
    permit: PermitFacts
    mapping: Mapping


class ReasonCode(StrEnum):
    """Why something is proposed: each is a whole sentence."""

    MANDATORY = "mandatory"
    """The act demands it of everybody."""
    HAS_CHILDREN = "has_children"
    DONE_BEFORE_SETTLEMENT = "done_before_settlement"
    """Done already: ask what is left before it is planned again (§ 15 second paragraph)."""
    WORK_IN_COUNTRY = "work_in_country"
    """Values: occupation, country."""
    WORK = "work"
    """Values: occupation."""
    WORK_LENGTH = "work_length"
    """Values: months, as digits."""
    EDUCATION_FROM_COUNTRY = "education_from_country"
    """Values: subject, country."""
    EDUCATION = "education"
    """Values: subject."""
    PRACTICAL_COMPETENCE = "practical_competence"
    """Learnt without papers."""
    NEEDS_RECOGNITION = "needs_recognition"
    NEEDS_AUTHORISATION = "needs_authorisation"
    NEEDS_SUPPLEMENTARY_EDUCATION = "needs_supplementary_education"
    NEEDS_COMPETENCE_VALIDATION = "needs_competence_validation"
    WISH_FOR_WORK = "wish_for_work"
    """Values: wish. Only when it was said in Norwegian."""
    WISH_FOR_EDUCATION = "wish_for_education"
    """Values: wish."""
    GOAL_RECOMMENDED = "goal_recommended"
    """Values: goal, the code of the end goal."""
    SERVES_END_GOAL = "serves_end_goal"
    """Values: goal."""
    LACKS_LOWER_SECONDARY = "lacks_lower_secondary"
    LACKS_DIGITAL_SKILLS = "lacks_digital_skills"
    SPEAKS_NORWEGIAN = "speaks_norwegian"
    """Values: level, goal: spoken Norwegian now and the goal."""
    ABOVE_GUIDING_LEVEL = "above_guiding_level"
    """The level now is already as high as the guiding one, or higher, in a skill."""
    NORWEGIAN_HOURS_BEFORE = "norwegian_hours_before"
    """Values: hours of Norwegian before settlement."""
    SOCIAL_STUDIES_HOURS_BEFORE = "social_studies_hours_before"
    """Values: hours, left."""


class Question(StrEnum):
    """What the facts do not settle, for the caseworker to find out."""

    RECOMMENDED_GOAL_CLOSED = "recommended_goal_closed"
    """The county recommends an end goal that §§ 13 and 14 do not leave open."""
    WISHES_NEED_TRANSLATION = "wishes_need_translation"
    """The participant's own words are not in Norwegian."""
    GUIDANCE_MISSING = "guidance_missing"
    HAS_OBSTACLES = "has_obstacles"
    """Hindrances were registered: adapt the programme to them."""
    HAS_GAPS = "has_gaps"
    """Something could not be mapped."""
    EARLIER_COURSES_COUNT = "earlier_courses_count"
    """Life skills or parental guidance before settlement: what is left of them?"""


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence, as a code and the values that it names."""

    code: ReasonCode
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class NorwegianProposal:
    """Norskmål per skill: the guiding level, or the level now where that is higher."""

    goals: NorwegianGoals
    provision: Provision
    reasons: tuple[Reason, ...] = ()
    completed_hours: int = 0
    """Hours of Norwegian before settlement: told, not deducted."""


@dataclass(frozen=True, slots=True)
class SocialStudiesProposal:
    """How many hours are left when those from the reception centre are counted."""

    hours: int
    """Left, rounded up to whole hours."""
    completed_hours: int
    """Deducted."""
    provision: Provision
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class EndGoalProposal:
    """The county's recommendation, where §§ 13 and 14 leave it open."""

    end_goal: EndGoal
    provision: Provision


@dataclass(frozen=True, slots=True)
class ProposedElement:
    """An element to consider, and why. Its hours are the catalogue's."""

    kind: ElementKind
    reasons: tuple[Reason, ...]
    provision: Provision


@dataclass(frozen=True, slots=True)
class PlanProposals:
    """Everything that a new plan can begin with."""

    norwegian: NorwegianProposal
    social_studies: SocialStudiesProposal | None
    """None: not mandatory (§ 37 c)."""
    end_goal: EndGoalProposal | None
    long_term_goals: str
    """In the participant's own words, or empty."""
    goals_language: str
    """BCP 47 code of the language of `long_term_goals`, or empty."""
    reasons: tuple[Reason, ...]
    """Sentences for the plan's own reasons (§ 15 fourth paragraph)."""
    elements: tuple[ProposedElement, ...]
    questions: tuple[Question, ...]
    needs_competence_validation: bool
    """Guidance on realkompetansevurdering is needed (§ 15 second paragraph)."""
