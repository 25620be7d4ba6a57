"""Parental guidance: meetings in a group, conversations alone, and the exception for capacity."""

from dataclasses import replace
from typing import Any

import pytest

from app.rules.law import BadFacts, FactProblem
from app.rules.plan import (
    ElementKind,
    FindingCode,
    GuidanceForm,
    PlanDoubt,
    PlanElementFacts,
    PlanStep,
    Severity,
)
from tests.support.plans import check, doubts, findings, step
from tests.support.rule_facts import FULL_ELEMENTS, element, period

GROUP, ALONE = GuidanceForm.GROUP, GuidanceForm.INDIVIDUAL


def course(
    meetings: int | None,
    form: GuidanceForm | None = GROUP,
    first: str = "2026-03-02",
    last: str = "2026-04-26",
    **more: Any,
) -> PlanElementFacts:
    row = element(ElementKind.PARENTAL_GUIDANCE, "2", first, last)
    return replace(row, meetings=meetings, form=form, **more)


def plan(*courses: PlanElementFacts) -> dict[str, Any]:
    return {"elements": (*FULL_ELEMENTS, *courses), "expects_child": True}


@pytest.mark.parametrize(
    ("form", "meetings", "code"),
    [
        (GROUP, 7, FindingCode.PARENTAL_GUIDANCE_TOO_FEW_MEETINGS),
        (GROUP, 8, None),
        (GROUP, 12, None),
        (GROUP, 13, FindingCode.PARENTAL_GUIDANCE_TOO_MANY_MEETINGS),
        (ALONE, 4, FindingCode.PARENTAL_GUIDANCE_TOO_FEW_MEETINGS),
        (ALONE, 5, None),
        (ALONE, 8, None),
        (ALONE, 9, FindingCode.PARENTAL_GUIDANCE_TOO_MANY_MEETINGS),
        (GROUP, 0, FindingCode.PARENTAL_GUIDANCE_TOO_FEW_MEETINGS),
    ],
)
def test_each_form_has_its_number(
    form: GuidanceForm, meetings: int, code: FindingCode | None
) -> None:
    rows = findings(**plan(course(meetings, form)))
    assert [row.code for row in rows] == ([code] if code else [])
    for row in rows:
        is_few = code is FindingCode.PARENTAL_GUIDANCE_TOO_FEW_MEETINGS
        assert row.severity is (Severity.MISSING if is_few else Severity.WARNING)
        assert row.period == period("2026-03-02", "2026-04-26")
        assert row.provision.citation == "if § 3 (4)"


def test_a_course_without_a_number_is_not_measured() -> None:
    assert findings(**plan(course(None))) == []


def test_parts_of_a_course_are_counted_together() -> None:
    parts = course(4), course(4, first="2026-05-04", last="2026-06-28")
    assert findings(**plan(*parts)) == []
    assert step(PlanStep.GUIDANCE_MEETINGS, **plan(*parts)) == (
        {"meetings": "8", "required_meetings": "8", "most_meetings": "12"},
        "if § 3 (4)",
    )


@pytest.mark.parametrize(
    ("form", "meetings", "is_enough"),
    [(GROUP, 3, False), (GROUP, 4, True), (ALONE, 1, False), (ALONE, 2, True)],
)
def test_capacity_allows_fewer(form: GuidanceForm, meetings: int, is_enough: bool) -> None:
    rows = findings(**plan(course(meetings, form, is_capacity_exception=True)))
    assert [row.provision.citation for row in rows] == ([] if is_enough else ["if § 3 (6)"])


@pytest.mark.parametrize(
    ("first", "meetings", "asked"),
    [
        ("2026-06-30", 4, []),
        ("2026-07-01", 4, [PlanDoubt.CAPACITY_EXCEPTION]),
        ("2026-07-01", 3, [PlanDoubt.CAPACITY_EXCEPTION]),
        ("2026-07-01", 8, []),
    ],
)
def test_the_exception_is_uncertain_from_july_2026(
    first: str, meetings: int, asked: list[PlanDoubt]
) -> None:
    row = course(meetings, first=first, last="2026-08-30", is_capacity_exception=True)
    assert doubts(**plan(row)) == asked


@pytest.mark.parametrize(("first", "is_enough"), [("2023-06-30", False), ("2023-07-01", True)])
def test_there_was_no_exception_before_july_2023(first: str, is_enough: bool) -> None:
    row = course(4, first=first, last="2026-08-30", is_capacity_exception=True)
    few = FindingCode.PARENTAL_GUIDANCE_TOO_FEW_MEETINGS
    assert (few in {found.code for found in findings(**plan(row))}) is not is_enough


@pytest.mark.parametrize(
    ("row", "problem", "field"),
    [
        (course(-1), FactProblem.NEGATIVE, "elements[6].meetings"),
        (course(8, None), FactProblem.MISSING, "elements[6].form"),
        (
            replace(course(8), kind=ElementKind.OTHER),
            FactProblem.UNKNOWN_VALUE,
            "elements[6].meetings",
        ),
        (
            replace(course(None), kind=ElementKind.OTHER),
            FactProblem.UNKNOWN_VALUE,
            "elements[6].form",
        ),
    ],
)
def test_impossible_courses_are_refused(
    row: PlanElementFacts, problem: FactProblem, field: str
) -> None:
    with pytest.raises(BadFacts) as error:
        check(**plan(row))
    assert (error.value.problem, error.value.field) == (problem, field)
