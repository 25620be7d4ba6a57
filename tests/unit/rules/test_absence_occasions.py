"""When self-certification may be withdrawn: occasions in twelve months (§ 9)."""

import pytest

from app.rules.absence import Absence, AbsenceReason, classify
from app.rules.policy import Policy, PolicyKey, Section9Counts
from tests.support.rule_facts import (
    absence,
    absence_facts,
    certified,
    participant,
    period,
    self_certified,
)

LATER = period("2026-06-01", "2026-06-30")


def occasions(*rows: Absence, policy: Policy | None = None) -> int:
    answer = classify(absence_facts(*rows, asked=LATER), policy or Policy())
    return answer.balances.self_certification.occasions_last_12_months


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([self_certified("2026-03-02"), self_certified("2026-03-03")], 1),
        ([self_certified("2026-03-02"), self_certified("2026-03-04")], 2),
        ([self_certified("2026-03-06"), self_certified("2026-03-09")], 1),
        ([self_certified("2026-04-01"), self_certified("2026-04-07")], 1),
        ([self_certified("2026-03-02", hours="2"), self_certified("2026-03-02", hours="1")], 1),
        (
            [
                self_certified("2026-03-02", "2026-03-06", hours="2"),
                self_certified("2026-03-03", hours="1"),
                self_certified("2026-03-09"),
            ],
            1,
        ),
        ([certified("2026-03-02")], 0),
        ([absence("2026-03-02", reason=AbsenceReason.OWN_ILLNESS)], 0),
        ([self_certified("2026-07-01")], 0),
    ],
)
def test_absences_without_a_virkedag_between_are_one(rows: list[Absence], expected: int) -> None:
    assert occasions(*rows) == expected


@pytest.mark.parametrize(
    ("self_certified_until", "certified_from", "expected"),
    [
        ("2026-03-04", "2026-03-05", 0),
        ("2026-03-03", "2026-03-04", 0),
        ("2026-03-05", "2026-03-06", 1),
        ("2026-03-04", "2026-03-06", 1),
    ],
)
def test_a_certificate_from_the_fourth_day_takes_an_absence_out_of_the_count(
    self_certified_until: str, certified_from: str, expected: int
) -> None:
    rows = [
        self_certified("2026-03-02", self_certified_until),
        certified(certified_from, "2026-03-13"),
    ]
    assert occasions(*rows) == expected


def test_a_certificate_after_a_weekend_takes_over_as_well() -> None:
    assert occasions(self_certified("2026-03-05", "2026-03-06"), certified("2026-03-09")) == 0


def test_an_earlier_certificate_changes_nothing() -> None:
    assert occasions(certified("2026-03-02"), self_certified("2026-03-03")) == 1


@pytest.mark.parametrize(
    ("policy", "expected"),
    [(Section9Counts.OWN_ILLNESS, 3), (Section9Counts.OWN_AND_CHILD_ILLNESS, 4)],
)
def test_a_childs_illness_counts_if_the_municipality_says_so(
    policy: Section9Counts, expected: int
) -> None:
    own = [self_certified(first) for first in ("2026-01-05", "2026-02-02", "2026-03-02")]
    child = self_certified("2026-04-07", reason=AbsenceReason.CHILD_ILLNESS, child=0)
    facts = absence_facts(*own, child, person=participant(children=["2019-01-01"]))
    answer = classify(facts, Policy(section_9_counts=policy))
    balance = answer.balances.self_certification
    assert balance.occasions_last_12_months == expected
    assert balance.may_be_withdrawn is (expected == 4)
    assert (answer.policies, answer.balance_policies) == ((), (PolicyKey.SECTION_9_COUNTS,))


def test_without_a_childs_illness_the_setting_makes_no_difference() -> None:
    answer = classify(absence_facts(self_certified("2026-06-01")))
    assert PolicyKey.SECTION_9_COUNTS not in answer.balance_policies
