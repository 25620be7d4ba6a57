"""Programmes as scenarios: education by its facts, added time and its settings, and steps."""

import json
from typing import Any

import pytest

from app.scenarios import assess

PROGRAMME: dict[str, Any] = {
    "kind": "programme",
    "offered_start_on": "2026-02-01",
    "programme_start": "2026-03-02",
    "born_on": "1990-01-01",
    "end_goal": "work",
    "ground": "34",
    "education": "lower",
}
UKRAINE = {"meets_list_demand": False, "ukrainian_upper_secondary": True}
ILLNESS = {
    "first_day": "2026-06-01",
    "last_day": "2026-06-12",
    "reason": "own_illness",
    "medical_certificate": True,
}
"""Ten virkedager."""
HOUR = {**ILLNESS, "first_day": "2026-06-15", "last_day": "2026-06-15", "hours": "1"}


def one(**changes: Any) -> dict[str, Any]:
    (answer,) = json.loads(json.dumps(assess([{**PROGRAMME, **changes}])))
    assert isinstance(answer, dict)
    return answer


def test_a_level_that_is_given_is_not_explained() -> None:
    assert one()["education"] is None


@pytest.mark.parametrize("education", [None, "upper_secondary_or_higher"])
def test_facts_about_education_give_the_level_and_its_grounds(education: str | None) -> None:
    answer = one(education=education, education_facts=UKRAINE)
    assert answer["education"] == {
        "level": "upper_secondary_or_higher",
        "grounds": [{"code": "ukrainian_upper_secondary", "provision": "if § 65a (2)"}],
    }
    assert answer["max_months"] == 12
    assert "if § 65a (2)" in answer["provisions"]


def test_a_level_that_the_facts_contradict_is_refused() -> None:
    error = one(education_facts=UKRAINE)["error"]
    assert (error["code"], error["field"]) == ("unknown_value", "education")


def test_the_languages_of_the_list_make_no_difference() -> None:
    facts = {"meets_list_demand": True, "meets_language_demand": False}
    answer = one(education=None, education_facts=facts)
    assert [row["code"] for row in answer["education"]["grounds"]] == [
        "meets_list_demand",
        "language_demand_not_asked",
    ]


def test_unknown_facts_about_education_are_refused() -> None:
    facts = {"meets_list_demand": True, "grades": 5}
    error = one(education=None, education_facts=facts)["error"]
    assert (error["code"], error["field"]) == ("unknown_key", "education_facts.grades")


@pytest.mark.parametrize(
    ("absences", "policy", "days", "policies"),
    [
        ([ILLNESS], {}, 0, {}),
        (
            [ILLNESS, HOUR],
            {},
            11,
            {"ten_day_rule": "all_days", "ten_day_hours": "counted"},
        ),
        (
            [ILLNESS, HOUR],
            {"ten_day_hours": "whole_days_only"},
            0,
            {"ten_day_hours": "whole_days_only"},
        ),
    ],
)
def test_settings_of_added_time_are_named_where_they_matter(
    absences: list[Any], policy: dict[str, str], days: int, policies: dict[str, str]
) -> None:
    answer = one(absences=absences, policy=policy)
    assert (answer["added_days"], answer["policies"]) == (days, policies)


def test_steps_end_with_the_added_days() -> None:
    answer = one(absences=[ILLNESS, HOUR])
    assert [step["what"] for step in answer["steps"]] == [
        "age_at_decision",
        "length",
        "last_day",
        "life_skills_hours",
        "work_hours_from",
        "ten_days",
        "added_days",
    ]
    assert answer["steps"][-1] == {
        "what": "added_days",
        "numbers": {
            "last_day": "2028-03-01",
            "added": "11",
            "last_day_with_added_days": "2028-03-16",
        },
        "provision": "if § 10",
    }
    assert "added_days" not in [step["what"] for step in one(absences=[ILLNESS])["steps"]]


def test_absence_from_before_2026_is_a_question() -> None:
    early = {**ILLNESS, "first_day": "2025-12-31", "last_day": "2025-12-31"}
    answer = one(offered_start_on="2025-06-01", programme_start="2025-09-01", absences=[early])
    assert {"code": "added_time_before_2026", "provision": "if § 10"} in answer["clarifications"]


def test_the_document_of_a_plan_shows_the_days() -> None:
    scenario = {
        "kind": "section_16",
        "plan_made_on": "2027-01-01",
        "declaration_in_force_from": "2027-01-01",
    }
    (answer,) = assess([scenario])
    assert answer["steps"] == [
        {
            "what": "plan_made",
            "numbers": {"plan_made_on": "2027-01-01", "declaration_in_force_from": "2027-01-01"},
            "provision": "LOV-2026-06-12-23 § II",
        }
    ]
