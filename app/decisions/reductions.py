"""What absence takes from one payment, as a notice and a decision state it.

Amounts are the lines of the stored payment in øre; nothing is computed anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from app.benefit.snapshot import AbsenceLine, Snapshot
from app.core.period import Period
from app.rules.benefit import DayKind


@dataclass(frozen=True, slots=True)
class ReducedDay:
    """One day, or part of one, of absence that is not valid."""

    day: date
    hours: Fraction | None
    """None: the whole day."""
    rate_ore: int
    amount_ore: int
    is_explained: bool
    """False: nobody has told why."""


@dataclass(frozen=True, slots=True)
class Reduction:
    """The reduction of one payment under integreringsloven § 21."""

    period: Period
    gross_ore: int
    amount_ore: int
    meets_46_g: bool
    """Both limits of § 46 second paragraph g are reached."""
    days: tuple[ReducedDay, ...]


def reduction_of(snapshot: Snapshot) -> Reduction:
    """Return what invalid absence takes from a payment; days that cost nothing are left out."""
    days = tuple(
        _day(line) for line in snapshot.absences if line.kind is DayKind.INVALID and line.amount_ore
    )
    return Reduction(
        snapshot.period,
        snapshot.gross_ore,
        snapshot.absence_reduction_ore,
        snapshot.is_decision_required_by_46_g,
        days,
    )


def to_plain(reduction: Reduction) -> dict[str, Any]:
    """Return the reduction for a JSON column."""
    return {
        "period": [reduction.period.first_day.isoformat(), reduction.period.last_day.isoformat()],
        "gross": reduction.gross_ore,
        "amount": reduction.amount_ore,
        "meets_46_g": reduction.meets_46_g,
        "days": [
            {
                "day": each.day.isoformat(),
                "hours": None if each.hours is None else str(each.hours),
                "rate": each.rate_ore,
                "amount": each.amount_ore,
                "is_explained": each.is_explained,
            }
            for each in reduction.days
        ],
    }


def from_plain(stored: Mapping[str, Any]) -> Reduction:
    """Return the reduction that was stored."""
    first_day, last_day = map(date.fromisoformat, stored["period"])
    return Reduction(
        Period(first_day, last_day),
        stored["gross"],
        stored["amount"],
        stored["meets_46_g"],
        tuple(
            ReducedDay(
                date.fromisoformat(each["day"]),
                None if each["hours"] is None else Fraction(each["hours"]),
                each["rate"],
                each["amount"],
                each["is_explained"],
            )
            for each in stored["days"]
        ),
    )


def _day(line: AbsenceLine) -> ReducedDay:
    return ReducedDay(
        line.day,
        line.hours,
        line.rate_ore,
        line.amount_ore,
        line.is_explained,
    )
