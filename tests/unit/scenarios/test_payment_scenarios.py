"""Payments and corrections as JSON: what may be asked, and how it is answered."""

from typing import Any

import pytest

from app.scenarios import assess

FACTS: dict[str, Any] = {
    "participant": {
        "born_on": "1990-01-01",
        "programme_start": "2025-09-01",
        "living": [{"from": "2025-09-01", "partner_in_programme": True}],
        "children": [{"born_on": "2019-04-01", "lives_elsewhere": True}],
    },
    "schedule": {"weekdays": [1, 2, 3, 4, 5], "hours_per_day": "7.5"},
}
JUNE = {"first_day": "2026-06-01", "last_day": "2026-06-30"}
MAY = {"first_day": "2026-05-01", "last_day": "2026-05-31"}
ONE_DAY = {"first_day": "2026-06-03", "last_day": "2026-06-03", "reason": "none"}


def answered(scenario: dict[str, Any]) -> dict[str, Any]:
    (answer,) = assess([scenario])
    assert "error" not in answer, answer
    return answer


def refused(scenario: dict[str, Any]) -> tuple[str, str]:
    (answer,) = assess([scenario])
    error = answer["error"]
    assert isinstance(error, dict)
    return error["code"], error["field"]


def payment(**more: Any) -> dict[str, Any]:
    return {"kind": "payment", **FACTS, "period": JUNE, **more}


def correction(*issued: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "correction", **FACTS, "issued": list(issued), **more}


def test_a_childs_home_decides_by_the_municipalitys_reading() -> None:
    assert answered(payment())["segments"][0]["fraction"] == "1"
    policy = {"childless_means": "child_in_household"}
    answer = answered(payment(policy=policy))
    assert answer["segments"][0]["fraction"] == "5/6"
    assert answer["policies"] == policy


def test_each_benefit_has_its_own_entry() -> None:
    other = {
        "benefits": [
            {"kind": "sickness_benefit", "amount": "100", "earned_before_programme": True},
            {"kind": "unemployment_benefit", "amount": "200", "earned_before_programme": False},
            {"kind": "parental_benefit", "amount": "300", "earned_before_programme": None},
            {"kind": "child_benefit", "amount": "1900"},
        ],
        "coordinated_benefits": "50",
    }
    answer = answered(payment(other=other))
    assert answer["other_reductions"] == "150.00"
    assert [(row["benefit"], row["claim"], row["amount"]) for row in answer["other"]] == [
        (None, "50.00", "50.00"),
        ("child_benefit", "0.00", "0.00"),
        ("parental_benefit", "0.00", "0.00"),
        ("sickness_benefit", "100.00", "100.00"),
        ("unemployment_benefit", "0.00", "0.00"),
    ]
    assert {row["kind"] for row in answer["other"]} == {"coordinated_benefits"}
    assert answer["other"][1]["grounds"] == [
        {"code": "benefit_never_reduces", "provision": "il § 22 (3)"}
    ]
    assert answer["clarifications"] == [{"code": "benefit_earned_when", "provision": "il § 22 (1)"}]


def test_own_means_give_a_ground_and_nothing_else() -> None:
    answer = answered(payment(other={"own_means": ["wealth", "own_income"]}))
    assert [row["code"] for row in answer["grounds"]] == [
        "own_income_never_reduces",
        "wealth_never_reduces",
    ]
    assert (answer["other_reductions"], answer["other"]) == ("0.00", [])
    assert "il § 23 (1)" in answer["provisions"]


def test_work_can_be_dated() -> None:
    work = {"wage": "9000", "days": [{"date": "2026-06-03", "hours": "10"}]}
    answer = answered(payment(other={"programme_work": work}))
    assert answer["other_reductions"] == "1476.21"


def test_what_is_paid_and_carried_over_is_told() -> None:
    other = {"recovery": "30000"}
    answer = answered(payment(other=other))
    assert (answer["payout"], answer["payable"]) == ("0.00", "0.00")
    assert answer["recovery_left"] == "7241.83"
    whole = answered(payment(policy={"rounding": "krone"}))
    assert (whole["payout"], whole["payable"]) == ("22758.17", "22758.00")
    assert whole["policies"] == {
        "rounding": "krone",
        "childless_means": "any_child",
    }


def test_steps_are_told_in_order_with_exact_numbers() -> None:
    answer = answered(payment(absences=[ONE_DAY]))
    assert [step["what"] for step in answer["steps"]] == [
        "segment",
        "gross",
        "line",
        "absence_reduction",
        "section_46_g",
        "payout",
        "rounding",
    ]
    line = answer["steps"][2]
    assert line["numbers"]["amount"] == "136549/180"
    assert line["provision"] == "il § 21"


@pytest.mark.parametrize(
    ("other", "code", "field"),
    [
        ({"own_means": "wealth"}, "wrong_type", "other.own_means"),
        ({"own_means": ["gold"]}, "unknown_value", "other.own_means[0]"),
        ({"own_means": [1]}, "wrong_type", "other.own_means[0]"),
        (
            {"benefits": [{"kind": "pension", "amount": "1"}]},
            "unknown_value",
            "other.benefits[0].kind",
        ),
        ({"benefits": [{"kind": "child_benefit"}]}, "missing", "other.benefits[0].amount"),
        (
            {"benefits": [{"kind": "child_benefit", "amount": "1", "x": 1}]},
            "unknown_key",
            "other.benefits[0].x",
        ),
        (
            {"programme_work": {"days": [{"date": "2026-07-01", "hours": "1"}]}},
            "outside_period",
            "other.programme_work.days[0].date",
        ),
        (
            {"programme_work": {"days": [{"date": "2026-06-01", "hours": "1", "x": 1}]}},
            "unknown_key",
            "other.programme_work.days[0].x",
        ),
    ],
)
def test_other_facts_are_checked(other: dict[str, Any], code: str, field: str) -> None:
    assert refused(payment(other=other)) == (code, field)


