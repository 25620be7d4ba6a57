"""Trekklinjer: what each absent day, or part of one, takes from the payment.

Provision: integreringsloven §§ 20 second paragraph and 21.
In one sentence: a whole day costs a day and a part of one costs its hours, no day more than the
day rate and no payment more than itself, by the municipality's settings.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from app.core.money import Kroner
from app.core.period import Period
from app.rules.absence.types import DayAssessment
from app.rules.benefit.segments import PricedSegment, segment_of
from app.rules.benefit.types import Basis, DayKind, DayLine
from app.rules.calendar.schedule import Schedule
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.policy import Policy, PolicyKey, WholeDayBasis, WholePeriodAbsent

_UNITS = INTEGRERINGSLOVEN.section("20", "(2)")
_REDUCTION = INTEGRERINGSLOVEN.section("21")
_ZERO = Fraction(0)
_TO_FRIDAY = timedelta(days=4)
_WEEK = timedelta(days=7)


@dataclass(slots=True)
class LinePricing:
    """Prices the absent days of one payment."""

    entitled: Period
    schedule: Schedule
    segments: Sequence[PricedSegment]
    policy: Policy
    policies: set[PolicyKey]

    def lines(self, days: Sequence[DayAssessment]) -> tuple[DayLine, ...]:
        """Return a line for each absent day or part, in order, capped at the payment."""
        whole_period_rate = self._whole_period_rate(days)
        if whole_period_rate is None:
            lines = self._capped_by_day([self._line(day) for day in days])
            if any(line.hours is None and line.kind is not DayKind.PAID for line in lines):
                self.policies.add(PolicyKey.WHOLE_DAY_BASIS)
        else:
            lines = [self._whole_period_line(day, whole_period_rate) for day in days]
        return _capped_at(self._entitlement(), lines)

    def _entitlement(self) -> Kroner:
        return sum(
            (segment.shown.amount - segment.reduction for segment in self.segments), start=_ZERO
        )

    def _line(self, day: DayAssessment) -> DayLine:
        rates = segment_of(day.day, self.segments).reduced
        kind = _kind(day)
        by_day = day.hours is None and self.policy.whole_day_basis is WholeDayBasis.DAY
        rate = rates.day if by_day else rates.hour
        units = Fraction(1) if by_day else _missed_hours(day)
        return DayLine(
            day=day.day,
            kind=kind,
            basis=Basis.DAY if by_day else Basis.HOUR,
            hours=day.hours,
            rate=rate,
            amount=_ZERO if kind is DayKind.PAID else rate * units,
            provisions=_provisions(day, kind),
            reason=day.reason,
            grounds=day.grounds,
        )

    def _capped_by_day(self, lines: Iterable[DayLine]) -> list[DayLine]:
        """Let the hours of a day cost the day rate at most, if the municipality says so."""
        spent: dict[date, Kroner] = {}
        capped = []
        for line in lines:
            day_rate = segment_of(line.day, self.segments).reduced.day
            before = spent.get(line.day, _ZERO)
            spent[line.day] = before + line.amount
            if spent[line.day] > day_rate:
                self.policies.add(PolicyKey.CAP_DAY_AT_DAY_RATE)
                if self.policy.cap_day_at_day_rate:
                    spent[line.day] = day_rate
            capped.append(replace(line, amount=spent[line.day] - before))
        return capped

    def _whole_period_rate(self, days: Iterable[DayAssessment]) -> Kroner | None:
        """Return each day's part of the whole payment, where every scheduled day was missed."""
        scheduled = [day for day in self.entitled.days() if self.schedule.hours_on(day) > 0]
        missed = _missed_without_benefit(days)
        if not scheduled or any(missed.get(day, _ZERO) < 1 for day in scheduled):
            return None
        if self._has_free_week():
            return None
        self.policies.add(PolicyKey.WHOLE_PERIOD_ABSENT)
        if self.policy.whole_period_absent is WholePeriodAbsent.SCHEDULED_DAYS:
            return None
        return self._entitlement() / len(scheduled)

    def _has_free_week(self) -> bool:
        """Whether a whole week had nothing scheduled: then the whole period was not missed."""
        monday = self.entitled.first_day - timedelta(days=self.entitled.first_day.weekday())
        while monday <= self.entitled.last_day:
            week = Period(monday, monday + _TO_FRIDAY)
            is_inside = self.entitled.intersection(week) == week
            if is_inside and not any(self.schedule.hours_on(day) > 0 for day in week.days()):
                return True
            monday += _WEEK
        return False

    def _whole_period_line(self, day: DayAssessment, rate: Kroner) -> DayLine:
        line = self._line(day)
        return replace(line, basis=Basis.WHOLE_PERIOD, rate=rate, amount=rate * day.share_of_day)


def _kind(day: DayAssessment) -> DayKind:
    if not day.is_lawful:
        return DayKind.INVALID
    return DayKind.PAID if day.is_paid else DayKind.UNPAID


def _missed_hours(day: DayAssessment) -> Fraction:
    return day.scheduled_hours if day.hours is None else day.hours


def _missed_without_benefit(days: Iterable[DayAssessment]) -> Mapping[date, Fraction]:
    missed: dict[date, Fraction] = {}
    for day in days:
        if not day.is_paid:
            missed[day.day] = missed.get(day.day, _ZERO) + day.share_of_day
    return missed


def _provisions(day: DayAssessment, kind: DayKind) -> tuple[Provision, ...]:
    own = {
        DayKind.INVALID: (_REDUCTION, _UNITS),
        DayKind.UNPAID: (_UNITS,),
        DayKind.PAID: (),
    }[kind]
    grounds = (ground.provision for ground in day.grounds)
    return tuple(dict.fromkeys((*own, *grounds)))


def _capped_at(entitlement: Kroner, lines: Sequence[DayLine]) -> tuple[DayLine, ...]:
    """Let the lines take no more than the payment: first the invalid days, then the unpaid."""
    left = entitlement
    amounts = [line.amount for line in lines]
    for kind in (DayKind.INVALID, DayKind.UNPAID):
        for position, line in enumerate(lines):
            if line.kind is kind:
                amounts[position] = min(line.amount, left)
                left -= amounts[position]
    return tuple(replace(line, amount=amount) for line, amount in zip(lines, amounts, strict=True))
