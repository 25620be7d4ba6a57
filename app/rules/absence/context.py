"""What the rule for one reason keeps while a history is classified.

Every reason is counted by itself: no quota of the regulation is shared between two reasons.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from app.rules.absence.codes import AbsenceDoubt, AbsenceStep
from app.rules.absence.history import AbsentDay, Registered
from app.rules.absence.quotas import QuotaLedger
from app.rules.absence.types import AbsenceFacts, ChildFacts, Decision, DecisionKind
from app.rules.absence.verdict import Verdicts, split
from app.rules.law.grounds import Clarification, Step
from app.rules.law.provision import Provision
from app.rules.policy import Policy, PolicyKey


class Quota(NamedTuple):
    """A number of days, since when their use counts, and where both stand."""

    days: int
    since: date
    provision: Provision


class Context:
    """The facts, the counts so far, and what came up on the way."""

    def __init__(
        self,
        facts: AbsenceFacts,
        policy: Policy,
        absences: Sequence[Registered],
        *,
        explains: bool = False,
    ) -> None:
        self.facts = facts
        self.policy = policy
        self.absences = absences
        """Those of the reason, in order of date."""
        self.ledger = QuotaLedger()
        self.doubts: dict[Clarification[AbsenceDoubt], None] = {}
        self.policies: set[PolicyKey] = set()
        self.is_asked = False
        """Whether the day at hand lies in the period: other days only count."""
        self.is_explained = False
        """Whether the day at hand is to have its steps: it is asked about, and they are wanted."""
        self.steps: list[Step[AbsenceStep]] = []
        """Of the day at hand."""
        self._explains = explains

    def begin(self, row: AbsentDay) -> None:
        """Turn to the next day."""
        period = self.facts.period
        self.is_asked = period.first_day <= row.day <= period.last_day
        self.is_explained = self._explains and self.is_asked
        if self.steps:
            self.steps = []

    def doubt(self, code: AbsenceDoubt, provision: Provision) -> None:
        """Note something that a person must settle, if the day is asked about."""
        if self.is_asked:
            self.doubts[Clarification(code, provision)] = None

    def influence(self, key: PolicyKey) -> None:
        """Note that a setting decided about the day, if it is asked about."""
        if self.is_asked:
            self.policies.add(key)

    def step(self, what: AbsenceStep, provision: Provision, **numbers: object) -> None:
        """Note what was looked at, if the day is to have its steps; None is left out.

        A name that is a Python keyword is written with an underscore after it.
        """
        if self.is_explained:
            texts = tuple(
                (name.rstrip("_"), _text(value))
                for name, value in numbers.items()
                if value is not None
            )
            self.steps.append(Step(what, texts, provision))

    def by_quota(
        self, row: AbsentDay, quota: Quota, within: Verdicts, beyond: Verdicts
    ) -> Verdicts:
        """Use what is left of a quota for the day, and answer for both parts of it."""
        since, provision = quota.since, quota.provision
        used, share = self.ledger.used_since(since), row.share_of_day
        if self.is_explained:
            self.step(
                AbsenceStep.QUOTA,
                provision,
                quota=quota.days,
                used_before=used,
                this_day=share,
                from_=since,
            )
        covered = min(share, quota.days - used)
        if covered <= 0:
            return beyond
        self.ledger.use(row.day, covered)
        return within if covered == share else split(row, covered, within, beyond)

    def decision_on(self, kind: DecisionKind, day: date) -> Decision | None:
        """Return a decision of this kind that holds on a day; None where there is none."""
        if not self.facts.decisions:
            return None
        return min(
            (row for row in self.facts.decisions if row.kind is kind and row.holds_on(day)),
            key=lambda row: (row.first_day, row.last_day or date.max),
            default=None,
        )

    def decision_step(self, decision: Decision, provision: Provision) -> None:
        """Note a decision that decided about the day."""
        self.step(AbsenceStep.DECISION, provision, from_=decision.first_day, to=decision.last_day)

    def child_of(self, row: AbsentDay) -> ChildFacts | None:
        """Return the child that was named, else the youngest one born by then."""
        return child_meant(self.facts, row.absence.child, row.day)


def child_meant(facts: AbsenceFacts, named: int | None, day: date) -> ChildFacts | None:
    """Return the child at a position, else the youngest one born by a day."""
    children = facts.participant.children
    if named is not None:
        return children[named]
    born = [child for child in children if child.born_on <= day]
    return max(born, key=lambda child: child.born_on, default=None)


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
