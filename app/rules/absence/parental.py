"""Permisjon uten stønad: for the care of a small child, and during long illness.

Provision: integreringsforskriften §§ 15 and 16.
In one sentence: parents have ten months in all in the child's first year, or for an adopted
child, less what the other has used or has reserved; long illness gives a year.

Virkedager of the other parent are laid on in weeks of five: 75 are 105 calendar days. Leave for
children of one birth, or adopted on one day, is one leave.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.core.period import ONE_DAY, Period, after_months, age_on
from app.rules.absence import verdict
from app.rules.absence.codes import AbsenceDoubt, AbsenceGround, AbsenceStep
from app.rules.absence.context import Context, child_meant
from app.rules.absence.history import AbsentDay
from app.rules.absence.leave_days import LeaveDays, days_of_months
from app.rules.absence.quotas import last_day_of_months
from app.rules.absence.types import ChildFacts
from app.rules.absence.verdict import Verdicts
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN
from app.rules.parameters import absence_limits as limits

_LONG_LEAVE = INTEGRERINGSFORSKRIFTEN.section("15")
_PARENTAL = INTEGRERINGSFORSKRIFTEN.section("16", "(1)")
_ADOPTION = INTEGRERINGSFORSKRIFTEN.section("16", "(3)")
_RESERVED = INTEGRERINGSFORSKRIFTEN.section("16", "(4)")

_LEAVE = verdict.unpaid(AbsenceGround.LEAVE_WITHOUT_BENEFIT, _PARENTAL)
_ADOPTION_LEAVE = verdict.unpaid(AbsenceGround.LEAVE_WITHOUT_BENEFIT, _ADOPTION)
_INSTEAD_OF_PARENT = verdict.unpaid(AbsenceGround.LEAVE_INSTEAD_OF_PARENT, _PARENTAL)
_OUTSIDE_FIRST_YEAR = verdict.invalid(AbsenceGround.OUTSIDE_FIRST_YEAR, _PARENTAL)
_BEFORE_ADOPTION = verdict.invalid(AbsenceGround.BEFORE_ADOPTION, _ADOPTION)
_TOO_OLD = verdict.invalid(AbsenceGround.ADOPTED_CHILD_TOO_OLD, _ADOPTION)
_USED = verdict.invalid(AbsenceGround.QUOTA_USED, _PARENTAL)
_NOT_HERS = verdict.invalid(AbsenceGround.RESERVED_FOR_OTHER_PARENT, _RESERVED)
_LONG = verdict.unpaid(AbsenceGround.LEAVE_WITHOUT_BENEFIT, _LONG_LEAVE)
_LONG_USED = verdict.unpaid(AbsenceGround.QUOTA_USED, _LONG_LEAVE, extends=False)
_NOT_CERTIFIED = verdict.invalid(AbsenceGround.CERTIFICATE_REQUIRED, _LONG_LEAVE)

_WEEK = Fraction(7, 5)
"""Calendar days for each virkedag of a leave."""


@dataclass(frozen=True, slots=True)
class LeaveLength:
    """How long a parental leave may be for this parent, in calendar days."""

    both: int
    """Both parents together."""
    total: Fraction
    """Less what the other has used."""
    own: Fraction
    """Less what is reserved for the other, too."""
    used_by_other: int
    """Virkedager."""
    reserved: int
    """Virkedager reserved for the other; 0: none are."""


def training_due_on(leave: Period) -> date | None:
    """Return from which day of a leave training must be offered; None: it ends before.

    Provision: integreringsforskriften § 16 second paragraph.
    """
    months = limits.PARENTAL_LEAVE_FOLLOW_UP_MONTH.on(leave.first_day) - 1
    due_on = after_months(leave.first_day, months)
    return due_on if due_on in leave else None


class ParentalLeave:
    """Omsorgspermisjon (§ 16)."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._leaves: dict[date | None, LeaveDays] = {}

    def assess(self, row: AbsentDay) -> Verdicts:
        """Return the answer for one day."""
        child = self._context.child_of(row)
        if child is None:
            self._context.doubt(AbsenceDoubt.CHILD_NOT_KNOWN, _PARENTAL)
        elif child.adopted_on is not None:
            if not self._was_young_enough(child, child.adopted_on, row.day):
                return _TOO_OLD
            if row.day < child.adopted_on:
                return _BEFORE_ADOPTION
        elif not self._is_in_first_year(child, row.day):
            return _OUTSIDE_FIRST_YEAR
        leave = self.leave_for(child)
        length = leave_length(leave.begun_by(row.day), child, row.day)
        taken = leave.taken_until(row.day)
        self._length_steps(leave, length, row)
        if taken > length.total:
            return _USED
        if taken > length.own:
            return _NOT_HERS
        if child is not None and child.is_cared_for_instead_of_parent:
            return _INSTEAD_OF_PARENT
        return _LEAVE if child is None or child.adopted_on is None else _ADOPTION_LEAVE

    def leave_for(self, child: ChildFacts | None) -> LeaveDays:
        """Return the leave for a child, those of the same birth or adoption included."""
        key = None if child is None else _arrival(child)
        if key not in self._leaves:
            days_off = self._context.facts.schedule.public_holidays
            self._leaves[key] = LeaveDays(self._spans(child), days_off)
        return self._leaves[key]

    def _spans(self, child: ChildFacts | None) -> Iterator[tuple[date, date]]:
        for _, _, absence in self._context.absences:
            if child is None:
                yield absence.first_day, absence.last_day
                continue
            first_day, last_day = max(absence.first_day, _arrival(child)), absence.last_day
            if absence.child is None:
                last_day = min(last_day, self._last_day_as_youngest(child))
            meant = child_meant(self._context.facts, absence.child, first_day)
            if first_day <= last_day and meant is not None and _arrival(meant) == _arrival(child):
                yield first_day, last_day

    def _last_day_as_youngest(self, child: ChildFacts) -> date:
        children = self._context.facts.participant.children
        younger = [other.born_on for other in children if other.born_on > child.born_on]
        return min(younger) - ONE_DAY if younger else date.max

    def _was_young_enough(self, child: ChildFacts, adopted_on: date, day: date) -> bool:
        age, limit = age_on(child.born_on, adopted_on), limits.ADOPTED_CHILD_UNDER_AGE.on(day)
        self._context.step(
            AbsenceStep.ADOPTION, _ADOPTION, born_on=child.born_on, age=age, age_limit=limit
        )
        return age < limit

    def _is_in_first_year(self, child: ChildFacts, day: date) -> bool:
        ends_on = last_day_of_months(child.born_on, limits.PARENTAL_LEAVE_WITHIN.on(day))
        self._context.step(
            AbsenceStep.FIRST_YEAR, _PARENTAL, born_on=child.born_on, ends_on=ends_on
        )
        return child.born_on <= day <= ends_on

    def _length_steps(self, leave: LeaveDays, length: LeaveLength, row: AbsentDay) -> None:
        self._context.step(
            AbsenceStep.LEAVE_LENGTH,
            _PARENTAL,
            first_day=leave.first_day,
            months=limits.PARENTAL_LEAVE.on(row.day),
            available=length.own,
            used=leave.taken_until(row.day),
        )
        if length.own < length.both:
            self._context.step(
                AbsenceStep.OTHER_PARENT,
                _RESERVED,
                used=length.used_by_other,
                reserved=length.reserved,
            )


