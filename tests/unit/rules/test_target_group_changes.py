"""Changes of permit: the right to complete, and what follows collective protection."""

from typing import Any

import pytest

from app.rules.eligibility import (
    PermitFacts,
    PermitGround,
    Section34Rule,
    TargetGroup,
    TargetGroupDoubt,
    TargetGroupGround,
    is_under_chapter_6_a,
)
from tests.support.rule_facts import day
from tests.support.target_groups import assess, codes, doubts, family, permit

STARTED = day("2026-05-04")
PROTECTION = PermitGround.COLLECTIVE_PROTECTION
Rule = Section34Rule


@pytest.mark.parametrize(
    "changes",
    [
        {"permit": permit(PermitGround.OTHER)},
        {"permit": permit(PermitGround.HUMANITARIAN)},
        {"is_eea_or_nordic": True},
        {
            "permit": permit(
                PermitGround.ASYLUM, previous_ground=PROTECTION, had_programme_decision=True
            )
        },
    ],
)
def test_a_programme_that_has_begun_may_be_completed(changes: dict[str, Any]) -> None:
    assert assess(**changes).group is TargetGroup.OUTSIDE
    answer = assess(programme_started_on=STARTED, **changes)
    assert answer.group is TargetGroup.RIGHT_AND_DUTY
    assert answer.grounds[-1].code is TargetGroupGround.RIGHT_TO_COMPLETE
    assert answer.grounds[-1].provision.citation == "il § 9 (3)"
    assert doubts(answer) == [TargetGroupDoubt.DUTY_TO_COMPLETE]
    assert answer.decision_and_start_deadline is answer.registration_deadline is None


@pytest.mark.parametrize(
    ("changes", "group"),
    [
        ({}, TargetGroup.RIGHT_AND_DUTY),
        ({"born_on": day("1960-01-01")}, TargetGroup.MAY_BE_OFFERED),
        ({"permit": family(reference_ground=PermitGround.OTHER)}, TargetGroup.MAY_BE_OFFERED),
    ],
)
def test_a_programme_that_has_begun_leaves_the_group_as_it_is(
    changes: dict[str, Any], group: TargetGroup
) -> None:
    answer = assess(programme_started_on=STARTED, **changes)
    assert answer.group is group
    assert TargetGroupGround.RIGHT_TO_COMPLETE in codes(answer)
    assert doubts(answer) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"has_broken_off": True},
        {"has_broken_off": True, "is_eea_or_nordic": True},
        {"permit": permit(PermitGround.ASYLUM, granted_on=day("2020-12-31"))},
        {"born_on": day("2010-01-01")},
        {"decided_on": day("2028-03-01")},
    ],
)
def test_only_permit_and_citizenship_are_passed_over(changes: dict[str, Any]) -> None:
    answer = assess(programme_started_on=STARTED, **changes)
    assert answer.group is TargetGroup.OUTSIDE
    assert TargetGroupGround.RIGHT_TO_COMPLETE not in codes(answer)


def changed(granted: str, *, had_decision: bool | None) -> PermitFacts:
    return permit(
        PermitGround.ASYLUM,
        granted_on=day(granted),
        previous_ground=PROTECTION,
        had_programme_decision=had_decision,
    )


LEFT = [TargetGroupDoubt.COLLECTIVE_PROTECTION_LEFT]


@pytest.mark.parametrize(
    ("granted", "decided", "had_decision", "is_out", "expected"),
    [
        ("2024-01-31", "2024-05-01", True, False, []),
        ("2024-02-01", "2024-05-01", True, True, []),
        ("2024-02-01", "2024-05-01", None, False, LEFT),
        ("2024-02-01", "2024-05-01", False, False, []),
        ("2026-06-30", "2026-06-30", True, True, []),
        ("2026-06-30", "2026-07-01", True, True, LEFT),
        ("2026-07-01", "2026-07-01", True, False, LEFT),
        ("2026-07-01", "2026-07-01", None, False, LEFT),
        ("2026-07-01", "2026-07-01", False, False, []),
        ("2020-12-31", "2026-07-01", True, True, []),
    ],
)
def test_who_left_collective_protection_gets_no_new_rights_while_the_rule_was_there(
    granted: str,
    decided: str,
    had_decision: bool | None,
    is_out: bool,
    expected: list[TargetGroupDoubt],
) -> None:
    answer = assess(
        permit=changed(granted, had_decision=had_decision),
        decided_on=day(decided),
        settled_on=day("2020-12-31") if granted < "2021" else day(granted),
        first_lived_with_permit_on=day(granted),
    )
    found = [row for row in doubts(answer) if row in LEFT]
    assert found == expected
    assert (answer.group is TargetGroup.OUTSIDE) is is_out
    if granted > "2021":
        assert (TargetGroupGround.NO_NEW_RIGHTS in codes(answer)) is is_out


@pytest.mark.parametrize(
    "held",
    [
        permit(PROTECTION, previous_ground=PROTECTION, had_programme_decision=True),
        permit(PermitGround.ASYLUM, previous_ground=PermitGround.OTHER),
        permit(PermitGround.ASYLUM, had_programme_decision=True),
    ],
)
def test_other_permits_before_this_one_ask_nothing(held: PermitFacts) -> None:
    answer = assess(permit=held)
    assert (answer.group, doubts(answer)) == (TargetGroup.RIGHT_AND_DUTY, [])


@pytest.mark.parametrize(
    ("on", "granted", "applies"),
    [
        ("2022-06-14", "2022-03-11", False),
        ("2022-06-15", "2022-03-11", True),
        ("2022-06-15", "2022-03-10", False),
        ("2026-07-01", "2022-03-10", False),
        ("2026-07-01", None, True),
        ("2028-06-30", "2026-01-10", True),
        ("2028-07-01", "2026-01-10", False),
    ],
)
def test_chapter_6_a_has_its_dates(on: str, granted: str | None, applies: bool) -> None:
    granted_on = day(granted) if granted else None
    assert is_under_chapter_6_a(PROTECTION, day(on), granted_on) is applies
    assert not is_under_chapter_6_a(PermitGround.ASYLUM, day(on), granted_on)


@pytest.mark.parametrize(
    ("started", "mapping"),
    [
        (None, Rule.MAPPING_IS_A_RIGHT),
        ("2023-06-02", Rule.MAPPING_IS_A_RIGHT),
        ("2023-06-03", Rule.MAPPING_IS_A_DUTY_IN_THE_PROGRAMME),
    ],
)
def test_collective_protection_has_its_own_rules(started: str | None, mapping: Rule) -> None:
    held = permit(PROTECTION, granted_on=day("2022-03-11"))
    answer = assess(permit=held, programme_started_on=day(started) if started else None)
    both = {Rule.MAPPING_IS_A_RIGHT, Rule.MAPPING_IS_A_DUTY_IN_THE_PROGRAMME}
    assert {row.code for row in answer.section_34_rules} == (set(Rule) - both) | {mapping}
    assert assess().section_34_rules == ()


def test_the_rules_of_the_chapter_are_cited() -> None:
    rules = {
        row.code: row.provision.citation
        for row in assess(permit=permit(PROTECTION)).section_34_rules
    }
    assert rules[Rule.GUIDANCE_IS_A_RIGHT] == "il § 37 b (3)"
    assert rules[Rule.NO_SOCIAL_STUDIES] == "il § 37 c"
    assert rules[Rule.NO_DUTY_TO_BE_TESTED] == "il § 37 d (2)"
