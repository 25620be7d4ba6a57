"""What the municipality's people do in the portal, through the services that the pages use."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from flask import Flask
from sqlalchemy import select

from app.attendance import service as attendance
from app.attendance.commands import (
    AbsenceContent,
    AddMember,
    AddSlot,
    CancelSession,
    ChangeAbsence,
    CreateGroup,
    Mark,
    MarkWeek,
    RegisterAbsence,
    WithdrawAbsence,
)
from app.attendance.models import Absence as AbsenceRow
from app.attendance.queries import list_sessions
from app.attendance.restrictions.kinds import RestrictionKind
from app.attendance.restrictions.service import RestrictionContent, lay_down, lift
from app.attendance.timetable.commands import AddClosedDay
from app.attendance.timetable.kinds import ClosedKind
from app.attendance.timetable.service.closed_days import add_closed_day
from app.benefit import service as benefit
from app.benefit.commands import ApproveRun, CreateFile, PrepareRun
from app.benefit.deductions.commands import RegisterDeduction, SettleOverpayment
from app.benefit.deductions.kinds import DeductionKind
from app.benefit.deductions.service import register_deduction, settle_overpayment
from app.benefit.models import PaymentRun, RunStatus
from app.benefit.policies.service import ChangePolicies, change_policies, read_policy
from app.core.actor import Actor, Role
from app.core.clock import Clock, fixed_clock
from app.core.period import Period
from app.enrolment.commands import (
    ChangeHousehold,
    ChildDetails,
    HouseholdDetails,
    PermitDetails,
    RegisterMapping,
)
from app.enrolment.household import change_household
from app.enrolment.queries import Part, get_participant
from app.enrolment.service import register_mapping
from app.extensions import db
from app.jobs.worker import run_waiting
from app.plans.commands import CreatePlan, PlanDetails, ProgrammeDetails
from app.plans.queries import find_programme
from app.plans.service import create_plan
from app.rules.absence import AbsenceReason, WelfareGround
from app.rules.eligibility import PermitGround
from app.rules.plan import CefrLevel, NorwegianGoals
from app.rules.policy import Policy
from app.rules.programme import EducationLevel, EndGoal
from tests.simulation.facts import (
    ONE_DAY,
    Absence,
    Benefit,
    Choices,
    Person,
    Recovery,
    Taken,
    Told,
)
from tests.simulation.recompute import YEAR
from tests.simulation.timetable import CLOSED, FIRST_DAY, LAST_DAY, Pattern
from tests.support.builders import enrol
from tests.support.world import World

NORWEGIAN = NorwegianGoals(CefrLevel.B1, CefrLevel.B1, CefrLevel.B1, CefrLevel.B1)


def at(day: date, hour: int = 9) -> Clock:
    """Return the clock of an hour of a day."""
    return fixed_clock(datetime.combine(day, time(hour), tzinfo=UTC))


@dataclass
class Office:
    """The people of a municipality at work. Needs an app context."""

    app: Flask
    world: World
    sessions: dict[tuple[str, date], UUID] = field(default_factory=dict)
    groups: dict[str, UUID] = field(default_factory=dict)
    runs: dict[int, UUID] = field(default_factory=dict)
    """The run of each month."""
    versions: dict[tuple[UUID, UUID], int] = field(default_factory=lambda: defaultdict(int))
    """How often each mark was made."""

    def __post_init__(self) -> None:
        self.caseworker: Actor = self.world.actor(Role.CASEWORKER)
        self.leader: Actor = self.world.actor(Role.LEADER)
        self.teacher: Actor = self.world.actor(Role.TEACHER)

    def choose(self, choices: Choices) -> None:
        """Set what the municipality has chosen where the law is open."""
        policy, seen = read_policy(db.session, self.caseworker.scope)
        wanted = Policy.from_mapping({**policy.to_mapping(), **vars(choices)})
        administrator = self.world.actor(Role.ADMINISTRATOR)
        command = ChangePolicies(wanted, seen)
        change_policies(db.session, at(FIRST_DAY), administrator, command)
        db.session.commit()

    def open_class(self, name: str, pattern: Pattern) -> None:
        """Open a class with its weekly meetings of the year."""
        clock = at(FIRST_DAY)
        command = CreateGroup(name, self.teacher.user_id)
        group = attendance.create_group(db.session, clock, self.caseworker, command)
        for weekday, minutes in pattern.minutes:
            ends_at = pattern.ends_at(minutes)
            slot = AddSlot(group.id, weekday, time(9), ends_at, "Norsk", FIRST_DAY, LAST_DAY)
            attendance.add_slot(db.session, clock, self.caseworker, slot)
        self.groups[name] = group.id
        db.session.commit()

    def close_days(self) -> None:
        """Close the holidays and planning days, and learn which meetings are held."""
        for each in CLOSED:
            kind = ClosedKind.HOLIDAY if each.is_holiday else ClosedKind.CLOSED
            group_id = self.groups[each.group] if each.group else None
            command = AddClosedDay(each.first_day, each.last_day, each.name, kind, group_id)
            add_closed_day(db.session, at(FIRST_DAY), self.caseworker, command)
        for name, group_id in self.groups.items():
            period = Period(FIRST_DAY, LAST_DAY)
            for row in list_sessions(db.session, self.caseworker.scope, group_id, period):
                if not row.is_cancelled:
                    self.sessions[name, row.day] = row.id
        db.session.commit()

    def take_in(self, person: Person, *, is_long: bool) -> None:
        """Enrol somebody, decide on her programme and take her into her class."""
        settled_on = person.starts_on - timedelta(days=30)
        decided_on = person.starts_on - timedelta(days=14)
        clock = at(person.starts_on - timedelta(days=7))
        living = person.living[0]
        household = HouseholdDetails(
            lives_with_parents=living.with_parents,
            has_partner=living.partner_takes_part,
            is_partner_in_programme=living.partner_takes_part,
            is_sole_carer=person.alone,
            children=tuple(
                ChildDetails(born_on=child.born_on, is_chronically_ill=child.chronically_ill)
                for child in person.children
            ),
        )
        row = enrol(
            db.session,
            clock,
            self.caseworker,
            household=household,
            given_name="Sim",
            family_name=f"Nummer {person.number:03d}",
            identity_number="",
            born_on=person.born_on,
            permit=PermitDetails(ground=PermitGround.ASYLUM, granted_on=settled_on),
            settled_on=settled_on,
            first_lived_with_permit_on=settled_on,
        )
        person.id = row.id
        command = RegisterMapping(
            row.id, row.row_version, EducationLevel.UPPER_SECONDARY_OR_HIGHER,
            settled_on, "", settled_on, "",
        )  # fmt: skip
        register_mapping(db.session, clock, self.caseworker, command)
        goal = EndGoal.HIGHER_EDUCATION_PREPARATION if is_long else EndGoal.WORK
        details = PlanDetails(
            made_on=decided_on,
            end_goal=goal,
            norwegian_goals=NORWEGIAN,
            review_due_on=person.starts_on + timedelta(days=90),
        )
        programme = ProgrammeDetails(decided_on, person.starts_on, decided_on)
        create_plan(db.session, clock, self.caseworker, CreatePlan(row.id, programme, details))
        begun = find_programme(db.session, self.caseworker.scope, row.id)
        assert begun is not None
        person.ends_on = begun.ends_on
        member = AddMember(self.groups[person.group], row.id, max(FIRST_DAY, person.starts_on))
        attendance.add_member(db.session, clock, self.caseworker, member)
        self._learn_children(person)
        db.session.commit()

    def change_living(self, person: Person, clock: Clock) -> None:
        """Register how somebody lives since the last change, and her children."""
        assert person.id is not None
        living = person.living[-1]
        row = get_participant(db.session, self.caseworker.scope, person.id)
        household = HouseholdDetails(
            lives_with_parents=living.with_parents,
            has_partner=living.partner_takes_part,
            is_partner_in_programme=living.partner_takes_part,
            is_sole_carer=person.alone,
            children=tuple(
                ChildDetails(child.born_on, child.chronically_ill, None, child.id)
                for child in person.children
            ),
        )
        command = ChangeHousehold(person.id, row.row_version, living.first_day, household)
        change_household(db.session, clock, self.caseworker, command)
        self._learn_children(person)

    def _learn_children(self, person: Person) -> None:
        assert person.id is not None
        row = get_participant(db.session, self.caseworker.scope, person.id, Part.CHILDREN)
        ids = {child.born_on: child.id for child in row.children}
        for child in person.children:
            child.id = ids[child.born_on]

    def mark(self, marks: dict[str, list[tuple[Person, date, int]]], clock: Clock) -> None:
        """Register the attendance of classes."""
        for group, rows in marks.items():
            command = []
            for person, day, minutes in rows:
                assert person.id is not None
                place = self.sessions[group, day], person.id
                command.append(Mark(*place, minutes, self.versions[place]))
                self.versions[place] += 1
            result = attendance.mark_week(
                db.session, clock, self.teacher, MarkWeek(self.groups[group], tuple(command))
            )
            assert result.is_complete, (result.refused[:3], result.conflicts[:3])
        db.session.commit()

    def cancel(self, group: str, day: date, clock: Clock) -> None:
        """Say that a meeting was not held."""
        command = CancelSession(self.groups[group], self.sessions[group, day], True, "Sykdom")
        attendance.cancel_session(db.session, clock, self.teacher, command)

    def tell(self, person: Person, absence: Absence, clock: Clock) -> None:
        """Register an absence, or what is told otherwise of it."""
        assert person.id is not None
        content = _content(person, absence.told)
        if absence.id is None:
            row = attendance.register_absence(
                db.session, clock, self.caseworker, RegisterAbsence(person.id, content)
            )
            absence.id = row.id
            return
        version = self._version(absence)
        command = ChangeAbsence(person.id, absence.id, content, version)
        attendance.change_absence(db.session, clock, self.caseworker, command)

    def withdraw(self, person: Person, absence: Absence, clock: Clock) -> None:
        """Take an absence back."""
        assert person.id is not None
        assert absence.id is not None
        command = WithdrawAbsence(person.id, absence.id, self._version(absence))
        attendance.withdraw_absence(db.session, clock, self.caseworker, command)
        absence.withdrawn = True

    def _version(self, absence: Absence) -> int:
        wanted = select(AbsenceRow.row_version).where(AbsenceRow.id == absence.id)
        return db.session.scalars(wanted).one()

    def deduct(self, person: Person, row: Benefit, clock: Clock) -> None:
        """Register another benefit, or work in the programme."""
        assert person.id is not None
        command = RegisterDeduction(
            person.id, DeductionKind(row.kind), row.first_day, row.last_day, row.amount_ore,
            row.minutes or None, row.earned_before, "Vedtak fra Nav.",
        )  # fmt: skip
        register_deduction(db.session, clock, self.caseworker, command)

    def settle(self, person: Person, recovery: Recovery, clock: Clock) -> None:
        """Register what is decided about an overpayment (§ 25)."""
        assert person.id is not None
        command = SettleOverpayment(
            person.id, self.runs[recovery.of_month], recovery.total_ore, recovery.instalment_ore,
            date(YEAR, recovery.from_month, 1), "Vedtak etter § 25.",
        )  # fmt: skip
        settle_overpayment(db.session, clock, self.caseworker, command)

    def stop(self, person: Person, taken: Taken, clock: Clock) -> None:
        """Stop her programme for some days (§ 18)."""
        self._take(person, taken, RestrictionKind.SUSPENSION, taken.last_day, clock)

    def distrust(self, person: Person, taken: Taken, clock: Clock) -> None:
        """Take the right to self-certification (integreringsforskriften § 9)."""
        self._take(person, taken, RestrictionKind.NO_SELF_CERTIFICATION, None, clock)

    def lift(self, person: Person, taken: Taken, free_from: date, clock: Clock) -> None:
        """Let it be taken no more from a day on; its first day: it never was."""
        assert person.id is not None
        assert taken.id is not None
        place = (person.id, taken.id)
        lift(db.session, clock, self.caseworker, place, free_from, "Det viste seg annerledes.")
        taken.last_day = free_from - ONE_DAY

    def _take(
        self,
        person: Person,
        taken: Taken,
        kind: RestrictionKind,
        last_day: date | None,
        clock: Clock,
    ) -> None:
        assert person.id is not None
        content = RestrictionContent(person.id, kind, taken.first_day, last_day)
        taken.id = lay_down(db.session, clock, self.caseworker, content).id

    def compute(self, month: int, clock: Clock) -> PaymentRun:
        """Compute a month as the page does: as jobs."""
        run = benefit.start_run(db.session, clock, self.caseworker, PrepareRun(YEAR, month))
        self.runs[month] = run.id
        db.session.commit()
        run_waiting(self.app, self.app.extensions["introportalen.jobs"], clock)
        run = db.session.get_one(PaymentRun, self.runs[month], populate_existing=True)
        assert run.status is RunStatus.PREPARED
        return run

    def approve_and_send(self, month: int, clock: Clock) -> bytes:
        """Let a second person approve the month, and return the bytes of its payment file."""
        run = db.session.get_one(PaymentRun, self.runs[month])
        benefit.approve_run(db.session, clock, self.leader, ApproveRun(run.id, run.digest))
        benefit.create_file(db.session, clock, self.caseworker, CreateFile(run.id))
        content = benefit.download_file(db.session, clock, self.caseworker, run.id)
        db.session.commit()
        return content


def _content(person: Person, told: Told) -> AbsenceContent:
    return AbsenceContent(
        first_day=told.first_day,
        last_day=told.last_day,
        reason=AbsenceReason(told.reason.value),
        minutes=told.minutes,
        is_self_certified=told.self_certified,
        has_medical_certificate=told.certificate,
        is_granted=told.granted,
        notice_on=told.notice_on,
        child_id=None if told.child is None else person.children[told.child].id,
        welfare_ground=WelfareGround(told.ground) if told.ground else None,
    )