class LongIllnessLeave:
    """Leave without benefit during long illness, own or a child's (§ 15)."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.leave = LeaveDays(
            (
                (absence.first_day, absence.last_day)
                for _, _, absence in context.absences
                if absence.has_medical_certificate
            ),
            context.facts.schedule.public_holidays,
        )

    def assess(self, row: AbsentDay) -> Verdicts:
        """Return the answer for one day."""
        if not row.absence.has_medical_certificate:
            return _NOT_CERTIFIED
        months = limits.LONG_ILLNESS_LEAVE.on(row.day)
        available = days_of_months(self.leave.begun_by(row.day), months)
        taken = self.leave.taken_until(row.day)
        self._context.step(
            AbsenceStep.LEAVE_LENGTH,
            _LONG_LEAVE,
            first_day=self.leave.first_day,
            months=months,
            available=available,
            used=taken,
        )
        if taken <= available:
            return _LONG
        # The leave is used up, but § 21 does not reach absence that illness is the cause of.
        self._context.doubt(AbsenceDoubt.LONG_ILLNESS_LEAVE_USED, _LONG_LEAVE)
        return _LONG_USED


def leave_length(first_day: date, child: ChildFacts | None, on: date) -> LeaveLength:
    """Return how long a leave from `first_day` may be, by the rule that holds on a day."""
    both = days_of_months(first_day, limits.PARENTAL_LEAVE.on(on))
    if child is None:
        return LeaveLength(both, Fraction(both), Fraction(both), 0, 0)
    other = child.other_parent
    is_reserved = other.takes_part and not other.is_reservation_lifted
    reserved = limits.PARENTAL_LEAVE_RESERVED_DAYS.on(on) if is_reserved else 0
    return LeaveLength(
        both=both,
        total=both - other.days_used * _WEEK,
        own=both - max(other.days_used, reserved) * _WEEK,
        used_by_other=other.days_used,
        reserved=reserved,
    )


def last_day_of_parental_leave(child: ChildFacts, on: date) -> date | None:
    """Return the last day that leave may be taken on; None for an adopted child, which has none."""
    if child.adopted_on is not None:
        return None
    return last_day_of_months(child.born_on, limits.PARENTAL_LEAVE_WITHIN.on(on))


def has_parental_right(child: ChildFacts, on: date) -> bool:
    """Whether leave for the child is open on a day, whatever was used."""
    if child.adopted_on is not None:
        limit = limits.ADOPTED_CHILD_UNDER_AGE.on(on)
        return child.adopted_on <= on and age_on(child.born_on, child.adopted_on) < limit
    last_day = last_day_of_months(child.born_on, limits.PARENTAL_LEAVE_WITHIN.on(on))
    return child.born_on <= on <= last_day


def _arrival(child: ChildFacts) -> date:
    return child.adopted_on or child.born_on
