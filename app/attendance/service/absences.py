"""Registering, changing and withdrawing absences, always with what the rules say of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date, timedelta
from fractions import Fraction
from typing import assert_never
from uuid import UUID

from sqlalchemy.orm import Session

from app.accounts.queries import get_municipality
from app.attendance import queries
from app.attendance.commands import (
    AbsenceContent,
    ChangeAbsence,
    RegisterAbsence,
    WithdrawAbsence,
)
from app.attendance.errors import AbsenceChanged, AbsenceRefusal, CannotRegisterAbsence
from app.attendance.facts import MINUTES_PER_HOUR, absence_facts
from app.attendance.models import Absence, AbsenceStatus
from app.attendance.queries import UnexplainedDay
from app.attendance.service.permission import require_case_staff
from app.attendance.timetable.queries import closed_days
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import Clock, today
from app.core.ids import new_id
from app.core.period import Period
from app.enrolment.facts import children_facts, children_in_care
from app.enrolment.models import Participant
from app.enrolment.queries import Part, get_participant
from app.plans.queries import find_programme
from app.rules.absence import (
    AbsenceAssessment,
    AbsenceFacts,
    AbsenceReason,
    DayAssessment,
    ParticipantFacts,
    classify,
)
from app.rules.calendar import RegisteredHours, Schedule
from app.rules.law import BadFacts, FactProblem
from app.rules.policy import Policy
from app.sources.public_holidays import public_holidays

LONGEST = timedelta(days=366)
"""The longest leave is a year (integreringsforskriften § 15)."""


@dataclass(frozen=True, slots=True)
class AbsenceBook:
    """Everything about one participant's absence."""

    participant: Participant
    absences: tuple[Absence, ...]
    """Newest first, withdrawn ones too."""
    unexplained: tuple[UnexplainedDay, ...]
    assessment: AbsenceAssessment | None
    """What the rules say of all that is registered; None: no programme has begun."""
    days: Mapping[UUID, tuple[DayAssessment, ...]]
    """The assessed days of each absence that counts."""


def open_absences(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID
) -> AbsenceBook:
    """Return a participant's absences with what the rules say, and record the look.

    Raises:
        NotFound: there is no such participant in the municipality.
    """
    require_case_staff(actor)
    book = read_absences(session, clock, actor.scope, participant_id)
    audit.record(
        session,
        clock,
        actor,
        Action.ABSENCES_VIEWED,
        ("participant", participant_id),
        participant_id=participant_id,
    )
    return book


def read_absences(
    session: Session, clock: Clock, scope: MunicipalityScope, participant_id: UUID
) -> AbsenceBook:
    """Return a participant's absences with what the rules say. The caller records the look.

    Raises:
        NotFound: there is no such participant in the municipality.
    """
    participant = get_participant(session, scope, participant_id, Part.CHILDREN)
    rows = queries.list_absences(session, scope, participant_id)
    counting = [row for row in rows if row.status is AbsenceStatus.REGISTERED]
    programme = find_programme(session, scope, participant_id)
    assessment, unexplained, days = None, [], {}
    if programme is not None and programme.starts_on <= today(clock):
        last_day = max([today(clock), *(row.last_day for row in counting)])
        period = Period(programme.starts_on, last_day)
        unexplained = queries.list_unexplained_absences(
            session, scope, period, participant_id=participant_id
        )
        facts = _facts(session, scope, participant, programme.starts_on, period, counting)
        assessment = classify(facts, _policy(session, scope))
        days = _days_by_row(counting, facts, assessment)
    return AbsenceBook(participant, tuple(rows), tuple(unexplained), assessment, days)


