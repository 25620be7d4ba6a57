"""One reason at a time: its days in order, each with its answer.

No quota is shared between reasons, so each is counted by itself; asking what another setting
would have answered means asking again for the one reason that it concerns.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, assert_never

from app.core.period import Period
from app.rules.absence import family, leave, verdict
from app.rules.absence.codes import AbsenceDoubt
from app.rules.absence.context import Context
from app.rules.absence.history import AbsentDay, Registered, absent_days
from app.rules.absence.illness import ChildIllness, OwnIllness
from app.rules.absence.parental import LongIllnessLeave, ParentalLeave
from app.rules.absence.quotas import (
    Amount,
    QuotaLedger,
    calendar_year_of,
    holiday_year_of,
    months_until,
    same_birth_until,
)
from app.rules.absence.reasons import AbsenceReason
from app.rules.absence.self_certification import (
    SelfCertificationLog,
    SelfCertificationRule,
    has_right_from,
    self_certification_log,
)
from app.rules.absence.types import AbsenceFacts, DayAssessment
from app.rules.absence.verdict import Verdicts
from app.rules.absence.welfare import WelfareLeave
from app.rules.law.grounds import Clarification
from app.rules.parameters import absence_limits as limits
from app.rules.policy import Policy, PolicyKey

Rule = Callable[[AbsentDay], Verdicts]

ILLNESSES = (AbsenceReason.OWN_ILLNESS, AbsenceReason.CHILD_ILLNESS)
"""What can be self-certified."""


class AssessedDay(NamedTuple):
    """An answer with what orders it among the answers for other reasons."""

    day: date
    rank: int
    assessment: DayAssessment


@dataclass(frozen=True, slots=True)
class Run:
    """What came of one reason's absences."""

    days: Sequence[AssessedDay]
    """Those of the period."""
    ledger: QuotaLedger
    log: SelfCertificationLog
    """Of the two kinds of illness; empty for the rest."""
    doubts: Sequence[Clarification[AbsenceDoubt]]
    policies: frozenset[PolicyKey]
    counted_towards_ten: Amount
    """Since the programme started."""


def run_reason(
    reason: AbsenceReason,
    absences: Sequence[Registered],
    facts: AbsenceFacts,
    policy: Policy,
    *,
    explains: bool = True,
    counts_all: bool = True,
) -> Run:
    """Read the absences for one reason, in order of date, up to the end of the period.

    `explains`: the days of the period carry their steps. `counts_all`: days that matter to
    balances only are read too; without, only what the days of the period look back on.
    """
    context = Context(facts, policy, absences, explains=explains)
    log = log_of(reason, absences, facts, policy)
    rule = _rule(reason, context, log)
    counted: Amount = 0
    days: list[AssessedDay] = []
    since = _counted_since if counts_all else _looked_back_to
    read = Period(since(reason, facts, policy), facts.period.last_day)
    for row in absent_days(absences, facts.schedule, read):
        context.begin(row)
        parts = rule(row)
        counted += _counted(row, parts)
        if context.is_asked:
            days.extend(_assessed(row, parts, context))
    return Run(
        days, context.ledger, log, tuple(context.doubts), frozenset(context.policies), counted
    )


def _looked_back_to(reason: AbsenceReason, facts: AbsenceFacts, policy: Policy) -> date:
    """Return the first day that a day of the period can look back on."""
    first_day = facts.period.first_day
    match reason:
        case AbsenceReason.CHILD_ILLNESS:
            return months_until(first_day, limits.CHILD_ILLNESS_COUNTED_OVER.on(first_day))
        case AbsenceReason.PREGNANCY | AbsenceReason.BIRTH_MOTHER | AbsenceReason.BIRTH_FATHER:
            return same_birth_until(first_day)
        case AbsenceReason.PEACE_WORK:
            return calendar_year_of(first_day)
        case AbsenceReason.WELFARE_LEAVE | AbsenceReason.RELIGIOUS_HOLIDAY | AbsenceReason.HOLIDAY:
            return _counted_since(reason, facts, policy)
        case _:
            return first_day


