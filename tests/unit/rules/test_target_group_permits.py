"""The permits of § 9, family and the act of 2003: each condition on both sides of its boundary."""

from dataclasses import replace
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
from app.rules.eligibility.section_9 import section_9_letter
from tests.support.rule_facts import day
from tests.support.target_groups import assess, codes, doubts, family, permit, step


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
        PermitGround.RESETTLEMENT,
        granted_on=day(granted),
        arrived_on=day(arrived) if arrived else None,
    )
    answer = assess(permit=held, settled_on=day(settled))
    assert answer.group is group
    assert {doubt.code for doubt in answer.clarifications} == doubts
    is_old = TargetGroupGround.INTRODUKSJONSLOVEN_APPLIES in codes(answer)
    assert is_old is (group is TargetGroup.OUTSIDE)


def test_a_reference_permit_that_became_permanent_counts_as_it_was_granted_first() -> None:
    answer = assess(permit=family(is_reference_permanent=True))
    assert answer.group is TargetGroup.RIGHT_AND_DUTY
    cited = {row.code: row.provision.citation for row in answer.grounds}
    assert cited[TargetGroupGround.FAMILY_OF_PERMANENT_RESIDENT] == "il § 9 (2)"
    late = assess(
        permit=family(is_reference_permanent=True, family_application_on=day("2026-05-10"))
    )
    assert TargetGroupGround.FAMILY_OF_PERMANENT_RESIDENT not in codes(late)


@pytest.mark.parametrize("applied_on", ["2026-05-09", "2026-05-10"])
def test_the_five_years_are_shown(applied_on: str) -> None:
    answer = assess(permit=family(family_application_on=day(applied_on)))
    assert step(answer, TargetGroupStep.FIVE_YEARS) == {
        "settled_on": "2021-05-10",
        "five_years_on": "2026-05-10",
        "applied_on": applied_on,
    }


@pytest.mark.parametrize(
    ("granted", "expected"),
    [("2026-06-01", []), ("2026-06-02", [TargetGroupDoubt.PERMIT_AFTER_DECISION])],
)
def test_a_permit_from_after_the_decision_is_a_doubt(
    granted: str, expected: list[TargetGroupDoubt]
) -> None:
    held = permit(PermitGround.ASYLUM, granted_on=day(granted))
    assert doubts(assess(permit=held)) == expected
    assert doubts(assess(permit=held, programme_started_on=day("2026-05-01"))) == []


@pytest.mark.parametrize(
    ("ground", "doubts"),
    [
        (PermitGround.ASYLUM, []),
        (PermitGround.COLLECTIVE_PROTECTION, []),
        (PermitGround.RESETTLEMENT, [TargetGroupDoubt.ARRIVAL_DATE_UNKNOWN]),
    ],
)
def test_only_who_applied_from_abroad_can_have_arrived_after_the_grant(
    ground: PermitGround, doubts: list[TargetGroupDoubt]
) -> None:
    held = permit(ground, granted_on=day("2020-12-31"))
    answer = assess(permit=held, settled_on=day("2021-03-01"))
    assert answer.group is TargetGroup.OUTSIDE
    assert [doubt.code for doubt in answer.clarifications] == doubts


REFUGEE_AFTER_FAMILY = permit(
    PermitGround.ASYLUM,
    previous_ground=PermitGround.FAMILY,
    reference_ground=PermitGround.ASYLUM,
    reference_settled_on=day("2019-03-01"),
    family_application_on=day("2024-02-29"),
)


@pytest.mark.parametrize(
    ("changes", "group", "doubts"),
    [
        ({}, TargetGroup.RIGHT_AND_DUTY, []),
        ({"family_application_on": day("2024-03-01")}, TargetGroup.MAY_BE_OFFERED, []),
        ({"reference_ground": PermitGround.OTHER}, TargetGroup.MAY_BE_OFFERED, []),
        (
            {"reference_ground": None},
            TargetGroup.RIGHT_AND_DUTY,
            [TargetGroupDoubt.PREVIOUS_FAMILY_PERMIT],
        ),
        (
            {"reference_settled_on": None},
            TargetGroup.RIGHT_AND_DUTY,
            [TargetGroupDoubt.PREVIOUS_FAMILY_PERMIT],
        ),
    ],
)
def test_a_refugee_needs_no_agreement_after_a_family_permit_of_letter_f(
    changes: dict[str, Any], group: TargetGroup, doubts: list[TargetGroupDoubt]
) -> None:
    held = replace(REFUGEE_AFTER_FAMILY, **changes)
    answer = assess(permit=held, is_settled_by_agreement=False)
    assert answer.group is group
    assert [doubt.code for doubt in answer.clarifications] == doubts
    settled = assess(permit=held, is_settled_by_agreement=True)
    assert (settled.group, settled.clarifications) == (TargetGroup.RIGHT_AND_DUTY, ())


@pytest.mark.parametrize("reason", ["is_eea_or_nordic", "has_broken_off"])
def test_nothing_is_asked_where_no_answer_could_change_the_group(reason: str) -> None:
    unknown = permit(PermitGround.FAMILY)
    assert assess(permit=unknown).clarifications
    answer = assess(permit=unknown, **{reason: True})
    assert (answer.group, answer.clarifications) == (TargetGroup.OUTSIDE, ())
