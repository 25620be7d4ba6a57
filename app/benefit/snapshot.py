"""A payment as it is kept: every line to the øre, with all that explains it for ever.

Stored as JSON beside the payment. Whoever shows a payment reads this and computes nothing.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from app.core.period import Period
from app.rules.absence import AbsenceReason
from app.rules.benefit import Basis, DayKind, OtherReductionKind, PolicyKey

FORMAT = 1
"""Raised when the stored form changes; older forms stay readable."""


@dataclass(frozen=True, slots=True)
class Source:
    """A provision as it was cited: the text and the link outlive the code that cited it."""

    text: str
    link: str


@dataclass(frozen=True, slots=True)
class SegmentLine:
    """Days with one rate and one base amount, and what they give."""

    period: Period
    fraction: Fraction
    base_amount: int
    """G in whole kroner."""
    days_counted: int
    month_rate_ore: int
    day_rate_ore: int
    hour_rate_ore: int
    amount_ore: int
    provisions: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class AbsenceLine:
    """An absent day, or part of one, and what it costs; 0 for paid days."""

    day: date
    kind: DayKind
    basis: Basis
    hours: Fraction | None
    """None: the whole scheduled day."""
    rate_ore: int
    amount_ore: int
    reason: AbsenceReason
    grounds: tuple[str, ...]
    """Codes of app.rules.absence.AbsenceGround."""
    provisions: tuple[Source, ...]
    is_explained: bool
    """False: nobody has registered why."""


@dataclass(frozen=True, slots=True)
class OtherLine:
    """A reduction besides absence (§§ 22, 23 and 25)."""

    kind: OtherReductionKind
    amount_ore: int
    provision: Source


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a person must settle before the payment can be relied on."""

    code: str
    """Of app.rules.absence.AbsenceDoubt or app.rules.benefit.BenefitDoubt, or `bad_facts`."""
    provision: Source | None
    field: str = ""
    """For `bad_facts`: which fact."""


class SnapshotProblem(StrEnum):
    """A doubt that is not the rules' own."""

    BAD_FACTS = "bad_facts"
    """What is registered cannot be true together, so nothing was computed."""
    CONTESTED = "contested"
    """The participant says that absence which reduces the payment is wrong."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One payment with the whole reasoning."""

    period: Period
    segments: tuple[SegmentLine, ...]
    absences: tuple[AbsenceLine, ...]
    others: tuple[OtherLine, ...]
    gross_ore: int
    absence_reduction_ore: int
    unpaid_leave_reduction_ore: int
    other_reductions_ore: int
    payout_ore: int
    is_decision_required_by_46_g: bool
    is_decision_required: bool
    """By § 46 g, or because the municipality decides every reduction."""
    policies: tuple[tuple[PolicyKey, str | bool], ...]
    """Those that influenced the payment, with their values."""
    doubts: tuple[Doubt, ...]
    unmarked: tuple[tuple[date, int], ...]
    """Days with sessions nobody has registered attendance for, and how many minutes."""
    facts: dict[str, Any]
    """What the rules were asked, as codes, dates and exact numbers."""
    known_on: date
    """The law and the base amount are those known on this day."""
    version: str
    """Of the portal's rules."""
    suspended: tuple[date, ...] = ()
    """Days whose reduction is not taken, as the effect of the decision is suspended."""

    @property
    def reductions_ore(self) -> int:
        """Everything between gross and payout."""
        return self.gross_ore - self.payout_ore

    @property
    def is_open(self) -> bool:
        """Tell whether a person must settle something first."""
        return bool(self.doubts)
