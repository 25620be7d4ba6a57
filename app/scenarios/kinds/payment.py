"""The kind `payment`."""

from datetime import date
from fractions import Fraction

from app.core.money import decimal_text
from app.rules.benefit import Policy, assess_payment
from app.scenarios.fields import Fields
from app.scenarios.output import Answer, answer, grounds, influential, steps
from app.scenarios.payments import (
    line_json,
    other_json,
    provisions_of,
    read_payment_facts,
    segment_json,
)

PERCENT = Fraction(100)


def answer_payment(fields: Fields, known_on: date | None) -> Answer:
    """Return one payment with its lines, as the base amount was known on `known_on`."""
    policy = Policy.from_mapping(fields.mapping("policy"))
    facts = read_payment_facts(fields, fields.period("period"), ())
    fields.close()
    assessment = assess_payment(facts, policy, known_on)
    return answer(
        {
            "gross": decimal_text(assessment.gross),
            "absence_reduction": decimal_text(assessment.absence_reduction),
            "unpaid_leave_reduction": decimal_text(assessment.unpaid_leave_reduction),
            "other_reductions": decimal_text(assessment.other_reductions),
            "payout": decimal_text(assessment.payout),
            "payable": decimal_text(assessment.payable),
            "recovery_left": decimal_text(assessment.recovery_left),
            "reduction_percent": decimal_text(assessment.reduction_share * PERCENT),
            "decision_required_by_46_g": assessment.decision_required_by_46_g,
            "days": [line_json(row) for row in assessment.days],
            "segments": [segment_json(row) for row in assessment.segments],
            "other": [other_json(row) for row in assessment.other_lines],
            "grounds": grounds(assessment.grounds),
            "steps": steps(assessment.steps),
        },
        provisions=provisions_of(assessment),
        policies=influential(assessment.policies, policy),
        clarifications=assessment.clarifications,
    )
