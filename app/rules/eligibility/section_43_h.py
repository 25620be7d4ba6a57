"""Overgang fra kollektiv beskyttelse: whether a new permit gives new rights.

Provision: integreringsforskriften § 43 h.
In force from: 2024-02-01; our text of the regulation repeals it on 1 July 2026.
In one sentence: who had a programme or training decided on under chapter 6 A gets no new rights
with the next permit; after the repeal nothing is said, and a person must find out.
"""

from datetime import date

from app.rules.eligibility.permit import PermitFacts, PermitGround
from app.rules.eligibility.types import TargetGroupDoubt, TargetGroupGround
from app.rules.law.grounds import Clarification, Ground
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN
from app.rules.parameters.building import INTEGRERINGSLOVEN_IN_FORCE_FROM
from app.rules.parameters.training_limits import NO_NEW_RIGHTS_AFTER_COLLECTIVE_PROTECTION

_SECTION_43_H = INTEGRERINGSFORSKRIFTEN.section("43h", "(1)")


def no_new_rights(permit: PermitFacts) -> tuple[Ground[TargetGroupGround], ...]:
    """Return the ground that shuts a person out, where the rule surely applied to the change."""
    if permit.had_programme_decision and _left_collective_protection(permit):
        row = NO_NEW_RIGHTS_AFTER_COLLECTIVE_PROTECTION.row_on(_asked_on(permit))
        if row.value and row.is_confirmed:
            return (Ground(TargetGroupGround.NO_NEW_RIGHTS, _SECTION_43_H),)
    return ()


def left_collective_protection(
    permit: PermitFacts, decided_on: date
) -> tuple[Clarification[TargetGroupDoubt], ...]:
    """Return the question that remains: an unknown decision, or a rule that is repealed."""
    if permit.had_programme_decision is False or not _left_collective_protection(permit):
        return ()
    rule = NO_NEW_RIGHTS_AFTER_COLLECTIVE_PROTECTION
    at_the_change = rule.row_on(_asked_on(permit))
    at_the_decision = rule.row_on(max(decided_on, INTEGRERINGSLOVEN_IN_FORCE_FROM))
    is_settled = permit.had_programme_decision and at_the_decision.is_confirmed
    if is_settled or not at_the_change.value:
        return ()
    return (Clarification(TargetGroupDoubt.COLLECTIVE_PROTECTION_LEFT, _SECTION_43_H),)


def _left_collective_protection(permit: PermitFacts) -> bool:
    protection = PermitGround.COLLECTIVE_PROTECTION
    return permit.previous_ground is protection and permit.ground is not protection


def _asked_on(permit: PermitFacts) -> date:
    return max(permit.granted_on, INTEGRERINGSLOVEN_IN_FORCE_FROM)
