"""The kind `correction`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from app.core.money import decimal_text
from app.core.period import Period
from app.rules.absence import Absence
from app.rules.benefit import (
    CorrectionAssessment,
    DatedAmount,
    DayChange,
    InformationFault,
    IssuedPayment,
    OtherFacts,
    PaymentFacts,
    PeriodCorrection,
    Policy,
    RefundClaim,
    RepaymentAssessment,
    correct,
    refund_claim,
    repayment_possible,
)
from app.rules.benefit.recovery import REFUND
from app.rules.law import BadFacts
from app.rules.law.provision import Provision
from app.scenarios.errors import ScenarioError, ScenarioProblem
from app.scenarios.fields import Fields
from app.scenarios.output import Answer, answer, grounds, influential
from app.scenarios.payments import line_json, provisions_of, read_other, read_payment_facts
from app.scenarios.people import read_absences


@dataclass(frozen=True, slots=True)
class _Issued:
    """One entry of `issued`, as it was read."""

    period: Period
    payout: Fraction
    known_on: date | None
    absences_then: tuple[Absence, ...] | None
    other: OtherFacts | None


def answer_correction(fields: Fields, known_on: date | None) -> Answer:
    """Return what differs between issued payments and the present facts."""
    policy = Policy.from_mapping(fields.mapping("policy"))
    issued = _read_issued(fields)
    present = read_payment_facts(fields, issued[0].period, [row.period.last_day for row in issued])
    arrears = tuple(_read_arrears(row) for row in fields.rows("arrears"))
    fault = None
    if fields.has("information_fault"):
        fault = fields.choice("information_fault", InformationFault)
    fields.close()
    found = _correct(present, issued, policy, known_on)
    repayment = None if fault is None else repayment_possible(fault)
    refund = refund_claim(arrears, [row.reducible for row in found.periods]) if arrears else None
    return answer(
        {
            "periods": [_period(row) for row in found.periods],
            "after_payment": decimal_text(found.after_payment),
            "overpaid": decimal_text(found.overpaid),
            "difference": decimal_text(found.difference),
            "repayment": None if repayment is None else _repayment(repayment),
            "refund": None if refund is None else _refund(refund),
        },
        provisions=_provisions(found, refund),
        policies=influential(found.policies, policy),
        clarifications=(
            *found.clarifications,
            *(repayment.clarifications if repayment else ()),
            *(refund.clarifications if refund else ()),
        ),
    )


def _read_issued(fields: Fields) -> list[_Issued]:
    fields.required("issued")
    issued = [_read_one(row) for row in fields.rows("issued")]
    if not issued:
        message = "At least one issued payment must be given."
        raise ScenarioError(ScenarioProblem.MISSING, message, fields.path("issued"))
    return issued


def _read_one(row: Fields) -> _Issued:
    issued = _Issued(
        period=row.period("period"),
        payout=row.number("payout"),
        known_on=row.day_or_none("known_on"),
        absences_then=read_absences(row, "absences_then") if row.has("absences_then") else None,
        other=read_other(row.fields("other")) if row.has("other") else None,
    )
    row.close()
    return issued


def _read_arrears(row: Fields) -> DatedAmount:
    arrears = DatedAmount(row.period("period"), row.number("amount"))
    row.close()
    return arrears


def _correct(
    present: PaymentFacts, issued: Sequence[_Issued], policy: Policy, known_on: date | None
) -> CorrectionAssessment:
    others = {row.period: row.other for row in issued if row.other is not None}

    def facts_of(period: Period) -> PaymentFacts:
        return replace(present, period=period, other=others.get(period, present.other))

    def then(row: _Issued) -> PaymentFacts | None:
        if row.absences_then is None:
            return None
        return replace(facts_of(row.period), absences=row.absences_then)

    rows = [IssuedPayment(row.period, row.payout, then(row), row.known_on) for row in issued]
    try:
        return correct(rows, facts_of, policy, known_on)
    except BadFacts as error:
        field = error.field.replace(".facts_then.absences", ".absences_then")
        raise BadFacts(error.problem, field) from error


def _provisions(found: CorrectionAssessment, refund: RefundClaim | None) -> Iterator[Provision]:
    for row in found.periods:
        yield row.provision
        yield from provisions_of(row.assessment)
    if refund is not None:
        yield REFUND


def _period(row: PeriodCorrection) -> Answer:
    return {
        "period": _days(row.period),
        "issued": decimal_text(row.issued),
        "payout": decimal_text(row.assessment.payable),
        "difference": decimal_text(row.difference),
        "effect": row.effect.value,
        "provision": row.provision.citation,
        "decision_required_by_46_g": row.assessment.decision_required_by_46_g,
        "days": [_change(each) for each in row.days],
    }


def _change(change: DayChange) -> Answer:
    return {
        "date": change.day.isoformat(),
        "before": [line_json(line) for line in change.before],
        "after": [line_json(line) for line in change.after],
    }


def _repayment(repayment: RepaymentAssessment) -> Answer:
    return {"possible": repayment.is_possible, "grounds": grounds(repayment.grounds)}


def _refund(refund: RefundClaim) -> Answer:
    return {
        "claim": decimal_text(refund.total),
        "periods": [
            {
                "period": _days(line.period),
                "arrears": decimal_text(line.arrears),
                "reducible": decimal_text(line.reducible),
                "claim": decimal_text(line.claim),
            }
            for line in refund.lines
        ],
    }


def _days(period: Period) -> Answer:
    return {
        "first_day": period.first_day.isoformat(),
        "last_day": period.last_day.isoformat(),
    }
