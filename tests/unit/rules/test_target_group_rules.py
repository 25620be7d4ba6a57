"""Target group: each condition of §§ 3, 8, 9 and 12 on both sides of its boundary."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from app.rules.eligibility import (
    PermitFacts,
    PermitGround,
    TargetGroup,
    TargetGroupAssessment,
    TargetGroupDoubt,
    TargetGroupGround,
    assess_target_group,
)
from app.rules.eligibility.section_9 import section_9_letter
from app.rules.law import BadFacts, FactProblem, InstallationDates
from tests.support.rule_facts import day, target_group_facts

GRANTED = day("2026-01-10")


def assess(dates: InstallationDates | None = None, **changes: Any) -> TargetGroupAssessment:
    return assess_target_group(target_group_facts(**changes), dates)


def codes(assessment: TargetGroupAssessment) -> set[TargetGroupGround]:
    return {ground.code for ground in assessment.grounds}


def permit(ground: PermitGround, **more: Any) -> PermitFacts:
    return PermitFacts(ground, more.pop("granted_on", GRANTED), **more)


def family(**more: Any) -> PermitFacts:
    more.setdefault("reference_ground", PermitGround.ASYLUM)
    more.setdefault("reference_settled_on", day("2021-05-10"))
    more.setdefault("family_application_on", day("2026-05-09"))
    return permit(PermitGround.FAMILY, **more)


@pytest.mark.parametrize(
    ("ground", "letter"),
    [
        (PermitGround.ASYLUM, "a"),
        (PermitGround.RESETTLEMENT, "b"),
        (PermitGround.HUMANITARIAN, "c"),
        (PermitGround.UNDOCUMENTED_IDENTITY_A, "d"),
        (PermitGround.UNDOCUMENTED_IDENTITY_B, "d"),
        (PermitGround.COLLECTIVE_PROTECTION, "e"),
        (PermitGround.FAMILY, "f"),
        (PermitGround.OWN_GROUND_AFTER_RELATIONSHIP, "g"),
        (PermitGround.OWN_GROUND_SECOND_PARAGRAPH, "g"),
        (PermitGround.OWN_GROUND_THIRD_PARAGRAPH, "g"),
        (PermitGround.OTHER, None),
    ],
)
def test_each_permit_has_its_letter(ground: PermitGround, letter: str | None) -> None:
    assert section_9_letter(ground) == letter


@pytest.mark.parametrize(
    "ground", [ground for ground in PermitGround if section_9_letter(ground) in set("abcdeg")]
)
def test_permits_of_section_9_give_right_and_duty(ground: PermitGround) -> None:
    answer = assess(permit=permit(ground, is_after_protection_application=True))
    assert answer.group is TargetGroup.RIGHT_AND_DUTY
    cited = next(row for row in answer.grounds if row.code is TargetGroupGround.SECTION_9_PERMIT)
    assert cited.provision.citation == f"il § 9 (1) {section_9_letter(ground)}"


def test_humanitarian_permits_need_an_application_for_protection() -> None:
    answer = assess(permit=permit(PermitGround.HUMANITARIAN))
    assert answer.group is TargetGroup.OUTSIDE
    assert TargetGroupGround.NO_PROTECTION_APPLICATION in codes(answer)


def test_other_permits_are_outside() -> None:
    answer = assess(permit=permit(PermitGround.OTHER))
    assert answer.group is TargetGroup.OUTSIDE
    assert TargetGroupGround.NOT_SECTION_9_PERMIT in codes(answer)


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


def test_an_earlier_family_permit_must_have_been_one_of_letter_f() -> None:
    held = permit(PermitGround.ASYLUM, previous_ground=PermitGround.FAMILY)
    (doubt,) = assess(permit=held, is_settled_by_agreement=False).clarifications
    assert doubt.code is TargetGroupDoubt.PREVIOUS_FAMILY_PERMIT


@pytest.mark.parametrize(
    ("held", "group", "ground"),
    [
        (
            family(),
            TargetGroup.RIGHT_AND_DUTY,
            TargetGroupGround.FAMILY_WITHIN_FIVE_YEARS,
        ),
        (
            family(family_application_on=day("2026-05-10")),
            TargetGroup.MAY_BE_OFFERED,
            TargetGroupGround.FAMILY_AFTER_FIVE_YEARS,
        ),
        (
            family(family_application_on=day("2021-01-01")),
            TargetGroup.RIGHT_AND_DUTY,
            TargetGroupGround.FAMILY_WITHIN_FIVE_YEARS,
        ),
        (
            family(reference_ground=PermitGround.OTHER),
            TargetGroup.MAY_BE_OFFERED,
            TargetGroupGround.FAMILY_OF_OTHERS,
        ),
        (
            family(reference_ground=PermitGround.OWN_GROUND_SECOND_PARAGRAPH),
            TargetGroup.MAY_BE_OFFERED,
            TargetGroupGround.FAMILY_OF_OTHERS,
        ),
    ],
)
def test_family_turns_on_the_reference_person(
    held: PermitFacts, group: TargetGroup, ground: TargetGroupGround
) -> None:
    answer = assess(permit=held)
    assert (answer.group, answer.clarifications) == (group, ())
    assert ground in codes(answer)


@pytest.mark.parametrize(
    "held",
    [
        permit(PermitGround.FAMILY),
        permit(PermitGround.FAMILY, reference_ground=PermitGround.ASYLUM),
        permit(
            PermitGround.FAMILY,
            reference_ground=PermitGround.ASYLUM,
            reference_settled_on=day("2024-01-01"),
        ),
    ],
)
def test_an_unknown_reference_person_is_a_doubt_not_a_guess(held: PermitFacts) -> None:
    answer = assess(permit=held)
    assert answer.group is TargetGroup.MAY_BE_OFFERED
    (doubt,) = answer.clarifications
    assert doubt.code is TargetGroupDoubt.REFERENCE_PERSON_UNKNOWN


def test_a_humanitarian_reference_person_must_have_applied_for_protection() -> None:
    answer = assess(permit=family(reference_ground=PermitGround.HUMANITARIAN))
    assert answer.group is TargetGroup.RIGHT_AND_DUTY
    (doubt,) = answer.clarifications
    assert doubt.code is TargetGroupDoubt.REFERENCE_PROTECTION_APPLICATION


def test_no_age_is_named_for_family_of_others() -> None:
    held = family(reference_ground=PermitGround.OTHER)
    answer = assess(permit=held, born_on=day("2010-01-01"))
    assert answer.group is TargetGroup.MAY_BE_OFFERED
    (doubt,) = answer.clarifications
    assert doubt.code is TargetGroupDoubt.AGE_WHEN_FAMILY_OF_OTHERS


@pytest.mark.parametrize(
    ("granted", "arrived", "settled", "group", "doubts"),
    [
        ("2021-01-01", None, "2026-03-01", TargetGroup.RIGHT_AND_DUTY, set()),
        ("2020-12-31", None, "2020-12-31", TargetGroup.OUTSIDE, set()),
        (
            "2020-12-31",
            None,
            "2021-01-01",
            TargetGroup.OUTSIDE,
            {TargetGroupDoubt.ARRIVAL_DATE_UNKNOWN},
        ),
        ("2020-12-31", "2020-12-31", "2026-03-01", TargetGroup.OUTSIDE, set()),
        ("2020-12-31", "2021-01-01", "2026-03-01", TargetGroup.RIGHT_AND_DUTY, set()),
    ],
)
def test_permits_from_before_2021_stay_under_the_old_act(
    granted: str,
    arrived: str | None,
    settled: str,
    group: TargetGroup,
    doubts: set[TargetGroupDoubt],
) -> None:
    held = permit(
        PermitGround.ASYLUM, granted_on=day(granted), arrived_on=day(arrived) if arrived else None
    )
    answer = assess(permit=held, settled_on=day(settled))
    assert answer.group is group
    assert {doubt.code for doubt in answer.clarifications} == doubts
    is_old = TargetGroupGround.INTRODUKSJONSLOVEN_APPLIES in codes(answer)
    assert is_old is (group is TargetGroup.OUTSIDE)


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


def test_there_is_no_deadline_without_a_right() -> None:
    assert assess(is_settled_by_agreement=False).decision_and_start_deadline is None


@pytest.mark.parametrize(
    ("changes", "problem", "field"),
    [
        ({"born_on": day("2026-01-11")}, FactProblem.WRONG_ORDER, "permit.granted_on"),
        ({"settled_on": day("1990-03-01")}, FactProblem.WRONG_ORDER, "settled_on"),
        ({"work_hours_per_week": Fraction(-1)}, FactProblem.NEGATIVE, "work_hours_per_week"),
    ],
)
def test_impossible_facts_are_refused(
    changes: dict[str, Any], problem: FactProblem, field: str
) -> None:
    with pytest.raises(BadFacts) as error:
        assess(**changes)
    assert (error.value.problem, error.value.field) == (problem, field)