def _counted_since(reason: AbsenceReason, facts: AbsenceFacts, policy: Policy) -> date:
    """Return the first day that can matter: to a quota, or to the ten days of §§ 10 and 19."""
    start, first_day = facts.participant.programme_start, facts.period.first_day
    match reason:
        case AbsenceReason.NONE | AbsenceReason.PERMISSION:
            return first_day
        case AbsenceReason.RELIGIOUS_HOLIDAY:
            return calendar_year_of(first_day)
        case AbsenceReason.HOLIDAY:
            return holiday_year_of(first_day, start, policy.holiday_period)
        case _:
            return min(start, first_day)


def _counted(row: AbsentDay, parts: Verdicts) -> Amount:
    """Return how much of the day counts towards ten."""
    counted: Amount = 0
    for part in parts:
        if part.extends_programme:
            share = row.share_of_day if part.hours is None else part.hours / row.scheduled_hours
            counted += share
    return counted


def _assessed(row: AbsentDay, parts: Verdicts, context: Context) -> list[AssessedDay]:
    steps = tuple(context.steps)
    return [
        AssessedDay(
            row.day,
            row.rank,
            DayAssessment(
                day=row.day,
                absence=row.absence,
                is_lawful=part.is_lawful,
                is_paid=part.is_paid,
                extends_programme=part.extends_programme,
                hours=row.hours if part.hours is None else part.hours,
                scheduled_hours=row.scheduled_hours,
                grounds=part.grounds,
                steps=steps,
            ),
        )
        for part in parts
    ]


def log_of(
    reason: AbsenceReason, absences: Sequence[Registered], facts: AbsenceFacts, policy: Policy
) -> SelfCertificationLog:
    """Return the log of self-certified days; empty for what cannot be self-certified."""
    start = facts.participant.programme_start
    waits = reason is AbsenceReason.OWN_ILLNESS or policy.child_self_certification_waits
    rule = SelfCertificationRule(
        has_right_from(start) if waits else start, facts.decisions, policy.sixteen_days_from
    )
    return self_certification_log(absences if reason in ILLNESSES else (), rule)


def _rule(  # noqa: C901 (one case each)
    reason: AbsenceReason, context: Context, log: SelfCertificationLog
) -> Rule:
    match reason:
        case AbsenceReason.NONE:
            return lambda _: verdict.NO_REASON
        case AbsenceReason.OWN_ILLNESS:
            return OwnIllness(context, log).assess
        case AbsenceReason.CHILD_ILLNESS:
            return ChildIllness(context, log).assess
        case AbsenceReason.PREGNANCY_CHECK:
            return lambda _: family.PREGNANCY_CHECK
        case AbsenceReason.PREGNANCY:
            return lambda row: family.pregnancy(row, context)
        case AbsenceReason.BIRTH_MOTHER:
            return lambda row: family.birth_mother(row, context)
        case AbsenceReason.BIRTH_FATHER:
            return lambda row: family.birth_father(row, context)
        case AbsenceReason.BREASTFEEDING:
            return family.Breastfeeding(context).assess
        case AbsenceReason.WELFARE_LEAVE:
            return WelfareLeave(context).assess
        case AbsenceReason.PEACE_WORK:
            return lambda row: leave.peace_work(row, context)
        case AbsenceReason.LONG_ILLNESS_UNPAID:
            return LongIllnessLeave(context).assess
        case AbsenceReason.PARENTAL_LEAVE:
            return ParentalLeave(context).assess
        case AbsenceReason.RELIGIOUS_HOLIDAY:
            return lambda row: leave.religious_holiday(row, context)
        case AbsenceReason.HOLIDAY:
            return lambda row: leave.holiday(row, context)
        case AbsenceReason.PERMISSION:
            return leave.permission
        case _:
            assert_never(reason)
