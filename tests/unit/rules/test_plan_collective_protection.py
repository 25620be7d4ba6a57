"""Plans under chapter 6 A: what is a right only, and what ends in 2028."""

from typing import Any

import pytest

from app.rules.eligibility import PermitGround
from app.rules.plan import ElementKind, FindingCode, PlanDoubt, Severity
from tests.support.plans import check, codes, doubts, without
from tests.support.rule_facts import period

PROTECTION = PermitGround.COLLECTIVE_PROTECTION
MAPPING = FindingCode.MAPPING_NOT_DONE_OR_EXPLAINED
GUIDANCE = FindingCode.GUIDANCE_NOT_DONE_OR_EXPLAINED
NO_MAPPING = {"is_mapping_done_or_explained": False}
NO_GUIDANCE = {"is_guidance_done_or_explained": False}
STARTED_2023 = period("2023-06-02", "2026-12-27")
MISSING, WARNING = Severity.MISSING, Severity.WARNING


def test_collective_protection_needs_no_social_studies() -> None:
    changes: dict[str, Any] = {
        "elements": without(ElementKind.SOCIAL_STUDIES),
        "social_studies_hours": 0,
    }
    assert codes(permit_ground=PROTECTION, **changes) == set()


def found(
    code: FindingCode, ground: PermitGround = PROTECTION, **changes: Any
) -> list[tuple[Severity, str]]:
    rows = check(permit_ground=ground, **changes).findings
    return [(row.severity, row.provision.citation) for row in rows if row.code is code]


@pytest.mark.parametrize(
    ("ground", "changes", "expected"),
    [
        (PROTECTION, {}, (MISSING, "il § 15 (2)")),
        (PROTECTION, {"is_guidance_declined": True}, (WARNING, "il § 37 b (3)")),
        (PermitGround.ASYLUM, {"is_guidance_declined": True}, (MISSING, "il § 15 (2)")),
    ],
)
def test_guidance_may_be_declined_under_collective_protection(
    ground: PermitGround, changes: dict[str, Any], expected: tuple[Severity, str]
) -> None:
    assert found(GUIDANCE, ground, **NO_GUIDANCE, **changes) == [expected]


@pytest.mark.parametrize(
    ("ground", "changes", "expected"),
    [
        (PROTECTION, {}, (MISSING, "il § 15 (2)")),
        (PROTECTION, {"is_mapping_declined": True}, (MISSING, "il § 15 (2)")),
        (
            PROTECTION,
            {"is_mapping_declined": True, "programme": STARTED_2023},
            (WARNING, "il § 37 b (2)"),
        ),
        (PROTECTION, {"programme": STARTED_2023}, (MISSING, "il § 15 (2)")),
        (
            PROTECTION,
            {"is_mapping_declined": True, "programme": period("2023-06-03", "2026-12-27")},
            (MISSING, "il § 15 (2)"),
        ),
        (
            PermitGround.ASYLUM,
            {"is_mapping_declined": True, "programme": STARTED_2023},
            (MISSING, "il § 15 (2)"),
        ),
    ],
)
def test_mapping_is_a_duty_in_programmes_from_june_2023(
    ground: PermitGround, changes: dict[str, Any], expected: tuple[Severity, str]
) -> None:
    assert found(MAPPING, ground, **NO_MAPPING, **changes) == [expected]


NO_NORWEGIAN: dict[str, Any] = {
    "elements": without(ElementKind.NORWEGIAN_TRAINING),
    "norwegian_goals": None,
    "norwegian_hours": 0,
}


@pytest.mark.parametrize(
    ("ground", "is_declined", "severity", "asked"),
    [
        (PROTECTION, False, MISSING, []),
        (PROTECTION, True, WARNING, [PlanDoubt.NORWEGIAN_DECLINED]),
        (PermitGround.ASYLUM, True, MISSING, []),
    ],
)
def test_norwegian_may_be_declined_and_is_mandatory_content_all_the_same(
    ground: PermitGround, is_declined: bool, severity: Severity, asked: list[PlanDoubt]
) -> None:
    changes: dict[str, Any] = {**NO_NORWEGIAN, "is_norwegian_declined": is_declined}
    for code in (
        FindingCode.NORWEGIAN_GOAL_MISSING,
        FindingCode.NORWEGIAN_EXTENT_MISSING,
        FindingCode.NORWEGIAN_TRAINING_MISSING,
    ):
        ((found_severity, _),) = found(code, ground, **changes)
        assert found_severity is severity
    assert doubts(permit_ground=ground, **changes) == asked


@pytest.mark.parametrize(
    ("last_day", "asked"),
    [("2028-06-30", []), ("2028-07-01", [PlanDoubt.CHAPTER_6_A_ENDS])],
)
def test_the_chapter_may_end_inside_the_programme(last_day: str, asked: list[PlanDoubt]) -> None:
    programme = period("2026-07-06", last_day)
    assert doubts(permit_ground=PROTECTION, programme=programme) == asked
    assert doubts(programme=programme) == []
