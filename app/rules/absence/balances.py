"""What is left of the quotas on the last day of a period."""

from datetime import date

from app.core.period import ONE_DAY, Period
from app.rules.absence.context import Context
from app.rules.absence.quotas import (
    calendar_year_until,
    child_illness_quota,
    programme_year_until,
)
from app.rules.absence.reasons import AbsenceReason
from app.rules.absence.self_certification import (
    last_twelve_months,
    self_certified_occasions,
    withdrawal_review_due_on,
)
from app.rules.absence.types import (
    Balances,
    Decision,
    DecisionKind,
    QuotaBalance,
    SelfCertificationBalance,
)
from app.rules.law.parameter import Parameter
from app.rules.parameters import absence_limits as limits


def balances(context: Context) -> Balances:
    """Return the balances after the whole history was counted."""
    facts = context.facts
    last_day = facts.period.last_day
    year = calendar_year_until(last_day)
    programme_year = programme_year_until(last_day, facts.participant.programme_start)
    child_quota = child_illness_quota(
        facts.participant.children, last_day, is_sole_carer=facts.participant.is_sole_carer
    )

    def left(reason: AbsenceReason, quota: int, counted_over: Period) -> QuotaBalance:
        return QuotaBalance(quota, context.ledger.used(reason, counted_over), counted_over)

    def yearly(reason: AbsenceReason, quota: Parameter[int]) -> QuotaBalance:
        return left(reason, quota.on(last_day), year)

    return Balances(
        self_certification=_self_certification(context),
        child_illness=left(AbsenceReason.CHILD_ILLNESS, child_quota, last_twelve_months(last_day)),
        welfare_leave=yearly(AbsenceReason.WELFARE_LEAVE, limits.WELFARE_DAYS),
        peace_work=yearly(AbsenceReason.PEACE_WORK, limits.PEACE_WORK_DAYS),
        religious_holiday=yearly(AbsenceReason.RELIGIOUS_HOLIDAY, limits.RELIGIOUS_DAYS),
        holiday=left(AbsenceReason.HOLIDAY, limits.HOLIDAY_DAYS.on(last_day), programme_year),
    )


def _self_certification(context: Context) -> SelfCertificationBalance:
    log = context.own_illness
    last_day = context.facts.period.last_day
    window = log.window_on(last_day)
    is_waiting = last_day < log.rule.has_right_from
    withdrawals = [
        decision
        for decision in context.facts.decisions
        if decision.kind is DecisionKind.SELF_CERTIFICATION_WITHDRAWN
        and decision.holds_on(last_day)
    ]
    occasions = self_certified_occasions(context.facts.absences, last_day)
    used = window.used_until(last_day) if window is not None else 0
    days_left = max(0, limits.SELF_CERTIFIED_DAYS.on(last_day) - used)
    decided_on = max((decision.first_day for decision in withdrawals), default=None)
    return SelfCertificationBalance(
        days_left=0 if is_waiting or withdrawals else days_left,
        blocked_until=_blocked_until(log.rule.has_right_from, withdrawals, last_day),
        is_withdrawn=bool(withdrawals),
        withdrawal_review_due_on=withdrawal_review_due_on(decided_on) if decided_on else None,
        window_ends_on=window.ends_on if window is not None else None,
        occasions_last_12_months=occasions,
        may_be_withdrawn=occasions >= limits.WITHDRAWAL_OCCASIONS.on(last_day),
    )


def _blocked_until(right_from: date, withdrawals: list[Decision], last_day: date) -> date | None:
    """Return the first day of the right; None where it exists, or where no end is known."""
    ends = [decision.last_day for decision in withdrawals if decision.last_day is not None]
    if len(ends) < len(withdrawals):
        return None
    opens_on = max([right_from, *(end + ONE_DAY for end in ends)])
    return opens_on if opens_on > last_day else None
