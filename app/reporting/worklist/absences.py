"""What waits about attendance: reasons that are missing, and what people disagree about."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from uuid import UUID

from app.attendance.queries import UnexplainedDay
from app.attendance.reconciliation.queries import Dispute
from app.core.period import month_period
from app.reporting.worklist.tasks import Person, Task, TaskKind


def unexplained_absences(
    missed: Iterable[UnexplainedDay], people: Mapping[UUID, Person]
) -> Iterator[Task]:
    """Yield one task per participant: the reasons must be known when the first month ends."""
    days: dict[UUID, list[date]] = {}
    for each in missed:
        if each.participant_id in people:
            days.setdefault(each.participant_id, []).append(each.day)
    for who, absent in days.items():
        yield Task(
            TaskKind.EXPLAIN_ABSENCE,
            _month_end(min(absent)),
            people[who],
            since=min(absent),
            count=len(absent),
        )


def disputed(disputes: Iterable[Dispute], people: Mapping[UUID, Person]) -> Iterator[Task]:
    """Yield one task per participant: it must be settled when the first month ends."""
    days: dict[UUID, list[date]] = {}
    for each in disputes:
        if each.mark.participant_id in people:
            days.setdefault(each.mark.participant_id, []).append(each.mark.day)
    for who, open_days in days.items():
        yield Task(
            TaskKind.SETTLE_DISPUTE,
            _month_end(min(open_days)),
            people[who],
            since=min(open_days),
            count=len(open_days),
        )


def _month_end(day: date) -> date:
    return month_period(day.year, day.month).last_day