def assess_absence(
    session: Session,
    actor: Actor,
    participant_id: UUID,
    content: AbsenceContent,
    *,
    instead_of: UUID | None = None,
) -> AbsenceAssessment:
    """Return what the rules would say of an absence beside those that are registered.

    Saves nothing. `instead_of`: the registered absence that would be changed.

    Raises:
        NotFound: there is no such participant in the municipality.
        CannotRegisterAbsence: the absence cannot be registered as it stands.
    """
    require_case_staff(actor)
    participant = get_participant(session, actor.scope, participant_id, Part.CHILDREN)
    _check(content, participant)
    programme = find_programme(session, actor.scope, participant_id)
    if programme is None:
        raise CannotRegisterAbsence(AbsenceRefusal.NO_PROGRAMME)
    history = queries.list_absences_history(
        session, actor.scope, [participant_id], content.last_day
    )
    others = [row for row in history.get(participant_id, []) if row.id != instead_of]
    candidate = Absence(participant_id=participant_id)
    _write(candidate, content)
    period = Period(content.first_day, content.last_day)
    rows = [*others, candidate]
    facts = _facts(session, actor.scope, participant, programme.starts_on, period, rows)
    try:
        return classify(facts, _policy(session, actor.scope))
    except BadFacts as problem:
        raise CannotRegisterAbsence(_refusal(problem)) from problem


def register_absence(
    session: Session, clock: Clock, actor: Actor, command: RegisterAbsence
) -> Absence:
    """Register an absence.

    Raises:
        NotFound: there is no such participant in the municipality.
        CannotRegisterAbsence: the absence cannot be registered as it stands.
    """
    assess_absence(session, actor, command.participant_id, command.content)
    absence = Absence(
        id=new_id(),
        participant_id=command.participant_id,
        registered_by=actor.user_id,
        registered_at=clock(),
    )
    _write(absence, command.content)
    session.add(absence)
    session.flush()
    _record(session, clock, actor, Action.ABSENCE_REGISTERED, absence)
    return absence


def change_absence(session: Session, clock: Clock, actor: Actor, command: ChangeAbsence) -> Absence:
    """Correct an absence.

    Raises:
        NotFound: the participant has no such absence.
        AbsenceChanged: somebody saved it since the form was opened.
        CannotRegisterAbsence: it has been withdrawn, or cannot stand like this.
    """
    require_case_staff(actor)
    absence = queries.get_absence(session, actor.scope, command.participant_id, command.absence_id)
    if absence.status is AbsenceStatus.WITHDRAWN:
        raise CannotRegisterAbsence(AbsenceRefusal.WITHDRAWN)
    before = content_of(absence)
    if absence.row_version != command.row_version:
        raise AbsenceChanged(asdict(before), absence.row_version)
    assess_absence(session, actor, command.participant_id, command.content, instead_of=absence.id)
    _write(absence, command.content)
    session.flush()
    changed = changed_fields(before, command.content)
    _record(session, clock, actor, Action.ABSENCE_CHANGED, absence, changed)
    return absence


def withdraw_absence(
    session: Session, clock: Clock, actor: Actor, command: WithdrawAbsence
) -> None:
    """Take an absence back. Doing it again changes nothing.

    Raises:
        NotFound: the participant has no such absence.
        AbsenceChanged: somebody saved it since the page was opened.
    """
    require_case_staff(actor)
    absence = queries.get_absence(session, actor.scope, command.participant_id, command.absence_id)
    if absence.status is AbsenceStatus.WITHDRAWN:
        return
    if absence.row_version != command.row_version:
        raise AbsenceChanged(asdict(content_of(absence)), absence.row_version)
    absence.status = AbsenceStatus.WITHDRAWN
    session.flush()
    _record(session, clock, actor, Action.ABSENCE_WITHDRAWN, absence)


def content_of(absence: Absence) -> AbsenceContent:
    """Return what a registered absence says."""
    return AbsenceContent(
        **{each.name: getattr(absence, each.name) for each in fields(AbsenceContent)}
    )


def changed_fields(before: AbsenceContent, after: AbsenceContent) -> list[str]:
    """Return the names of the fields that differ."""
    return [
        each.name
        for each in fields(AbsenceContent)
        if getattr(before, each.name) != getattr(after, each.name)
    ]


