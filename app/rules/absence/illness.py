"""Sykdom: the participant's own, and a child's or its carer's.

Provision: integreringsforskriften §§ 5–9.
In one sentence: documented illness keeps the benefit, own illness without a number of days, a
child's within a quota of the last twelve months.
"""

from datetime import timedelta
from typing import assert_never

from app.rules.absence import verdict
from app.rules.absence.children import (
    ChildQuota,
    child_quota,
    last_age,
    qualifies_for_child_illness,
)
from app.rules.absence.codes import AbsenceDoubt, AbsenceGround, AbsenceStep
from app.rules.absence.context import Context, Quota
from app.rules.absence.history import AbsentDay
from app.rules.absence.quotas import months_until
from app.rules.absence.self_certification import (
    Coverage,
    SelfCertificationLog,
    SelfCertifiedDay,
    rests_on_self_certification,
)
from app.rules.absence.types import ChildFacts, DecisionKind
from app.rules.absence.verdict import Verdicts
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN
from app.rules.parameters import absence_limits as limits
from app.rules.policy import MissingCertificate, PolicyKey

_OWN = INTEGRERINGSFORSKRIFTEN.section("5", "(1)")
_LONG = INTEGRERINGSFORSKRIFTEN.section("5", "(2)")
_CHILD = INTEGRERINGSFORSKRIFTEN.section("6", "(1)")
_CHILD_AGE = INTEGRERINGSFORSKRIFTEN.section("6", "(2)")
_CHILD_DAYS = INTEGRERINGSFORSKRIFTEN.section("7", "(1)")
_CHRONIC_DAYS = INTEGRERINGSFORSKRIFTEN.section("7", "(2)")
_SELF_CERTIFICATION = INTEGRERINGSFORSKRIFTEN.section("8", "(1)")
_CERTIFICATE = INTEGRERINGSFORSKRIFTEN.section("8", "(2)")
_WITHDRAWAL = INTEGRERINGSFORSKRIFTEN.section("9", "(1)")

_CERTIFIED = verdict.paid(AbsenceGround.MEDICAL_CERTIFICATE, _OWN)
_SELF_CERTIFIED = verdict.paid(AbsenceGround.SELF_CERTIFIED, _SELF_CERTIFICATION)
_PREVENTED = verdict.paid(AbsenceGround.PREVENTED_FROM_SEEING_DOCTOR, _CERTIFICATE)
_WITHOUT_BENEFIT = verdict.unpaid(AbsenceGround.LONG_ILLNESS_WITHOUT_BENEFIT, _LONG)
_CHILD_WITHIN = verdict.paid(AbsenceGround.WITHIN_QUOTA, _CHILD_DAYS)
_CHRONIC_WITHIN = verdict.paid(AbsenceGround.WITHIN_QUOTA, _CHRONIC_DAYS)
_CHILD_USED = verdict.invalid(AbsenceGround.QUOTA_USED, _CHILD_DAYS)
_CHRONIC_USED = verdict.invalid(AbsenceGround.QUOTA_USED, _CHRONIC_DAYS)
_NO_CHILD = verdict.invalid(AbsenceGround.NO_QUALIFYING_CHILD, _CHILD_AGE)
_NOT_DOCUMENTED = verdict.invalid(AbsenceGround.NOT_DOCUMENTED, _OWN)
_WAITING = verdict.invalid(AbsenceGround.EIGHT_WEEKS_NOT_REACHED, _SELF_CERTIFICATION)
_WITHDRAWN = verdict.invalid(AbsenceGround.SELF_CERTIFICATION_WITHDRAWN, _WITHDRAWAL)
_USED_UP = verdict.invalid(AbsenceGround.SELF_CERTIFIED_DAYS_USED, _CERTIFICATE)
_LOST = verdict.invalid(AbsenceGround.CERTIFICATE_MISSING_FOR_ABSENCE, _CERTIFICATE)


class OwnIllness:
    """Own illness or injury (§§ 5 and 8)."""

    def __init__(self, context: Context, log: SelfCertificationLog) -> None:
        self._context = context
        self._log = log

    def assess(self, row: AbsentDay) -> Verdicts:
        """Return the answer for one day."""
        context = self._context
        decision = context.decision_on(DecisionKind.LONG_ILLNESS_WITHOUT_BENEFIT, row.day)
        if decision is not None and not _is_self_certified_on(row):
            context.decision_step(decision, _LONG)
            return _WITHOUT_BENEFIT
        refusal = _documentation_refusal(row, self._log, context)
        if refusal is not None:
            return refusal
        if row.absence.has_medical_certificate:
            return _CERTIFIED
        is_prevented = self._log.days[row.rank, row.day].coverage is Coverage.PREVENTED
        return _PREVENTED if is_prevented else _SELF_CERTIFIED


