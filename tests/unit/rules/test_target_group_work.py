"""A job of 30 hours: while it lasts, when it ends, and when the two years run out."""

from fractions import Fraction
from typing import Any

import pytest

from app.rules.eligibility import (
    TargetGroup,
    TargetGroupAssessment,
    TargetGroupDoubt,
    TargetGroupGround,
    TargetGroupStep,
)
from tests.support.rule_facts import day
from tests.support.target_groups import assess, codes, doubts, step


def worked(**changes: Any) -> TargetGroupAssessment:
    return assess(work_hours_per_week=Fraction(30), **changes)


def test_the_right_returns_if_the_job_ends_within_the_two_years() -> None:
    answer = worked()
    assert answer.group is TargetGroup.OUTSIDE
    assert answer.right_returns_if_job_ends_before == day("2028-03-01")
    assert step(answer, TargetGroupStep.WORK_HOURS) == {
        "hours_per_week": "30",
        "limit": "30",
        "two_years_on": "2028-03-01",
    }


@pytest.mark.parametrize(
    "changes",
    [
        {"is_settled_by_agreement": False},
        {"born_on": day("1960-01-01")},
        {"decided_on": day("2028-03-01")},
    ],
)
def test_nothing_returns_to_who_had_no_right(changes: dict[str, Any]) -> None:
    assert worked(**changes).right_returns_if_job_ends_before is None


def test_there_was_no_such_rule_before_2026() -> None:
    before = {"decided_on": day("2025-12-31"), "settled_on": day("2025-10-01")}
    answer = worked(**before, first_lived_with_permit_on=day("2025-10-01"))
    assert answer.group is TargetGroup.RIGHT_AND_DUTY
    assert TargetGroupStep.WORK_HOURS not in {row.what for row in answer.steps}


@pytest.mark.parametrize(
    ("ended", "group"),
    [
        ("2026-05-31", TargetGroup.RIGHT_AND_DUTY),
        ("2026-06-01", TargetGroup.RIGHT_AND_DUTY),
        ("2026-06-02", TargetGroup.OUTSIDE),
    ],
)
def test_a_job_is_over_from_the_day_it_ends(ended: str, group: TargetGroup) -> None:
    answer = worked(work_ended_on=day(ended), claimed_on=day("2026-05-20"))
    assert answer.group is group
    assert (TargetGroupGround.JOB_ENDED_IN_TIME in codes(answer)) is (
        group is TargetGroup.RIGHT_AND_DUTY
    )
    assert step(answer, TargetGroupStep.WORK_HOURS)["ended_on"] == ended


def test_a_smaller_job_never_stood_in_the_way() -> None:
    answer = assess(work_hours_per_week=Fraction(29), work_ended_on=day("2026-05-01"))
    assert answer.group is TargetGroup.RIGHT_AND_DUTY
    assert TargetGroupGround.JOB_ENDED_IN_TIME not in codes(answer)
    assert doubts(answer) == []


@pytest.mark.parametrize(
    ("ended", "group", "expected"),
    [
        (
            "2028-02-29",
            TargetGroup.RIGHT_AND_DUTY,
            [TargetGroupDoubt.DECISION_AFTER_TWO_YEARS],
        ),
        ("2028-03-01", TargetGroup.OUTSIDE, []),
    ],
)
def test_the_job_must_end_within_the_two_years(
    ended: str, group: TargetGroup, expected: list[TargetGroupDoubt]
) -> None:
    answer = worked(
        decided_on=day("2028-03-20"), work_ended_on=day(ended), claimed_on=day("2028-03-10")
    )
    assert (answer.group, doubts(answer)) == (group, expected)
    is_late = TargetGroupGround.TWO_YEARS_OR_MORE in codes(answer)
    assert is_late is (group is TargetGroup.OUTSIDE)


@pytest.mark.parametrize(
    "changes", [{"born_on": day("1960-01-01")}, {"is_settled_by_agreement": False}]
)
def test_an_offer_does_not_outlast_the_two_years(changes: dict[str, Any]) -> None:
    answer = worked(decided_on=day("2028-03-20"), work_ended_on=day("2028-02-29"), **changes)
    assert answer.group is TargetGroup.OUTSIDE


@pytest.mark.parametrize(
    ("claimed", "deadline"),
    [("2026-04-14", "2026-07-15"), ("2026-04-15", "2026-07-15"), ("2026-04-16", "2026-07-16")],
)
def test_after_a_job_the_three_months_run_from_the_claim(claimed: str, deadline: str) -> None:
    answer = worked(work_ended_on=day("2026-04-15"), claimed_on=day(claimed))
    assert answer.decision_and_start_deadline == day(deadline)
    assert doubts(answer) == []


def test_after_a_job_there_is_no_deadline_without_a_claim() -> None:
    answer = worked(work_ended_on=day("2026-04-15"))
    assert answer.decision_and_start_deadline is None
    assert doubts(answer) == [TargetGroupDoubt.CLAIM_DATE_UNKNOWN]
