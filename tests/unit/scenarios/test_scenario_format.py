"""The JSON front end: errors stand alone, answers carry provisions, and formats hold."""

import json
from typing import Any

import pytest

from app.scenarios import assess, run

RATES: dict[str, Any] = {"kind": "rates", "on": "2026-06-15", "fraction": "5/6"}
PAYMENT: dict[str, Any] = {
    "kind": "payment",
    "participant": {
        "born_on": "1990-01-01",
        "programme_start": "2025-09-01",
        "living": [{"from": "2025-09-01"}],
        "children": [{"born_on": "2019-04-01", "chronically_ill": False}],
    },
    "schedule": {"weekdays": [1, 2, 3, 4, 5], "hours_per_day": "7.5", "closed": ["2026-06-02"]},
    "period": {"first_day": "2026-06-01", "last_day": "2026-06-30"},
    "absences": [
        {"first_day": "2026-06-03", "last_day": "2026-06-03", "hours": "0.5", "reason": "none"}
    ],
}
PROGRAMME: dict[str, Any] = {
    "kind": "programme",
    "offered_start_on": "2026-02-01",
    "programme_start": "2026-03-02",
    "born_on": "1990-01-01",
    "education": "lower",
    "end_goal": "work",
    "ground": "28",
}
PLAN: dict[str, Any] = {
    "kind": "plan_check",
    "programme": {"first_day": "2026-01-05", "last_day": "2026-03-29"},
    "education": "none",
    "ground": "28",
    "end_goal": "upper_secondary_part",
    "elements": [
        {
            "kind": kind,
            "hours_per_week": hours,
            "first_day": "2026-01-05",
            "last_day": last,
        }
        for kind, hours, last in (
            ("norwegian_training", "20", "2026-03-29"),
            ("upper_secondary", "17.5", "2026-03-29"),
            ("social_studies", "7", "2026-03-29"),
            ("life_skills_migration_health", "10", "2026-01-11"),
            ("life_skills_career", "15", "2026-01-11"),
            ("parental_guidance", "2", "2026-03-29"),
        )
    ],
    "norwegian_goals": {
        "listening": "A2",
        "reading": "A2",
        "writing": "A2",
        "speaking": "B1",
    },
    "norwegian_hours": 240,
    "social_studies_hours": 75,
    "long_term_goals": "Bli helsefagarbeider.",
    "reasons": "Videregående gir formell kompetanse, og norsken brukes hver dag.",
    "appeal_information_given": True,
    "competence_validation_guided": True,
    "mapping": {"done_on": "2025-12-01"},
    "guidance": {"explanation": "Fylkeskommunen har ikke time før i februar."},
    "children": [{"born_on": "2019-04-01"}],
    "reviews": ["2026-02-16"],
    "holidays": [{"first_day": "2026-02-16", "last_day": "2026-02-20"}],
}


def one(scenario: object) -> dict[str, Any]:
    (answer,) = assess([scenario])
    return answer


def error_of(scenario: object) -> tuple[str, str]:
    error: Any = one(scenario)["error"]
    assert set(error) == {"code", "message", "field"}
    assert error["message"]
    return error["code"], error["field"]


