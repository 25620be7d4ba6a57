"""Rows of attendance as facts for the absence and benefit rules."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from uuid import UUID

from app.attendance.models import Absence as AbsenceRow
from app.attendance.queries import AbsentDay
from app.rules.absence import Absence, AbsenceReason

MINUTES_PER_HOUR = 60


def absence_facts(rows: Iterable[AbsenceRow], child_ids: Sequence[UUID]) -> tuple[Absence, ...]:
    """Return registered absences as facts, in the order of the rows.

    `child_ids`: the participant's children in the order of her `ParticipantFacts.children`.
    """
    positions = {child_id: position for position, child_id in enumerate(child_ids)}
    return tuple(
        Absence(
            first_day=row.first_day,
            last_day=row.last_day,
            reason=row.reason,
            hours=None if row.minutes is None else Fraction(row.minutes, MINUTES_PER_HOUR),
            is_self_certified=row.is_self_certified,
            has_medical_certificate=row.has_medical_certificate,
            is_granted=row.is_granted,
            notice_on=row.notice_on,
            child=positions.get(row.child_id) if row.child_id else None,
            welfare_ground=row.welfare_ground,
        )
        for row in rows
    )


def unexplained_absences(
    days: Iterable[AbsentDay], rows: Sequence[AbsenceRow]
) -> Iterator[Absence]:
    """Yield what was missed and nobody has explained, as absence without a reason.

    `days` come from `queries.absent_minutes`, `rows` from `queries.list_absences_history`: both of
    one participant. A whole day that nothing explains is a whole day; the rest is hours.
    """
    for day in days:
        that_day = [row for row in rows if row.first_day <= day.day <= row.last_day]
        if any(row.minutes is None for row in that_day):
            continue
        explained = sum(row.minutes or 0 for row in that_day)
        missing = day.minutes_absent - explained
        if missing > 0:
            is_whole = day.is_whole_day and not explained
            hours = None if is_whole else Fraction(missing, MINUTES_PER_HOUR)
            yield Absence(day.day, day.day, AbsenceReason.NONE, hours=hours)
