"""Trekklinjer: what each absent day, or part of one, takes from the payment.

Provision: integreringsloven §§ 20 second paragraph and 21.
In one sentence: a whole day costs a day and a part of one costs its hours, no day more than the
day rate and no payment more than itself, by the municipality's settings.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.core.money import Kroner
from app.core.period import Period
from app.rules.absence.types import DayAssessment
from app.rules.benefit.caps import capped_at_payment, capped_by_day, total
from app.rules.benefit.days_off import days_off
from app.rules.benefit.segments import PricedSegment, segment_of
from app.rules.benefit.types import Basis, DayKind, DayLine
from app.rules.benefit.whole_period import days_of_whole_period
from app.rules.calendar.schedule import Schedule
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.policy import (
    Policy,
    PolicyKey,
    WeekendInAbsence,
    WholeDayBasis,
    WholePeriodAbsent,
)

_UNITS = INTEGRERINGSLOVEN.section("20", "(2)")
_REDUCTION = INTEGRERINGSLOVEN.section("21")
_OWN_PROVISIONS: dict[DayKind, tuple[Provision, ...]] = {
    DayKind.INVALID: (_REDUCTION, _UNITS),
    DayKind.UNPAID: (_UNITS,),
    DayKind.PAID: (),
}
_ZERO = Fraction(0)
_ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class LinePricing:
    """Prices the absent days of one payment."""

    entitled: Sequence[Period]
    """The days with a right to benefit, in order."""
    schedule: Schedule
    segments: Sequence[PricedSegment]
    policy: Policy
    policies: set[PolicyKey]

    def lines(self, days: Sequence[DayAssessment]) -> tuple[DayLine, ...]:
        """Return a line for each absent day or part, in order, capped at the payment."""
        entitlement = sum(
            (segment.shown.amount - segment.reduction for segment in self.segments), start=_ZERO
        )
        scheduled_days = days_of_whole_period(days, self.entitled, self.schedule)
        if not scheduled_days or not entitlement:
            return self._by_day(days, entitlement)
        self.policies.add(PolicyKey.WHOLE_PERIOD_ABSENT)
        if self.policy.whole_period_absent is WholePeriodAbsent.SCHEDULED_DAYS:
            return self._by_day(days, entitlement)
        rate = entitlement / scheduled_days
        lines = [self._line(day, Basis.WHOLE_PERIOD, rate) for day in days]
        return capped_at_payment(entitlement, lines)

    def _by_day(self, days: Sequence[DayAssessment], entitlement: Kroner) -> tuple[DayLine, ...]:
        lines = [self._day_or_hours(day) for day in days]
        if any(line.hours is None and line.kind is not DayKind.PAID for line in lines):
            self.policies.add(PolicyKey.WHOLE_DAY_BASIS)
        lines = capped_by_day(lines, self.segments, self.policy, self.policies)
        plain = capped_at_payment(entitlement, lines)
        off = days_off(lines, self.schedule.public_holidays, self.segments)
        if not off:
            return plain
        together = sorted([*lines, *off], key=lambda line: line.day)
        counted = capped_at_payment(entitlement, together)
        if any(total(kind, plain) != total(kind, counted) for kind in DayKind):
            self.policies.add(PolicyKey.WEEKEND_IN_ABSENCE)
        is_counted = self.policy.weekend_in_absence is WeekendInAbsence.COUNTED
        return counted if is_counted else plain

    def _day_or_hours(self, day: DayAssessment) -> DayLine:
        rates = segment_of(day.day, self.segments).reduced
        if day.hours is None and self.policy.whole_day_basis is WholeDayBasis.DAY:
            return self._line(day, Basis.DAY, rates.day)
        return self._line(day, Basis.HOUR, rates.hour)

    def _line(self, day: DayAssessment, basis: Basis, rate: Kroner) -> DayLine:
        kind = _kind(day)
        units = _units(day, basis)
        grounds = (ground.provision for ground in day.grounds)
        return DayLine(
            day=day.day,
            kind=kind,
            basis=basis,
            hours=day.hours,
            rate=rate,
            amount=_ZERO if kind is DayKind.PAID else rate * units,
            provisions=tuple(dict.fromkeys((*_OWN_PROVISIONS[kind], *grounds))),
            reason=day.reason,
            grounds=day.grounds,
            units=units,
        )


def _kind(day: DayAssessment) -> DayKind:
    if not day.is_lawful:
        return DayKind.INVALID
    return DayKind.PAID if day.is_paid else DayKind.UNPAID


def _units(day: DayAssessment, basis: Basis) -> Fraction:
    if basis is Basis.HOUR:
        return day.scheduled_hours if day.hours is None else day.hours
    return _ONE if basis is Basis.DAY else day.share_of_day