class ChildIllness:
    """A child's illness, or that of the one who looks after it (§§ 6–8)."""

    def __init__(self, context: Context, log: SelfCertificationLog) -> None:
        self._context = context
        self._log = log

    def assess(self, row: AbsentDay) -> Verdicts:
        """Return the answer for one day."""
        context, day = self._context, row.day
        refusal = _documentation_refusal(row, self._log, context)
        if refusal is not None:
            return refusal
        participant = context.facts.participant
        if row.absence.child is not None:
            named = participant.children[row.absence.child]
            _age_step(named, row, context)
            if not qualifies_for_child_illness(named, day):
                return _NO_CHILD
        quota = child_quota(participant, day, context.policy.chronic_child_quota)
        if quota.days == 0:
            if not participant.children:
                context.doubt(AbsenceDoubt.CHILD_NOT_KNOWN, _CHILD)
            return _NO_CHILD
        is_longer = quota.with_longer_quota > 0
        provision = _CHRONIC_DAYS if is_longer else _CHILD_DAYS
        _quota_step(quota, context)
        since = months_until(day, limits.CHILD_ILLNESS_COUNTED_OVER.on(day))
        within = _CHRONIC_WITHIN if is_longer else _CHILD_WITHIN
        beyond = _CHRONIC_USED if is_longer else _CHILD_USED
        return context.by_quota(row, Quota(quota.days, since, provision), within, beyond)


def _is_self_certified_on(row: AbsentDay) -> bool:
    """Whether the day rests on self-certification: of what a certificate goes on from, the start.

    § 5 second paragraph does not reach absence with self-certification.
    """
    absence = row.absence
    if not absence.is_self_certified:
        return False
    days = timedelta(days=limits.SELF_CERTIFIED_DAYS.on(row.day))
    return rests_on_self_certification(absence) or row.day < absence.first_day + days


def _age_step(child: ChildFacts, row: AbsentDay, context: Context) -> None:
    if context.is_explained:
        age = last_age(child, row.day)
        context.step(
            AbsenceStep.CHILD_AGE,
            _CHILD_AGE,
            born_on=child.born_on,
            last_age=age,
            last_year=child.born_on.year + age,
        )


def _quota_step(quota: ChildQuota, context: Context) -> None:
    if context.is_explained:
        context.step(
            AbsenceStep.CHILD_QUOTA,
            _CHRONIC_DAYS if quota.with_longer_quota else _CHILD_DAYS,
            children=quota.children,
            with_longer_quota=quota.with_longer_quota,
            is_alone=int(quota.is_alone),
            quota=quota.days,
        )


def _documentation_refusal(
    row: AbsentDay, log: SelfCertificationLog, context: Context
) -> Verdicts | None:
    """Return why the documentation does not carry the day; None where it does."""
    absence = row.absence
    if absence.has_medical_certificate:
        return None
    if not absence.is_self_certified:
        return _NOT_DOCUMENTED
    certified = log.days[row.rank, row.day]
    if context.is_explained:
        _self_certification_steps(row, certified, log, context)
    match certified.coverage:
        case Coverage.WAITING:
            return _WAITING
        case Coverage.WITHDRAWN:
            return _WITHDRAWN
        case Coverage.USED_UP:
            return _USED_UP
        case Coverage.PREVENTED:
            return None
        case Coverage.COVERED:
            return _outlasting_refusal(row.rank, log, context)
        case _:
            assert_never(certified.coverage)


def _self_certification_steps(
    row: AbsentDay, certified: SelfCertifiedDay, log: SelfCertificationLog, context: Context
) -> None:
    context.step(
        AbsenceStep.EIGHT_WEEKS,
        _SELF_CERTIFICATION,
        programme_start=context.facts.participant.programme_start,
        right_from=log.rule.has_right_from,
    )
    decision = context.decision_on(DecisionKind.SELF_CERTIFICATION_WITHDRAWN, row.day)
    if certified.coverage is Coverage.WITHDRAWN and decision is not None:
        context.decision_step(decision, _WITHDRAWAL)
    if certified.window is not None:
        context.step(
            AbsenceStep.SELF_CERTIFICATION_WINDOW,
            _SELF_CERTIFICATION,
            first_day=certified.window.first_day,
            ends_on=certified.window.ends_on,
            used=certified.window.used,
            limit=limits.SELF_CERTIFIED_DAYS.on(row.day),
        )


def _outlasting_refusal(rank: int, log: SelfCertificationLog, context: Context) -> Verdicts | None:
    """Apply the municipality's reading of § 8 to the covered days of a too long absence."""
    if rank not in log.outlasting:
        return None
    context.influence(PolicyKey.MISSING_CERTIFICATE)
    policy = context.policy.missing_certificate
    match policy:
        case MissingCertificate.WHOLE_ABSENCE:
            return _LOST
        case MissingCertificate.UNCOVERED_DAYS:
            return None
        case MissingCertificate.ASK:
            context.doubt(AbsenceDoubt.MISSING_CERTIFICATE, _CERTIFICATE)
            return None
        case _:
            assert_never(policy)
