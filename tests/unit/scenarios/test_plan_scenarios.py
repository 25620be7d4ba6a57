"""Plans as scenarios: lessons, meetings, refusals, settings, and what is a question."""

from typing import Any

import pytest

from app.scenarios import assess
from tests.unit.scenarios.test_scenario_format import PLAN, changed


def one(scenario: dict[str, Any]) -> dict[str, Any]:
    (answer,) = assess([scenario])
    return answer


def codes(scenario: dict[str, Any]) -> list[str]:
    findings: Any = one(scenario)["findings"]
    return [row["code"] for row in findings]


LESSONS = changed(
    changed(PLAN, "elements.0.hours_per_week", ...), "elements.0.lessons_per_week", 10
)
"""Ten lessons of Norwegian: 7.5 hours, or 12.5 with preparation."""


@pytest.mark.parametrize(
    ("policy", "found", "named"),
    [
        ({}, ["full_time_needs_own_activity"], {"full_time_week": "guidance"}),
        ({"full_time_week": "always_37_5"}, ["not_full_time"], {"full_time_week": "always_37_5"}),
        ({"lesson_time": "with_preparation"}, [], {}),
    ],
)
def test_lessons_count_as_the_municipality_has_chosen(
    policy: dict[str, str], found: list[str], named: dict[str, str]
) -> None:
    answer: Any = one({**LESSONS, "policy": policy})
    late = [row["code"] for row in answer["findings"] if row["to"] == "2026-03-29"]
    assert late == found
    assert named.items() <= answer["policies"].items()
    assert "lesson_time" in answer["policies"]


def test_hours_and_lessons_may_stand_together() -> None:
    assert codes(changed(PLAN, "elements.0.lessons_per_week", 1)) == []


@pytest.mark.parametrize(
    ("path", "value", "code", "field"),
    [
        ("elements.0.hours_per_week", "-1", "negative", "elements[0].hours_per_week"),
        ("elements.0.hours_per_week", "169", "unknown_value", "elements[0].hours_per_week"),
        ("elements.0.hours_per_week", ..., "missing", "elements[0].hours_per_week"),
        ("elements.0.kind", "sports", "unknown_value", "elements[0].kind"),
        ("elements.0.lessons_per_week", -1, "negative", "elements[0].lessons_per_week"),
        ("elements.0.meetings", 8, "unknown_value", "elements[0].meetings"),
        ("elements.5.meetings", 8, "missing", "elements[5].form"),
        ("elements.5.form", "letter", "unknown_value", "elements[5].form"),
        ("elements.0.colour", "red", "unknown_key", "elements[0].colour"),
        ("norwegian_hours", -1, "negative", "norwegian_hours"),
        ("norwegian_taught_in", "home", "unknown_value", "norwegian_taught_in"),
        ("born_on", "2026-01-06", "wrong_order", "programme.first_day"),
        ("mapping", {"refused": True}, "unknown_key", "mapping.refused"),
    ],
)
def test_impossible_plans_name_the_field(path: str, value: object, code: str, field: str) -> None:
    error: Any = one(changed(PLAN, path, value))["error"]
    assert (error["code"], error["field"]) == (code, field)


def test_a_course_states_its_meetings() -> None:
    stated = changed(changed(PLAN, "elements.5.meetings", 7), "elements.5.form", "group")
    answer: Any = one(stated)
    (finding,) = answer["findings"]
    assert finding["numbers"] == {"meetings": "7", "required_meetings": "8"}
    assert codes(changed(stated, "elements.5.capacity_exception", True)) == []


def test_an_element_with_a_blank_for_its_reasons_is_found() -> None:
    assert codes(changed(PLAN, "elements.1.reasons", " ")) == ["element_reasons_missing"]
    assert codes(changed(PLAN, "elements.1.reasons", "Gir fagbrev.")) == []


def test_who_declined_guidance_under_collective_protection_lacks_nothing() -> None:
    declined = changed(changed(PLAN, "ground", "34"), "guidance", {"declined": True})
    answer: Any = one(declined)
    (finding,) = answer["findings"]
    assert (finding["severity"], finding["provision"]) == ("warning", "il § 37 b (3)")
    assert answer["complete"]


def test_skills_that_are_too_low_stand_in_the_details() -> None:
    answer: Any = one(changed(PLAN, "norwegian_goals.reading", "A1"))
    (finding,) = answer["findings"]
    assert finding["details"] == {"reading": "A1", "guiding_reading": "A2"}


def test_an_education_that_is_merely_lower_leaves_a_question() -> None:
    answer: Any = one(changed(PLAN, "education", "lower"))
    assert answer["findings"] == []
    assert answer["clarifications"] == [
        {"code": "lower_education_unknown", "provision": "if § 28 (2)"}
    ]


def test_a_plan_shows_its_steps() -> None:
    answer: Any = one({**PLAN, "born_on": "1990-01-01", "training_offered_on": "2026-01-05"})
    assert [step["what"] for step in answer["steps"]] == [
        "social_studies_hours",
        "norwegian_last_day",
        "social_studies_last_day",
        "age_at_decision",
        "migration_health_hours",
        "career_hours",
        "free_weeks",
        "full_time_weeks",
    ]
