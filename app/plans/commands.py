"""What can be asked of programmes and plans, as plain values."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.rules.plan import ElementKind, NorwegianGoals
from app.rules.programme import EndGoal


@dataclass(frozen=True, slots=True)
class ProgrammeDetails:
    """The § 12 decision. The last day is not asked for: the rules give it."""

    offered_start_on: date
    starts_on: date
    decided_on: date


@dataclass(frozen=True, slots=True)
class PlanDetails:
    """What § 15 asks a plan to say, but for its elements."""

    made_on: date
    end_goal: EndGoal
    norwegian_goals: NorwegianGoals
    review_due_on: date
    is_completion_ruled_out: bool = False
    """Under 25 (§ 14): completing upper secondary is not wanted, or out of reach."""
    long_term_goals: str = ""
    goals_language: str = ""
    """BCP 47 code of the language of the long-term goals; empty: bokmål."""
    norwegian_goals_reason: str = ""
    """Why the Norwegian goals differ from the guiding ones."""
    participation_note: str = ""
    """What the participant contributed, and how she was understood."""
    reasons: str = ""
    norwegian_hours: int = 0
    social_studies_hours: int = 0
    is_appeal_information_given: bool = False
    is_competence_validation_guided: bool = False


@dataclass(frozen=True, slots=True)
class CreatePlan:
    """Begin the programme, and the first version of its plan."""

    participant_id: UUID
    programme: ProgrammeDetails
    details: PlanDetails


@dataclass(frozen=True, slots=True)
class ChangePlan:
    """Save the draft."""

    participant_id: UUID
    row_version: int
    details: PlanDetails
    programme: ProgrammeDetails | None = None
    """None from the second version on: the decision stands."""


@dataclass(frozen=True, slots=True)
class ElementDetails:
    """One element: what, when, how much and where."""

    kind: ElementKind
    first_day: date
    last_day: date
    minutes_per_week: int
    title: str = ""
    """The municipality's own name for it; empty: the catalogue's name."""
    provider: str = ""
    catalogue_id: str = ""
    """The variant of the catalogue that it is made from; empty: the plain one of its kind."""
    place: str = ""
    responsible: str = ""
    """Who sees to it that it happens."""
    reason: str = ""
    """Why it was chosen, and how it serves work and the Norwegian goal (§ 15)."""


@dataclass(frozen=True, slots=True)
class AddElement:
    """Add an element to the draft."""

    participant_id: UUID
    element: ElementDetails


@dataclass(frozen=True, slots=True)
class ChangeElement:
    """Save an element of the draft."""

    participant_id: UUID
    element_id: UUID
    row_version: int
    element: ElementDetails


@dataclass(frozen=True, slots=True)
class RemoveElement:
    """Take an element out of the draft."""

    participant_id: UUID
    element_id: UUID
    row_version: int


@dataclass(frozen=True, slots=True)
class FixPlan:
    """Decide that the draft is the plan."""

    participant_id: UUID
    row_version: int
