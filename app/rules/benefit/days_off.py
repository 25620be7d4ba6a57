"""Fridager i fravær: days off between two days of invalid absence, where they cost a day each.

Provision: integreringsloven § 21; integreringsforskriften § 17 first paragraph.
In one sentence: where nothing but Saturdays, Sundays and holy days lies between two whole days of
invalid absence, the municipality decides whether those days cost a day rate each.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import pairwise

from app.core.period import ONE_DAY, Period
from app.rules.benefit.segments import PricedSegment, segment_of
from app.rules.benefit.types import Basis, DayKind, DayLine, PaymentGround
from app.rules.calendar.virkedag import is_virkedag
from app.rules.law.grounds import Ground
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN

_DAYS_OFF = INTEGRERINGSFORSKRIFTEN.section("17", "(1)")
_PROVISIONS = (
    INTEGRERINGSLOVEN.section("21"),
    INTEGRERINGSLOVEN.section("20", "(2)"),
    _DAYS_OFF,
)
_GROUND = Ground(PaymentGround.DAY_OFF_WITHIN_ABSENCE, _DAYS_OFF)


def days_off(
    lines: Sequence[DayLine],
    public_holidays: AbstractSet[date],
    segments: Sequence[PricedSegment],
) -> list[DayLine]:
    """Return a line for each day off that lies inside invalid absence.

    Both neighbours must be priced by the day and lie in the same payment. A day that is priced by
    its hours, or was missed in parts, says nothing of the days beside it, and a day off has no
    hours. A closed day or a day without programme in between ends the absence, and no day on which
    the programme was stopped costs anything.
    """
    whole = [line for line in lines if line.kind is DayKind.INVALID and line.basis is Basis.DAY]
    return [
        _line(day, before, segments)
        for before, after in pairwise(whole)
        for day in _between(before.day, after.day, public_holidays)
        if any(day in segment.shown.period for segment in segments)
    ]


def _between(before: date, after: date, public_holidays: AbstractSet[date]) -> Iterator[date]:
    """Yield the days between two days, unless one of them is a virkedag."""
    if after - before > ONE_DAY:
        days = list(Period(before + ONE_DAY, after - ONE_DAY).days())
        if not any(is_virkedag(day, public_holidays) for day in days):
            yield from days


def _line(day: date, before: DayLine, segments: Sequence[PricedSegment]) -> DayLine:
    rate = segment_of(day, segments).reduced.day
    return DayLine(
        day=day,
        kind=DayKind.INVALID,
        basis=Basis.DAY,
        hours=None,
        rate=rate,
        amount=rate,
        provisions=_PROVISIONS,
        reason=before.reason,
        grounds=(_GROUND,),
    )
