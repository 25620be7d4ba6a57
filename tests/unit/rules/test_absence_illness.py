"""Own illness: documentation, and when the benefit is lost (§§ 5 and 8)."""

from typing import Any

import pytest

from app.rules.absence import (
    Absence,
    AbsenceDoubt,
    AbsenceGround,
    AbsenceReason,
    AbsenceStep,
    Decision,
    DecisionKind,
    classify,
)
from app.rules.policy import MissingCertificate, Policy, PolicyKey
from tests.support.absent_days import INVALID, PAID, UNPAID, codes, days, flags, steps
from tests.support.rule_facts import (
    absence,
    absence_facts,
    certified,
    day,
    participant,
    self_certified,
)

Reason = AbsenceReason
Ground = AbsenceGround


def test_illness_needs_documentation() -> None:
    rows = days(absence("2026-06-03", reason=Reason.OWN_ILLNESS))
    assert (flags(rows), codes(rows)) == ([INVALID], [Ground.NOT_DOCUMENTED])


def test_a_certificate_carries_illness_of_any_length_from_the_first_day() -> None:
    person = participant("2026-06-01")
    rows = days(certified("2026-06-01", "2026-06-30"), person=person)
    assert set(flags(rows)) == {PAID}
    assert {row.extends_programme for row in rows} == {True}


@pytest.mark.parametrize(
    ("policy", "expected", "doubts"),
    [
        (MissingCertificate.ASK, [PAID, INVALID], [AbsenceDoubt.MISSING_CERTIFICATE]),
        (MissingCertificate.WHOLE_ABSENCE, [INVALID, INVALID], []),
        (MissingCertificate.UNCOVERED_DAYS, [PAID, INVALID], []),
    ],
)
def test_a_missing_certificate_is_the_municipalitys_question(
    policy: MissingCertificate,
    expected: list[tuple[bool, bool]],
    doubts: list[AbsenceDoubt],
) -> None:
    facts = absence_facts(self_certified("2026-06-05", "2026-06-08"))
    answer = classify(facts, Policy(missing_certificate=policy))
    assert flags(list(answer.days)) == expected
    assert [doubt.code for doubt in answer.clarifications] == doubts
    assert answer.policies == (PolicyKey.MISSING_CERTIFICATE,)


def test_what_lies_outside_the_period_raises_no_doubt() -> None:
    facts = absence_facts(self_certified("2026-05-05", "2026-05-08"))
    answer = classify(facts)
    assert (answer.clarifications, answer.policies) == ((), ())


def test_long_illness_can_lose_the_benefit_by_decision() -> None:
    decision = Decision(DecisionKind.LONG_ILLNESS_WITHOUT_BENEFIT, day("2026-06-02"))
    rows = days(
        certified("2026-06-01", "2026-06-02"),
        self_certified("2026-06-03"),
        decisions=(decision,),
    )
    assert flags(rows) == [PAID, UNPAID, PAID]
    assert codes(rows)[1] is Ground.LONG_ILLNESS_WITHOUT_BENEFIT


def prevented(first: str, last: str, **more: Any) -> Absence:
    return self_certified(first, last, was_prevented_from_seeing_doctor=True, **more)


def test_who_could_not_see_a_doctor_keeps_the_benefit() -> None:
    answer = classify(absence_facts(prevented("2026-06-05", "2026-06-08")))
    assert flags(answer.days) == [PAID, PAID]
    assert codes(answer.days) == [Ground.SELF_CERTIFIED, Ground.PREVENTED_FROM_SEEING_DOCTOR]
    assert answer.days[1].grounds[0].provision.citation == "if § 8 (2)"
    assert (answer.clarifications, answer.policies) == ((), ())


def test_days_without_a_certificate_count_on_although_no_doctor_could_be_seen() -> None:
    rows = days(prevented("2026-06-01", "2026-06-05"), self_certified("2026-06-10"))
    assert codes(rows)[-1] is Ground.SELF_CERTIFIED_DAYS_USED


def test_who_could_not_see_a_doctor_still_waits_eight_weeks() -> None:
    rows = days(prevented("2026-06-01", "2026-06-02"), person=participant("2026-05-18"))
    assert codes(rows) == [Ground.EIGHT_WEEKS_NOT_REACHED] * 2


def test_who_could_not_see_a_doctor_for_a_child_keeps_the_benefit_too() -> None:
    sick = prevented("2026-06-01", "2026-06-04", reason=Reason.CHILD_ILLNESS, child=0)
    rows = days(sick, person=participant(children=["2019-01-01"]))
    assert flags(rows) == [PAID] * 4


def test_the_self_certified_start_of_long_illness_keeps_the_benefit() -> None:
    decision = Decision(DecisionKind.LONG_ILLNESS_WITHOUT_BENEFIT, day("2026-06-01"))
    sick = certified("2026-06-01", "2026-06-04", is_self_certified=True)
    rows = days(sick, decisions=(decision,))
    assert flags(rows) == [PAID, PAID, PAID, UNPAID]


def test_the_decision_that_began_first_is_shown() -> None:
    kind = DecisionKind.LONG_ILLNESS_WITHOUT_BENEFIT
    decisions = (
        Decision(kind, day("2026-06-02")),
        Decision(kind, day("2026-06-01"), day("2026-06-30")),
        Decision(kind, day("2026-06-01")),
    )
    (row,) = days(certified("2026-06-03"), decisions=decisions)
    assert steps(row) == {AbsenceStep.DECISION: {"from": "2026-06-01", "to": "2026-06-30"}}
    assert [step.provision.citation for step in row.steps] == ["if § 5 (2)"]
