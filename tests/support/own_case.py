"""A participant with everything that her own pages show: plan, months, absences and papers."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance import service as attendance
from app.attendance.commands import (
    AbsenceContent,
    AddMember,
    AddSlot,
    CreateGroup,
    Mark,
    MarkWeek,
    RegisterAbsence,
)
from app.attendance.queries import list_sessions
from app.benefit import service as benefit
from app.benefit.commands import ApproveRun, PrepareRun
from app.core.actor import Role
from app.core.clock import today
from app.core.period import Period
from app.declarations.service import issue_declaration
from app.enrolment.service import link_user
from app.rules.absence import AbsenceReason
from app.rules.law.installation import InstallationDates
from tests.support.builders import enrol, fix_plan
from tests.support.world import FJORDVIK, World

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
MISSED_WITHOUT_REASON = date(2026, 10, 6)
ILL = date(2026, 11, 17)
MISSED_IN_NOVEMBER = date(2026, 11, 12)


@dataclass(frozen=True)
class OwnCase:
    """Where a test finds the participant and her month."""

    participant_id: UUID
    run_id: UUID


def build_own_case(
    session: Session,
    world: World,
    *,
    domain: str = FJORDVIK,
    is_linked: bool = True,
    **changes: object,
) -> OwnCase:
    """Make the case through the services, and commit it. October 2026 is approved."""
    clock = world.clock
    caseworker = world.actor(Role.CASEWORKER, domain)
    leader = world.actor(Role.LEADER, domain)
    participant = enrol(session, clock, caseworker, adviser_id=caseworker.user_id, **changes)  # type: ignore[arg-type]
    fix_plan(session, clock, caseworker, participant)
    issue_declaration(session, clock, caseworker, InstallationDates(), participant.id, "ar")
    if is_linked:
        user = world.user(Role.PARTICIPANT, domain)
        link_user(session, clock, caseworker, participant.id, user.id)
    _attend(session, world, domain, participant.id)
    command = RegisterAbsence(
        participant.id,
        AbsenceContent(ILL, ILL, AbsenceReason.OWN_ILLNESS, is_self_certified=True, note="Ringte."),
    )
    attendance.register_absence(session, clock, caseworker, command)
    run = benefit.prepare_run(session, clock, caseworker, PrepareRun(2026, 10))
    benefit.approve_run(session, clock, leader, ApproveRun(run.id, run.digest))
    session.commit()
    return OwnCase(participant.id, run.id)


def _attend(session: Session, world: World, domain: str, participant_id: UUID) -> None:
    clock, actor = world.clock, world.actor(Role.CASEWORKER, domain)
    group = attendance.create_group(session, clock, actor, CreateGroup("Norsk spor 2", None))
    for weekday in range(1, 6):
        slot = AddSlot(
            group.id, weekday, time(9), time(15), "Norsk", date(2026, 9, 14), date(2026, 12, 18)
        )
        attendance.add_slot(session, clock, actor, slot)
    member = AddMember(group.id, participant_id, date(2026, 9, 14))
    attendance.add_member(session, clock, actor, member)
    missed = {MISSED_WITHOUT_REASON, MISSED_IN_NOVEMBER, ILL}
    meetings = list_sessions(
        session, actor.scope, group.id, Period(date(2026, 9, 14), today(clock))
    )
    marks = tuple(
        Mark(each.id, participant_id, each.minutes if each.day in missed else 0)
        for each in meetings
    )
    attendance.mark_week(session, clock, actor, MarkWeek(group.id, marks))
