"""What a kind of decision is: what it does in the eyes of the law, and what its letter says."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from app.decisions.content import Statement
from app.decisions.words import LetterWords
from app.plans.answers.queries import Answered
from app.plans.models import IntegrationPlan
from app.plans.paper.words import PlanWords
from app.plans.reading import PlanCase
from app.rules.decision import ActFacts
from app.rules.eligibility import TargetGroup
from app.rules.law import Provision


@dataclass(frozen=True, slots=True)
class Background:
    """What a letter is written from."""

    case: PlanCase
    plan: IntegrationPlan
    """The version that is decided. With its elements."""
    before: IntegrationPlan | None
    """The version that was decided last; None: there is none."""
    group: TargetGroup
    answer: Answered | None
    """What the participant says of the plan."""
    municipality: str
    contact: str
    decided_on: date
    reasons: str
    """The caseworker's own."""
    words: LetterWords
    plan_words: PlanWords
    """In the same form of Norwegian: the names of goals and elements."""


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
