"""Samordning: which other public benefits reduce the payment, and which never do.

Provision: integreringsloven § 22 first and third paragraph.
In one sentence: dagpenger, sykepenger and foreldrepenger reduce if they were earned before the
programme, uføretrygd and arbeidsavklaringspenger as they are received, barnetrygd and
kontantstøtte never.
"""

from fractions import Fraction
from typing import assert_never

from app.core.money import Kroner
from app.rules.benefit.facts import OtherBenefit, OtherBenefitKind
from app.rules.benefit.types import (
    BenefitDoubt,
    OtherReduction,
    OtherReductionKind,
    PaymentGround,
)
from app.rules.law.grounds import Clarification, Ground
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSLOVEN

BENEFITS = INTEGRERINGSLOVEN.section("22", "(1)")
_NEVER = INTEGRERINGSLOVEN.section("22", "(3)")
_ZERO = Fraction(0)


def claim_of(benefit: OtherBenefit) -> OtherReduction:
    """Return what one benefit would take; nothing while it is not known when it was earned."""
    match benefit.kind:
        case (
            OtherBenefitKind.UNEMPLOYMENT_BENEFIT
            | OtherBenefitKind.SICKNESS_BENEFIT
            | OtherBenefitKind.PARENTAL_BENEFIT
        ):
            if benefit.is_earned_before_programme:
                return _claim(benefit, benefit.amount, BENEFITS)
            is_later = benefit.is_earned_before_programme is False
            later = (PaymentGround.BENEFIT_EARNED_IN_PROGRAMME,) if is_later else ()
            return _claim(benefit, _ZERO, BENEFITS, *later)
        case OtherBenefitKind.DISABILITY_BENEFIT | OtherBenefitKind.WORK_ASSESSMENT_ALLOWANCE:
            return _claim(benefit, benefit.amount, BENEFITS)
        case OtherBenefitKind.CHILD_BENEFIT | OtherBenefitKind.CASH_FOR_CARE_BENEFIT:
            return _claim(benefit, _ZERO, _NEVER, PaymentGround.BENEFIT_NEVER_REDUCES)
        case _:
            assert_never(benefit.kind)


def doubt_about(benefit: OtherBenefit, claim: OtherReduction) -> Clarification[BenefitDoubt] | None:
    """Return that nobody has said when the right was earned, where that decides."""
    is_open = not claim.claim and not claim.grounds and benefit.amount
    return Clarification(BenefitDoubt.BENEFIT_EARNED_WHEN, BENEFITS) if is_open else None


def _claim(
    benefit: OtherBenefit, claim: Kroner, provision: Provision, *codes: PaymentGround
) -> OtherReduction:
    return OtherReduction(
        kind=OtherReductionKind.COORDINATED_BENEFITS,
        amount=_ZERO,
        provision=provision,
        claim=claim,
        benefit=benefit.kind,
        grounds=tuple(Ground(code, provision) for code in codes),
        formula=(("received", benefit.amount),),
    )
