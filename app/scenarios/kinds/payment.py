"""The kind `payment`."""

from datetime import date
from fractions import Fraction

from app.core.money import decimal_text
from app.rules.benefit import (
    DayLine,
    LivingPeriod,
    OtherFacts,
    OtherReduction,
    PaymentAssessment,
    PaymentFacts,
    Policy,
    ProgrammeWork,
    RateSegment,
    assess_payment,
)
from app.rules.benefit.section_46_g import SECTION_46_G
from app.rules.law.provision import Provision
from app.scenarios.fields import Fields
from app.scenarios.output import Answer, answer, citations, grounds, hours_text, influential
from app.scenarios.people import read_absences, read_decisions, read_participant, read_schedule

_ZERO = Fraction(0)
_PERCENT = 100


def answer_payment(fields: Fields, known_on: date | None) -> Answer:
    """Return one payment with its lines, as the base amount was known on `known_on`."""
    policy = Policy.from_mapping(fields.mapping("policy"))
    facts = _read_facts(fields)
    fields.close()
    assessment = assess_payment(facts, policy, known_on)
    return answer(
        {
            "gross": decimal_text(assessment.gross),
            "absence_reduction": decimal_text(assessment.absence_reduction),
            "unpaid_leave_reduction": decimal_text(assessment.unpaid_leave_reduction),
            "other_reductions": decimal_text(assessment.other_reductions),
            "payout": decimal_text(assessment.payout),
            "reduction_percent": decimal_text(assessment.reduction_share * _PERCENT),
            "decision_required_by_46_g": assessment.decision_required_by_46_g,
            "days": [_line(row) for row in assessment.days],
            "segments": [_segment(row) for row in assessment.segments],
            "other": [_other(row) for row in assessment.other_lines],
        },
        provisions=_provisions(assessment),
        policies=influential(assessment.policies, policy),
        clarifications=assessment.clarifications,
    )


def _read_facts(fields: Fields) -> PaymentFacts:
    person = fields.fields("participant")
    participant = read_participant(person)
    born_on = person.day("born_on")
    living = tuple(_read_living(row) for row in person.rows("living"))
    programme_last_day = person.day_or_none("programme_last_day")
    person.close()
    period = fields.period("period")
    absences = read_absences(fields)
    years = (participant.programme_start, period.last_day, *(row.last_day for row in absences))
    return PaymentFacts(
        born_on=born_on,
        participant=participant,
        living=living,
        schedule=read_schedule(fields.fields("schedule"), years),
        period=period,
        absences=absences,
        decisions=read_decisions(fields),
        other=_read_other(fields.fields_or_empty("other")),
        programme_last_day=programme_last_day,
    )


def _read_living(row: Fields) -> LivingPeriod:
    living = LivingPeriod(
        first_day=row.day("from"),
        lives_with_parents=row.flag("with_parents", default=False),
        is_partner_in_programme=row.flag("partner_in_programme", default=False),
        has_children=row.flag("has_children", default=False),
    )
    row.close()
    return living


def _read_other(fields: Fields) -> OtherFacts:
    work = fields.fields_or_empty("programme_work")
    other = OtherFacts(
        recovery=fields.number("recovery", default=_ZERO),
        coordinated_benefits=fields.number("coordinated_benefits", default=_ZERO),
        transitional_benefit_year=fields.number("transitional_benefit_year", default=_ZERO),
        programme_work=ProgrammeWork(
            hours=work.number("hours", default=_ZERO), wage=work.number("wage", default=_ZERO)
        ),
    )
    work.close()
    fields.close()
    return other


def _provisions(assessment: PaymentAssessment) -> list[Provision]:
    return [
        *(provision for segment in assessment.segments for provision in segment.provisions),
        *(provision for line in assessment.days for provision in line.provisions),
        *(row.provision for row in assessment.other_lines),
        *((SECTION_46_G,) if assessment.reduction_share else ()),
    ]


def _line(line: DayLine) -> Answer:
    return {
        "date": line.day.isoformat(),
        "kind": line.kind.value,
        "basis": line.basis.value,
        "hours": hours_text(line.hours),
        "rate": decimal_text(line.rate),
        "amount": decimal_text(line.amount),
        "provisions": citations(line.provisions),
        "reason": line.reason.value,
        "grounds": grounds(line.grounds),
    }


def _segment(segment: RateSegment) -> Answer:
    return {
        "from": segment.period.first_day.isoformat(),
        "to": segment.period.last_day.isoformat(),
        "fraction": str(segment.fraction),
        "base_amount": decimal_text(Fraction(segment.base_amount)),
        "days_counted": segment.days_counted,
        "month_rate": decimal_text(segment.month_rate),
        "day_rate": decimal_text(segment.day_rate),
        "hour_rate": decimal_text(segment.hour_rate),
        "amount": decimal_text(segment.amount),
        "provisions": citations(segment.provisions),
    }


def _other(row: OtherReduction) -> Answer:
    return {
        "kind": row.kind.value,
        "amount": decimal_text(row.amount),
        "provision": row.provision.citation,
    }
