"""Plans of programmes that were over, or ran, when the demands of 2026 came."""

from dataclasses import replace
from typing import Any

from app.rules.plan import ElementKind, FindingCode, Severity
from app.rules.programme import EndGoal
from tests.support.plans import codes, findings
from tests.support.rule_facts import element, period

Kind = ElementKind
OLDER = period("2025-01-06", "2025-12-28")


def older_elements() -> tuple[Any, ...]:
    return (
        element(Kind.NORWEGIAN_TRAINING, "25", "2025-01-06", "2025-12-28"),
        element(Kind.OTHER, "12.5", "2025-01-06", "2025-12-28"),
    )


def test_a_programme_that_ended_before_2026_is_not_measured_by_the_new_demands() -> None:
    changes: dict[str, Any] = {
        "programme": OLDER,
        "elements": older_elements(),
        "has_reasons": False,
        "has_long_term_goals": False,
        "expects_child": True,
        "end_goal": EndGoal.HIGHER_EDUCATION_PREPARATION,
    }
    (finding,) = findings(**changes)
    assert (finding.code, finding.severity) == (FindingCode.BEFORE_REFORM, Severity.WARNING)
    assert finding.provision.citation == "il § 14 a"


def test_what_the_act_asked_before_is_measured_all_the_same() -> None:
    found = codes(
        programme=OLDER,
        elements=(),
        is_appeal_information_given=False,
        norwegian_goals=None,
        end_goal=None,
    )
    assert found == {
        FindingCode.BEFORE_REFORM,
        FindingCode.APPEAL_INFORMATION_MISSING,
        FindingCode.NORWEGIAN_GOAL_MISSING,
        FindingCode.END_GOAL_MISSING,
        FindingCode.ELEMENTS_MISSING,
        FindingCode.NOT_YEAR_ROUND,
    }


def test_a_programme_that_reaches_2026_is_measured_by_them() -> None:
    last_day = "2026-01-01"
    rows = tuple(replace(row, period=period("2025-01-06", last_day)) for row in older_elements())
    found = codes(programme=period("2025-01-06", last_day), elements=rows, has_reasons=False)
    assert FindingCode.BEFORE_REFORM not in found
    assert {FindingCode.REASONS_MISSING, FindingCode.LIFE_SKILLS_CAREER_MISSING} <= found
