"""Everything that stands on a printed plan beside its fixed words, frozen when it is issued."""

from dataclasses import dataclass
from datetime import date

from app.core.period import Period
from app.core.pii import IdentityNumber, PersonName
from app.plans.paper.words import PlanWords
from app.plans.paper.written import Written
from app.rules.plan import CefrLevel, ElementKind
from app.rules.programme import EndGoal

SIGNED_BY_PARTICIPANT = "signature_participant"
"""The line that must have ink when the paper comes back."""


@dataclass(frozen=True, slots=True)
class ElementContent:
    """One element of the programme."""

    kind: ElementKind
    catalogue_id: str
    """Which standard element; empty: one of the municipality's own."""
    title: Written
    """The municipality's own name for it; empty: only the standard element's."""
    days: Period
    minutes_per_week: int
    place: str
    provider: str
    responsible: str
    reason: Written


@dataclass(frozen=True, slots=True)
class PlanContent:
    """A fixed version of a plan, with whose it is (integreringsloven § 15)."""

    participant_name: PersonName
    identity_number: IdentityNumber
    municipality: str
    """Without the word "kommune"."""
    version: int
    made_on: date
    decided_on: date
    """Day of the § 12 decision."""
    programme: Period
    months: int
    end_goal: EndGoal
    listening: CefrLevel
    reading: CefrLevel
    writing: CefrLevel
    speaking: CefrLevel
    norwegian_goals_reason: Written
    """Why the goals are others than education alone would give; empty: they are not."""
    long_term_goals: Written
    participation: Written
    """How the participant took part in making the plan."""
    reasons: Written
    norwegian_hours: int
    social_studies_hours: int
    is_competence_validation_guided: bool
    review_due_on: date
    elements: tuple[ElementContent, ...]
    """In the order in which they begin."""


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """A plan as it is printed."""

    content: PlanContent
    words: tuple[PlanWords, ...]
    """Of the languages of the sheet: Norwegian, and the participant's own beside it."""
    code: str
    """From `app.papers.code`, without separators."""
    issued_on: date
