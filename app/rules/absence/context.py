"""What the rules for single reasons share while a history is classified."""

from dataclasses import dataclass, field
from datetime import date

from app.core.period import Period, add_months
from app.rules.absence.history import AbsentDay, in_order
from app.rules.absence.quotas import QuotaLedger
from app.rules.absence.self_certification import SelfCertificationLog
from app.rules.absence.types import AbsenceDoubt, AbsenceFacts, ChildFacts, DecisionKind
from app.rules.law.grounds import Clarification
from app.rules.law.provision import Provision
from app.rules.policy import Policy, PolicyKey


@dataclass(slots=True)
class Context:
    """The facts, the counts so far, and what came up on the way."""

    facts: AbsenceFacts
    policy: Policy
    own_illness: SelfCertificationLog
    child_illness: SelfCertificationLog
    ledger: QuotaLedger = field(default_factory=QuotaLedger)
    doubts: dict[Clarification[AbsenceDoubt], None] = field(default_factory=dict)
    policies: set[PolicyKey] = field(default_factory=set)

    def doubt(self, code: AbsenceDoubt, provision: Provision, day: date) -> None:
        """Note something that a person must settle, if the day is asked about."""
        if day in self.facts.period:
            self.doubts[Clarification(code, provision)] = None

    def influence(self, key: PolicyKey, day: date) -> None:
        """Note that a setting decided about a day, if the day is asked about."""
        if day in self.facts.period:
            self.policies.add(key)

    def uses_quota(self, row: AbsentDay, quota: int, counted_over: Period) -> bool:
        """Use the day's share of a quota, unless it no longer fits."""
        reason = row.absence.reason
        if self.ledger.used(reason, counted_over) + row.share_of_day > quota:
            return False
        self.ledger.use(reason, row.day, row.share_of_day)
        return True

    def is_decided(self, kind: DecisionKind, day: date) -> bool:
        """Whether a decision of this kind holds on a day."""
        return any(
            decision.kind is kind and decision.holds_on(day) for decision in self.facts.decisions
        )

    def child_of(self, row: AbsentDay) -> ChildFacts | None:
        """Return the child that was named, else the youngest one born by then."""
        children = self.facts.participant.children
        if row.absence.child is not None:
            return children[row.absence.child]
        born = [child for child in children if child.born_on <= row.day]
        return max(born, key=lambda child: child.born_on, default=None)

    def leave_is_used_up(self, row: AbsentDay, months: int) -> bool:
        """Whether the calendar days of one kind of leave before this day fill so many months.

        The months are counted from the first day of that leave; breaks do not count.
        """
        reason = row.absence.reason
        leaves = [absence for absence in in_order(self.facts.absences) if absence.reason is reason]
        first_day = leaves[0].first_day
        available = (add_months(first_day, months) - first_day).days
        before = Period(first_day, row.day)
        taken = [Period(leave.first_day, leave.last_day).intersection(before) for leave in leaves]
        return sum(len(days) for days in taken if days is not None) > available