def test_a_correction_tells_what_differs_and_why() -> None:
    issued = {"period": JUNE, "payout": "22758.17", "absences_then": []}
    answer = answered(correction(issued, absences=[ONE_DAY]))
    (row,) = answer["periods"]
    assert row["period"] == JUNE
    assert (row["issued"], row["payout"]) == ("22758.17", "21999.56")
    assert (row["difference"], row["effect"]) == ("-758.61", "overpaid")
    assert row["provision"] == "il § 25 (1)"
    assert row["decision_required_by_46_g"] is False
    (change,) = row["days"]
    assert (change["date"], change["before"]) == ("2026-06-03", [])
    assert change["after"][0]["amount"] == "758.61"
    assert change["after"][0]["grounds"] == [{"code": "no_reason", "provision": "il § 21"}]
    assert (answer["after_payment"], answer["overpaid"]) == ("0.00", "758.61")
    assert answer["difference"] == "-758.61"
    assert answer["clarifications"] == [
        {"code": "deduction_is_a_choice", "provision": "il § 25 (1)"}
    ]
    assert {"il § 21", "il § 25 (1)"} <= set(answer["provisions"])
    assert (answer["repayment"], answer["refund"]) == (None, None)
    assert "whole_day_basis" in answer["policies"]


def test_the_base_amount_of_then_is_enough_to_compare_days() -> None:
    absence = {"first_day": "2026-05-11", "last_day": "2026-05-12", "reason": "none"}
    issued = {"period": MAY, "payout": "20247.11", "known_on": "2026-05-21"}
    answer = answered(correction(issued, absences=[absence]))
    assert answer["difference"] == answer["after_payment"] == "993.85"
    (first, _) = answer["periods"][0]["days"]
    assert (first["before"][0]["rate"], first["after"][0]["rate"]) == ("723.11", "758.61")
    early = answered(correction(issued, absences=[absence], known_on="2026-05-21"))
    assert (early["difference"], early["periods"][0]["days"]) == ("0.00", [])


def test_each_period_can_have_its_own_other_reductions() -> None:
    may = {"period": MAY, "payout": "22758.17"}
    june = {"period": JUNE, "payout": "22758.17", "other": {"recovery": "58.17"}}
    answer = answered(correction(may, june, other={"recovery": "8.17"}))
    assert [row["difference"] for row in answer["periods"]] == ["-8.17", "-58.17"]


def test_repayment_and_refund_are_answered_where_they_are_asked_about() -> None:
    benefit = {"kind": "disability_benefit", "amount": "3000"}
    answer = answered(
        correction(
            {"period": MAY, "payout": "22758.17"},
            {"period": JUNE, "payout": "22758.17"},
            other={"benefits": [benefit]},
            arrears=[
                {"period": {"first_day": "2026-05-01", "last_day": "2026-06-15"}, "amount": "4600"}
            ],
            information_fault="intentional",
        )
    )
    assert answer["repayment"] == {
        "possible": True,
        "grounds": [{"code": "intent", "provision": "il § 25 (2)"}],
    }
    assert answer["refund"]["claim"] == "4500.00"
    assert answer["refund"]["periods"] == [
        {"period": MAY, "arrears": "3100.00", "reducible": "3000.00", "claim": "3000.00"},
        {"period": JUNE, "arrears": "1500.00", "reducible": "3000.00", "claim": "1500.00"},
    ]
    assert [row["code"] for row in answer["clarifications"]] == [
        "deduction_is_a_choice",
        "repayment_is_a_decision",
        "refund_is_a_decision",
    ]
    assert "il § 25 (3)" in answer["provisions"]


TWICE = [ONE_DAY, ONE_DAY]


@pytest.mark.parametrize(
    ("scenario", "code", "field"),
    [
        ({**correction(), "issued": None}, "missing", "issued"),
        (correction(), "missing", "issued"),
        (correction({"payout": "1"}), "missing", "issued[0].period"),
        (correction({"period": JUNE}), "missing", "issued[0].payout"),
        (correction({"period": JUNE, "payout": "1", "x": 1}), "unknown_key", "issued[0].x"),
        (correction({"period": JUNE, "payout": "0.001"}), "unknown_value", "issued[0].payout"),
        (
            correction({"period": JUNE, "payout": "1", "absences_then": TWICE}),
            "overlapping_absences",
            "issued[0].absences_then[1]",
        ),
        (
            correction({"period": JUNE, "payout": "1"}, absences=TWICE),
            "overlapping_absences",
            "absences[1]",
        ),
        (
            correction({"period": JUNE, "payout": "1"}, information_fault="bad luck"),
            "unknown_value",
            "information_fault",
        ),
        (
            correction({"period": JUNE, "payout": "1"}, arrears=[{"period": JUNE}]),
            "missing",
            "arrears[0].amount",
        ),
        (correction({"period": JUNE, "payout": "1"}, period=JUNE), "unknown_key", "period"),
    ],
)
def test_a_correction_is_checked(scenario: dict[str, Any], code: str, field: str) -> None:
    assert refused(scenario) == (code, field)


def test_the_calendar_reaches_the_last_period() -> None:
    """Ascension Day 2028 is 25 May: a day off costs nothing, then as now."""
    ascension = {"first_day": "2028-05-25", "last_day": "2028-05-25", "reason": "none"}
    later = {"period": {"first_day": "2028-05-01", "last_day": "2028-05-31"}, "payout": "22758.17"}
    answer = answered(
        correction({"period": JUNE, "payout": "22758.17"}, {**later, "absences_then": [ascension]})
    )
    assert answer["periods"][1]["days"] == []
