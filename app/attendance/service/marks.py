"""Registering attendance: marks are kept, answered as conflicts, or refused, one by one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.attendance import queries
from app.attendance.commands import Mark, MarkWeek
from app.attendance.errors import MarkConflict, MarkRefusal, RefusedMark
from app.attendance.models import AttendanceMark, Group, GroupSession
from app.attendance.queries import WeekRows
from app.attendance.registration.locking import is_locked, marks_lock
from app.attendance.registration.models import MarkCorrection
from app.attendance.service.permission import require_registrar
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.ids import new_id
from app.core.period import Period
from app.rules.policy import MarksLock

Memberships = Mapping[UUID, list[tuple[date, date | None]]]


@dataclass(frozen=True, slots=True)
class AcceptedMark:
    """A mark as it is kept now."""

    session_id: UUID
    participant_id: UUID
    minutes_absent: int
    version: int


@dataclass(frozen=True, slots=True)
class MarkingResult:
    """What became of each mark."""

    accepted: tuple[AcceptedMark, ...]
    conflicts: tuple[MarkConflict, ...]
    refused: tuple[RefusedMark, ...]

    @property
    def is_complete(self) -> bool:
        """Tell whether every mark is kept."""
        return not self.conflicts and not self.refused


def open_week(
    session: Session, clock: Clock, actor: Actor, group_id: UUID, period: Period
) -> tuple[Group, WeekRows]:
    """Return a group with one week of it, and record who was looked at.

    Raises:
        NotFound: there is no such group, or it is another teacher's.
    """
    require_registrar(actor)
    group = queries.get_group_for(session, actor.scope, actor, group_id, today(clock))
    week = queries.load_week(session, actor.scope, group.id, period)
    audit.record(
        session,
        clock,
        actor,
        Action.ATTENDANCE_VIEWED,
        ("group", group.id),
        details={
            "first_day": period.first_day.isoformat(),
            "participant_ids": sorted({str(each.participant_id) for each in week.members}),
        },
    )
    return group, week


def mark_week(session: Session, clock: Clock, actor: Actor, command: MarkWeek) -> MarkingResult:
    """Register who was there.

    A mark that was made on an outdated view is not kept, and comes back with the newer value:
    unless both say the same, so that marks can be sent again when no answer arrived.

    Raises:
        NotFound: there is no such group, or it is another teacher's.
    """
    require_registrar(actor)
    group = queries.get_group_for(session, actor.scope, actor, command.group_id, today(clock))
    # One at a time per group, so that two who mark the same cell cannot both be first.
    session.execute(select(Group.id).where(Group.id == group.id).with_for_update())
    session_ids = {mark.session_id for mark in command.marks}
    register = _Register(
        sessions=queries.sessions_by_id(session, actor.scope, group.id, session_ids),
        kept=queries.marks_by_place(session, actor.scope, group.id, session_ids),
        members=queries.memberships_by_participant(session, actor.scope, group.id),
        actor=actor,
        now=clock(),
        today=today(clock),
        lock=marks_lock(session, actor.scope),
        reason=command.reason,
    )
    last_word = {(mark.session_id, mark.participant_id): mark for mark in command.marks}
    for mark in last_word.values():
        register.enter(mark)
    if register.new_rows:
        session.execute(insert(AttendanceMark), register.new_rows)
    session.add_all(register.corrections)
    session.flush()
    if register.history:
        audit.record(
            session,
            clock,
            actor,
            Action.ATTENDANCE_MARKED,
            ("group", group.id),
            details={"marks": register.history},
        )
    return MarkingResult(
        tuple(register.accepted), tuple(register.conflicts), tuple(register.refused)
    )


@dataclass(slots=True)
class _Register:
    """Sorts marks into kept, conflicting and refused."""

    sessions: Mapping[UUID, GroupSession]
    kept: Mapping[tuple[UUID, UUID], AttendanceMark]
    members: Memberships
    actor: Actor
    now: datetime
    today: date
    lock: MarksLock
    reason: str
    accepted: list[AcceptedMark] = field(default_factory=list)
    conflicts: list[MarkConflict] = field(default_factory=list)
    refused: list[RefusedMark] = field(default_factory=list)
    new_rows: list[dict[str, Any]] = field(default_factory=list)
    history: list[dict[str, Any]] = field(default_factory=list)
    corrections: list[MarkCorrection] = field(default_factory=list)

    def enter(self, mark: Mark) -> None:
        found = self.sessions.get(mark.session_id)
        if found is None:
            self._refuse(mark, MarkRefusal.UNKNOWN_SESSION)
            return
        reason = _refusal(mark, found, self.members, self.today)
        if reason is not None:
            self._refuse(mark, reason)
            return
        row = self.kept.get((mark.session_id, mark.participant_id))
        if row is not None and _says_the_same(mark, row):
            self._accept(mark, row.version)
            return
        if row is not None and row.version != mark.base_version:
            self.conflicts.append(_conflict(mark, row))
            return
        if is_locked(found.day, self.today, self.lock):
            if not self.reason:
                self._refuse(mark, MarkRefusal.LOCKED)
                return
            self.corrections.append(self._correction(mark, row))
        if row is None:
            self._add(mark, found.day)
        else:
            self._change(mark, row)

    def _add(self, mark: Mark, day: date) -> None:
        self.new_rows.append(
            {
                "id": new_id(),
                "session_id": mark.session_id,
                "participant_id": mark.participant_id,
                "day": day,
                "minutes_absent": mark.minutes_absent,
                "minutes_late": mark.minutes_late,
                "minutes_left_early": mark.minutes_left_early,
                "marked_by": self.actor.user_id,
                "marked_at": self.now,
                "version": 1,
            }
        )
        self.history.append(_trace(mark, None))
        self._accept(mark, 1)

    def _change(self, mark: Mark, row: AttendanceMark) -> None:
        self.history.append(_trace(mark, row.minutes_absent))
        row.minutes_absent, row.version = mark.minutes_absent, row.version + 1
        row.minutes_late, row.minutes_left_early = mark.minutes_late, mark.minutes_left_early
        row.marked_by, row.marked_at = self.actor.user_id, self.now
        self._accept(mark, row.version)

    def _correction(self, mark: Mark, row: AttendanceMark | None) -> MarkCorrection:
        return MarkCorrection(
            id=new_id(),
            session_id=mark.session_id,
            participant_id=mark.participant_id,
            minutes_before=row.minutes_absent if row else None,
            minutes_after=mark.minutes_absent,
            reason=self.reason,
            corrected_by=self.actor.user_id,
            corrected_at=self.now,
        )

    def _refuse(self, mark: Mark, reason: MarkRefusal) -> None:
        self.refused.append(RefusedMark(mark.session_id, mark.participant_id, reason))

    def _accept(self, mark: Mark, version: int) -> None:
        self.accepted.append(
            AcceptedMark(mark.session_id, mark.participant_id, mark.minutes_absent, version)
        )


def _refusal(
    mark: Mark, found: GroupSession, members: Memberships, day: date
) -> MarkRefusal | None:
    times = members.get(mark.participant_id, [])
    if not any(first <= found.day <= (last or date.max) for first, last in times):
        return MarkRefusal.NOT_A_MEMBER
    if found.is_cancelled:
        return MarkRefusal.CANCELLED
    if found.day > day:
        return MarkRefusal.IN_THE_FUTURE
    if not 0 <= mark.minutes_absent <= found.minutes:
        return MarkRefusal.LONGER_THAN_SESSION
    parts = (mark.minutes_late, mark.minutes_left_early)
    if min(parts) < 0 or sum(parts) > mark.minutes_absent:
        return MarkRefusal.PARTS_DO_NOT_FIT
    return None


def _says_the_same(mark: Mark, row: AttendanceMark) -> bool:
    """Tell whether the mark is kept already.

    The week grid knows minutes alone, and does not take away how they were missed.
    """
    if mark.minutes_absent != row.minutes_absent:
        return False
    said = (mark.minutes_late, mark.minutes_left_early)
    return said in ((0, 0), (row.minutes_late, row.minutes_left_early))


def _conflict(mark: Mark, row: AttendanceMark) -> MarkConflict:
    return MarkConflict(
        session_id=mark.session_id,
        participant_id=mark.participant_id,
        minutes_absent=mark.minutes_absent,
        their_minutes_absent=row.minutes_absent,
        their_version=row.version,
        marked_by=row.marked_by,
    )


def _trace(mark: Mark, before: int | None) -> dict[str, Any]:
    return {
        "session_id": str(mark.session_id),
        "participant_id": str(mark.participant_id),
        "from": before,
        "to": mark.minutes_absent,
    }
