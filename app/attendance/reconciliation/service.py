"""Objecting to a mark, and settling which side holds. Every look and every word is recorded."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance.commands import Mark, MarkWeek
from app.attendance.reconciliation.commands import ObjectToMark, SettleDispute
from app.attendance.reconciliation.errors import (
    CannotObjectToMark,
    CannotSettleDispute,
    MarkChanged,
    ObjectionRefusal,
    SettleRefusal,
)
from app.attendance.reconciliation.kinds import Outcome
from app.attendance.reconciliation.models import AttendanceObjection, AttendanceSettlement
from app.attendance.reconciliation.queries import (
    Dispute,
    MarkedSession,
    find_dispute,
    get_mark,
    list_disputes,
    list_missed,
    list_said,
)
from app.attendance.service.marks import mark_week
from app.attendance.service.permission import require_case_staff
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import Clock, today
from app.core.ids import new_id
from app.core.period import Period, add_months
from app.enrolment.models import Participant
from app.persistence.unique import Taken, add_unique

MONTHS_BACK = 2
"""Full months before this one that are looked through, and that she can object to: the month that
is being paid, and the one before it."""


@dataclass(frozen=True, slots=True)
class Missed:
    """A session of which she missed something, with what was said about the mark as it is."""

    mark: MarkedSession
    objection: AttendanceObjection | None
    settlement: AttendanceSettlement | None
    """What was settled of it last, whichever mark it was about."""

    @property
    def can_object(self) -> bool:
        """Tell whether she has not spoken about this mark yet."""
        return self.objection is None


def recent(clock: Clock) -> Period:
    """Return the days that people still disagree about."""
    on = today(clock)
    return Period(add_months(on.replace(day=1), -MONTHS_BACK), on)


def open_queue(session: Session, clock: Clock, actor: Actor) -> list[Dispute]:
    """Return what is open, oldest first, and record whom the actor saw.

    Raises:
        NotPermitted: only those who work with cases settle.
    """
    require_case_staff(actor)
    found = list_disputes(session, actor.scope, recent(clock))
    ids = sorted({str(each.mark.participant_id) for each in found})
    audit.record(
        session,
        clock,
        actor,
        Action.DISPUTES_VIEWED,
        ("municipality", actor.scope.municipality_id),
        details={"participant_ids": ids},
    )
    return found


def open_dispute(
    session: Session,
    clock: Clock,
    actor: Actor,
    session_id: UUID,
    participant_id: UUID,
) -> tuple[MarkedSession, Dispute | None]:
    """Return a mark with what is open about it, and record the look.

    Raises:
        NotFound: nothing is registered there, or she is not the municipality's.
        NotPermitted: only those who work with cases settle.
    """
    require_case_staff(actor)
    mark = get_mark(session, actor.scope, session_id, participant_id)
    found = find_dispute(session, actor.scope, session_id, participant_id)
    _record(session, clock, actor, Action.DISPUTES_VIEWED, mark)
    return mark, found


def settle_dispute(session: Session, clock: Clock, actor: Actor, command: SettleDispute) -> None:
    """Keep what was found, and change the mark if that is what was found.

    Raises:
        NotFound: nothing is registered there, or she is not the municipality's.
        NotPermitted: only those who work with cases settle.
        MarkChanged: somebody registered something else since the page was opened.
        CannotSettleDispute: nothing is open, or the mark cannot become that.
    """
    require_case_staff(actor)
    who, meeting = command.participant_id, command.session_id
    mark = get_mark(session, actor.scope, meeting, who)
    if mark.mark_version != command.mark_version:
        raise MarkChanged
    found = find_dispute(session, actor.scope, meeting, who)
    if found is None:
        raise CannotSettleDispute(SettleRefusal.NOT_OPEN)
    is_changed = command.outcome is Outcome.MARK_CHANGED
    minutes = command.minutes_absent if is_changed else mark.minutes_absent
    if not 0 <= minutes <= mark.minutes:
        raise CannotSettleDispute(SettleRefusal.LONGER_THAN_SESSION)
    if is_changed and minutes == mark.minutes_absent:
        raise CannotSettleDispute(SettleRefusal.SAME_AS_BEFORE)
    settlement = AttendanceSettlement(
        id=new_id(),
        session_id=meeting,
        participant_id=who,
        mark_version=mark.mark_version,
        kind=found.kind,
        outcome=command.outcome,
        minutes_absent=minutes,
        reason=command.reason,
        settled_by=actor.user_id,
        settled_at=clock(),
    )
    try:
        add_unique(session, settlement)
    except Taken as taken:
        raise CannotSettleDispute(SettleRefusal.NOT_OPEN) from taken
    if is_changed:
        _change(session, clock, actor, mark, minutes, command.reason)
    details = {"outcome": command.outcome.value, "from": mark.minutes_absent, "to": minutes}
    _record(session, clock, actor, Action.DISPUTE_SETTLED, mark, details)


def read_missed(
    session: Session, clock: Clock, scope: MunicipalityScope, participant_id: UUID
) -> list[Missed]:
    """Return the sessions that a participant missed lately. The caller records the look."""
    marks = list_missed(session, scope, participant_id, recent(clock))
    said, settled = list_said(session, participant_id, [mark.session_id for mark in marks])
    by_version = {(row.session_id, row.mark_version): row for row in said}
    last = {row.session_id: row for row in settled}
    return [
        Missed(
            mark, by_version.get((mark.session_id, mark.mark_version)), last.get(mark.session_id)
        )
        for mark in marks
    ]


def object_to_mark(
    session: Session, clock: Clock, actor: Actor, participant: Participant, command: ObjectToMark
) -> AttendanceObjection:
    """Keep what a participant says of a mark: nothing is taken for it before it is settled.

    Raises:
        NotFound: nothing is registered of her there.
        MarkChanged: the mark is another one by now.
        CannotObjectToMark: she is registered as present, says no less, has spoken already, or the
            day is too long ago.
    """
    mark = get_mark(session, actor.scope, command.session_id, participant.id)
    refusal = _refusal(mark, command, recent(clock))
    if refusal is not None:
        raise CannotObjectToMark(refusal)
    if mark.mark_version != command.mark_version:
        raise MarkChanged
    objection = AttendanceObjection(
        id=new_id(),
        session_id=mark.session_id,
        participant_id=participant.id,
        mark_version=mark.mark_version,
        minutes_marked=mark.minutes_absent,
        minutes_said=command.minutes_said,
        words=command.words,
        language=command.language,
        made_at=clock(),
        made_by=actor.user_id,
    )
    try:
        add_unique(session, objection)
    except Taken as taken:
        raise CannotObjectToMark(ObjectionRefusal.ALREADY_MADE) from taken
    _record(session, clock, actor, Action.ATTENDANCE_OBJECTED, mark)
    return objection


def _refusal(mark: MarkedSession, command: ObjectToMark, period: Period) -> ObjectionRefusal | None:
    if not mark.minutes_absent:
        return ObjectionRefusal.NOTHING_MISSED
    if mark.day not in period:
        return ObjectionRefusal.TOO_LATE
    if not 0 <= command.minutes_said < mark.minutes_absent:
        return ObjectionRefusal.NOT_LESS
    return None


def _change(
    session: Session, clock: Clock, actor: Actor, mark: MarkedSession, minutes: int, reason: str
) -> None:
    """Let the mark say what was found, the way every mark is changed."""
    changed = Mark(mark.session_id, mark.participant_id, minutes, mark.mark_version)
    result = mark_week(session, clock, actor, MarkWeek(mark.group_id, (changed,), reason))
    if not result.is_complete:
        raise MarkChanged


def _record(
    session: Session,
    clock: Clock,
    actor: Actor,
    action: Action,
    mark: MarkedSession,
    details: dict[str, str | int] | None = None,
) -> None:
    audit.record(
        session,
        clock,
        actor,
        action,
        ("group_session", mark.session_id),
        participant_id=mark.participant_id,
        details={"day": mark.day.isoformat(), **(details or {})},
    )