def _check(content: AbsenceContent, participant: Participant) -> None:
    if content.last_day < content.first_day:
        raise CannotRegisterAbsence(AbsenceRefusal.LAST_DAY_BEFORE_FIRST)
    if content.last_day - content.first_day > LONGEST:
        raise CannotRegisterAbsence(AbsenceRefusal.TOO_LONG)
    if content.child_id is None and content.reason is AbsenceReason.CHILD_ILLNESS:
        raise CannotRegisterAbsence(AbsenceRefusal.CHILD_MISSING)
    if content.child_id is not None and content.child_id not in {
        child.id for child in participant.children
    }:
        raise CannotRegisterAbsence(AbsenceRefusal.UNKNOWN_CHILD)
    if content.notice_on is None and content.reason is AbsenceReason.RELIGIOUS_HOLIDAY:
        raise CannotRegisterAbsence(AbsenceRefusal.NOTICE_MISSING)


def _facts(
    session: Session,
    scope: MunicipalityScope,
    participant: Participant,
    programme_start: date,
    period: Period,
    rows: Iterable[Absence],
) -> AbsenceFacts:
    planned = dict(
        queries.scheduled_minutes(session, scope, period, participant_id=participant.id)
    ).get(participant.id)
    hours = {day: Fraction(count, MINUTES_PER_HOUR) for day, count in (planned or {}).items()}
    first_year = min(programme_start.year, period.first_day.year)
    return AbsenceFacts(
        participant=ParticipantFacts(
            programme_start=programme_start,
            children=children_facts(participant),
            is_sole_carer=participant.is_sole_carer,
        ),
        schedule=Schedule(
            public_holidays=public_holidays(first_year, period.last_day.year),
            closed=frozenset(closed_days(session, scope, period)),
            # Without a timetable yet, the ordinary week of the rules holds.
            registered=RegisteredHours(period, hours) if planned else None,
        ),
        period=period,
        absences=absence_facts(rows, [child.id for child in children_in_care(participant)]),
    )


def _policy(session: Session, scope: MunicipalityScope) -> Policy:
    return Policy.from_mapping(get_municipality(session, scope).policies)


def _days_by_row(
    rows: Sequence[Absence], facts: AbsenceFacts, assessment: AbsenceAssessment
) -> dict[UUID, tuple[DayAssessment, ...]]:
    return {
        row.id: tuple(day for day in assessment.days if day.absence == fact)
        for row, fact in zip(rows, facts.absences, strict=True)
    }


def _refusal(problem: BadFacts) -> AbsenceRefusal:
    match problem.problem:
        case FactProblem.OVERLAPPING_ABSENCES:
            return AbsenceRefusal.OVERLAPS
        case FactProblem.ABSENCE_BEFORE_START:
            return AbsenceRefusal.BEFORE_PROGRAMME
        case FactProblem.HOURS_EXCEED_DAY:
            return AbsenceRefusal.LONGER_THAN_DAY
        case FactProblem.WRONG_ORDER:
            return AbsenceRefusal.LAST_DAY_BEFORE_FIRST
        case FactProblem.UNKNOWN_CHILD:
            return AbsenceRefusal.UNKNOWN_CHILD
        case (
            FactProblem.MISSING
            | FactProblem.NOT_POSITIVE
            | FactProblem.NEGATIVE
            | FactProblem.UNKNOWN_VALUE
            | FactProblem.OVERLAPPING_PERIODS
            | FactProblem.OUTSIDE_PERIOD
        ):
            raise problem
        case _:
            assert_never(problem.problem)


def _write(absence: Absence, content: AbsenceContent) -> None:
    for each in fields(AbsenceContent):
        setattr(absence, each.name, getattr(content, each.name))


def _record(
    session: Session,
    clock: Clock,
    actor: Actor,
    action: Action,
    absence: Absence,
    changed: list[str] | None = None,
) -> None:
    details = {
        "first_day": absence.first_day.isoformat(),
        "last_day": absence.last_day.isoformat(),
    }
    audit.record(
        session,
        clock,
        actor,
        action,
        ("absence", absence.id),
        participant_id=absence.participant_id,
        details={**details, "fields": changed} if changed is not None else details,
    )
