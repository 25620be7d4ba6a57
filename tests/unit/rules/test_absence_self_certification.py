"""Self-certification: three calendar days, sixteen, eight weeks (§ 8)."""

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
from app.rules.policy import MissingCertificate, Policy, PolicyKey, SixteenDaysFrom
from tests.support.absent_days import INVALID, PAID, YEAR, codes, days, flags, steps
from tests.support.rule_facts import (
    absence_facts,
    certified,
    day,
    participant,
    period,
    self_certified,
)

Reason = AbsenceReason
Ground = AbsenceGround


def test_self_certification_ends_with_the_absence_that_outlasts_it() -> None:
    policy = Policy(missing_certificate=MissingCertificate.UNCOVERED_DAYS)
    rows = days(self_certified("2026-06-01", "2026-06-23"), policy=policy)
    assert flags(rows)[:3] == [PAID] * 3
    assert set(flags(rows)[3:]) == {INVALID}


def test_a_window_can_end_within_an_absence() -> None:
    rows = days(self_certified("2026-06-01"), self_certified("2026-06-16", "2026-06-18"))
    assert flags(rows) == [PAID] * 4


def test_three_days_at_a_time_hold_across_windows() -> None:
    policy = Policy(missing_certificate=MissingCertificate.UNCOVERED_DAYS)
    rows = days(
        self_certified("2026-06-01"), self_certified("2026-06-16", "2026-06-19"), policy=policy
    )
    assert flags(rows) == [PAID] * 4 + [INVALID]


def test_certified_days_never_use_up_self_certification() -> None:
    rows = days(certified("2026-06-01", "2026-06-05"), self_certified("2026-06-08", "2026-06-10"))
    assert set(flags(rows)) == {PAID}


def test_two_parts_of_one_day_count_as_one_calendar_day() -> None:
    rows = days(
        self_certified("2026-06-01", hours="2"),
        self_certified("2026-06-01", hours="1"),
        self_certified("2026-06-02", "2026-06-03"),
    )
    assert set(flags(rows)) == {PAID}


def test_own_and_childs_illness_are_counted_apart() -> None:
    rows = days(
        self_certified("2026-06-01", "2026-06-03"),
        self_certified("2026-06-04", "2026-06-05", reason=Reason.CHILD_ILLNESS, child=0),
        person=participant(children=["2019-01-01"]),
    )
    assert set(flags(rows)) == {PAID}


def test_a_window_ends_on_its_sixteenth_day_also_inside_an_absence() -> None:
    rows = days(
        self_certified("2026-06-01", "2026-06-02"), self_certified("2026-06-16", "2026-06-18")
    )
    # 16 June is the third day of the old window, and 17 June opens a new one.
    assert flags(rows) == [PAID] * 5


def test_a_setting_that_makes_no_difference_is_not_named() -> None:
    one = classify(absence_facts(self_certified("2026-06-01")))
    assert one.policies == ()
    facts = absence_facts(
        self_certified("2026-06-01", "2026-06-02"), self_certified("2026-06-17", "2026-06-18")
    )
    for choice in SixteenDaysFrom:
        answer = classify(facts, Policy(sixteen_days_from=choice))
        assert PolicyKey.SIXTEEN_DAYS_FROM in answer.policies


def test_a_withdrawn_right_gives_nothing_while_the_decision_holds() -> None:
    decision = Decision(
        DecisionKind.SELF_CERTIFICATION_WITHDRAWN, day("2026-06-02"), day("2026-06-03")
    )
    rows = days(
        *(self_certified(f"2026-06-0{number}") for number in (1, 2, 3, 4)), decisions=(decision,)
    )
    assert flags(rows) == [PAID, INVALID, INVALID, PAID]
    assert codes(rows)[1] is Ground.SELF_CERTIFICATION_WITHDRAWN


@pytest.mark.parametrize(
    ("start", "last_days", "blocked_until"),
    [
        ("2025-09-01", [], None),
        ("2026-05-18", [], "2026-07-13"),
        ("2025-09-01", ["2026-08-31"], "2026-09-01"),
        ("2026-05-18", ["2026-07-01"], "2026-07-13"),
        ("2025-09-01", ["2026-08-31", None], None),
    ],
)
def test_a_block_with_an_end_says_when(
    start: str, last_days: list[str | None], blocked_until: str | None
) -> None:
    kind = DecisionKind.SELF_CERTIFICATION_WITHDRAWN
    decisions = tuple(
        Decision(kind, day("2026-06-01"), day(last) if last else None) for last in last_days
    )
    facts = absence_facts(person=participant(start), decisions=decisions)
    balance = classify(facts).balances.self_certification
    assert balance.blocked_until == (day(blocked_until) if blocked_until else None)


def test_a_balance_never_falls_below_nothing() -> None:
    rows = [self_certified("2026-06-01", "2026-06-05")]
    balance = classify(absence_facts(*rows, asked=period("2026-06-01", "2026-06-10"))).balances
    assert balance.self_certification.days_left == 0
    assert balance.self_certification.window_ends_on == day("2026-06-16")


def test_later_absence_does_not_change_an_earlier_balance() -> None:
    facts = absence_facts(
        self_certified("2026-06-01"),
        self_certified("2026-06-25"),
        asked=period("2026-06-01", "2026-06-10"),
    )
    assert classify(facts).balances.self_certification.days_left == 2


def test_parts_of_days_in_two_absences_count_each_day_once() -> None:
    policy = Policy(missing_certificate=MissingCertificate.UNCOVERED_DAYS)
    rows = days(
        self_certified("2026-06-01", "2026-06-04", hours="2"),
        self_certified("2026-06-02", hours="1"),
        policy=policy,
    )
    assert flags(rows) == [PAID, PAID, PAID, PAID, INVALID]


