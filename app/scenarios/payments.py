"""Readers and writers for payments, which the kinds `payment` and `correction` share."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from app.core.money import decimal_text
from app.core.period import Period
from app.rules.benefit import (
    DayLine,
    LivingPeriod,
    OtherBenefit,
    OtherBenefitKind,
    OtherFacts,
    OtherReduction,
    OwnMeans,
    PaymentAssessment,
    PaymentFacts,
    ProgrammeWork,
    RateSegment,
    WorkDay,
)
from app.rules.benefit.section_46_g import SECTION_46_G
from app.rules.law.provision import Provision
from app.scenarios.fields import Fields
from app.scenarios.output import Answer, citations, grounds, hours_text
from app.scenarios.people import read_absences, read_decisions, read_participant, read_schedule

_ZERO = Fraction(0)


def read_payment_facts(fields: Fields, period: Period, years: Iterable[date]) -> PaymentFacts:
    """Read what a payment of `period` turns on; `years` are days that the calendar must reach."""
    person = fields.fields("participant")
    participant = read_participant(person)
    born_on = person.day("born_on")
    living = tuple(_read_living(row) for row in person.rows("living"))
    programme_last_day = person.day_or_none("programme_last_day")
    person.close()
    absences = read_absences(fields)
    reached = (
        participant.programme_start,
        period.last_day,
        *(row.last_day for row in absences),
        *years,
    )
    return PaymentFacts(
        born_on=born_on,
        participant=participant,
        living=living,
        schedule=read_schedule(fields.fields("schedule"), reached),
        period=period,
        absences=absences,
        decisions=read_decisions(fields),
        other=read_other(fields.fields_or_empty("other")),
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


def read_other(fields: Fields) -> OtherFacts:
    """Read `other`: what else may reduce a payment."""
    other = OtherFacts(
        recovery=fields.number("recovery", default=_ZERO),
        coordinated_benefits=fields.number("coordinated_benefits", default=_ZERO),
        transitional_benefit_year=fields.number("transitional_benefit_year", default=_ZERO),
        programme_work=_read_work(fields.fields_or_empty("programme_work")),
        benefits=tuple(_read_benefit(row) for row in fields.rows("benefits")),
        own_means=fields.choices("own_means", OwnMeans),
    )
    fields.close()
    return other


def _read_work(fields: Fields) -> ProgrammeWork:
    work = ProgrammeWork(
        hours=fields.number("hours", default=_ZERO),
        wage=fields.number("wage", default=_ZERO),
        days=tuple(_read_work_day(row) for row in fields.rows("days")),
    )
    fields.close()
    return work


def _read_work_day(row: Fields) -> WorkDay:
    work_day = WorkDay(row.day("date"), row.number("hours"))
    row.close()
    return work_day


def _read_benefit(row: Fields) -> OtherBenefit:
    key = "earned_before_programme"
    benefit = OtherBenefit(
        kind=row.choice("kind", OtherBenefitKind),
        amount=row.number("amount"),
        is_earned_before_programme=row.flag(key) if row.has(key) else None,
    )
    row.close()
    return benefit


def provisions_of(assessment: PaymentAssessment) -> list[Provision]:
    """Return every provision that a payment rests on."""
    return [
        *(provision for segment in assessment.segments for provision in segment.provisions),
        *(provision for line in assessment.days for provision in line.provisions),
        *(row.provision for row in assessment.other_lines),
        *(ground.provision for ground in assessment.grounds),
        *((SECTION_46_G,) if assessment.reduction_share else ()),
    ]


def line_json(line: DayLine) -> Answer:
    """Return an absent day, or part of one."""
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


def segment_json(segment: RateSegment) -> Answer:
    """Return the days with one rate and one base amount."""
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


def other_json(row: OtherReduction) -> Answer:
    """Return another reduction; a benefit that is named has its kind and, at 0, its grounds."""
    return {
        "kind": row.kind.value,
        "benefit": row.benefit.value if row.benefit else None,
        "claim": decimal_text(row.claim),
        "amount": decimal_text(row.amount),
        "provision": row.provision.citation,
        "grounds": grounds(row.grounds),
    }
