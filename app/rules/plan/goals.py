"""Sluttmål og norskmål: the goals of a plan against education and age.

Provision: integreringsloven §§ 13, 14, 15 third paragraph, 31 and 37 d; integreringsforskriften
§§ 27 and 28.
In one sentence: the end goal must be one that education and, where the birth date is given, age
leave open; the Norwegian goal is compared skill by skill with the guiding levels.
"""

from collections.abc import Iterator
from dataclasses import asdict

from app.rules.law.grounds import Clarification, Step
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.plan.norwegian_goals import (
    NorwegianGoalFacts,
    NorwegianGoals,
    propose_norwegian_goal,
    propose_norwegian_goals,
)
from app.rules.plan.types import (
    Finding,
    FindingCode,
    Found,
    PlanDoubt,
    PlanFacts,
    PlanStep,
    Severity,
)
from app.rules.programme.end_goals import allowed_end_goals, goals_by_education
from app.rules.programme.kinds import EducationLevel
from app.rules.programme.steps import age_step
from app.rules.programme.types import EndGoalGround, ProgrammeFacts

_GUIDING_LEVELS = INTEGRERINGSFORSKRIFTEN.section("28")


def check_end_goal(facts: PlanFacts) -> Iterator[Found]:
    """Compare the goal with the education, and with the age where the birth date is given."""
    if facts.end_goal is None:
        return
    if facts.end_goal not in goals_by_education(facts.education):
        section = "13" if facts.education.is_upper_secondary_or_higher else "14"
        provision = INTEGRERINGSLOVEN.section(section, "(1)")
        yield Finding(FindingCode.END_GOAL_NOT_ALLOWED, provision, Severity.MISSING)
        return
    programme = _programme(facts)
    if programme is None:
        return
    step = age_step(programme)
    yield Step(PlanStep.AGE_AT_DECISION, step.numbers, step.provision)
    ground = next(
        row.ground for row in allowed_end_goals(programme) if row.end_goal is facts.end_goal
    )
    is_lesser = ground.code is EndGoalGround.ALLOWED_IF_COMPLETION_RULED_OUT
    if ground.code is EndGoalGround.OVER_FIFTY_FIVE:
        yield Finding(FindingCode.END_GOAL_NOT_ALLOWED, ground.provision, Severity.MISSING)
    elif is_lesser and not facts.is_completion_ruled_out:
        yield Clarification(PlanDoubt.COMPLETION_RULED_OUT, ground.provision)


def _programme(facts: PlanFacts) -> ProgrammeFacts | None:
    if facts.born_on is None:
        return None
    return ProgrammeFacts(
        offered_start_on=facts.decided_on or facts.programme.first_day,
        programme_start=facts.programme.first_day,
        born_on=facts.born_on,
        education=facts.education,
        permit_ground=facts.permit_ground,
        end_goal=facts.end_goal,
        decided_on=facts.decided_on,
    )


def check_norwegian_goal(facts: PlanFacts) -> Iterator[Found]:
    """Compare each skill with the guiding level; at upper secondary a grade takes its place."""
    proposal = propose_norwegian_goal(
        NorwegianGoalFacts(
            facts.programme.first_day,
            facts.education,
            needs_b2=facts.needs_b2,
            taught_in=facts.norwegian_taught_in,
        )
    )
    goals, guiding = facts.norwegian_goals, proposal.levels
    if goals is None or guiding is None or not goals.is_below(guiding):
        return
    lowest = propose_norwegian_goals(EducationLevel.NONE)
    if not facts.is_education_exact and not goals.is_below(lowest):
        yield Clarification(PlanDoubt.LOWER_EDUCATION_UNKNOWN, proposal.provision)
        return
    yield Finding(
        FindingCode.NORWEGIAN_GOAL_BELOW_GUIDING_LEVEL,
        _GUIDING_LEVELS,
        Severity.WARNING,
        details=tuple(_too_low(goals, guiding)),
    )


def _too_low(goals: NorwegianGoals, guiding: NorwegianGoals) -> Iterator[tuple[str, str]]:
    """Yield each skill that is too low with its level, and with the guiding one."""
    changes = goals.changes_to(guiding)
    skills = asdict(goals)
    for (skill, level), change in zip(skills.items(), changes, strict=True):
        if change > 0:
            yield skill, level.value
            yield f"guiding_{skill}", asdict(guiding)[skill].value
