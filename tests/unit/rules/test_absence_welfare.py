"""Welfare leave: grounds with days of their own, occasions and travel (§ 14)."""

from typing import Any

import pytest

from app.rules.absence import (
    Absence,
    AbsenceDoubt,
    AbsenceGround,
    AbsenceReason,
    AbsenceStep,
    WelfareGround,
    classify,
)
from app.rules.policy import Policy
from tests.support.absent_days import PAID, UNPAID, codes, days, flags, steps
from tests.support.rule_facts import JUNE, absence, absence_facts, participant, period

TWO_CHILDREN = participant(children=["2022-01-01", "2022-01-01"])


def leave(
    first: str, last: str | None = None, ground: WelfareGround | None = None, **more: Any
) -> Absence:
    return absence(
        first,
        last,
        reason=AbsenceReason.WELFARE_LEAVE,
        is_granted=True,
        welfare_ground=ground,
        **more,
    )


def doubts(*rows: Absence, asked: Any = JUNE) -> list[tuple[AbsenceDoubt, str]]:
    answer = classify(absence_facts(*rows, person=TWO_CHILDREN, asked=asked), Policy())
    assert set(flags(answer.days)) == {PAID}
    assert answer.policies == ()
    return [(doubt.code, doubt.provision.citation) for doubt in answer.clarifications]


@pytest.mark.parametrize(
    ("ground", "within", "beyond", "citation"),
    [
        (WelfareGround.KINDERGARTEN_START, "2026-06-03", "2026-06-04", "if § 14 (2) a"),
        (WelfareGround.SCHOOL_START, "2026-06-01", "2026-06-02", "if § 14 (2) b"),
        (WelfareGround.WEDDING, "2026-06-01", "2026-06-02", "if § 14 (2) c"),
        (WelfareGround.DEATH, "2026-06-03", "2026-06-04", "if § 14 (2) d"),
    ],
)
def test_more_days_than_the_ground_has_are_a_doubt(
    ground: WelfareGround, within: str, beyond: str, citation: str
) -> None:
    assert doubts(leave("2026-06-01", within, ground)) == []
    expected = [(AbsenceDoubt.WELFARE_GROUND_LIMIT, citation)]
    assert doubts(leave("2026-06-01", beyond, ground)) == expected


@pytest.mark.parametrize(
    "ground",
    [
        None,
        WelfareGround.APPOINTMENT,
        WelfareGround.CARE_OF_RELATIVE,
        WelfareGround.OTHER,
    ],
)
def test_other_grounds_have_the_ten_days_alone(ground: WelfareGround | None) -> None:
    assert doubts(leave("2026-06-01", "2026-06-12", ground)) == []


def test_what_lies_outside_the_period_is_no_doubt() -> None:
    row = leave("2026-05-26", "2026-06-01", WelfareGround.KINDERGARTEN_START)
    assert doubts(row, asked=period("2026-05-01", "2026-05-28")) == []
    assert len(doubts(row)) == 1


def kindergarten(first: str, **more: Any) -> Absence:
    return leave(first, None, WelfareGround.KINDERGARTEN_START, **more)


@pytest.mark.parametrize(
    ("rows", "number"),
    [
        ([kindergarten(f"2026-06-0{number}") for number in (1, 2, 3)], 0),
        ([kindergarten(f"2026-06-0{number}") for number in (1, 2, 3, 4)], 1),
        ([kindergarten(f"2026-06-{number}") for number in ("01", "02", "03", "09")], 1),
        ([kindergarten(f"2026-06-{number}") for number in ("01", "02", "03", "10")], 0),
        (
            [
                *(kindergarten(f"2026-06-0{number}", child=0) for number in (1, 2, 3)),
                kindergarten("2026-06-04", child=1),
            ],
            0,
        ),
        ([kindergarten(f"2026-06-0{number}", hours="3.75") for number in (1, 2, 3, 4)], 0),
    ],
)
def test_days_with_less_than_a_week_between_are_one_occasion(
    rows: list[Absence], number: int
) -> None:
    assert len(doubts(*rows)) == number


def test_days_of_another_ground_are_counted_apart() -> None:
    rows = [
        leave("2026-06-01", "2026-06-03", WelfareGround.KINDERGARTEN_START),
        leave("2026-06-04", "2026-06-05", WelfareGround.DEATH),
    ]
    assert doubts(*rows) == []


def death(first: str, last: str, travel_days: int) -> Absence:
    return leave(first, last, WelfareGround.DEATH, travel_days=travel_days)


@pytest.mark.parametrize(
    ("last", "travel_days", "number", "used"),
    [
        ("2026-06-05", 2, 0, 3),
        ("2026-06-05", 1, 1, 4),
        ("2026-06-02", 1, 0, 1),
        ("2026-06-02", 5, 0, 0),
    ],
)
def test_travel_to_a_funeral_comes_on_top(
    last: str, travel_days: int, number: int, used: int
) -> None:
    row = death("2026-06-01", last, travel_days)
    assert len(doubts(row)) == number
    assert classify(absence_facts(row)).balances.welfare_leave.used == used


def test_travel_is_paid_when_the_ten_days_are_used_and_adds_time() -> None:
    rows = days(
        leave("2026-06-01", "2026-06-12"),
        death("2026-06-15", "2026-06-17", 1),
    )[10:]
    assert flags(rows) == [PAID, UNPAID, UNPAID]
    assert codes(rows)[0] is AbsenceGround.TRAVEL_TO_FUNERAL
    assert rows[0].grounds[0].provision.citation == "if § 14 (3)"
    assert [row.extends_programme for row in rows] == [True, False, False]


def test_each_journey_has_its_own_days() -> None:
    rows = days(death("2026-06-01", "2026-06-01", 1), death("2026-06-15", "2026-06-15", 1))
    assert codes(rows) == [AbsenceGround.TRAVEL_TO_FUNERAL] * 2


def test_the_steps_of_welfare_leave() -> None:
    first, second = days(death("2026-06-01", "2026-06-02", 1))
    assert steps(first) == {
        AbsenceStep.TRAVEL: {"travel_days": "1", "used_before": "0", "this_day": "1"}
    }
    assert steps(second) == {
        AbsenceStep.WELFARE_GROUND: {"limit": "3", "used_before": "0", "this_day": "1"},
        AbsenceStep.QUOTA: {
            "quota": "10",
            "used_before": "0",
            "this_day": "1",
            "from": "2026-01-01",
        },
    }
