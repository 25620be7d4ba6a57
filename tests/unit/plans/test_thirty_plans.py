"""Thirty good plans without a finding, and thirty that differ from a good one in one thing."""

from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from app.core.period import Period
from app.rules.eligibility import PermitGround
from app.rules.plan import (
    CefrLevel,
    ElementKind,
    FindingCode,
    GuidanceForm,
    NorwegianGoals,
    PlanElementFacts,
    check_plan,
    propose_norwegian_goals,
)
from app.rules.policy import FullTimeWeek, Policy
from app.rules.programme import EducationLevel, EndGoal
from tests.support.rule_facts import FULL_ELEMENTS, day, element, period, plan_facts

Elements = tuple[PlanElementFacts, ...]
K = ElementKind
C = FindingCode


def changed(of: ElementKind, /, **changes: Any) -> Elements:
    """Return the good elements with something else in those of one kind."""
    return tuple(replace(row, **changes) if row.kind is of else row for row in FULL_ELEMENTS)


def without(kind: ElementKind, *instead: PlanElementFacts) -> Elements:
    """Return the good elements, others in the place of those of one kind."""
    return (*(row for row in FULL_ELEMENTS if row.kind is not kind), *instead)


def guidance(meetings: int, form: GuidanceForm = GuidanceForm.GROUP) -> PlanElementFacts:
    """Return a course of parental guidance."""
    course = element(K.PARENTAL_GUIDANCE, "2", last="2026-06-28")
    return replace(course, meetings=meetings, form=form)


ORDINARY = Policy()
CHILD = (day("2019-05-01"),)
HIGH = EducationLevel.UPPER_SECONDARY_OR_HIGHER
GOAL_B1 = propose_norwegian_goals(HIGH)
NO_SCHOOL = propose_norwegian_goals(EducationLevel.NONE)
IN_EDUCATION = tuple(
    replace(row, kind=K.UPPER_SECONDARY) if row.kind is K.WORK_PRACTICE else row
    for row in FULL_ELEMENTS
)
ACTIVE_30 = without(K.WORK_PRACTICE, element(K.WORK_PRACTICE, "15"))
COLLECTIVE = without(K.SOCIAL_STUDIES, element(K.BRANCH_COURSE, "1.5"))
OFF_FIVE_WEEKS = (period("2026-07-06", "2026-08-09"),)


@dataclass(frozen=True)
class Good:
    """A plan that lacks nothing."""

    name: str
    changes: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Defective:
    """A good plan with one thing changed, and what is found then."""

    name: str
    changes: dict[str, Any]
    codes: list[FindingCode]
    base: dict[str, Any] = field(default_factory=dict)
    """The good plan that it differs from, where that is another than the ordinary one."""
    policy: Policy = ORDINARY


def kind_instead(kind: ElementKind) -> dict[str, Any]:
    return {"elements": changed(K.WORK_PRACTICE, kind=kind)}


def towards(goal: EndGoal, kind: ElementKind, education: EducationLevel) -> dict[str, Any]:
    return {
        "end_goal": goal,
        "elements": changed(K.WORK_PRACTICE, kind=kind),
        "education": education,
        "norwegian_goals": propose_norwegian_goals(education),
    }


NEITHER = EducationLevel.NONE
LOWER = EducationLevel.LOWER_SECONDARY
COLLECTIVE_PLAN: dict[str, Any] = {
    "permit_ground": PermitGround.COLLECTIVE_PROTECTION,
    "social_studies_hours": 0,
    "elements": COLLECTIVE,
}
PARENT = {"children_born_on": CHILD, "elements": (*FULL_ELEMENTS, guidance(12))}

