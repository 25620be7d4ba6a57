"""A group that meets, with members in a programme: what attendance tests begin with."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance import service
from app.attendance.commands import AddMember, AddSlot, CreateGroup, Mark, MarkWeek
from app.attendance.models import Group, GroupSession
from app.attendance.queries import list_sessions
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.period import Period
from app.enrolment.commands import RegisterMapping
from app.enrolment.models import Participant
from app.enrolment.service import register_mapping
from app.plans.commands import CreatePlan, PlanDetails, ProgrammeDetails
from app.plans.service import create_plan
from app.rules.plan import CefrLevel, NorwegianGoals
from app.rules.programme import EducationLevel, EndGoal
from tests.support.builders import enrol

STARTS_ON = date(2026, 9, 14)
WEEK = Period(date(2026, 11, 9), date(2026, 11, 15))
"""The week before the tests' today."""


@dataclass(frozen=True)
class School:
    """A group with its members, by id."""

    group_id: UUID
    member_ids: tuple[UUID, ...]

    def sessions(self, session: Session, actor: Actor, period: Period = WEEK) -> list[GroupSession]:
        return list_sessions(session, actor.scope, self.group_id, period)


def begin_programme(session: Session, clock: Clock, actor: Actor, participant: Participant) -> None:
    """Map the education and decide on a programme from 14 September 2026."""
    register_mapping(
        session,
        clock,
        actor,
        RegisterMapping(
            participant_id=participant.id,
            row_version=participant.row_version,
            education_level=EducationLevel.UPPER_SECONDARY_OR_HIGHER,
            mapped_on=STARTS_ON,
            mapping_missing_reason="",
            guided_on=STARTS_ON,
            guidance_missing_reason="",
        ),
    )
    details = PlanDetails(
        made_on=STARTS_ON,
        end_goal=EndGoal.WORK,
        norwegian_goals=NorwegianGoals(CefrLevel.B1, CefrLevel.B1, CefrLevel.B1, CefrLevel.B1),
        review_due_on=date(2026, 12, 14),
    )
    programme = ProgrammeDetails(
        offered_start_on=STARTS_ON, starts_on=STARTS_ON, decided_on=date(2026, 9, 1)
    )
    create_plan(session, clock, actor, CreatePlan(participant.id, programme, details))


def open_school(
    session: Session,
    clock: Clock,
    actor: Actor,
    *,
    teacher_id: UUID | None = None,
    members: int = 2,
    name: str = "Norsk spor 2",
    last_day: date = date(2026, 12, 18),
) -> School:
    """Open a group with a lesson every Monday to Thursday from 9 to 12."""
    group: Group = service.create_group(session, clock, actor, CreateGroup(name, teacher_id))
    for weekday in (1, 2, 3, 4):
        slot = AddSlot(group.id, weekday, time(9), time(12), "Norsk", STARTS_ON, last_day)
        service.add_slot(session, clock, actor, slot)
    ids = []
    for _number in range(members):
        participant = enrol(session, clock, actor, identity_number="")
        begin_programme(session, clock, actor, participant)
        service.add_member(session, clock, actor, AddMember(group.id, participant.id, STARTS_ON))
        ids.append(participant.id)
    return School(group.id, tuple(ids))


def attend(
    session: Session, clock: Clock, actor: Actor, school: School, period: Period = WEEK
) -> None:
    """Mark everybody present at everything until today."""
    marks = [
        Mark(found.id, member_id, 0)
        for found in school.sessions(session, actor, period)
        for member_id in school.member_ids
        if found.day <= today(clock)
    ]
    service.mark_week(session, clock, actor, MarkWeek(school.group_id, tuple(marks)))
