"""A month that was issued, computed again: what is due now against what was issued.

What the municipality had chosen when the month was issued still holds for it; its choices of today
are for the months that are prepared from now on.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any
from uuid import UUID

from app.benefit.freezing import freeze, freeze_bad_facts
from app.benefit.month_facts import Asked
from app.benefit.snapshot import Snapshot, SnapshotProblem
from app.core.money import ORE_A_KRONE, Kroner
from app.core.period import Period
from app.rules.benefit import IssuedPayment, Policy, correct
from app.rules.law import BadFacts


@dataclass(frozen=True, slots=True)
class Reopened:
    """One participant's earlier month that may have changed."""

    participant_id: UUID
    of_run_id: UUID
    period: Period
    issued_ore: int
    asked: Asked | None
    """What is registered now; None: no right to benefit in the month."""
    policy: Policy
    stamp: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """The answer: what is due, with the reasoning where it is not what was issued."""

    reopened: Reopened
    due_ore: int
    snapshot: Snapshot | None
    """None: nothing differs, or no right to benefit in the month."""

    @property
    def is_open(self) -> bool:
        """Tell whether a person must settle something first."""
        return self.snapshot is not None and self.snapshot.is_open


def policy_then(present: Policy, assessment: Mapping[str, Any]) -> Policy:
    """Return the choices for a month: those that influenced it then, otherwise the present ones."""
    return Policy.from_mapping({**present.to_mapping(), **dict(assessment["policies"])})


def recovery_then(assessment: Mapping[str, Any]) -> Kroner:
    """Return what was to be taken back of a month when it was issued (§ 25): that is settled."""
    return Fraction(assessment["facts"]["other"]["recovery"])


def compute_again(month: Reopened) -> Corrected:
    """Compare what is due by what is registered now with what was issued (§§ 19, 24 and 25)."""
    if month.asked is None:
        return Corrected(month, due_ore=0, snapshot=None)
    facts, around = month.asked.facts, month.asked.around
    issued = IssuedPayment(month.period, Fraction(month.issued_ore, ORE_A_KRONE))
    try:
        (found,) = correct([issued], lambda _period: facts, month.policy, around.known_on).periods
    except BadFacts as problem:
        # Nothing is due or overpaid by facts that cannot be true: somebody must put them right.
        broken = freeze_bad_facts(facts, problem, around)
        return Corrected(month, due_ore=month.issued_ore, snapshot=broken)
    # As it is kept: reductions that are suspended are not taken yet.
    snapshot = freeze(facts, found.assessment, month.policy, around)
    # Nothing is taken anew where the amount is the same, so it may be contested: whoever settles it
    # in her favour changes what is registered, and with it the amount.
    doubts = {doubt.code for doubt in snapshot.doubts} - {SnapshotProblem.CONTESTED.value}
    is_same = snapshot.payout_ore == month.issued_ore and not doubts
    return Corrected(month, due_ore=snapshot.payout_ore, snapshot=None if is_same else snapshot)
