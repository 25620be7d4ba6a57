"""A child's illness: age, number of days, being alone (§§ 6 and 7)."""

from dataclasses import replace

import pytest

from app.rules.absence import (
    AbsenceDoubt,
    AbsenceGround,
    AbsenceReason,
    AbsenceStep,
    ChildFacts,
    SoleCarerPeriod,
    classify,
)
from app.rules.policy import ChronicChildQuota, Policy, PolicyKey
from tests.support.absent_days import INVALID, PAID, codes, days, flags, steps
from tests.support.rule_facts import (
    absence,
    absence_facts,
    certified,
    day,
    participant,
    period,
)

Reason = AbsenceReason
Ground = AbsenceGround


@pytest.mark.parametrize(
    ("born", "chronic", "expected"),
    [
        ("2014-01-01", False, PAID),
        ("2013-12-31", False, INVALID),
        ("2008-01-01", True, PAID),
        ("2007-12-31", True, INVALID),
        ("2026-06-04", False, INVALID),
    ],
)
def test_a_childs_age_runs_to_the_end_of_the_calendar_year(
    born: str, chronic: bool, expected: tuple[bool, bool]
) -> None:
    child = ChildFacts(day(born), is_chronically_ill=chronic)
    sick = certified("2026-06-03", reason=Reason.CHILD_ILLNESS, child=0)
    assert flags(days(sick, person=participant(children=[child]))) == [expected]


def test_without_a_named_child_any_qualifying_child_will_do() -> None:
    sick = certified("2026-06-03", reason=Reason.CHILD_ILLNESS)
    assert flags(days(sick, person=participant(children=["2019-01-01"]))) == [PAID]
    assert codes(days(sick, person=participant(children=["2000-01-01"]))) == [
        Ground.NO_QUALIFYING_CHILD
    ]


def test_a_childs_illness_without_any_child_is_a_doubt() -> None:
    answer = classify(absence_facts(certified("2026-06-03", reason=Reason.CHILD_ILLNESS)))
    assert flags(list(answer.days)) == [INVALID]
    assert [doubt.code for doubt in answer.clarifications] == [AbsenceDoubt.CHILD_NOT_KNOWN]


def test_a_childs_illness_needs_documentation_too() -> None:
    sick = absence("2026-06-03", reason=Reason.CHILD_ILLNESS, child=0)
    assert codes(days(sick, person=participant(children=["2019-01-01"]))) == [Ground.NOT_DOCUMENTED]


def test_a_childs_illness_has_ten_virkedager() -> None:
    sick = certified("2026-06-01", "2026-06-15", reason=Reason.CHILD_ILLNESS, child=0)
    rows = days(sick, person=participant(children=["2019-01-01"]))
    assert flags(rows) == [PAID] * 10 + [INVALID]


CHRONIC = ChildFacts(day("2019-01-01"), is_chronically_ill=True)
HEALTHY = ChildFacts(day("2019-01-01"))
LOW_RISK = replace(CHRONIC, has_higher_absence_risk=False)
HIGH_RISK = replace(CHRONIC, has_higher_absence_risk=True)


@pytest.mark.parametrize(
    ("children", "alone", "replaces", "adds"),
    [
        ([HEALTHY], False, 10, 10),
        ([HEALTHY] * 2, True, 20, 20),
        ([HEALTHY] * 3, False, 15, 15),
        ([HEALTHY] * 3, True, 30, 30),
        ([CHRONIC], False, 20, 30),
        ([HIGH_RISK], True, 40, 60),
        ([LOW_RISK], False, 10, 10),
        ([LOW_RISK, HIGH_RISK], False, 20, 30),
        ([CHRONIC, *[HEALTHY] * 2], False, 20, 35),
        ([CHRONIC, *[HEALTHY] * 2], True, 40, 70),
        ([replace(HEALTHY, has_higher_absence_risk=True)], False, 10, 10),
        ([], True, 0, 0),
    ],
)
def test_children_and_being_alone_make_the_quota(
    children: list[ChildFacts], *, alone: bool, replaces: int, adds: int
) -> None:
    facts = absence_facts(person=participant(children=children, sole_carer=alone))
    for choice, quota in (
        (ChronicChildQuota.REPLACES, replaces),
        (ChronicChildQuota.ADDS, adds),
    ):
        answer = classify(facts, Policy(chronic_child_quota=choice))
        assert answer.balances.child_illness.quota == quota
        expected = (PolicyKey.CHRONIC_CHILD_QUOTA,) if replaces != adds else ()
        assert (answer.policies, answer.balance_policies) == ((), expected)