def changed(scenario: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    """Return a copy with one value set, or removed where the value is `...`."""
    copy = json.loads(json.dumps(scenario))
    *parents, last = path.split(".")
    target = copy
    for key in parents:
        target = target[int(key)] if isinstance(target, list) else target[key]
    if value is ...:
        del target[last]
    else:
        target[last] = value
    return copy


def test_one_object_or_a_list_gives_a_list_in_order() -> None:
    text, status = run(json.dumps(RATES))
    assert (len(json.loads(text)), status) == (1, 0)
    text, status = run(json.dumps([RATES, {**RATES, "on": "2019-06-01"}]))
    assert [row["base_amount"] for row in json.loads(text)] == ["136549.00", "99858.00"]
    assert (json.loads(run("[]")[0]), run("[]")[1]) == ([], 0)


def test_an_error_stands_alone() -> None:
    text, status = run(json.dumps([RATES, {"kind": "rates"}, 7, RATES]))
    answers = json.loads(text)
    assert ["error" in row for row in answers] == [False, True, True, False]
    assert status == 1


@pytest.mark.parametrize("text", ["", "{", '{"kind": NaN}', "[" * 100_000, "1" * 5_000])
def test_what_is_not_json_is_told(text: str) -> None:
    answers, status = run(text)
    assert status == 1
    assert json.loads(answers)[0]["error"]["code"] in {"not_json", "not_an_object"}


@pytest.mark.parametrize("scenario", [RATES, PAYMENT, PROGRAMME, PLAN])
def test_every_answer_carries_the_three_things(scenario: dict[str, Any]) -> None:
    answer = one(scenario)
    assert "error" not in answer
    assert isinstance(answer["provisions"], list)
    assert isinstance(answer["policies"], dict)
    assert isinstance(answer["clarifications"], list)
    assert (answer["kind"], answer["format"]) == (scenario["kind"], 1)


@pytest.mark.parametrize(
    ("scenario", "code", "field"),
    [
        ([], "not_an_object", ""),
        ({}, "missing", "kind"),
        ({"kind": 1}, "wrong_type", "kind"),
        ({"kind": "weather"}, "unknown_kind", "kind"),
        ({**RATES, "format": 2}, "unknown_format", "format"),
        ({**RATES, "format": True}, "wrong_type", "format"),
        ({**RATES, "colour": "red"}, "unknown_key", "colour"),
        ({**RATES, "on": None}, "missing", "on"),
        ({**RATES, "on": 20260615}, "wrong_type", "on"),
        ({**RATES, "on": "2026-02-30"}, "impossible_date", "on"),
        ({**RATES, "on": "20260615"}, "impossible_date", "on"),
        ({**RATES, "on": "2026-W25-1"}, "impossible_date", "on"),
        ({**RATES, "on": "9999-12-31"}, "impossible_date", "on"),
        ({**RATES, "on": "1966-12-31"}, "not_in_force", ""),
        ({**RATES, "known_on": "1966-12-31"}, "not_in_force", ""),
        ({**RATES, "fraction": "3/4"}, "unknown_value", "fraction"),
        (changed(PAYMENT, "participant.born_on", ...), "missing", "participant.born_on"),
        (changed(PAYMENT, "participant.living", []), "missing", "participant.living"),
        (changed(PAYMENT, "participant.pet", "cat"), "unknown_key", "participant.pet"),
        (changed(PAYMENT, "participant", []), "not_an_object", "participant"),
        (
            changed(PAYMENT, "participant.living.0.with_parents", "no"),
            "wrong_type",
            "participant.living[0].with_parents",
        ),
        (changed(PAYMENT, "schedule", ...), "missing", "schedule"),
        (changed(PAYMENT, "schedule.weekdays", [0]), "unknown_value", "schedule.weekdays"),
        (changed(PAYMENT, "schedule.weekdays", ["1"]), "wrong_type", "schedule.weekdays"),
        (changed(PAYMENT, "schedule.weekdays", 1), "wrong_type", "schedule.weekdays"),
        (
            changed(PAYMENT, "schedule.hours_per_day", "0"),
            "unknown_value",
            "schedule.hours_per_day",
        ),
        (
            changed(PAYMENT, "schedule.hours_per_day", "7,5"),
            "wrong_type",
            "schedule.hours_per_day",
        ),
        (
            changed(PAYMENT, "schedule.hours_per_day", True),
            "wrong_type",
            "schedule.hours_per_day",
        ),
        (
            changed(PAYMENT, "schedule.closed", ["2026-13-01"]),
            "impossible_date",
            "schedule.closed[0]",
        ),
        (changed(PAYMENT, "period.last_day", "2026-05-31"), "wrong_order", "period.last_day"),
        (
            changed(PAYMENT, "absences.0.last_day", "2026-06-02"),
            "wrong_order",
            "absences[0].last_day",
        ),
        (
            changed(PAYMENT, "absences.0.first_day", "2025-08-31"),
            "absence_before_start",
            "absences[0].first_day",
        ),
        (changed(PAYMENT, "absences.0.reason", "tired"), "unknown_value", "absences[0].reason"),
        (changed(PAYMENT, "absences.0.child", 1), "unknown_child", "absences[0].child"),
        (changed(PAYMENT, "absences.0.child", "0"), "wrong_type", "absences[0].child"),
        ({**PAYMENT, "absences": ["ill"]}, "not_an_object", "absences[0]"),
        (
            changed(
                PAYMENT,
                "absences",
                [*PAYMENT["absences"], changed(PAYMENT["absences"][0], "hours", ...)],
            ),
            "overlapping_absences",
            "absences[1]",
        ),
        ({**PAYMENT, "policy": {"generosity": True}}, "unknown_value", "policy.generosity"),
        ({**PAYMENT, "policy": []}, "wrong_type", "policy"),
        ({**PAYMENT, "other": {"recovery": "-1"}}, "negative", "other.recovery"),
        ({**PROGRAMME, "education": "primary"}, "unknown_value", "education"),
        (
            changed(PLAN, "elements.0.hours_per_week", "1.01"),
            "unknown_value",
            "elements[0].hours_per_week",
        ),
        (
            changed(PLAN, "elements.0.last_day", "2026-01-04"),
            "wrong_order",
            "elements[0].last_day",
        ),
        (
            changed(PLAN, "norwegian_goals.reading", "D1"),
            "unknown_value",
            "norwegian_goals.reading",
        ),
    ],
)
def test_what_cannot_be_answered_names_its_field(scenario: object, code: str, field: str) -> None:
    assert error_of(scenario) == (code, field)


def test_numbers_may_be_json_numbers_and_stay_exact() -> None:
    as_number = json.dumps(PAYMENT).replace('"7.5"', "7.5").replace('"0.5"', "0.5")
    assert json.loads(run(as_number)[0]) == assess([PAYMENT])


def test_hours_and_rates_are_written_short_and_exact() -> None:
    (line,) = one(PAYMENT)["days"]
    assert (line["hours"], line["rate"], line["amount"]) == ("0.5", "147.62", "73.81")
    assert line["provisions"] == ["il § 21", "il § 20 (2)"]


def test_a_complete_plan_has_no_findings() -> None:
    answer = one(PLAN)
    assert (answer["complete"], answer["findings"]) == (True, [])


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("mapping", {}, "mapping_not_done_or_explained"),
        ("guidance", {"explanation": "  "}, "guidance_not_done_or_explained"),
        ("reasons", "", "reasons_missing"),
        ("long_term_goals", None, "long_term_goals_missing"),
        ("norwegian_goals", None, "norwegian_goal_missing"),
        ("norwegian_hours", None, "norwegian_extent_missing"),
        ("end_goal", None, "end_goal_missing"),
    ],
)
def test_a_blank_is_a_finding(path: str, value: object, code: str) -> None:
    answer = one(changed(PLAN, path, value))
    assert [row["code"] for row in answer["findings"]] == [code]
    assert not answer["complete"]


