"""What a kind of decision is: what it does in the eyes of the law, and what its letter says."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from app.core.period import Period
from app.decisions.content import Statement
from app.decisions.interventions.models import Intervention
from app.decisions.leave.kinds import LeaveBenefit, LeaveOutcome
from app.decisions.reductions import Reduction
from app.decisions.words import LetterWords
from app.plans.answers.queries import Answered
from app.plans.models import IntegrationPlan
from app.plans.paper.words import PlanWords
from app.plans.reading import PlanCase
from app.rules.absence import AbsenceReason
from app.rules.decision import ActFacts
from app.rules.eligibility import TargetGroup
from app.rules.law import Provision


@dataclass(frozen=True, slots=True)
class Background:
    """What a letter is written from."""

    case: PlanCase
    matter: "PlanMatter | ReductionMatter | LeaveMatter | InterventionMatter"
    """What is decided."""
    municipality: str
    contact: str
    decided_on: date
    reasons: str
    """The caseworker's own."""
    words: LetterWords

    @property
    def of_plan(self) -> "PlanMatter":
        """What only decisions about plans have."""
        assert isinstance(self.matter, PlanMatter), "a decision about a plan"
        return self.matter

    @property
    def of_reduction(self) -> "ReductionMatter":
        """What only decisions about reductions have."""
        assert isinstance(self.matter, ReductionMatter), "a decision about a reduction"
        return self.matter

    @property
    def of_leave(self) -> "LeaveMatter":
        """What only decisions about leave have."""
        assert isinstance(self.matter, LeaveMatter), "a decision about leave"
        return self.matter

    @property
    def of_intervention(self) -> "InterventionMatter":
        """What only stops and withdrawals have."""
        assert isinstance(self.matter, InterventionMatter), "a decision about an intervention"
        return self.matter

    @property
    def plan(self) -> IntegrationPlan:
        """The version that is decided. With its elements."""
        return self.of_plan.plan

    @property
    def plan_words(self) -> PlanWords:
        """In the same form of Norwegian: the names of goals and elements."""
        return self.of_plan.plan_words


@dataclass(frozen=True, slots=True)
class PlanMatter:
    """A version of the plan."""

    plan: IntegrationPlan
    before: IntegrationPlan | None
    """The version that was decided last; None: there is none."""
    group: TargetGroup
    answer: Answered | None
    """What the participant says of the plan."""
    plan_words: PlanWords


@dataclass(frozen=True, slots=True)
class Hearing:
    """The advance notice, and what the participant said to it."""

    noticed_on: date
    reply_by: date
    replies: tuple[tuple[date, str], ...]
    """Day and own words, oldest first."""


@dataclass(frozen=True, slots=True)
class ReductionMatter:
    """What is taken from one payment, and how the participant was heard."""

    reduction: Reduction
    hearing: Hearing


@dataclass(frozen=True, slots=True)
class LeaveMatter:
    """What the participant applied for, and what of it is granted."""

    reason: AbsenceReason
    received_on: date
    applied: Period
    words: str
    """The participant's own."""
    outcome: LeaveOutcome
    granted: Period | None
    benefit: LeaveBenefit | None
    """Of the granted days; None: nothing is planned on them."""


@dataclass(frozen=True, slots=True)
class InterventionMatter:
    """What was considered, which days the decision chooses, and how the participant was heard."""

    considered: Intervention
    first_day: date
    last_day: date | None
    hearing: Hearing


Write = Callable[[Background], Iterator[Statement]]


@dataclass(frozen=True, slots=True)
class KindOfDecision:
    """One kind. A new one is a file beside this one, and a line in the registry."""

    acts: tuple[ActFacts, ...]
    """What the municipality does with it: the rules say whether it is a decision, and by what."""
    provisions: Callable[[Background], Iterator[Provision]]
    """What it rests on besides the provisions of the acts."""
    decided: Write
    facts: Write
    reasons: Write
    """What the law says of it, before what the people wrote."""
    summary: Write
    """In the words of summaries."""
    next_steps: Write
    """What comes after the decision."""