GOOD = (
    Good("towards work, with practice"),
    Good("part-time work", kind_instead(K.PART_TIME_WORK)),
    Good("branch course", kind_instead(K.BRANCH_COURSE)),
    Good("measure of Nav", kind_instead(K.NAV_MEASURE)),
    Good("something else towards work", kind_instead(K.OTHER_WORK_ORIENTED)),
    Good(
        "completed upper secondary",
        towards(EndGoal.UPPER_SECONDARY_COMPLETED, K.UPPER_SECONDARY, LOWER),
    ),
    Good("parts of it", towards(EndGoal.UPPER_SECONDARY_PART, K.UPPER_SECONDARY, LOWER)),
    Good(
        "certificate of a trade",
        towards(EndGoal.VOCATIONAL_TRAINING_COMPLETED, K.VOCATIONAL_TRAINING, LOWER),
    ),
    Good(
        "no schooling, parts of upper secondary",
        towards(EndGoal.UPPER_SECONDARY_PART, K.PREPARATORY_ADULT_EDUCATION, NEITHER),
    ),
    Good(
        "no schooling, towards work",
        {"education": NEITHER, "norwegian_goals": NO_SCHOOL},
    ),
    Good(
        "higher education",
        towards(EndGoal.HIGHER_EDUCATION_PREPARATION, K.HIGHER_EDUCATION_PREPARATION, HIGH),
    ),
    Good(
        "a new trade",
        towards(EndGoal.VOCATIONAL_REQUALIFICATION, K.VOCATIONAL_REQUALIFICATION, HIGH),
    ),
    Good("educated, towards work", {"education": HIGH, "norwegian_goals": GOAL_B1}),
    Good(
        "educated, shorter life skills",
        {
            "education": HIGH,
            "norwegian_goals": GOAL_B1,
            "elements": tuple(
                replace(row, period=Period(row.period.first_day, day("2026-01-11")))
                if row.kind is K.LIFE_SKILLS_MIGRATION_HEALTH
                else row
                for row in FULL_ELEMENTS
            ),
        },
    ),
    Good("goals above the guiding ones", {"norwegian_goals": GOAL_B1}),
    Good("parent in a group", PARENT),
    Good(
        "parent, guided alone",
        {
            "children_born_on": CHILD,
            "elements": (*FULL_ELEMENTS, guidance(8, GuidanceForm.INDIVIDUAL)),
        },
    ),
    Good(
        "guidance without a number of meetings",
        {
            "children_born_on": CHILD,
            "elements": (*FULL_ELEMENTS, element(K.PARENTAL_GUIDANCE, "2", last="2026-06-28")),
        },
    ),
    Good("grown children", {"children_born_on": (day("2005-01-01"),)}),
    Good(
        "expects a child",
        {"expects_child": True, "elements": (*FULL_ELEMENTS, guidance(12))},
    ),
    Good("five weeks of holiday", {"days_off": OFF_FIVE_WEEKS}),
    Good(
        "social studies partly before settlement",
        {"social_studies_hours": 45, "social_studies_completed_hours": 30},
    ),
    Good("more social studies than asked", {"social_studies_hours": 90}),
    Good(
        "collective protection without social studies",
        COLLECTIVE_PLAN,
    ),
    Good(
        "reasons for each element",
        {"has_reasons": False, "elements": changed(K.WORK_PRACTICE, has_reasons=True)},
    ),
    Good("review is due today", {"assessed_on": day("2026-06-01")}),
    Good("thirty hours and more with own activity", {"elements": ACTIVE_30}),
    Good(
        "training within its time",
        {
            "training_offered_on": day("2026-01-05"),
            "permit_granted_on": day("2025-12-01"),
        },
    ),
    Good("forty years old", {"born_on": day("1986-01-01"), "decided_on": day("2026-01-02")}),
    Good(
        "social studies in a language that is understood",
        {"social_studies_understood_hours": 75},
    ),
)

