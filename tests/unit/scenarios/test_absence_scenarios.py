"""The facts and answers of the kind `absence`, as they stand in JSON."""

import json
from typing import Any

import pytest

from app.scenarios import run

ABSENCE: dict[str, Any] = {
    "kind": "absence",
    "participant": {"programme_start": "2025-09-01"},
    "schedule": {"weekdays": [1, 2, 3, 4, 5], "hours_per_day": "7.5"},
    "period": {"first_day": "2026-06-01", "last_day": "2026-06-30"},
}


def one(**changes: Any) -> dict[str, Any]:
    text, _status = run(json.dumps({**ABSENCE, **changes}))
    (answer,) = json.loads(text)
    assert isinstance(answer, dict)
    return answer


def person(**more: Any) -> dict[str, Any]:
    return {**ABSENCE["participant"], **more}


def absence(first: str, last: str, reason: str, **more: Any) -> dict[str, Any]:
    return {"first_day": first, "last_day": last, "reason": reason, **more}


def grounds(answer: dict[str, Any]) -> list[str]:
    return [day["grounds"][0]["code"] for day in answer["days"]]


def test_a_balance_says_what_it_counts_and_over_which_days() -> None:
    balances = one(participant=person(children=[{"born_on": "2026-01-10"}]))["balances"]
    assert balances["parental_leave"] == {
        "quota": 304,
        "used": 0,
        "left": 304,
        "unit": "calendar_days",
        "counted_over": {"first_day": "2026-06-30", "last_day": "2026-06-30"},
        "last_possible_day": "2027-01-09",
        "follow_up_offer_due_on": None,
    }
    assert balances["breastfeeding"]["unit"] == "hours"
    assert balances["counted_towards_ten"] == 0


def test_the_steps_of_a_day_are_given() -> None:
    answer = one(absences=[absence("2026-06-03", "2026-06-03", "holiday")])
    (day,) = answer["days"]
    assert day["steps"] == [
        {
            "what": "quota",
            "numbers": {
                "quota": "25",
                "used_before": "0",
                "this_day": "1",
                "from": "2025-09-01",
            },
            "provision": "if § 18",
        }
    ]


def test_travel_to_a_funeral_is_read() -> None:
    leave = absence(
        "2026-06-01", "2026-06-04", "welfare_leave", granted=True, ground="death", travel_days=1
    )
    answer = one(absences=[leave])
    assert grounds(answer) == ["travel_to_funeral", "granted", "granted", "granted"]
    assert answer["clarifications"] == []
    assert one(absences=[{**leave, "travel_days": 0}])["clarifications"] == [
        {"code": "welfare_ground_limit", "provision": "if § 14 (2) d"}
    ]


def test_a_doctor_who_could_not_be_seen_is_read() -> None:
    sick = absence(
        "2026-06-01",
        "2026-06-04",
        "own_illness",
        self_certified=True,
        prevented_from_seeing_doctor=True,
    )
    assert grounds(one(absences=[sick]))[-1] == "prevented_from_seeing_doctor"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "within_quota"),
        ({"lives_with_mother": True}, "within_quota"),
        ({"lives_with_mother": False}, "lives_apart_from_mother"),
        ({"lives_with_mother": False, "assists_mother": True}, "within_quota"),
    ],
)
def test_how_a_father_lives_is_read(facts: dict[str, bool], expected: str) -> None:
    leave = absence("2026-06-03", "2026-06-03", "birth_father", **facts)
    assert grounds(one(absences=[leave])) == [expected]


@pytest.mark.parametrize(
    ("child", "expected"),
    [
        ({"other_parent_days": 20}, 303 - 28),
        ({"both_participate": True}, 303 - 105),
        ({"both_participate": True, "reserved_exception": True}, 303),
    ],
)
def test_the_other_parent_is_read(child: dict[str, Any], expected: int) -> None:
    leave = absence("2025-09-15", "2026-06-30", "parental_leave", child=0)
    children = [{"born_on": "2025-09-14", **child}]
    balances = one(participant=person(children=children), absences=[leave])["balances"]
    assert balances["parental_leave"]["quota"] == expected


def test_care_instead_of_a_parent_is_read() -> None:
    leave = absence("2026-06-03", "2026-06-03", "parental_leave", child=0)
    children = [{"born_on": "2026-05-01", "cared_for_instead_of_parent": True}]
    answer = one(participant=person(children=children), absences=[leave])
    assert grounds(answer) == ["leave_instead_of_parent"]


@pytest.mark.parametrize(("risk", "quota"), [(None, 20), (True, 20), (False, 10)])
def test_the_risk_of_absence_is_read(*, risk: bool | None, quota: int) -> None:
    child = {"born_on": "2019-01-01", "chronically_ill": True, "higher_absence_risk": risk}
    answer = one(participant=person(children=[child]))
    assert answer["balances"]["child_illness"]["quota"] == quota
    expected = {} if risk is False else {"chronic_child_quota": "replaces"}
    assert answer["policies"] == expected


def test_periods_alone_with_the_care_are_read() -> None:
    periods = [{"from": "2026-01-01", "to": "2026-03-31"}, {"from": "2026-06-30"}]
    children = [{"born_on": "2019-01-01"}]
    answer = one(participant=person(children=children, sole_carer_periods=periods))
    assert answer["balances"]["child_illness"]["quota"] == 20


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        (
            {
                "decisions": [
                    {
                        "kind": "self_certification_withdrawn",
                        "from": "2026-06-02",
                        "to": "2026-06-01",
                    }
                ]
            },
            "wrong_order",
            "decisions[0].to",
        ),
        (
            {
                "participant": person(
                    sole_carer_periods=[{"from": "2026-06-02", "to": "2026-06-01"}]
                )
            },
            "wrong_order",
            "participant.sole_carer_periods[0].to",
        ),
        (
            {"participant": person(children=[{"born_on": "2026-01-01", "other_parent_days": -1}])},
            "negative",
            "participant.children[0].other_parent_days",
        ),
        (
            {
                "absences": [
                    absence(
                        "2026-06-01", "2026-06-01", "welfare_leave", ground="wedding", travel_days=1
                    )
                ]
            },
            "unknown_value",
            "absences[0].travel_days",
        ),
        (
            {"absences": [absence("2026-06-01", "2026-06-01", "long_weekend")]},
            "unknown_value",
            "absences[0].reason",
        ),
    ],
)
def test_facts_that_cannot_be_true_are_refused(
    changes: dict[str, Any], code: str, field: str
) -> None:
    error = one(**changes)["error"]
    assert (error["code"], error["field"]) == (code, field)


def test_a_programme_knows_the_periods_too() -> None:
    """Eleven days of a child's illness count when the participant is alone, ten when not."""
    sick = absence("2026-03-09", "2026-03-23", "child_illness", child=0, medical_certificate=True)
    programme = {
        "kind": "programme",
        "offered_start_on": "2026-02-01",
        "programme_start": "2026-03-02",
        "born_on": "1990-01-01",
        "education": "lower",
        "ground": "28",
        "children": [{"born_on": "2019-01-01"}],
        "absences": [sick],
    }
    added = [
        json.loads(run(json.dumps({**programme, "sole_carer_periods": periods}))[0])[0][
            "added_days"
        ]
        for periods in ([], [{"from": "2026-03-23"}])
    ]
    assert added == [0, 11]
