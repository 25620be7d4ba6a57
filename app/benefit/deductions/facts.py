"""Registered deductions as the facts of one month's payment."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from app.benefit.deductions.kinds import OTHER_BENEFITS, OVERPAYMENTS, DeductionKind
from app.benefit.deductions.models import BenefitDeduction
from app.core.money import ORE_A_KRONE, Kroner
from app.core.period import Period, month_period
from app.rules.benefit import OtherBenefit, OtherFacts, ProgrammeWork, WorkDay

MINUTES_PER_HOUR = 60


def touching(rows: Iterable[BenefitDeduction], period: Period) -> list[BenefitDeduction]:
    """Return the benefits and the work that meet the period; recovery is another matter."""
    return [
        row
        for row in rows
        if row.kind not in OVERPAYMENTS
        and row.first_day <= period.last_day
        and (row.last_day is None or row.last_day >= period.first_day)
    ]


def other_facts(
    rows: Iterable[BenefitDeduction],
    period: Period,
    recovery: Kroner = Fraction(0),
    entitled: Sequence[Period] | None = None,
) -> OtherFacts:
    """Return what the rules are asked about a month (§§ 22, 23 and 25).

    A benefit counts by the calendar days that it shares with the introductory benefit: what it
    reduces is of the same time. `entitled`: those days; None: the whole period.
    """
    found = touching(rows, period)
    work = [row for row in found if row.kind is DeductionKind.PROGRAMME_WORK]
    return OtherFacts(
        recovery=recovery,
        transitional_benefit_year=sum(
            (
                _kroner(row.amount_ore)
                for row in found
                if row.kind is DeductionKind.TRANSITIONAL_BENEFIT
            ),
            start=Fraction(0),
        ),
        programme_work=_work(work),
        benefits=tuple(
            OtherBenefit(
                OTHER_BENEFITS[row.kind],
                _part(row, period, (period,) if entitled is None else entitled),
                row.is_earned_before_programme,
            )
            for row in found
            if row.kind in OTHER_BENEFITS
        ),
    )


def instalment(recoveries: Sequence[BenefitDeduction], taken_ore: int) -> Kroner:
    """Return what is taken back of the month, when so much has been taken before.

    The oldest recovery is paid first; each takes its instalment at most.
    """
    this_month_ore = 0
    for row in recoveries:
        total_ore = row.total_ore or 0
        paid_ore = min(taken_ore, total_ore)
        taken_ore -= paid_ore
        this_month_ore += min(row.amount_ore, total_ore - paid_ore)
    return _kroner(this_month_ore)


def _work(rows: Sequence[BenefitDeduction]) -> ProgrammeWork:
    dated = [row for row in rows if row.first_day == row.last_day]
    return ProgrammeWork(
        hours=sum((_hours(row) for row in rows if row not in dated), start=Fraction(0)),
        wage=sum((_kroner(row.amount_ore) for row in rows), start=Fraction(0)),
        days=tuple(WorkDay(row.first_day, _hours(row)) for row in dated),
    )


def _part(row: BenefitDeduction, period: Period, entitled: Sequence[Period]) -> Kroner:
    paid_for = Period(row.first_day, row.last_day or period.last_day)
    shared = (days.intersection(paid_for) for days in entitled)
    covered = sum(len(days) for days in shared if days is not None)
    month = month_period(period.first_day.year, period.first_day.month)
    return _kroner(row.amount_ore) * covered / len(month)


def _hours(row: BenefitDeduction) -> Fraction:
    return Fraction(row.minutes or 0, MINUTES_PER_HOUR)


def _kroner(ore: int) -> Kroner:
    return Fraction(ore, ORE_A_KRONE)
