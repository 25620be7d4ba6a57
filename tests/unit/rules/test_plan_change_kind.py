"""What points to an essential change of a plan (integreringsloven § 46 second paragraph c)."""

from dataclasses import replace
from typing import Any

import pytest

from app.rules.plan import (
    CefrLevel,
    ChangeFacts,
    ChangeKind,
    ChangeSign,
    ElementKind,
    NorwegianGoals,
    assess_change,
)
from app.rules.programme import EndGoal
from tests.support.rule_facts import FULL_ELEMENTS, element

BEFORE = ChangeFacts(
    end_goal=EndGoal.WORK,
    norwegian_goals=NorwegianGoals(CefrLevel.B1, CefrLevel.B1, CefrLevel.B1, CefrLevel.B1),
    norwegian_hours=700,
    social_studies_hours=75,
    elements=FULL_ELEMENTS,
)
HIGHER = NorwegianGoals(CefrLevel.B1, CefrLevel.B1, CefrLevel.B1, CefrLevel.B2)


def without(kind: ElementKind) -> dict[str, Any]:
    return {"elements": tuple(each for each in FULL_ELEMENTS if each.kind is not kind)}


def with_hours(kind: ElementKind, hours: str) -> dict[str, Any]:
    """Return the elements, with other hours a week in one of them."""
    minutes = element(kind, hours).minutes_per_week
    return {
        "elements": tuple(
            replace(each, minutes_per_week=minutes) if each.kind is kind else each
            for each in FULL_ELEMENTS
        )
    }


@pytest.mark.parametrize(
    ("changes", "signs"),
    [
        ({}, []),
        ({"end_goal": EndGoal.UPPER_SECONDARY_PART}, [ChangeSign.END_GOAL]),
        ({"norwegian_goals": HIGHER}, [ChangeSign.NORWEGIAN_GOAL]),
        ({"norwegian_hours": 839}, []),
        ({"norwegian_hours": 840}, [ChangeSign.TRAINING_EXTENT]),
        ({"norwegian_hours": 560}, [ChangeSign.TRAINING_EXTENT]),
        ({"norwegian_hours": 561}, []),
        ({"social_studies_hours": 50}, [ChangeSign.TRAINING_EXTENT]),
        (without(ElementKind.LIFE_SKILLS_CAREER), [ChangeSign.OBLIGATORY_ELEMENT]),
        (without(ElementKind.OWN_ACTIVITY), []),
        (
            without(ElementKind.WORK_PRACTICE),
            [ChangeSign.CHOSEN_ELEMENT, ChangeSign.AMOUNT],
        ),
        (
            {"elements": (*FULL_ELEMENTS, element(ElementKind.BRANCH_COURSE, "1"))},
            [ChangeSign.CHOSEN_ELEMENT],
        ),
        (with_hours(ElementKind.NORWEGIAN_TRAINING, "16"), []),
        (with_hours(ElementKind.WORK_PRACTICE, "25"), [ChangeSign.AMOUNT]),
    ],
)
def test_signs_of_an_essential_change(changes: dict[str, Any], signs: list[ChangeSign]) -> None:
    answer = assess_change(BEFORE, replace(BEFORE, **changes))
    assert [ground.code for ground in answer.grounds] == signs
    assert answer.proposed is (ChangeKind.ESSENTIAL if signs else ChangeKind.SMALL)


def test_every_sign_says_where_it_stands() -> None:
    after = replace(
        BEFORE,
        end_goal=EndGoal.UPPER_SECONDARY_PART,
        norwegian_goals=HIGHER,
        norwegian_hours=0,
        elements=(),
    )
    grounds = assess_change(BEFORE, after).grounds
    assert {ground.code for ground in grounds} == set(ChangeSign)
    assert {ground.provision.citation for ground in grounds} == {
        "il § 15 (3)",
        "il § 15 (4)",
    }


def test_something_where_there_was_nothing_is_noticed() -> None:
    before = replace(BEFORE, social_studies_hours=0)
    after = replace(BEFORE, social_studies_hours=1)
    (ground,) = assess_change(before, after).grounds
    assert ground.code is ChangeSign.TRAINING_EXTENT
