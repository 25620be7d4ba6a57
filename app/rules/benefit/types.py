"""What the rules answer about a payment (integreringsloven chapter 5)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from app.core.money import Kroner
from app.core.period import Period
from app.rules.absence.reasons import AbsenceReason
from app.rules.absence.types import AbsenceDoubt, AbsenceGround
from app.rules.benefit.facts import OtherBenefitKind
from app.rules.law.grounds import Clarification, Ground, Step
from app.rules.law.provision import Provision
from app.rules.policy import PolicyKey

_ZERO = Fraction(0)


class DayKind(StrEnum):
    """What an absent day, or part of one, does to the payment."""

    INVALID = "invalid"
    """Ugyldig fravær: reduces it (§ 21)."""
    UNPAID = "unpaid"
    """Lawful, without benefit."""
    PAID = "paid"


class Basis(StrEnum):
    """The rate that a line is computed by (§ 20 second paragraph)."""

    DAY = "day"
    HOUR = "hour"
    WHOLE_PERIOD = "whole_period"
    """Every scheduled day was missed: the payment is spread over them."""


class PaymentGround(StrEnum):
    """Grunn: why something costs, or does not, besides the grounds of the absence itself."""

    DAY_OFF_WITHIN_ABSENCE = "day_off_within_absence"
    """A day off between two whole days of invalid absence (policy `weekend_in_absence`)."""
    BENEFIT_EARNED_IN_PROGRAMME = "benefit_earned_in_programme"
    """Dagpenger, sykepenger or foreldrepenger whose right was earned after the start."""
    BENEFIT_NEVER_REDUCES = "benefit_never_reduces"
    """Barnetrygd or kontantstøtte."""
    OWN_INCOME_NEVER_REDUCES = "own_income_never_reduces"
    OTHERS_INCOME_NEVER_REDUCES = "others_income_never_reduces"
    WEALTH_NEVER_REDUCES = "wealth_never_reduces"
    CHILD_SUPPORT_NEVER_REDUCES = "child_support_never_reduces"


@dataclass(frozen=True, slots=True)
class DayLine:
    """One absent day, or part of one, and what it costs: `rate` × `units`, less the cuts."""

    day: date
    kind: DayKind
    basis: Basis
    hours: Fraction | None
    """None: the whole scheduled day."""
    rate: Kroner
    """The day rate, the hour rate, or the day's part of the whole payment."""
    amount: Kroner
    """What the payment is reduced by, after caps; 0 for paid days."""
    provisions: tuple[Provision, ...]
    reason: AbsenceReason
    """Of a day off: the reason of the day before it."""
    grounds: tuple[Ground[AbsenceGround] | Ground[PaymentGround], ...]
    units: Fraction = Fraction(1)
    """Days, hours, or the share of the day."""
    cut_by_day_rate: Kroner = _ZERO
    """What the cap on a day took away."""
    cut_by_payment: Kroner = _ZERO
    """What was left out because the payment was used up."""


@dataclass(frozen=True, slots=True)
class RateSegment:
    """Days of one calendar month with one rate and one base amount."""

    period: Period
    fraction: Fraction
    base_amount: int
    """G in whole kroner."""
    days_counted: int
    """Thirtieths of a month that the days count for."""
    month_rate: Kroner
    day_rate: Kroner
    hour_rate: Kroner
    amount: Kroner
    provisions: tuple[Provision, ...]


class OtherReductionKind(StrEnum):
    """What reduces a payment besides absence."""

    COORDINATED_BENEFITS = "coordinated_benefits"
    TRANSITIONAL_BENEFIT = "transitional_benefit"
    """Overgangsstønad."""
    PROGRAMME_WORK = "programme_work"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class OtherReduction:
    """One reduction besides absence, after caps."""

    kind: OtherReductionKind
    amount: Kroner
    provision: Provision
    claim: Kroner = _ZERO
    """What it would take from a payment that is large enough."""
    benefit: OtherBenefitKind | None = None
    """Which benefit; None: a ready sum, or no benefit at all."""
    grounds: tuple[Ground[PaymentGround], ...] = ()
    """Why a benefit that is named takes nothing."""
    formula: tuple[tuple[str, Kroner], ...] = ()
    """Names and values that the claim is computed from."""


class BenefitDoubt(StrEnum):
    """What the facts do not settle about a payment."""

    UNDER_25_IN_CHILDLESS_COUPLE = "under_25_in_childless_couple"
    PROGRAMME_WORK_NEEDS_DATES = "programme_work_needs_dates"
    """The hour rate changed within the period, and the hours are not dated."""
    BENEFIT_EARNED_WHEN = "benefit_earned_when"
    """Whether the right to dagpenger, sykepenger or foreldrepenger is from before the programme.
    Until that is known, the benefit takes nothing."""


class PaymentStep(StrEnum):
    """The steps of a payment, in order."""

    SEGMENT = "segment"
    GROSS = "gross"
    LINE = "line"
    """An absent day, or part of one: rate × units, less what the caps cut."""
    ABSENCE_REDUCTION = "absence_reduction"
    UNPAID_LEAVE_REDUCTION = "unpaid_leave_reduction"
    TRANSITIONAL_BENEFIT = "transitional_benefit"
    """What overgangsstønad takes from the days of one segment."""
    OTHER_REDUCTION = "other_reduction"
    SECTION_46_G = "section_46_g"
    PAYOUT = "payout"
    ROUNDING = "rounding"


@dataclass(frozen=True, slots=True)
class PaymentAssessment:
    """One payment: exact amounts, every line behind them, and what influenced them."""

    gross: Kroner
    absence_reduction: Kroner
    """§ 21; the sum of the invalid lines."""
    unpaid_leave_reduction: Kroner
    """Lawful time without benefit; the sum of the unpaid lines."""
    other_reductions: Kroner
    """§§ 22, 23 and 25; the sum of `other_lines`."""
    payout: Kroner
    """Gross minus the three; never negative."""
    payable: Kroner
    """The payout in whole øre or whole kroner, half up (policy `rounding`)."""
    recovery_left: Kroner
    """What § 25 did not find room for: to carry over to a later payment."""
    reduction_share: Fraction
    """What § 46 g tests, as a share of the gross; 0 where the gross is 0."""
    decision_required_by_46_g: bool
    days: tuple[DayLine, ...]
    segments: tuple[RateSegment, ...]
    other_lines: tuple[OtherReduction, ...]
    """Named benefits stand here even when they take nothing."""
    grounds: tuple[Ground[PaymentGround], ...]
    """Means that were asked about and never reduce (§ 23)."""
    policies: tuple[PolicyKey, ...]
    """The settings that influenced the payment."""
    clarifications: tuple[Clarification[AbsenceDoubt] | Clarification[BenefitDoubt], ...]
    steps: tuple[Step[PaymentStep], ...]
    claims: tuple[OtherReduction, ...] = ()
    """What each reduction of §§ 22, 23 and 25 would take, in their order; their `amount` is 0."""
