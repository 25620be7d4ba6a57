"""What can be asked about deductions."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.benefit.deductions.kinds import DeductionKind


@dataclass(frozen=True, slots=True)
class RegisterDeduction:
    """Register a benefit, or work in the programme."""

    participant_id: UUID
    kind: DeductionKind
    first_day: date
    last_day: date | None
    amount_ore: int
    minutes: int | None
    is_earned_before_programme: bool | None
    documentation: str


@dataclass(frozen=True, slots=True)
class SettleOverpayment:
    """Decide what becomes of an overpayment: taken back in instalments, or left."""

    participant_id: UUID
    of_run_id: UUID
    amount_ore: int
    """How much of the overpayment is decided about."""
    instalment_ore: int | None
    """The most that is taken of one payment; None: she keeps it."""
    first_day: date
    """First day of the first month that it is taken of."""
    documentation: str
    """The decision, and why."""


@dataclass(frozen=True, slots=True)
class WithdrawDeduction:
    """Let a deduction count no longer: it was wrong."""

    participant_id: UUID
    deduction_id: UUID
