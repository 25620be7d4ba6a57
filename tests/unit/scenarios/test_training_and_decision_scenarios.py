"""The kinds `norwegian_training`, `administrative_decision` and `deadlines`: facts and refusals."""

from typing import Any

import pytest

from app.rules.eligibility import PermitGround
from app.scenarios import assess
from app.scenarios.training_permit import TrainingPermitCode

TRAINING: dict[str, Any] = {
    "kind": "norwegian_training",
    "assessed_on": "2026-11-22",
    "born_on": "1990-03-02",
    "education": "none",
    "permit": {"ground": "28", "granted_on": "2026-01-10"},
}


def one(scenario: dict[str, Any]) -> dict[str, Any]:
    (answer,) = assess([scenario])
    return answer


def test_every_permit_of_section_9_can_be_asked_about() -> None:
    codes = {code.value for code in TrainingPermitCode}
    assert codes == {ground.value for ground in PermitGround} | {"23", "25"}


def test_an_answer_names_what_it_rests_on() -> None:
    answer = one(TRAINING | {"norwegian_goal": {}})
    assert {"il § 27", "il § 26 (2)", "il § 33 (1)", "if § 28 (1)"} <= set(answer["provisions"])
    assert answer["clarifications"] == []
    assert answer["steps"][0] == {
        "what": "begins",
        "numbers": {"first_day": "2026-01-10"},
        "provision": "il § 26 (2)",
    }


def test_what_is_not_asked_is_not_answered() -> None:
    answer = one(TRAINING)
    for key in ("norwegian_goal", "goal_adjustment", "exemption"):
        assert answer[key] is None


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"colour": "red"}, "unknown_key", "colour"),
        (
            {"permit": {"ground": "24", "granted_on": "2026-01-10"}},
            "unknown_value",
            "permit.ground",
        ),
        (
            {"permit": {"ground": "28", "granted_on": "2026-01-10", "colour": 1}},
            "unknown_key",
            "permit.colour",
        ),
        (
            {"approved_leave": [{"first_day": "2026-06-02", "last_day": "2026-06-01"}]},
            "wrong_order",
            "approved_leave[0].last_day",
        ),
        ({"social_studies": [{"hours": "-1"}]}, "negative", "social_studies[0].hours"),
        ({"assessed_on": "2020-12-31"}, "not_in_force", ""),
        (
            {
                "exemption_application": {
                    "decided_on": "2026-11-22",
                    "subject": "norwegian",
                    "ground": "studies",
                }
            },
            "missing",
            "exemption_application.credits",
        ),
    ],
)
def test_training_that_cannot_be_read_is_refused(
    changes: dict[str, Any], code: str, field: str
) -> None:
    error = one(TRAINING | changes)["error"]
    assert (error["code"], error["field"]) == (code, field)


@pytest.mark.parametrize(
    ("scenario", "code", "field"),
    [
        ({"act": "promote"}, "unknown_value", "act"),
        ({"act": "change_plan"}, "missing", "essential"),
        ({"act": "stop_programme", "policy": {"colour": True}}, "unknown_value", "policy.colour"),
        (
            {"act": "stop_programme", "notice": {"sent_on": "2026-12-10"}},
            "missing",
            "notice.days",
        ),
        (
            {"act": "stop_programme", "notice": {"sent_on": "2026-12-10", "days": 367}},
            "unknown_value",
            "notice.days",
        ),
        (
            {"act": "stop_programme", "notice": {"sent_on": "2026-12-10", "days": 0}},
            "not_positive",
            "notice.days",
        ),
    ],
)
def test_an_act_that_cannot_be_read_is_refused(
    scenario: dict[str, Any], code: str, field: str
) -> None:
    error = one({"kind": "administrative_decision"} | scenario)["error"]
    assert (error["code"], error["field"]) == (code, field)


def test_a_long_notice_can_end_after_new_year() -> None:
    notice = {"sent_on": "2026-12-31", "days": 366}
    answer = one({"kind": "administrative_decision", "act": "stop_programme", "notice": notice})
    assert answer["response_deadline"] == "2028-01-03"


def test_only_the_deadlines_that_are_asked_for_are_answered() -> None:
    answer = one({"kind": "deadlines"})
    assert answer["deadlines"] == []
    assert (answer["digital_notice"], answer["plan_review"]) == (None, None)


def test_deadlines_of_the_municipality_are_answered_in_order() -> None:
    answer = one(
        {
            "kind": "deadlines",
            "programme_from": "2026-11-30",
            "training_from": "2026-11-30",
            "test_held_on": "2026-12-04",
        }
    )
    assert [(row["deadline"], row["last_day"]) for row in answer["deadlines"]] == [
        ("decision_and_start", "2027-02-28"),
        ("training_offer", "2027-02-28"),
        ("test_complaint", "2026-12-28"),
    ]
    assert answer["provisions"] == ["il § 12 (2)", "il § 30 (3)", "if § 42 (4)", "dl § 149"]
