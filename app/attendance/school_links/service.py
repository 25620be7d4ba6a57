"""Making and closing links, taking what schools send, and what a person does with it."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance.models import Group
from app.attendance.queries import WeekRows, get_group_for, load_week
from app.attendance.queries.groups import get_group
from app.attendance.school_import import service as lists
from app.attendance.school_import.commands import TakeIn
from app.attendance.school_import.errors import CannotTakeIn, TakeInRefusal
from app.attendance.school_import.service import LookedThrough
from app.attendance.school_links.commands import AnswerReport, MakeLink, SendReport
from app.attendance.school_links.errors import (
    AnswerRefusal,
    CannotAnswerReport,
    CannotMakeLink,
    CannotUseLink,
    LinkRefusal,
)
from app.attendance.school_links.models import SchoolLink, SchoolReport, SchoolReportAnswer
from app.attendance.school_links.queries import (
    ReportFile,
    find_last_report,
    find_link_by_hash,
    get_link,
    get_report,
    protected_among,
)
from app.attendance.school_links.rows import MINUTES_PER_HOUR, Place, read_rows, write_rows
from app.attendance.service.permission import require_case_staff
from app.audit import service as audit
from app.audit.actions import BY_LINK, Action
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import Clock, today
from app.core.errors import Conflict
from app.core.ids import new_id
from app.core.period import ONE_DAY, Period
from app.persistence.unique import Taken, add_unique
from app.plans.numbering import add_next

LONGEST = timedelta(days=62)
"""Two months: a link that lies about opens little."""
GRACE = timedelta(days=14)
"""How long after the last day the school can still tell."""
BYTES = 32


@dataclass(frozen=True, slots=True)
class OpenedLink:
    """A link with the week that it shows."""

    link: SchoolLink
    group: Group
    days: Period
    """Of one week, within those of the link."""
    rows: WeekRows
    protected: frozenset[UUID]
    """Whose address is protected: the school reads their initials."""
    last: SchoolReport | None
    """What was told of the week before."""

    def hours_planned(self, on: date) -> dict[Place, Fraction]:
        """Return what can be told on a day: whose days have been, and how long each was."""
        planned: dict[Place, Fraction] = {}
        for member in self.rows.members:
            for each in self.rows.sessions:
                is_there = member.first_day <= each.day and (
                    member.last_day is None or each.day <= member.last_day
                )
                if is_there and each.day <= on and not each.is_cancelled:
                    place = member.participant_id, each.day
                    hours = Fraction(each.minutes, MINUTES_PER_HOUR)
                    planned[place] = planned.get(place, Fraction(0)) + hours
        return planned


def make_link(
    session: Session, clock: Clock, actor: Actor, command: MakeLink
) -> tuple[SchoolLink, str]:
    """Return a new link with the secret of its address, which is told only now.

    Raises:
        NotFound: there is no such group.
        CannotMakeLink: the days cannot be right.
    """
    require_case_staff(actor)
    group = get_group_for(session, actor.scope, actor, command.group_id, today(clock))
    if command.last_day < command.first_day:
        raise CannotMakeLink(LinkRefusal.LAST_DAY_BEFORE_FIRST)
    if command.last_day - command.first_day > LONGEST:
        raise CannotMakeLink(LinkRefusal.TOO_LONG)
    if command.last_day + GRACE < today(clock):
        raise CannotMakeLink(LinkRefusal.OVER)
    secret = secrets.token_urlsafe(BYTES)
    link = SchoolLink(
        id=new_id(),
        municipality_id=actor.scope.municipality_id,
        group_id=group.id,
        school=command.school,
        contact=command.contact,
        first_day=command.first_day,
        last_day=command.last_day,
        address_hash=_hash(secret),
        created_by=actor.user_id,
        created_at=clock(),
    )
    session.add(link)
    session.flush()
    audit.record(session, clock, actor, Action.SCHOOL_LINK_MADE, ("school_link", link.id))
    return link, secret


def close_link(session: Session, clock: Clock, actor: Actor, group_id: UUID, link_id: UUID) -> None:
    """Let the address open nothing from now on; a closed link stays closed.

    Raises:
        NotFound: the group has no such link.
    """
    require_case_staff(actor)
    link = get_link(session, actor.scope, group_id, link_id)
    session.refresh(link, ["revoked_at"], with_for_update=True)
    if link.revoked_at is not None:
        return
    link.revoked_at, link.revoked_by = clock(), actor.user_id
    session.flush()
    audit.record(session, clock, actor, Action.SCHOOL_LINK_CLOSED, ("school_link", link.id))


def open_link(session: Session, clock: Clock, address: str, wanted: date | None) -> OpenedLink:
    """Return what a link shows, and record the look.

    `wanted`: a day of the week to show; None: this week, or the last one of the link.

    Raises:
        CannotUseLink: the address opens nothing.
    """
    opened = _open(session, clock, address, wanted)
    members = sorted({str(each.participant_id) for each in opened.rows.members})
    _record(session, clock, opened.link, Action.SCHOOL_LINK_OPENED, {"participant_ids": members})
    return opened


def send_report(session: Session, clock: Clock, address: str, command: SendReport) -> SchoolReport:
    """Keep what a school tells: who is not named was there. The same again changes nothing.

    Raises:
        CannotUseLink: the address opens nothing.
    """
    opened = _open(session, clock, address, command.days.first_day)
    link, planned = opened.link, opened.hours_planned(today(clock))
    rows = write_rows({place: command.away.get(place, Fraction(0)) for place in planned})
    if opened.last is not None and opened.last.rows == rows:
        return opened.last
    report = add_next(
        session,
        link.id,
        (SchoolReport.link_id, SchoolReport.number),
        lambda number: SchoolReport(
            id=new_id(),
            link_id=link.id,
            number=number,
            first_day=opened.days.first_day,
            last_day=opened.days.last_day,
            sender=command.sender,
            rows=rows,
            absences=len(list(read_rows(rows))),
            sent_at=clock(),
        ),
    )
    _record(session, clock, link, Action.SCHOOL_REPORT_SENT, {"report_id": str(report.id)})
    return report


def look_through(session: Session, clock: Clock, actor: Actor, file: ReportFile) -> LookedThrough:
    """Return what taking a report in would register.

    Raises:
        NotFound: there is no such group.
        CannotTakeIn: the report says nothing that can be registered.
    """
    require_case_staff(actor)
    return lists.look_through(session, clock, actor, _as_list(file, ""))


def answer_report(
    session: Session, clock: Clock, actor: Actor, command: AnswerReport
) -> SchoolReportAnswer:
    """Take a report in as the school's list that it is, or set it aside.

    Raises:
        NotFound: there is no such report.
        Conflict: somebody else answered it at the same moment.
        CannotAnswerReport: it is answered, or no reason is given for setting it aside.
        CannotTakeIn: a deadline is over, and no reason is given.
    """
    require_case_staff(actor)
    file = get_report(session, actor.scope, command.group_id, command.report_id)
    if file.answer is not None:
        raise CannotAnswerReport(AnswerRefusal.ANSWERED)
    if not command.is_taken_in and not command.reason:
        raise CannotAnswerReport(AnswerRefusal.NO_REASON)
    if command.is_taken_in:
        try:
            lists.take_in(session, clock, actor, _as_list(file, command.reason))
        except CannotTakeIn as refusal:
            if refusal.reason is not TakeInRefusal.NOTHING_NEW:
                raise
    answer = SchoolReportAnswer(
        report_id=file.report.id,
        is_taken_in=command.is_taken_in,
        reason=command.reason,
        answered_by=actor.user_id,
        answered_at=clock(),
    )
    try:
        add_unique(session, answer)
    except Taken as error:
        raise Conflict from error
    audit.record(
        session,
        clock,
        actor,
        Action.SCHOOL_REPORT_ANSWERED,
        ("school_report", file.report.id),
        details={"is_taken_in": command.is_taken_in},
    )
    return answer


def is_over(link: SchoolLink, on: date) -> bool:
    """Tell whether an address opens nothing more."""
    return link.revoked_at is not None or on > link.last_day + GRACE


def _open(session: Session, clock: Clock, address: str, wanted: date | None) -> OpenedLink:
    link, on = find_link_by_hash(session, _hash(address)), today(clock)
    if link is None or is_over(link, on):
        raise CannotUseLink
    scope = MunicipalityScope(link.municipality_id)
    days = _week(link, wanted or min(on, link.last_day))
    rows = load_week(session, scope, link.group_id, days)
    return OpenedLink(
        link=link,
        group=get_group(session, scope, link.group_id),
        days=days,
        rows=rows,
        protected=protected_among(session, scope, {each.participant_id for each in rows.members}),
        last=find_last_report(session, link.id, days),
    )


def _week(link: SchoolLink, day: date) -> Period:
    """Return the week of a day, as far as the link reaches."""
    day = min(max(day, link.first_day), link.last_day)
    monday = day - day.weekday() * ONE_DAY
    return Period(max(monday, link.first_day), min(monday + 6 * ONE_DAY, link.last_day))


def _as_list(file: ReportFile, reason: str) -> TakeIn:
    report = file.report
    days = Period(report.first_day, report.last_day)
    return TakeIn(file.link.group_id, days, report.rows, others_were_there=True, reason=reason)


def _hash(secret: str) -> str:
    """Return what is stored of an address. It is random, so a plain hash cannot be guessed back."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _record(
    session: Session, clock: Clock, link: SchoolLink, action: Action, details: dict[str, object]
) -> None:
    audit.record(
        session,
        clock,
        None,
        action,
        ("school_link", link.id),
        municipality_id=link.municipality_id,
        details={"by": BY_LINK, **details},
    )
