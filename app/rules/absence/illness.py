"""Sykdom: the participant's own, and a child's or its carer's.

Provision: integreringsforskriften §§ 5–9 and 15.
In one sentence: documented illness keeps the benefit, own illness without a number of days, a
child's within a quota of the last twelve months.
"""

from typing import assert_never

from app.rules.absence import verdict
from app.rules.absence.context import Context
from app.rules.absence.history import AbsentDay
from app.rules.absence.quotas import child_illness_quota, qualifies_for_child_illness
from app.rules.absence.self_certification import (
    Coverage,
    SelfCertificationLog,
    last_twelve_months,
    rests_on_self_certification,
)
from app.rules.absence.types import AbsenceDoubt, AbsenceGround, DecisionKind
from app.rules.absence.verdict import Verdict
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN
from app.rules.parameters import absence_limits as limits
from app.rules.policy import MissingCertificate, PolicyKey

_OWN = INTEGRERINGSFORSKRIFTEN.section("5", "(1)")
_LONG = INTEGRERINGSFORSKRIFTEN.section("5", "(2)")
_CHILD = INTEGRERINGSFORSKRIFTEN.section("6", "(1)")
_CHILD_AGE = INTEGRERINGSFORSKRIFTEN.section("6", "(2)")
_CHILD_DAYS = INTEGRERINGSFORSKRIFTEN.section("7", "(1)")
_SELF_CERTIFICATION = INTEGRERINGSFORSKRIFTEN.section("8", "(1)")
_CERTIFICATE = INTEGRERINGSFORSKRIFTEN.section("8", "(2)")
_WITHDRAWAL = INTEGRERINGSFORSKRIFTEN.section("9", "(1)")
_LONG_LEAVE = INTEGRERINGSFORSKRIFTEN.section("15")


def own_illness(row: AbsentDay, context: Context) -> Verdict:
    """Own illness or injury (§§ 5 and 8)."""
    absence = row.absence
    if not absence.is_self_certified and context.is_decided(
        DecisionKind.LONG_ILLNESS_WITHOUT_BENEFIT, row.day
    ):
        return verdict.unpaid(AbsenceGround.LONG_ILLNESS_WITHOUT_BENEFIT, _LONG)
    refusal = _documentation_refusal(row, context.own_illness, context)
    if refusal is not None:
        return refusal
    if absence.has_medical_certificate:
        return verdict.paid(AbsenceGround.MEDICAL_CERTIFICATE, _OWN)
    return verdict.paid(AbsenceGround.SELF_CERTIFIED, _SELF_CERTIFICATION)


def child_illness(row: AbsentDay, context: Context) -> Verdict:
    """A child's illness, or that of the one who looks after it (§§ 6–8)."""
    refusal = _documentation_refusal(row, context.child_illness, context)
    if refusal is not None:
        return refusal
    participant = context.facts.participant
    named = None if row.absence.child is None else participant.children[row.absence.child]
    if named is not None and not qualifies_for_child_illness(named, row.day):
        return verdict.invalid(AbsenceGround.NO_QUALIFYING_CHILD, _CHILD_AGE)
    quota = child_illness_quota(
        participant.children, row.day, is_sole_carer=participant.is_sole_carer
    )
    if quota == 0:
        if not participant.children:
            context.doubt(AbsenceDoubt.CHILD_NOT_KNOWN, _CHILD, row.day)
        return verdict.invalid(AbsenceGround.NO_QUALIFYING_CHILD, _CHILD_AGE)
    if not context.uses_quota(row, quota, last_twelve_months(row.day)):
        return verdict.invalid(AbsenceGround.QUOTA_USED, _CHILD_DAYS)
    return verdict.paid(AbsenceGround.WITHIN_QUOTA, _CHILD_DAYS)


def long_illness_unpaid(row: AbsentDay, context: Context) -> Verdict:
    """Leave without benefit during long illness, own or a child's (§ 15)."""
    if not row.absence.has_medical_certificate:
        return verdict.invalid(AbsenceGround.CERTIFICATE_REQUIRED, _LONG_LEAVE)
    if context.leave_is_used_up(row, limits.LONG_ILLNESS_LEAVE.on(row.day)):
        return verdict.invalid(AbsenceGround.QUOTA_USED, _LONG_LEAVE)
    return verdict.unpaid(AbsenceGround.LEAVE_WITHOUT_BENEFIT, _LONG_LEAVE)


def _documentation_refusal(
    row: AbsentDay, log: SelfCertificationLog, context: Context
) -> Verdict | None:
    """Return why the documentation does not carry the day; None where it does."""
    absence = row.absence
    if absence.has_medical_certificate:
        return None
    if not rests_on_self_certification(absence):
        return verdict.invalid(AbsenceGround.NOT_DOCUMENTED, _OWN)
    coverage = log.coverage[absence, row.day]
    match coverage:
        case Coverage.WAITING:
            return verdict.invalid(AbsenceGround.EIGHT_WEEKS_NOT_REACHED, _SELF_CERTIFICATION)
        case Coverage.WITHDRAWN:
            return verdict.invalid(AbsenceGround.SELF_CERTIFICATION_WITHDRAWN, _WITHDRAWAL)
        case Coverage.USED_UP:
            return verdict.invalid(AbsenceGround.SELF_CERTIFIED_DAYS_USED, _CERTIFICATE)
        case Coverage.COVERED:
            return _outlasting_refusal(row, log, context)
        case _:
            assert_never(coverage)


def _outlasting_refusal(
    row: AbsentDay, log: SelfCertificationLog, context: Context
) -> Verdict | None:
    """Apply the municipality's reading of § 8 to the covered days of a too long absence."""
    if row.absence not in log.outlasting:
        return None
    context.influence(PolicyKey.MISSING_CERTIFICATE, row.day)
    policy = context.policy.missing_certificate
    match policy:
        case MissingCertificate.WHOLE_ABSENCE:
            return verdict.invalid(AbsenceGround.CERTIFICATE_MISSING_FOR_ABSENCE, _CERTIFICATE)
        case MissingCertificate.UNCOVERED_DAYS:
            return None
        case MissingCertificate.ASK:
            context.doubt(AbsenceDoubt.MISSING_CERTIFICATE, _CERTIFICATE, row.day)
            return None
        case _:
            assert_never(policy)
