"""Education level: the list, its languages, Ukraine, and the levels below."""

from typing import Any

import pytest

from app.rules.eligibility import PermitGround
from app.rules.programme import EducationFacts, EducationGround, EducationLevel, education_level

PROTECTION = PermitGround.COLLECTIVE_PROTECTION
ASYLUM = PermitGround.ASYLUM
HIGH = EducationLevel.UPPER_SECONDARY_OR_HIGHER
Ground = EducationGround


@pytest.mark.parametrize(
    ("changes", "permit", "level", "grounds"),
    [
        ({"meets_list_demand": True}, ASYLUM, HIGH, [Ground.MEETS_LIST_DEMAND]),
        (
            {"meets_list_demand": True, "meets_language_demand": True},
            ASYLUM,
            HIGH,
            [Ground.MEETS_LIST_DEMAND],
        ),
        (
            {"meets_list_demand": True, "meets_language_demand": False},
            ASYLUM,
            HIGH,
            [Ground.MEETS_LIST_DEMAND, Ground.LANGUAGE_DEMAND_NOT_ASKED],
        ),
        (
            {"has_ukrainian_upper_secondary": True},
            PROTECTION,
            HIGH,
            [Ground.UKRAINIAN_UPPER_SECONDARY],
        ),
        (
            {"has_ukrainian_upper_secondary": True},
            ASYLUM,
            EducationLevel.LOWER_SECONDARY,
            [Ground.UKRAINIAN_WITHOUT_COLLECTIVE_PROTECTION, Ground.LOWER_SECONDARY],
        ),
        (
            {"has_ukrainian_upper_secondary": True, "meets_list_demand": True},
            ASYLUM,
            HIGH,
            [Ground.MEETS_LIST_DEMAND],
        ),
        (
            {"has_lower_secondary": True, "meets_language_demand": True},
            PROTECTION,
            EducationLevel.LOWER_SECONDARY,
            [Ground.LOWER_SECONDARY],
        ),
        ({}, PROTECTION, EducationLevel.NONE, [Ground.NO_LOWER_SECONDARY]),
    ],
)
def test_education_has_a_level(
    changes: dict[str, Any],
    permit: PermitGround,
    level: EducationLevel,
    grounds: list[EducationGround],
) -> None:
    facts = EducationFacts(**{"meets_list_demand": False, **changes})
    answer = education_level(facts, permit)
    assert answer.level is level
    assert [ground.code for ground in answer.grounds] == grounds


def test_the_rule_about_ukraine_is_cited() -> None:
    facts = EducationFacts(meets_list_demand=False, has_ukrainian_upper_secondary=True)
    (ground,) = education_level(facts, PROTECTION).grounds
    assert ground.provision.citation == "if § 65a (2)"
