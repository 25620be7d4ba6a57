"""October 2026 in Fjordvik: a group with three members, whose attendance is registered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select, update

from app.attendance import service as attendance
from app.attendance.commands import AbsenceContent, Mark, MarkWeek, RegisterAbsence
from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.benefit import service
from app.benefit.commands import ApproveRun, CreateFile, PrepareRun
from app.benefit.models import PaymentRun
from app.benefit.queries import get_payment, get_run
from app.benefit.snapshot import Snapshot
from app.benefit.stored import from_json
from app.core.actor import Actor, Role
from app.core.period import month_period
from app.enrolment.models import HouseholdPeriod, Participant
from app.extensions import db
from app.plans.models import Programme
from app.rules.absence import AbsenceReason
from tests.support.school import School, attend, open_school
from tests.support.world import DALHEIM, FJORDVIK, World

OCTOBER = month_period(2026, 10)


@dataclass(frozen=True)
class Month:
    """Does what the municipality does with October. Needs an app context."""

    world: World
    school: School
    domain: str = FJORDVIK

    @property
    def caseworker(self) -> Actor:
        return self.world.actor(Role.CASEWORKER, self.domain)

    @property
    def leader(self) -> Actor:
        return self.world.actor(Role.LEADER, self.domain)

    def miss(self, member: int, *days: date, minutes: int = 180) -> None:
        """Let a member miss her lesson on these days."""
        who = self.school.member_ids[member]
        sessions = self.school.sessions(db.session, self.caseworker, OCTOBER)
        marks = [Mark(each.id, who, minutes, 1) for each in sessions if each.day in days]
        assert len(marks) == len(days)
        command = MarkWeek(self.school.group_id, tuple(marks))
        result = attendance.mark_week(db.session, self.world.clock, self.caseworker, command)
        assert not result.conflicts
        db.session.commit()

    def explain(self, member: int, first_day: date, last_day: date, **content: object) -> None:
        """Register an absence: own illness with self-certification, or what `content` says."""
        told = {"reason": AbsenceReason.OWN_ILLNESS, "is_self_certified": True, **content}
        what = AbsenceContent(first_day, last_day, **told)  # type: ignore[arg-type]
        command = RegisterAbsence(self.school.member_ids[member], what)
        attendance.register_absence(db.session, self.world.clock, self.caseworker, command)
        db.session.commit()

    def leave_open(self, member: int) -> None:
        """Make a member young and one of a childless couple: the law names no rate for her."""
        who = self.school.member_ids[member]
        db.session.get_one(Participant, who).born_on = date(2004, 5, 1)
        db.session.execute(
            update(HouseholdPeriod)
            .where(HouseholdPeriod.participant_id == who)
            .values(has_partner=True, is_partner_in_programme=True)
        )
        db.session.commit()

    def end_programme(self, member: int, last_day: date) -> None:
        """Let the fixed length of a member's programme end on this day."""
        programme = update(Programme).where(
            Programme.participant_id == self.school.member_ids[member]
        )
        db.session.execute(programme.values(ends_on=last_day))
        db.session.commit()

    def prepare(self) -> PaymentRun:
        command = PrepareRun(2026, 10)
        run = service.prepare_run(db.session, self.world.clock, self.caseworker, command)
        db.session.commit()
        return run

    def approve(self, run_id: UUID) -> None:
        digest = get_run(db.session, self.leader.scope, run_id).digest
        service.approve_run(db.session, self.world.clock, self.leader, ApproveRun(run_id, digest))
        db.session.commit()

    def send(self, run_id: UUID) -> bytes:
        service.create_file(db.session, self.world.clock, self.caseworker, CreateFile(run_id))
        content = service.download_file(db.session, self.world.clock, self.caseworker, run_id)
        db.session.commit()
        return content

    def payment(self, run_id: UUID, member: int = 0) -> Snapshot:
        who = self.school.member_ids[member]
        line = get_payment(db.session, self.caseworker.scope, run_id, who)
        return from_json(line.payment.assessment)

    def events(self, *actions: Action) -> list[AuditEvent]:
        wanted = select(AuditEvent).where(AuditEvent.action.in_(actions))
        return list(db.session.scalars(wanted.order_by(AuditEvent.id)))


@pytest.fixture
def month_for(world: World) -> Callable[..., Month]:
    """Open the school of a municipality, with everybody there the whole of October."""

    def make(domain: str = FJORDVIK, members: int = 3) -> Month:
        with world.app.app_context():
            actor = world.actor(Role.CASEWORKER, domain)
            school = open_school(db.session, world.clock, actor, members=members)
            attend(db.session, world.clock, actor, school, OCTOBER)
            db.session.commit()
            return Month(world, school, domain)

    return make


@pytest.fixture
def month(month_for: Callable[..., Month]) -> Month:
    return month_for()


@pytest.fixture
def foreign(month_for: Callable[..., Month]) -> Month:
    """The same in the other municipality."""
    return month_for(DALHEIM)
