"""Which settings made a difference: what another choice would have answered, for one reason."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from typing import TypeVar

from app.core.period import Period
from app.rules.absence.balances import quota_balance
from app.rules.absence.history import Registered
from app.rules.absence.reasons import AbsenceReason
from app.rules.absence.run import Run, log_of, run_reason
from app.rules.absence.self_certification import SelfCertificationLog, has_right_from
from app.rules.absence.types import AbsenceFacts
from app.rules.parameters import absence_limits as limits
from app.rules.policy import Policy, PolicyKey

Choice = TypeVar("Choice", bound=StrEnum)


def influences(
    reason: AbsenceReason,
    run: Run,
    absences: Sequence[Registered],
    facts: AbsenceFacts,
    policy: Policy,
    *,
    counts_all: bool = True,
) -> Iterator[tuple[PolicyKey, bool]]:
    """Yield each setting that decided something, and whether that was a day of the period.

    False: only the balance on the last day would have been another; never without `counts_all`.
    """
    for key, other_policy in _other_choices(reason, run, absences, facts, policy):
        other = run_reason(
            reason, absences, facts, other_policy, explains=False, counts_all=counts_all
        )
        if _answers(run) != _answers(other):
            yield key, True
        elif counts_all and _balance(reason, run, facts, policy) != _balance(
            reason, other, facts, other_policy
        ):
            yield key, False


def _other_choices(
    reason: AbsenceReason,
    run: Run,
    absences: Sequence[Registered],
    facts: AbsenceFacts,
    policy: Policy,
) -> Iterator[tuple[PolicyKey, Policy]]:
    """Yield the settings that could matter, each with the municipality choosing otherwise."""
    if _windows_matter(run.log, facts.period):
        other_policy = replace(policy, sixteen_days_from=_other(policy.sixteen_days_from))
        other_log = log_of(reason, absences, facts, other_policy)
        last_day = facts.period.last_day
        if not run.log.covers_like(other_log) or run.log.days_left(last_day) != other_log.days_left(
            last_day
        ):
            yield PolicyKey.SIXTEEN_DAYS_FROM, other_policy
    if reason is AbsenceReason.CHILD_ILLNESS:
        right_from = has_right_from(facts.participant.programme_start)
        if any(day < right_from for _, day in run.log.days):
            waits = not policy.child_self_certification_waits
            yield (
                PolicyKey.CHILD_SELF_CERTIFICATION_WAITS,
                replace(policy, child_self_certification_waits=waits),
            )
        if any(child.gives_longer_quota for child in facts.participant.children):
            chronic_child_quota = _other(policy.chronic_child_quota)
            yield (
                PolicyKey.CHRONIC_CHILD_QUOTA,
                replace(policy, chronic_child_quota=chronic_child_quota),
            )
    if reason is AbsenceReason.HOLIDAY:
        yield (
            PolicyKey.HOLIDAY_PERIOD,
            replace(policy, holiday_period=_other(policy.holiday_period)),
        )


def _windows_matter(log: SelfCertificationLog, period: Period) -> bool:
    """Whether self-certified days lie in the period or count on its last day."""
    length = timedelta(days=limits.SELF_CERTIFICATION_WINDOW.on(period.last_day))
    since = min(period.first_day, period.last_day - length)
    return any(
        row.window is not None and since <= day <= period.last_day
        for (_, day), row in log.days.items()
    )


def _other(choice: Choice) -> Choice:
    """Return the other one of two choices."""
    return next(other for other in type(choice) if other is not choice)


def _answers(run: Run) -> object:
    """Return what follows for the days; another ground for the same is no other answer."""
    return run.doubts, [
        (row.is_lawful, row.is_paid, row.extends_programme, row.hours)
        for row in (day.assessment for day in run.days)
    ]


def _balance(reason: AbsenceReason, run: Run, facts: AbsenceFacts, policy: Policy) -> object:
    last_day = facts.period.last_day
    if reason is AbsenceReason.OWN_ILLNESS:
        return run.log.days_left(last_day)
    balance = quota_balance(reason, run.ledger, facts, policy)
    return balance.quota, balance.used