@pytest.mark.parametrize("choice", ChronicChildQuota)
def test_a_quota_that_is_not_reached_decides_no_day(choice: ChronicChildQuota) -> None:
    sick = certified("2026-06-01", reason=Reason.CHILD_ILLNESS)
    answer = classify(
        absence_facts(sick, person=participant(children=[CHRONIC])),
        Policy(chronic_child_quota=choice),
    )
    assert (flags(answer.days), answer.policies) == ([PAID], ())


def test_the_day_after_the_quota_turns_on_the_setting() -> None:
    sick = certified("2026-06-01", "2026-06-29", reason=Reason.CHILD_ILLNESS)
    facts = absence_facts(sick, person=participant(children=[CHRONIC]))
    one, more = (
        classify(facts, Policy(chronic_child_quota=choice)) for choice in ChronicChildQuota
    )
    assert flags(one.days) == [PAID] * 20 + [INVALID]
    assert flags(more.days) == [PAID] * 21
    assert one.policies == more.policies == (PolicyKey.CHRONIC_CHILD_QUOTA,)
    assert one.balance_policies == ()


@pytest.mark.parametrize(
    ("child", "expected"),
    [(CHRONIC, "if § 7 (2)"), (LOW_RISK, "if § 7 (1)"), (HEALTHY, "if § 7 (1)")],
)
def test_the_paragraph_of_the_quota_is_cited(child: ChildFacts, expected: str) -> None:
    sick = certified("2026-05-04", "2026-06-12", reason=Reason.CHILD_ILLNESS)
    rows = days(sick, person=participant(children=[child]))
    assert {row.grounds[0].provision.citation for row in rows} == {expected}
    assert rows[-1].grounds[0].code is Ground.QUOTA_USED
    counted = [step for step in rows[0].steps if step.what is AbsenceStep.CHILD_QUOTA]
    assert [step.provision.citation for step in counted] == [expected]
    assert flags(rows[-1:]) == [INVALID]


def test_a_chronically_ill_child_counts_to_eighteen_whatever_the_risk() -> None:
    child = ChildFacts(day("2008-03-01"), is_chronically_ill=True, has_higher_absence_risk=False)
    sick = certified("2026-12-31", reason=Reason.CHILD_ILLNESS, child=0)
    assert flags(days(sick, person=participant(children=[child]))) == [PAID]


@pytest.mark.parametrize(
    ("periods", "on", "quota"),
    [
        ([("2026-06-02", "2026-06-03")], "2026-06-01", 10),
        ([("2026-06-02", "2026-06-03")], "2026-06-02", 20),
        ([("2026-06-02", "2026-06-03")], "2026-06-03", 20),
        ([("2026-06-02", "2026-06-03")], "2026-06-04", 10),
        ([("2026-06-02", None)], "2026-12-31", 20),
        ([("2025-01-01", "2025-02-01"), ("2026-06-02", None)], "2026-06-02", 20),
    ],
)
def test_being_alone_can_change(periods: list[tuple[str, str | None]], on: str, quota: int) -> None:
    rows = tuple(
        SoleCarerPeriod(day(first), day(last) if last else None) for first, last in periods
    )
    person = replace(participant(children=["2019-01-01"]), sole_carer_periods=rows)
    answer = classify(absence_facts(person=person, asked=period(on, on)))
    assert answer.balances.child_illness.quota == quota


def test_being_alone_gives_days_from_that_day() -> None:
    person = replace(
        participant(children=["2019-01-01"]),
        sole_carer_periods=(SoleCarerPeriod(day("2026-06-16")),),
    )
    sick = certified("2026-06-01", "2026-06-16", reason=Reason.CHILD_ILLNESS)
    assert flags(days(sick, person=person)) == [PAID] * 10 + [INVALID, PAID]


def test_the_steps_of_a_childs_illness() -> None:
    sick = certified("2026-06-01", "2026-06-02", reason=Reason.CHILD_ILLNESS, child=0)
    rows = days(sick, person=participant(children=["2019-01-01"], sole_carer=True))
    assert steps(rows[1]) == {
        AbsenceStep.CHILD_AGE: {
            "born_on": "2019-01-01",
            "last_age": "12",
            "last_year": "2031",
        },
        AbsenceStep.CHILD_QUOTA: {
            "children": "1",
            "with_longer_quota": "0",
            "is_alone": "1",
            "quota": "20",
        },
        AbsenceStep.QUOTA: {
            "quota": "20",
            "used_before": "1",
            "this_day": "1",
            "from": "2025-06-03",
        },
    }
