"""What is left of the quotas on the last day of a period."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from app.core.period import ONE_DAY, Period
from app.rules.absence.balance_types import (
    Balances,
    ParentalLeaveBalance,
    QuotaBalance,
    SelfCertificationBalance,
)
from app.rules.absence.children import child_quota
from app.rules.absence.context import Context, child_meant
from app.rules.absence.family import first_year_with_benefit_ends_on
from app.rules.absence.history import Registered
from app.rules.absence.leave_days import LeaveDays, days_of_months
from app.rules.absence.occasions import withdrawal_review_due_on
from app.rules.absence.parental import (
    LongIllnessLeave,
    ParentalLeave,
    has_parental_right,
    last_day_of_parental_leave,
    leave_length,
    training_due_on,
)
from app.rules.absence.quotas import (
    Amount,
    QuotaLedger,
    calendar_year_of,
    holiday_year_of,
    months_until,
    same_birth_until,
)
from app.rules.absence.reasons import AbsenceReason
from app.rules.absence.run import Run
from app.rules.absence.self_certification import SelfCertificationLog
from app.rules.absence.types import AbsenceFacts, Decision
from app.rules.law.parameter import Parameter, Unit
from app.rules.parameters import absence_limits as limits
from app.rules.policy import Policy

_A_CALENDAR_YEAR: Mapping[AbsenceReason, Parameter[int]] = {
    AbsenceReason.WELFARE_LEAVE: limits.WELFARE_DAYS,
    AbsenceReason.PEACE_WORK: limits.PEACE_WORK_DAYS,
    AbsenceReason.RELIGIOUS_HOLIDAY: limits.RELIGIOUS_DAYS,
}
_A_BIRTH: Mapping[AbsenceReason, Parameter[int]] = {
    AbsenceReason.PREGNANCY: limits.PREGNANCY_DAYS,
    AbsenceReason.BIRTH_MOTHER: limits.BIRTH_DAYS_MOTHER,
    AbsenceReason.BIRTH_FATHER: limits.BIRTH_DAYS_FATHER,
}


def quota_balance(
    reason: AbsenceReason, ledger: QuotaLedger, facts: AbsenceFacts, policy: Policy
) -> QuotaBalance:
    """Return the balance of a reason that has a number of days, or of hours a day."""
    last_day = facts.period.last_day
    quota, since = _quota(reason, facts, policy)
    unit = Unit.HOURS if reason is AbsenceReason.BREASTFEEDING else Unit.VIRKEDAGER
    used = Fraction(ledger.used_since(since))
    return QuotaBalance(Fraction(quota), used, Period(since, last_day), unit)


def _quota(reason: AbsenceReason, facts: AbsenceFacts, policy: Policy) -> tuple[Amount, date]:
    """Return the quota on the last day, and the day since when its use counts."""
    day = facts.period.last_day
    if reason in _A_CALENDAR_YEAR:
        return _A_CALENDAR_YEAR[reason].on(day), calendar_year_of(day)
    if reason in _A_BIRTH:
        is_fathers = reason is AbsenceReason.BIRTH_FATHER
        children = () if is_fathers else facts.participant.children
        return _A_BIRTH[reason].on(day), same_birth_until(day, children)
    if reason is AbsenceReason.HOLIDAY:
        start = facts.participant.programme_start
        return limits.HOLIDAY_DAYS.on(day), holiday_year_of(day, start, policy.holiday_period)
    if reason is AbsenceReason.BREASTFEEDING:
        return _paid_hours(facts, day), day
    quota = child_quota(facts.participant, day, policy.chronic_child_quota)
    return quota.days, months_until(day, limits.CHILD_ILLNESS_COUNTED_OVER.on(day))


def _paid_hours(facts: AbsenceFacts, day: date) -> Amount:
    """Return the hours of breastfeeding with benefit; 0 without a child in its first year."""
    child = child_meant(facts, None, day)
    if child is None or day > first_year_with_benefit_ends_on(child, day):
        return 0
    return limits.BREASTFEEDING_PAID_HOURS.on(day)


def balances(
    facts: AbsenceFacts,
    policy: Policy,
    absences: Mapping[AbsenceReason, Sequence[Registered]],
    runs: Mapping[AbsenceReason, Run],
    occasions: int,
) -> Balances:
    """Return the balances after the history was counted, up to the last day of the period.

    `occasions`: absences that count under § 9 in the last twelve months.
    """

    def quota(reason: AbsenceReason) -> QuotaBalance:
        ledger = runs[reason].ledger if reason in runs else QuotaLedger()
        return quota_balance(reason, ledger, facts, policy)

    def context(reason: AbsenceReason) -> Context:
        return Context(facts, policy, absences.get(reason, ()))

    own_illness = runs[AbsenceReason.OWN_ILLNESS].log
    return Balances(
        self_certification=_self_certification(own_illness, facts.period.last_day, occasions),
        child_illness=quota(AbsenceReason.CHILD_ILLNESS),
        pregnancy=quota(AbsenceReason.PREGNANCY),
        birth_mother=quota(AbsenceReason.BIRTH_MOTHER),
        birth_father=quota(AbsenceReason.BIRTH_FATHER),
        breastfeeding=quota(AbsenceReason.BREASTFEEDING),
        welfare_leave=quota(AbsenceReason.WELFARE_LEAVE),
        peace_work=quota(AbsenceReason.PEACE_WORK),
        long_illness=_long_illness(context(AbsenceReason.LONG_ILLNESS_UNPAID)),
        parental_leave=_parental_leave(context(AbsenceReason.PARENTAL_LEAVE)),
        religious_holiday=quota(AbsenceReason.RELIGIOUS_HOLIDAY),
        holiday=quota(AbsenceReason.HOLIDAY),
        counted_towards_ten=Fraction(sum(run.counted_towards_ten for run in runs.values())),
    )


def _long_illness(context: Context) -> QuotaBalance:
    day = context.facts.period.last_day
    leave = LongIllnessLeave(context).leave
    since = leave.begun_by(day)
    quota = days_of_months(since, limits.LONG_ILLNESS_LEAVE.on(day))
    used = Fraction(leave.taken_until(day))
    return QuotaBalance(Fraction(quota), used, Period(since, day), Unit.CALENDAR_DAYS)


def _parental_leave(context: Context) -> ParentalLeaveBalance:
    day = context.facts.period.last_day
    rule = ParentalLeave(context)
    children = [
        child for child in context.facts.participant.children if has_parental_right(child, day)
    ]
    if not children:
        today = Period(day, day)
        return ParentalLeaveBalance(Fraction(0), Fraction(0), today, Unit.CALENDAR_DAYS)
    child = max(
        children, key=lambda each: (rule.leave_for(each).taken_until(day) > 0, each.born_on)
    )
    leave = rule.leave_for(child)
    since = leave.begun_by(day)
    return ParentalLeaveBalance(
        quota=leave_length(since, child, day).own,
        used=Fraction(leave.taken_until(day)),
        counted_over=Period(since, day),
        unit=Unit.CALENDAR_DAYS,
        last_possible_day=last_day_of_parental_leave(child, day),
        follow_up_offer_due_on=_follow_up_due_on(leave, day),
    )


def _follow_up_due_on(leave: LeaveDays, day: date) -> date | None:
    """Return the first day of the month of leave from which training must be offered."""
    if leave.first_day is None or leave.last_day is None or day < leave.first_day:
        return None
    return training_due_on(Period(leave.first_day, leave.last_day))


def _self_certification(
    log: SelfCertificationLog, last_day: date, occasions: int
) -> SelfCertificationBalance:
    right_from = log.rule.has_right_from
    window = log.window_on(last_day)
    withdrawals = [row for row in log.rule.withdrawals if row.holds_on(last_day)]
    is_blocked = last_day < right_from or bool(withdrawals)
    decided_on = max((decision.first_day for decision in withdrawals), default=None)
    return SelfCertificationBalance(
        days_left=0 if is_blocked else log.days_left(last_day),
        blocked_until=_blocked_until(right_from, withdrawals, last_day),
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
