"""Age, newness, settlement and deadlines: each condition on both sides of its boundary."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from app.rules.eligibility import (
    PermitFacts,
    PermitGround,
    TargetGroup,
    TargetGroupDoubt,
    TargetGroupGround,
    TargetGroupStep,
)
from app.rules.law import BadFacts, FactProblem, InstallationDates
from tests.support.rule_facts import day
from tests.support.target_groups import assess, codes, doubts, family, permit, step

SIXTY = InstallationDates(age_sixty_in_force_from=day("2026-03-01"))


def test_eea_and_nordic_citizens_are_outside() -> None:
    answer = assess(is_eea_or_nordic=True)
    assert answer.group is TargetGroup.OUTSIDE
    assert answer.grounds[0].provision.citation == "il § 8 (5)"


def test_who_broke_off_is_outside() -> None:
    answer = assess(has_broken_off=True)
    assert answer.group is TargetGroup.OUTSIDE
    assert answer.grounds[0].provision.citation == "il § 3 (3)"


@pytest.mark.parametrize(
    ("born", "group", "ground"),
    [
        ("2008-01-10", TargetGroup.RIGHT_AND_DUTY, TargetGroupGround.AGE_WITHIN_LIMITS),
        ("2008-01-11", TargetGroup.OUTSIDE, TargetGroupGround.UNDER_EIGHTEEN),
        ("1970-01-11", TargetGroup.RIGHT_AND_DUTY, TargetGroupGround.AGE_WITHIN_LIMITS),
        ("1970-01-10", TargetGroup.MAY_BE_OFFERED, TargetGroupGround.OVER_AGE_LIMIT),
    ],
)
def test_age_counts_when_the_permit_was_granted(
    born: str, group: TargetGroup, ground: TargetGroupGround
) -> None:
    answer = assess(born_on=day(born))
    assert answer.group is group
    assert ground in codes(answer)


@pytest.mark.parametrize(
    ("in_force_from", "group"),
    [
        (day("2026-06-02"), TargetGroup.MAY_BE_OFFERED),
        (day("2026-06-01"), TargetGroup.RIGHT_AND_DUTY),
    ],
)
def test_sixty_years_begins_on_the_day_that_is_set(in_force_from: date, group: TargetGroup) -> None:
    dates = InstallationDates(age_sixty_in_force_from=in_force_from)
    assert assess(dates, born_on=day("1966-01-10")).group is group


@pytest.mark.parametrize(
    ("decided", "group"),
    [("2028-02-29", TargetGroup.RIGHT_AND_DUTY), ("2028-03-01", TargetGroup.OUTSIDE)],
)
def test_less_than_two_years_when_decided(decided: str, group: TargetGroup) -> None:
    assert assess(decided_on=day(decided)).group is group


@pytest.mark.parametrize(
    ("hours", "group"),
    [("29.9", TargetGroup.RIGHT_AND_DUTY), ("30", TargetGroup.OUTSIDE)],
)
def test_a_job_of_thirty_hours_takes_a_person_out(hours: str, group: TargetGroup) -> None:
    assert assess(work_hours_per_week=Fraction(hours)).group is group


def test_a_job_does_not_take_the_offer_from_those_over_the_age() -> None:
    answer = assess(born_on=day("1960-01-01"), work_hours_per_week=Fraction(40))
    assert answer.group is TargetGroup.MAY_BE_OFFERED


@pytest.mark.parametrize(
    ("held", "group"),
    [
        (permit(PermitGround.ASYLUM), TargetGroup.MAY_BE_OFFERED),
        (
            permit(PermitGround.ASYLUM, previous_ground=PermitGround.OTHER),
            TargetGroup.MAY_BE_OFFERED,
        ),
        (
            permit(PermitGround.ASYLUM, previous_ground=PermitGround.FAMILY),
            TargetGroup.RIGHT_AND_DUTY,
        ),
        (permit(PermitGround.OWN_GROUND_SECOND_PARAGRAPH), TargetGroup.RIGHT_AND_DUTY),
        (family(), TargetGroup.RIGHT_AND_DUTY),
    ],
)
def test_who_needs_settlement_by_agreement(held: PermitFacts, group: TargetGroup) -> None:
    assert assess(permit=held, is_settled_by_agreement=False).group is group


@pytest.mark.parametrize(
    ("changes", "deadline"),
    [
        ({}, "2026-06-01"),
        ({"settled_on": day("2026-11-30")}, "2027-02-28"),
        ({"settled_on": day("2025-11-01")}, "2026-04-10"),
        ({"claimed_on": day("2026-04-15")}, "2026-06-01"),
        (
            {
                "claimed_on": day("2026-04-15"),
                "is_settled_by_agreement": False,
                "permit": permit(PermitGround.OWN_GROUND_SECOND_PARAGRAPH),
            },
            "2026-07-15",
        ),
    ],
)
def test_decision_and_start_within_three_months(changes: dict[str, Any], deadline: str) -> None:
    assert assess(**changes).decision_and_start_deadline == day(deadline)


@pytest.mark.parametrize(
    ("claimed", "begins"),
    [("2026-02-28", "2026-03-01"), ("2026-03-01", "2026-03-01"), ("2026-03-02", "2026-03-02")],
)
def test_a_claim_before_settlement_counts_from_settlement(claimed: str, begins: str) -> None:
    own_ground = permit(PermitGround.OWN_GROUND_SECOND_PARAGRAPH)
    answer = assess(permit=own_ground, is_settled_by_agreement=False, claimed_on=day(claimed))
    assert step(answer, TargetGroupStep.DECISION_DEADLINE)["begins_on"] == begins


def test_there_is_no_deadline_without_a_right() -> None:
    assert assess(is_settled_by_agreement=False).decision_and_start_deadline is None


@pytest.mark.parametrize(
    ("changes", "problem", "field"),
    [
        ({"born_on": day("2026-01-11")}, FactProblem.WRONG_ORDER, "permit.granted_on"),
        ({"settled_on": day("1990-03-01")}, FactProblem.WRONG_ORDER, "settled_on"),
        (
            {"first_lived_with_permit_on": day("1990-03-01")},
            FactProblem.WRONG_ORDER,
            "first_lived_in_a_municipality_with_permit_on",
        ),
        ({"decided_on": day("1990-03-01")}, FactProblem.WRONG_ORDER, "decided_on"),
        ({"claimed_on": day("1990-03-01")}, FactProblem.WRONG_ORDER, "claimed_on"),
        ({"work_ended_on": day("1990-03-01")}, FactProblem.WRONG_ORDER, "work_ended_on"),
        (
            {"programme_started_on": day("1990-03-01")},
            FactProblem.WRONG_ORDER,
            "programme_started_on",
        ),
        ({"work_hours_per_week": Fraction(-1)}, FactProblem.NEGATIVE, "work_hours_per_week"),
    ],
)
def test_impossible_facts_are_refused(
    changes: dict[str, Any], problem: FactProblem, field: str
) -> None:
    with pytest.raises(BadFacts) as error:
        assess(**changes)
    assert (error.value.problem, error.value.field) == (problem, field)


@pytest.mark.parametrize(
    ("granted", "born", "expected"),
    [
        ("2026-02-28", "1970-02-28", [TargetGroupDoubt.AGE_RULE_TRANSITION]),
        ("2026-03-01", "1970-02-28", []),
        ("2026-02-28", "1970-03-01", []),
        ("2026-02-28", "1965-03-01", [TargetGroupDoubt.AGE_RULE_TRANSITION]),
        ("2026-02-28", "1965-02-28", []),
    ],
)
def test_who_falls_between_two_age_rules_is_a_doubt(
    granted: str, born: str, expected: list[TargetGroupDoubt]
) -> None:
    held = permit(PermitGround.ASYLUM, granted_on=day(granted))
    answer = assess(SIXTY, permit=held, born_on=day(born))
    assert doubts(answer) == expected
    if expected:
        assert answer.group is TargetGroup.RIGHT_AND_DUTY
        assert answer.clarifications[0].provision.citation == "LOV-2025-06-20-35 § IV"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"is_settled_by_agreement": False}, []),
        ({"permit": family(reference_ground=PermitGround.OTHER)}, []),
        ({"work_hours_per_week": Fraction(30)}, [TargetGroupDoubt.AGE_RULE_TRANSITION]),
    ],
)
def test_the_transition_is_asked_about_only_where_it_changes_the_group(
    changes: dict[str, Any], expected: list[TargetGroupDoubt]
) -> None:
    answer = assess(SIXTY, born_on=day("1968-01-01"), **changes)
    assert doubts(answer) == expected


def test_steps_show_the_dates_and_the_limits() -> None:
    answer = assess(born_on=day("1971-03-02"))
    assert step(answer, TargetGroupStep.TWO_YEARS) == {
        "first_lived_on": "2026-03-01",
        "two_years_on": "2028-03-01",
        "decided_on": "2026-06-01",
    }
    assert step(answer, TargetGroupStep.AGE_AT_GRANT) == {
        "born_on": "1971-03-02",
        "granted_on": "2026-01-10",
        "age": "54",
        "lowest_age": "18",
        "highest_age": "55",
    }
    assert step(assess(SIXTY), TargetGroupStep.AGE_AT_GRANT)["highest_age"] == "60"
    assert step(answer, TargetGroupStep.DECISION_DEADLINE) == {
        "begins_on": "2026-03-01",
        "months": "3",
        "last_day": "2026-06-01",
    }


@pytest.mark.parametrize(
    ("changes", "deadline"),
    [
        ({}, "2026-08-01"),
        ({"decided_on": day("2026-12-31")}, "2027-02-28"),
        ({"is_settled_by_agreement": False}, "2026-08-01"),
        ({"is_eea_or_nordic": True}, None),
        ({"work_hours_per_week": Fraction(30)}, None),
    ],
)
def test_a_decision_is_registered_within_two_months(
    changes: dict[str, Any], deadline: str | None
) -> None:
    answer = assess(**changes)
    assert answer.registration_deadline == (day(deadline) if deadline else None)
    shown = [row for row in answer.steps if row.what is TargetGroupStep.REGISTRATION_DEADLINE]
    assert bool(shown) is bool(deadline)
