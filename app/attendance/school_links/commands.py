"""What can be done with links for schools, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from app.core.period import Period

HoursAway = Mapping[tuple[UUID, date], Fraction]
"""By participant and day."""


@dataclass(frozen=True, slots=True)
class MakeLink:
    """Give a school a link."""

    group_id: UUID
    school: str
    contact: str
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class SendReport:
    """Tell who was away in a week."""

    days: Period
    sender: str
    away: HoursAway


@dataclass(frozen=True, slots=True)
class AnswerReport:
    """Take a report in, or set it aside."""

    group_id: UUID
    report_id: UUID
    is_taken_in: bool
    reason: str = ""
