"""Every absent day: lawful or invalid, paid or not, and whether it counts towards ten days.

Provision: integreringsloven §§ 17 and 21; integreringsforskriften chapters 3 and 4.
In one sentence: the whole history is read in order of date, as quotas look back, and the days of
the period are answered for.
"""

from collections.abc import Iterator
from typing import assert_never

from app.rules.absence import family, illness, leave, verdict
from app.rules.absence.balances import balances
from app.rules.absence.context import Context
from app.rules.absence.history import AbsentDay, absent_days, check_absences
from app.rules.absence.reasons import AbsenceReason
from app.rules.absence.self_certification import (
    SelfCertificationLog,
    SelfCertificationRule,
    has_right_from,
    self_certification_log,
)
from app.rules.absence.types import (
    AbsenceAssessment,
    AbsenceFacts,
    DayAssessment,
)
from app.rules.absence.verdict import Verdict
from app.rules.policy import Policy, PolicyKey, SixteenDaysFrom

DEFAULT_POLICY = Policy()


def classify(facts: AbsenceFacts, policy: Policy = DEFAULT_POLICY) -> AbsenceAssessment:
    """Classify the absent days of a period, in the light of the whole history.

    Raises `BadFacts` for absences that cannot be true together.
    """
    check_absences(facts)
    context = _context(facts, policy)
    days = tuple(
        day
        for row in absent_days(facts.absences, facts.schedule)
        for day in _assess(row, context)
        if row.day in facts.period
    )
    _note_window_policy(context)
    return AbsenceAssessment(
        days=days,
        balances=balances(context),
        clarifications=tuple(context.doubts),
        policies=tuple(key for key in PolicyKey if key in context.policies),
    )


def _context(facts: AbsenceFacts, policy: Policy) -> Context:
    own = _log(facts, AbsenceReason.OWN_ILLNESS, policy.sixteen_days_from, waits=True)
    waits = policy.child_self_certification_waits
    child = _log(facts, AbsenceReason.CHILD_ILLNESS, policy.sixteen_days_from, waits=waits)
    context = Context(facts, policy, own, child)
    right_from = has_right_from(facts.participant.programme_start)
    for _, day in child.coverage:
        if day < right_from:
            context.influence(PolicyKey.CHILD_SELF_CERTIFICATION_WAITS, day)
    return context


def _log(
    facts: AbsenceFacts, reason: AbsenceReason, sixteen: SixteenDaysFrom, *, waits: bool
) -> SelfCertificationLog:
    start = facts.participant.programme_start
    rule = SelfCertificationRule(
        has_right_from(start) if waits else start, facts.decisions, sixteen
    )
    return self_certification_log(facts.absences, reason, rule)


def _note_window_policy(context: Context) -> None:
    """The setting influenced the answer if the other one covers other days of the period."""
    policy = context.policy
    other = (
        SixteenDaysFrom.LAST_DAY
        if policy.sixteen_days_from is SixteenDaysFrom.FIRST_DAY
        else SixteenDaysFrom.FIRST_DAY
    )
    logs = (
        (context.own_illness, AbsenceReason.OWN_ILLNESS, True),
        (
            context.child_illness,
            AbsenceReason.CHILD_ILLNESS,
            policy.child_self_certification_waits,
        ),
    )
    for log, reason, waits in logs:
        otherwise = _log(context.facts, reason, other, waits=waits)
        for key, coverage in log.coverage.items():
            if coverage is not otherwise.coverage[key]:
                context.influence(PolicyKey.SIXTEEN_DAYS_FROM, key[1])


def _assess(row: AbsentDay, context: Context) -> Iterator[DayAssessment]:
    for part in _verdicts(row, context):
        hours = row.hours if part.hours is None else part.hours
        yield DayAssessment(
            day=row.day,
            absence=row.absence,
            is_lawful=part.is_lawful,
            is_paid=part.is_paid,
            extends_programme=part.extends_programme,
            hours=hours,
            scheduled_hours=row.scheduled_hours,
            grounds=part.grounds,
        )


def _verdicts(row: AbsentDay, context: Context) -> tuple[Verdict, ...]:  # noqa: C901 (one case each)
    reason = row.absence.reason
    match reason:
        case AbsenceReason.NONE:
            return (verdict.no_reason(),)
        case AbsenceReason.OWN_ILLNESS:
            return (illness.own_illness(row, context),)
        case AbsenceReason.CHILD_ILLNESS:
            return (illness.child_illness(row, context),)
        case AbsenceReason.PREGNANCY_CHECK:
            return (family.pregnancy_check(),)
        case AbsenceReason.PREGNANCY:
            return (family.pregnancy(row, context),)
        case AbsenceReason.BIRTH_MOTHER:
            return (family.birth_mother(row, context),)
        case AbsenceReason.BIRTH_FATHER:
            return (family.birth_father(row, context),)
        case AbsenceReason.BREASTFEEDING:
            return family.breastfeeding(row, context)
        case AbsenceReason.WELFARE_LEAVE:
            return (leave.welfare_leave(row, context),)
        case AbsenceReason.PEACE_WORK:
            return (leave.peace_work(row, context),)
        case AbsenceReason.LONG_ILLNESS_UNPAID:
            return (illness.long_illness_unpaid(row, context),)
        case AbsenceReason.PARENTAL_LEAVE:
            return (family.parental_leave(row, context),)
        case AbsenceReason.RELIGIOUS_HOLIDAY:
            return (leave.religious_holiday(row, context),)
        case AbsenceReason.HOLIDAY:
            return (leave.holiday(row, context),)
        case AbsenceReason.PERMISSION:
            return (leave.permission(row),)
        case _:
            assert_never(reason)
