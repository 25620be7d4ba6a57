"""What is left of each quota, on the last day of a period."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.core.period import Period
from app.rules.law.parameter import Unit


@dataclass(frozen=True, slots=True)
class QuotaBalance:
    """A quota, and how much of it is used."""

    quota: Fraction
    used: Fraction
    counted_over: Period
    """The days that the quota counts."""
    unit: Unit = Unit.VIRKEDAGER

    @property
    def left(self) -> Fraction:
        """What remains; never negative."""
        return max(Fraction(0), self.quota - self.used)


@dataclass(frozen=True, slots=True)
class ParentalLeaveBalance(QuotaBalance):
    """Parental leave in calendar days: for the child whose leave has begun, else the youngest.

    The quota is what this parent may use; 0 where no child gives a right.
    """

    last_possible_day: date | None = None
    """The end of the child's first year; None: it is adopted, or no child gives a right."""
    follow_up_offer_due_on: date | None = None
    """First day on which training must be offered; None: the leave does not reach so far."""


@dataclass(frozen=True, slots=True)
class SelfCertificationBalance:
    """What is left of self-certification for own illness, on the last day of the period."""

    days_left: int
    """Calendar days that remain; 0 while the right does not exist."""
    blocked_until: date | None
    """First day of the right, while eight weeks or a decision with an end block it; else None."""
    is_withdrawn: bool
    """A decision under integreringsforskriften § 9 is in force."""
    withdrawal_review_due_on: date | None
    """Last day for reviewing that decision; None: there is none."""
    window_ends_on: date | None
    """Last day on which the days used still count; None: none count."""
    occasions_last_12_months: int
    """Absences that rest on self-certification alone; whose illness is the policy's question."""

    may_be_withdrawn: bool
    """Whether the municipality may decide to withdraw the right (§ 9); never by itself."""


@dataclass(frozen=True, slots=True)
class Balances:
    """What is left of each quota on the last day of the period."""

    self_certification: SelfCertificationBalance
    child_illness: QuotaBalance
    pregnancy: QuotaBalance
    birth_mother: QuotaBalance
    birth_father: QuotaBalance
    breastfeeding: QuotaBalance
    """Hours of the day with benefit."""
    welfare_leave: QuotaBalance
    peace_work: QuotaBalance
    long_illness: QuotaBalance
    """Leave under § 15 in calendar days."""
    parental_leave: ParentalLeaveBalance
    religious_holiday: QuotaBalance
    holiday: QuotaBalance
    counted_towards_ten: Fraction
    """Virkedager since the programme started that count under §§ 10 and 19."""