@pytest.mark.parametrize(
    ("asked", "days_left", "balance_policies"),
    [
        ("2026-06-16", 1, ()),
        ("2026-06-17", 3, (PolicyKey.SIXTEEN_DAYS_FROM,)),
        ("2026-06-18", 3, (PolicyKey.SIXTEEN_DAYS_FROM,)),
        ("2026-06-19", 3, ()),
    ],
)
def test_a_setting_can_decide_a_balance_alone(
    asked: str, days_left: int, balance_policies: tuple[PolicyKey, ...]
) -> None:
    facts = absence_facts(self_certified("2026-06-01", "2026-06-02"), asked=period(asked, asked))
    answer = classify(facts)
    assert answer.balances.self_certification.days_left == days_left
    assert (answer.policies, answer.balance_policies) == ((), balance_policies)


def test_a_setting_that_decides_a_day_is_not_named_for_the_balance_too() -> None:
    answer = classify(
        absence_facts(
            self_certified("2026-06-01", "2026-06-02"),
            self_certified("2026-06-17", "2026-06-18"),
            asked=period("2026-06-01", "2026-06-18"),
        )
    )
    assert (answer.policies, answer.balance_policies) == ((PolicyKey.SIXTEEN_DAYS_FROM,), ())


def test_a_setting_can_decide_a_doubt_alone() -> None:
    """Counted from the last day, the second absence outlasts its days after the period."""
    facts = absence_facts(
        self_certified("2026-06-01", "2026-06-02"),
        self_certified("2026-06-17", "2026-06-18"),
        asked=period("2026-06-01", "2026-06-17"),
    )
    late = classify(facts, Policy(sixteen_days_from=SixteenDaysFrom.LAST_DAY))
    assert [doubt.code for doubt in late.clarifications] == [AbsenceDoubt.MISSING_CERTIFICATE]
    assert classify(facts).clarifications == ()
    assert PolicyKey.SIXTEEN_DAYS_FROM in classify(facts).policies


def test_a_window_far_from_the_period_matters_to_nothing() -> None:
    answer = classify(
        absence_facts(
            self_certified("2026-01-05", "2026-01-06"), self_certified("2026-01-21", "2026-01-22")
        )
    )
    assert (answer.policies, answer.balance_policies) == ((), ())


def child_sick(first: str) -> Absence:
    return self_certified(first, reason=Reason.CHILD_ILLNESS)


@pytest.mark.parametrize(
    ("first", "policies"),
    [
        ("2026-07-10", (PolicyKey.CHILD_SELF_CERTIFICATION_WAITS,)),
        ("2026-07-13", ()),
    ],
)
def test_whether_a_childs_illness_waits_is_named_before_the_eight_weeks(
    first: str, policies: tuple[PolicyKey, ...]
) -> None:
    person = participant("2026-05-18", children=["2019-01-01"])
    facts = absence_facts(child_sick(first), person=person, asked=YEAR)
    for waits in (True, False):
        answer = classify(facts, Policy(child_self_certification_waits=waits))
        assert answer.policies == policies
        assert flags(answer.days) == [INVALID if policies and waits else PAID]


def test_another_ground_for_the_same_is_no_other_answer() -> None:
    """Without the wait, the right would be withdrawn."""
    decision = Decision(DecisionKind.SELF_CERTIFICATION_WITHDRAWN, day("2026-05-18"))
    facts = absence_facts(
        child_sick("2026-06-01"),
        person=participant("2026-05-18"),
        decisions=(decision,),
    )
    answer = classify(facts)
    assert codes(answer.days) == [Ground.EIGHT_WEEKS_NOT_REACHED]
    assert answer.policies == ()


def test_the_steps_of_self_certification() -> None:
    rows = days(self_certified("2026-06-05", "2026-06-08"))
    waited = {"programme_start": "2025-09-01", "right_from": "2025-10-27"}
    assert [steps(row) for row in rows] == [
        {
            AbsenceStep.EIGHT_WEEKS: waited,
            AbsenceStep.SELF_CERTIFICATION_WINDOW: {
                "first_day": "2026-06-05",
                "ends_on": "2026-06-20",
                "used": used,
                "limit": "3",
            },
        }
        for used in ("1", "4")
    ]


def test_days_without_the_right_are_not_counted_in_a_window() -> None:
    decision = Decision(DecisionKind.SELF_CERTIFICATION_WITHDRAWN, day("2026-06-01"))
    (row,) = days(self_certified("2026-06-03"), decisions=(decision,))
    assert [step.what for step in row.steps] == [AbsenceStep.EIGHT_WEEKS, AbsenceStep.DECISION]
    assert steps(row)[AbsenceStep.DECISION] == {"from": "2026-06-01"}


def test_nothing_is_left_while_the_right_does_not_exist() -> None:
    waiting = classify(absence_facts(person=participant("2026-05-18")))
    assert waiting.balances.self_certification.days_left == 0
    withdrawals = tuple(
        Decision(DecisionKind.SELF_CERTIFICATION_WITHDRAWN, day(first))
        for first in ("2026-05-05", "2026-02-02")
    )
    withdrawn = classify(absence_facts(decisions=withdrawals)).balances.self_certification
    assert (withdrawn.days_left, withdrawn.is_withdrawn) == (0, True)
    # The latest decision is the one to review.
    assert withdrawn.withdrawal_review_due_on == day("2026-11-05")
