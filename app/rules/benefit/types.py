"""Payments as facts and as assessments (integreringsloven chapter 5)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from app.core.money import Kroner
from app.core.period import Period
from app.rules.absence.reasons import AbsenceReason
from app.rules.absence.types import (
    Absence,
    AbsenceDoubt,
    AbsenceGround,
    Decision,
    ParticipantFacts,
)
from app.rules.calendar.schedule import Schedule
from app.rules.law.grounds import Clarification, Ground, Step
from app.rules.law.provision import Provision
from app.rules.policy import PolicyKey


@dataclass(frozen=True, slots=True)
class LivingPeriod:
    """How the participant lives, from a day until the next period begins (§ 20)."""

    first_day: date
    lives_with_parents: bool = False
    is_partner_in_programme: bool = False
    """Lives with a spouse or cohabitant who takes part in the programme too."""
    has_children: bool = False
    """Has a child by other knowledge than the list of children."""


@dataclass(frozen=True, slots=True)
class ProgrammeWork:
    """Lønnet arbeid i programmet (§ 23 second paragraph), in the period."""

    hours: Fraction = Fraction(0)
    wage: Kroner = Fraction(0)


@dataclass(frozen=True, slots=True)
class OtherFacts:
    """What else may reduce a payment (§§ 22, 23 and 25). Amounts are for the period."""

    recovery: Kroner = Fraction(0)
    """To be taken back of an earlier overpayment (§ 25)."""
    coordinated_benefits: Kroner = Fraction(0)
    """Dagpenger, sykepenger, foreldrepenger, uføretrygd, AAP (§ 22 first paragraph)."""
    transitional_benefit_year: Kroner = Fraction(0)
    """Overgangsstønad, a year (§ 22 second paragraph)."""
    programme_work: ProgrammeWork = ProgrammeWork()


@dataclass(frozen=True, slots=True)
class PaymentFacts:
    """Everything one payment turns on."""

    born_on: date
    participant: ParticipantFacts
    living: tuple[LivingPeriod, ...]
    """In any order; the earliest also covers the days before it."""
    schedule: Schedule
    period: Period
    absences: tuple[Absence, ...] = ()
    """The whole history, as quotas look back."""
    decisions: tuple[Decision, ...] = ()
    other: OtherFacts = OtherFacts()
    programme_last_day: date | None = None
    """The day the programme ended, if it has."""


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


@dataclass(frozen=True, slots=True)
class DayLine:
    """One absent day, or part of one, and what it costs."""

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
    grounds: tuple[Ground[AbsenceGround], ...]


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


class BenefitDoubt(StrEnum):
    """What the facts do not settle about a payment."""

    UNDER_25_IN_CHILDLESS_COUPLE = "under_25_in_childless_couple"
    PROGRAMME_WORK_NEEDS_DATES = "programme_work_needs_dates"
    """The hour rate changed within the period, and the hours are not dated."""


class PaymentStep(StrEnum):
    """The steps of a payment, in order."""

    SEGMENT = "segment"
    GROSS = "gross"
    ABSENCE_REDUCTION = "absence_reduction"
    UNPAID_LEAVE_REDUCTION = "unpaid_leave_reduction"
    OTHER_REDUCTION = "other_reduction"
    SECTION_46_G = "section_46_g"
    PAYOUT = "payout"


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
    reduction_share: Fraction
    """What § 46 g tests, as a share of the gross; 0 where the gross is 0."""
    decision_required_by_46_g: bool
    days: tuple[DayLine, ...]
    segments: tuple[RateSegment, ...]
    other_lines: tuple[OtherReduction, ...]
    policies: tuple[PolicyKey, ...]
    """The settings that influenced the payment."""
    clarifications: tuple[Clarification[AbsenceDoubt] | Clarification[BenefitDoubt], ...]
    steps: tuple[Step[PaymentStep], ...]