def test_a_plan_without_a_date_of_review_is_complete_and_remarked_on() -> None:
    answer = one(changed(PLAN, "reviews", []))
    assert [row["code"] for row in answer["findings"]] == ["review_date_missing"]
    assert answer["complete"]


def test_findings_say_where_and_how_much() -> None:
    answer = one(changed(PLAN, "elements.1.hours_per_week", "0.75"))
    (finding, _) = answer["findings"]
    assert finding == {
        "code": "not_full_time",
        "provision": "il § 14 (1)",
        "severity": "missing",
        "from": "2026-01-12",
        "to": "2026-02-15",
        "numbers": {"hours": "29.75", "required_hours": "30"},
        "details": {},
    }


def test_a_programme_without_a_goal_lists_the_goals() -> None:
    answer = one(changed(PROGRAMME, "end_goal", None))
    assert answer["max_months"] is answer["last_day"] is answer["last_day_with_added_days"] is None
    assert answer["allowed_end_goals"] == [
        "work",
        "upper_secondary_completed",
        "upper_secondary_part",
        "vocational_training_completed",
    ]
    closed = [row for row in answer["end_goals"] if not row["allowed"]]
    assert {row["ground"] for row in closed} == {"lacks_upper_secondary"}


def test_added_days_follow_the_schedule_that_is_given() -> None:
    absences = [
        {
            "first_day": "2026-06-01",
            "last_day": "2026-06-30",
            "reason": "own_illness",
            "medical_certificate": True,
        }
    ]
    schedule = {"weekdays": [1, 2, 3], "hours_per_day": "7.5"}
    answer = one({**PROGRAMME, "absences": absences, "schedule": schedule})
    assert answer["added_days"] == 14
    assert answer["last_day_with_added_days"] == "2028-03-21"
    assert one({**PROGRAMME, "absences": absences})["added_days"] == 22


def test_the_same_participant_can_be_asked_about_absence() -> None:
    answer = one({**PAYMENT, "kind": "absence"})
    assert answer["balances"]["welfare_leave"] == {
        "quota": 10,
        "used": 0,
        "left": 10,
        "unit": "virkedager",
        "counted_over": {"first_day": "2026-01-01", "last_day": "2026-06-30"},
    }


def test_parts_of_days_are_written_as_decimals() -> None:
    leave = {
        "first_day": "2026-06-03",
        "last_day": "2026-06-03",
        "hours": "3",
        "reason": "welfare_leave",
        "granted": True,
        "ground": "a doctor's appointment",
    }
    answer = one({**PAYMENT, "kind": "absence", "absences": [leave]})
    balance = answer["balances"]["welfare_leave"]
    assert (balance["quota"], balance["used"], balance["left"]) == (10, "0.4", "9.6")


def test_a_reference_person_is_read() -> None:
    scenario = {
        "kind": "target_group",
        "decided_on": "2026-06-01",
        "born_on": "1990-03-02",
        "permit": {
            "ground": "family",
            "granted_on": "2026-01-10",
            "reference_person": None,
            "previous_ground": "other",
        },
        "settled_on": "2026-03-01",
        "settled_by_agreement": True,
        "first_lived_in_a_municipality_with_permit_on": "2026-03-01",
        "age_sixty_in_force_from": "2027-01-01",
    }
    answer = one(scenario)
    assert answer["group"] == "may_be_offered"
    assert answer["clarifications"] == [
        {"code": "reference_person_unknown", "provision": "il § 9 (1) f"}
    ]


def test_nested_unknown_keys_are_refused_too() -> None:
    absence = {**PAYMENT["absences"][0], "diagnosis": "x"}
    assert error_of({**PAYMENT, "absences": [absence]}) == (
        "unknown_key",
        "absences[0].diagnosis",
    )