LOWER_SKILL = NorwegianGoals(CefrLevel.A1, *([CefrLevel.B1] * 3))
DEFECTIVE = (
    Defective("no end goal", {"end_goal": None}, [C.END_GOAL_MISSING]),
    Defective(
        "a goal for others",
        {"end_goal": EndGoal.HIGHER_EDUCATION_PREPARATION},
        [C.END_GOAL_NOT_ALLOWED],
    ),
    Defective(
        "over 55",
        {"born_on": day("1965-01-01")},
        [C.END_GOAL_NOT_ALLOWED],
        base=towards(EndGoal.UPPER_SECONDARY_PART, K.UPPER_SECONDARY, LOWER),
    ),
    Defective("no Norwegian goal", {"norwegian_goals": None}, [C.NORWEGIAN_GOAL_MISSING]),
    Defective(
        "Norwegian goal below the guiding one",
        {"norwegian_goals": LOWER_SKILL},
        [C.NORWEGIAN_GOAL_BELOW_GUIDING_LEVEL],
    ),
    Defective("no long-term goals", {"has_long_term_goals": False}, [C.LONG_TERM_GOALS_MISSING]),
    Defective("no extent of Norwegian", {"norwegian_hours": 0}, [C.NORWEGIAN_EXTENT_MISSING]),
    Defective(
        "no extent of social studies",
        {"social_studies_hours": 0},
        [C.SOCIAL_STUDIES_EXTENT_MISSING],
    ),
    Defective(
        "too little social studies",
        {"social_studies_hours": 74},
        [C.SOCIAL_STUDIES_UNDER_75_HOURS],
    ),
    Defective(
        "social studies that is not understood",
        {"social_studies_understood_hours": 50},
        [C.SOCIAL_STUDIES_NOT_UNDERSTOOD],
    ),
    Defective("no reasons", {"has_reasons": False}, [C.REASONS_MISSING]),
    Defective(
        "an element whose reasons are left blank",
        {"elements": changed(K.WORK_PRACTICE, has_reasons=False)},
        [C.ELEMENT_REASONS_MISSING],
    ),
    Defective(
        "not told of the appeal",
        {"is_appeal_information_given": False},
        [C.APPEAL_INFORMATION_MISSING],
    ),
    Defective(
        "not mapped", {"is_mapping_done_or_explained": False}, [C.MAPPING_NOT_DONE_OR_EXPLAINED]
    ),
    Defective(
        "no career guidance",
        {"is_guidance_done_or_explained": False},
        [C.GUIDANCE_NOT_DONE_OR_EXPLAINED],
    ),
    Defective(
        "not guided on validation",
        {"is_competence_validation_guided": False},
        [C.COMPETENCE_VALIDATION_NOT_GUIDED],
    ),
    Defective("no date of review", {"review_due_on": None}, [C.REVIEW_DATE_MISSING]),
    Defective("review overdue", {"assessed_on": day("2026-06-02")}, [C.REVIEW_OVERDUE]),
    Defective(
        "an element after the programme",
        {
            "elements": (
                *FULL_ELEMENTS,
                element(K.OTHER, "1", first="2026-12-21", last="2026-12-28"),
            )
        },
        [C.ELEMENT_OUTSIDE_PROGRAMME],
    ),
    Defective(
        "nothing towards work or education",
        {"elements": changed(K.WORK_PRACTICE, kind=K.OTHER)},
        [C.WORK_OR_EDUCATION_ELEMENT_MISSING],
        base=towards(EndGoal.UPPER_SECONDARY_PART, K.UPPER_SECONDARY, LOWER),
    ),
    Defective(
        "no Norwegian",
        {"elements": changed(K.NORWEGIAN_TRAINING, kind=K.OTHER)},
        [C.NORWEGIAN_TRAINING_MISSING],
    ),
    Defective(
        "no social studies",
        {"elements": changed(K.SOCIAL_STUDIES, kind=K.OTHER)},
        [C.SOCIAL_STUDIES_MISSING],
    ),
    Defective(
        "no life skills about health",
        {"elements": without(K.LIFE_SKILLS_MIGRATION_HEALTH)},
        [C.LIFE_SKILLS_MIGRATION_HEALTH_MISSING],
    ),
    Defective(
        "life skills about health too short",
        {"elements": changed(K.LIFE_SKILLS_MIGRATION_HEALTH, minutes_per_week=299)},
        [C.LIFE_SKILLS_MIGRATION_HEALTH_TOO_SHORT],
    ),
    Defective(
        "no life skills about career",
        {"elements": without(K.LIFE_SKILLS_CAREER)},
        [C.LIFE_SKILLS_CAREER_MISSING],
    ),
    Defective(
        "life skills about career too short",
        {"elements": changed(K.LIFE_SKILLS_CAREER, minutes_per_week=299)},
        [C.LIFE_SKILLS_CAREER_TOO_SHORT],
    ),
    Defective(
        "a parent without guidance",
        {"children_born_on": CHILD},
        [C.PARENTAL_GUIDANCE_MISSING],
    ),
    Defective(
        "too few meetings of parents",
        {"elements": (*FULL_ELEMENTS, guidance(7))},
        [C.PARENTAL_GUIDANCE_TOO_FEW_MEETINGS],
        base=PARENT,
    ),
    Defective(
        "too little work after six months",
        {
            "elements": without(
                K.WORK_PRACTICE, element(K.WORK_PRACTICE, "14"), element(K.OTHER, "2")
            )
        },
        [C.WORK_ORIENTED_HOURS_TOO_FEW],
    ),
    Defective(
        "weeks under full time",
        {"elements": changed(K.NORWEGIAN_TRAINING, minutes_per_week=7 * 60)},
        [C.NOT_FULL_TIME],
    ),
    Defective(
        "no own activity to fill up with",
        {"elements": changed(K.OWN_ACTIVITY, kind=K.OTHER, minutes_per_week=60)},
        [C.FULL_TIME_NEEDS_OWN_ACTIVITY],
    ),
    Defective(
        "six weeks of holiday",
        {"days_off": (period("2026-07-06", "2026-08-16"),)},
        [C.NOT_YEAR_ROUND],
    ),
    Defective(
        "social studies after its year",
        {"training_offered_on": day("2025-12-05")},
        [C.SOCIAL_STUDIES_TOO_LATE],
    ),
    Defective(
        "Norwegian after its year",
        {"training_started_on": day("2025-12-05")},
        [C.NORWEGIAN_TRAINING_TOO_LATE],
        base=COLLECTIVE_PLAN,
    ),
    Defective(
        "thirty hours where the municipality wants 37.5",
        {},
        [C.NOT_FULL_TIME],
        base={"elements": ACTIVE_30},
        policy=Policy(full_time_week=FullTimeWeek.ALWAYS_37_5),
    ),
)


def test_there_are_thirty_of_each_and_every_code_that_a_plan_can_earn() -> None:
    assert len(GOOD) == 30
    assert len(DEFECTIVE) >= 30
    found = {code for row in DEFECTIVE for code in row.codes}
    assert set(FindingCode) - found <= {
        C.ELEMENTS_MISSING,  # takes every element away, and so is many things
        C.PARENTAL_GUIDANCE_TOO_MANY_MEETINGS,
        C.BEFORE_REFORM,
    }


@pytest.mark.parametrize("row", GOOD, ids=lambda row: row.name)
def test_a_good_plan_has_no_finding(row: Good) -> None:
    assert check_plan(plan_facts(**row.changes)).findings == ()


@pytest.mark.parametrize("row", DEFECTIVE, ids=lambda row: row.name)
def test_a_defective_plan_has_exactly_its_findings(row: Defective) -> None:
    assert check_plan(plan_facts(**row.base)).findings == (), "it differs from a good one"
    assessment = check_plan(plan_facts(**{**row.base, **row.changes}), row.policy)
    assert [finding.code for finding in assessment.findings] == row.codes
    assert all(finding.provision.link for finding in assessment.findings)
