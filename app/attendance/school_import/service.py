"""Looking a school's list through, and registering what it says."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from app.attendance.commands import Mark, MarkWeek
from app.attendance.errors import MarkRefusal
from app.attendance.models import Group
from app.attendance.school_import.commands import TakeIn
from app.attendance.school_import.errors import CannotTakeIn, TakeInRefusal
from app.attendance.school_import.matching import MatchedRow, Sheet, marks_of, match
from app.attendance.school_import.rows import ListProblem, read_list
from app.attendance.service.marks import mark_week, open_week
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.sheets import UnreadableSheet, rows_of
from app.enrolment.queries import ParticipantFilter, list_participants

LONGEST = timedelta(days=200)
"""A term, and some days to spare."""


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """What the list would do."""

    group: Group
    sheet: Sheet
    rows: tuple[MatchedRow, ...]
    marks: tuple[Mark, ...]


def look_through(session: Session, clock: Clock, actor: Actor, command: TakeIn) -> LookedThrough:
    """Return what each row would register, and record who was looked at.

    Raises:
        NotFound: there is no such group, or it is another teacher's.
        CannotTakeIn: the list as a whole says nothing.
    """
    period = command.period
    if period.last_day - period.first_day > LONGEST:
        raise CannotTakeIn(TakeInRefusal.TOO_LONG)
    group, week = open_week(session, clock, actor, command.group_id, period)
    try:
        said = read_list(rows_of(command.text))
    except UnreadableSheet as error:
        raise CannotTakeIn(TakeInRefusal.UNREADABLE) from error
    if isinstance(said, ListProblem):
        raise CannotTakeIn(TakeInRefusal(said.value))
    ids = tuple({each.participant_id for each in week.members})
    people = list_participants(session, actor.scope, chosen=ParticipantFilter(ids=ids))
    sheet = Sheet(period, week, {each.id: each for each in people})
    rows = match(said, sheet)
    marks = marks_of(rows, sheet, others_were_there=command.others_were_there, until=today(clock))
    return LookedThrough(group, sheet, tuple(rows), tuple(marks))


def take_in(session: Session, clock: Clock, actor: Actor, command: TakeIn) -> LookedThrough:
    """Register what the sound rows say; the others register nothing.

    Raises:
        NotFound: there is no such group, or it is another teacher's.
        CannotTakeIn: the list says nothing, or nothing new, or a deadline is over.
    """
    looked = look_through(session, clock, actor, command)
    if not looked.marks:
        raise CannotTakeIn(TakeInRefusal.NOTHING_NEW)
    marking = MarkWeek(looked.group.id, looked.marks, command.reason)
    result = mark_week(session, clock, actor, marking)
    if any(each.reason is MarkRefusal.LOCKED for each in result.refused):
        raise CannotTakeIn(TakeInRefusal.LOCKED)
    assert result.is_complete, "the marks were made of what is registered now"
    audit.record(
        session,
        clock,
        actor,
        Action.SCHOOL_LIST_TAKEN_IN,
        ("group", looked.group.id),
        details={
            "sha256": hashlib.sha256(command.text.encode()).hexdigest(),
            "first_day": command.period.first_day.isoformat(),
            "last_day": command.period.last_day.isoformat(),
            "rows": sum(each.problem is None for each in looked.rows),
            "marks": len(looked.marks),
        },
    )
    return looked
