"""The kind `absence`."""

from datetime import date

from app.rules.absence import (
    AbsenceAssessment,
    AbsenceFacts,
    Balances,
    DayAssessment,
    QuotaBalance,
    classify,
)
from app.rules.law.provision import Provision
from app.rules.policy import Policy, PolicyKey
from app.scenarios.fields import Fields
from app.scenarios.output import Answer, answer, count, grounds, hours_text, influential, steps
from app.scenarios.people import read_absences, read_decisions, read_participant, read_schedule


def answer_absence(fields: Fields, known_on: date | None) -> Answer:
    """Return the classified days and the balances; `known_on` makes no difference."""
    del known_on
    policy = Policy.from_mapping(fields.mapping("policy"))
    person = fields.fields("participant")
    participant = read_participant(person)
    # The same participant can be asked about in a payment.
    person.day_or_none("born_on")
    person.day_or_none("programme_last_day")
    person.rows("living")
    person.close()
    period = fields.period("period")
    absences = read_absences(fields)
    years = (participant.programme_start, period.last_day, *(row.last_day for row in absences))
    facts = AbsenceFacts(
        participant=participant,
        schedule=read_schedule(fields.fields("schedule"), years),
        period=period,
        absences=absences,
        decisions=read_decisions(fields),
    )
    fields.close()
    assessment = classify(facts, policy)
    return answer(
        {
            "days": [_day(row) for row in assessment.days],
            "balances": _balances(assessment.balances),
        },
        provisions=_provisions(assessment),
        policies=influential(_policies(assessment), policy),
        clarifications=assessment.clarifications,
    )


def _policies(assessment: AbsenceAssessment) -> list[PolicyKey]:
    """Return the settings that decided a day or a balance, in their own order."""
    keys = {*assessment.policies, *assessment.balance_policies}
    return [key for key in PolicyKey if key in keys]


def _provisions(assessment: AbsenceAssessment) -> list[Provision]:
    return [ground.provision for day in assessment.days for ground in day.grounds]


def _day(day: DayAssessment) -> Answer:
    return {
        "date": day.day.isoformat(),
        "reason": day.reason.value,
        "lawful": day.is_lawful,
        "paid": day.is_paid,
        "extends_programme": day.extends_programme,
        "hours": hours_text(day.hours),
        "grounds": grounds(day.grounds),
        "steps": steps(day.steps),
    }


def _balances(balances: Balances) -> Answer:
    own = balances.self_certification
    return {
        "self_certification": {
            "days_left": own.days_left,
            "blocked_until": _iso(own.blocked_until),
            "occasions_last_12_months": own.occasions_last_12_months,
            "may_be_withdrawn": own.may_be_withdrawn,
            "withdrawn": own.is_withdrawn,
            "withdrawal_review_due_on": _iso(own.withdrawal_review_due_on),
            "window_ends_on": _iso(own.window_ends_on),
        },
        "child_illness": _quota(balances.child_illness),
        "pregnancy": _quota(balances.pregnancy),
        "birth_mother": _quota(balances.birth_mother),
        "birth_father": _quota(balances.birth_father),
        "breastfeeding": _quota(balances.breastfeeding),
        "welfare_leave": _quota(balances.welfare_leave),
        "peace_work": _quota(balances.peace_work),
        "long_illness": _quota(balances.long_illness),
        "parental_leave": {
            **_quota(balances.parental_leave),
            "last_possible_day": _iso(balances.parental_leave.last_possible_day),
            "follow_up_offer_due_on": _iso(balances.parental_leave.follow_up_offer_due_on),
        },
        "religious": _quota(balances.religious_holiday),
        "holiday": _quota(balances.holiday),
        "counted_towards_ten": count(balances.counted_towards_ten),
    }


def _quota(balance: QuotaBalance) -> Answer:
    return {
        "quota": count(balance.quota),
        "used": count(balance.used),
        "left": count(balance.left),
        "unit": balance.unit.value,
        "counted_over": {
            "first_day": balance.counted_over.first_day.isoformat(),
            "last_day": balance.counted_over.last_day.isoformat(),
        },
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
