"""What the rules would say of an absence that is not registered yet. Nothing is saved here."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date, timedelta
from fractions import Fraction
from typing import assert_never
from uuid import UUID

from sqlalchemy.orm import Session

from app.accounts.queries import get_municipality
from app.attendance import queries
from app.attendance.commands import AbsenceContent
from app.attendance.errors import AbsenceRefusal, CannotRegisterAbsence
from app.attendance.facts import MINUTES_PER_HOUR, absence_facts
from app.attendance.models import Absence
from app.attendance.restrictions.queries import (
    list_restrictions,
    stopped_periods,
    withdrawals,
)
from app.attendance.timetable.queries import closed_days
from app.core.actor import MunicipalityScope
from app.core.period import Period
from app.enrolment.facts import children_facts, children_in_care
from app.enrolment.models import Participant
from app.enrolment.queries import Part, get_participant
from app.plans.queries import find_programme
from app.rules.absence import (
    AbsenceAssessment,
    AbsenceFacts,
    AbsenceReason,
    ParticipantFacts,
    classify,
)
from app.rules.calendar import RegisteredHours, Schedule
from app.rules.law import BadFacts, FactProblem
from app.rules.policy import Policy
from app.sources.public_holidays import public_holidays

LONGEST = timedelta(days=366)
"""The longest leave is a year (integreringsforskriften § 15)."""


def weigh_absence(
    session: Session,
    scope: MunicipalityScope,
    participant_id: UUID,
    content: AbsenceContent,
    *,
    instead_of: UUID | None = None,
) -> AbsenceAssessment:
    """Return what the rules say of an absence beside those that are registered.

    `instead_of`: the registered absence that would be changed. The caller records the look.

    Raises:
        NotFound: there is no such participant in the municipality.
        CannotRegisterAbsence: the absence cannot be registered as it stands.
    """
    participant = get_participant(session, scope, participant_id, Part.CHILDREN)
    _check(content, participant)
    programme = find_programme(session, scope, participant_id)
    if programme is None:
        raise CannotRegisterAbsence(AbsenceRefusal.NO_PROGRAMME)
    history = queries.list_absences_history(session, scope, [participant_id], content.last_day)
    others = [row for row in history.get(participant_id, []) if row.id != instead_of]
    period = Period(content.first_day, content.last_day)
    rows = [*others, candidate_of(participant_id, content)]
    facts = facts_of(session, scope, participant, programme.starts_on, period, rows)
    try:
        return classify(facts, policy_of(session, scope))
    except BadFacts as problem:
        raise CannotRegisterAbsence(_refusal(problem)) from problem


def candidate_of(participant_id: UUID, content: AbsenceContent) -> Absence:
    """Return the absence as a row that belongs to no session."""
    candidate = Absence(participant_id=participant_id)
    write_content(candidate, content)
    return candidate


def write_content(absence: Absence, content: AbsenceContent) -> None:
    """Let the row say what the content says."""
    for each in fields(AbsenceContent):
        setattr(absence, each.name, getattr(content, each.name))


def facts_of(
    session: Session,
    scope: MunicipalityScope,
    participant: Participant,
    programme_start: date,
    period: Period,
    rows: Iterable[Absence],
) -> AbsenceFacts:
    """Return what the rules are asked about these rows, in their order."""
    planned = dict(
        queries.scheduled_minutes(session, scope, period, participant_id=participant.id)
    ).get(participant.id)
    hours = {day: Fraction(count, MINUTES_PER_HOUR) for day, count in (planned or {}).items()}
    first_year = min(programme_start.year, period.first_day.year)
    restrictions = list_restrictions(session, scope, participant.id)
    stopped = (day for days in stopped_periods(restrictions, period) for day in days.days())
    return AbsenceFacts(
        participant=ParticipantFacts(
            programme_start=programme_start,
            children=children_facts(participant),
            is_sole_carer=participant.is_sole_carer,
        ),
        schedule=Schedule(
            public_holidays=public_holidays(first_year, period.last_day.year),
            closed=frozenset((*closed_days(session, scope, period), *stopped)),
            # Without a timetable yet, the ordinary week of the rules holds.
            registered=RegisteredHours(period, hours) if planned else None,
        ),
        period=period,
        absences=absence_facts(rows, [child.id for child in children_in_care(participant)]),
        decisions=withdrawals(restrictions),
    )


def policy_of(session: Session, scope: MunicipalityScope) -> Policy:
    """Return what the municipality has chosen where the law is open."""
    return Policy.from_mapping(get_municipality(session, scope).policies)


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
