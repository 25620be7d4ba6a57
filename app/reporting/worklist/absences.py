"""What waits about attendance: reasons that are missing, and what people disagree about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from uuid import UUID

from app.attendance.certificates.queries import WaitingCertificate
from app.attendance.queries import UnexplainedDay
from app.attendance.reconciliation.queries import Dispute
from app.attendance.statements.queries import WaitingStatements
from app.benefit.warnings.queries import TalkDue
from app.benefit.warnings.warning import Pending
from app.core.clock import OSLO
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


def to_warn(pending: Iterable[Pending], people: Mapping[UUID, Person]) -> Iterator[Task]:
    """Yield those whom nobody has told of what their absence takes, due when the month closes."""
    for each in pending:
        if each.participant_id in people and each.warned_on is None:
            yield Task(
                TaskKind.WARN_OF_DEDUCTION,
                each.closes_on,
                people[each.participant_id],
                since=min(each.days),
                count=len(each.days),
            )


def to_talk(due: Iterable[TalkDue], people: Mapping[UUID, Person]) -> Iterator[Task]:
    """Yield those with whom the municipality wants to talk; there is no day for it."""
    for each in due:
        if each.participant_id in people:
            yield Task(
                TaskKind.TALK_ABOUT_ABSENCE,
                person=people[each.participant_id],
                since=each.first_day,
                count=each.count,
            )


def stated(
    waiting: Iterable[WaitingStatements],
    certificates: Iterable[WaitingCertificate],
    people: Mapping[UUID, Person],
) -> Iterator[Task]:
    """Yield those who have said that they are away, or sent a doctor's certificate."""
    since: dict[UUID, list[datetime]] = defaultdict(list)
    for each in waiting:
        since[each.participant_id] += [each.since] * each.count
    for certificate in certificates:
        since[certificate.participant_id].append(certificate.sent_at)
    for who, moments in since.items():
        if who in people:
            yield Task(
                TaskKind.ANSWER_STATEMENT,
                person=people[who],
                since=min(moments).astimezone(OSLO).date(),
                count=len(moments),
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
