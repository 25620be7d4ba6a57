"""Length and content of a programme together.

Provision: integreringsloven §§ 13, 14, 14 a and 37 c.
In one sentence: the end goal gives the length, the family and the permit give the content.
"""

from collections.abc import Iterator
from datetime import date

from app.rules.eligibility.chapter_6_a import chapter_6_a_ends_before
from app.rules.law.bad_facts import BadFacts, FactProblem
from app.rules.law.grounds import Clarification, Ground
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.programme import content
from app.rules.programme.duration import LengthRule, length_rule
from app.rules.programme.end_goals import LESSER_GOALS, allowed_end_goals, must_aim_at_completion
from app.rules.programme.steps import last_day_after, programme_steps
from app.rules.programme.types import (
    ProgrammeAssessment,
    ProgrammeDoubt,
    ProgrammeFacts,
    ProgrammeGround,
)


def assess_programme(facts: ProgrammeFacts) -> ProgrammeAssessment:
    """Answer how long a programme may last and what it must hold.

    Raises `BadFacts` for dates that cannot stand in that order.
    """
    _check(facts)
    rule = _length_rule(facts)
    months = rule.length.months if rule else None
    extension_months = rule.length.extension_months if rule else 0
    start = facts.programme_start
    last_day = last_day_after(start, months) if months else None
    needs_social_studies = content.needs_social_studies(facts.permit_ground, start)
    needs_guidance = content.needs_parental_guidance(
        facts.children_born_on, start, last_day, expects_child=facts.expects_child
    )
    work_from = content.work_oriented_hours_required_from(start, facts.education, facts.end_goal)
    grounds = [*_length_grounds(rule)]
    grounds.append(Ground(ProgrammeGround.MANDATORY_CONTENT, content.SECTION_14_A_CONTENT))
    if not needs_social_studies:
        grounds.append(Ground(ProgrammeGround.NO_SOCIAL_STUDIES, content.SECTION_37_C))
    if needs_guidance:
        grounds.append(Ground(ProgrammeGround.PARENTAL_GUIDANCE, content.SECTION_14_A_PARENTS))
    if work_from is not None:
        grounds.append(Ground(ProgrammeGround.FIFTEEN_HOURS_OF_WORK, content.SECTION_14_A_WORK))
    return ProgrammeAssessment(
        max_months=months,
        extension_months=extension_months,
        extension_duty=rule.length.extension_duty if rule else False,
        last_day=last_day,
        mandatory_elements=content.mandatory_elements(
            needs_social_studies=needs_social_studies, needs_parental_guidance=needs_guidance
        ),
        work_oriented_hours_required_from=work_from,
        grounds=tuple(grounds),
        clarifications=tuple(_doubts(facts, rule, last_day)),
        last_day_with_extension=(
            last_day_after(start, months + extension_months) if months else None
        ),
        steps=tuple(programme_steps(facts, rule, work_from)),
    )


def _check(facts: ProgrammeFacts) -> None:
    if facts.programme_start < facts.offered_start_on:
        raise BadFacts(FactProblem.WRONG_ORDER, "programme_start")
    if facts.offered_start_on < facts.born_on:
        raise BadFacts(FactProblem.WRONG_ORDER, "offered_start_on")
    if facts.decided_on is not None and facts.decided_on < facts.born_on:
        raise BadFacts(FactProblem.WRONG_ORDER, "decided_on")


def _length_rule(facts: ProgrammeFacts) -> LengthRule | None:
    allowed = {option.end_goal for option in allowed_end_goals(facts) if option.is_allowed}
    if facts.end_goal is None or facts.end_goal not in allowed:
        return None
    return length_rule(facts, facts.end_goal)


def _length_grounds(rule: LengthRule | None) -> Iterator[Ground[ProgrammeGround]]:
    if rule is None:
        return
    yield Ground(rule.ground, rule.provision)
    if rule.length.extension_duty:
        yield Ground(ProgrammeGround.MUST_BE_EXTENDED_IF_IT_HELPS, rule.provision)
    elif not rule.length.extension_months:
        yield Ground(ProgrammeGround.MAY_NOT_BE_EXTENDED, rule.provision)


def _doubts(
    facts: ProgrammeFacts, rule: LengthRule | None, last_day: date | None
) -> Iterator[Clarification[ProgrammeDoubt]]:
    section = "13" if facts.education.is_upper_secondary_or_higher else "14"
    if facts.end_goal is not None and rule is None:
        provision = INTEGRERINGSLOVEN.section(section, "(1)")
        yield Clarification(ProgrammeDoubt.GOAL_NOT_ALLOWED, provision)
    if rule is not None and rule.is_before_reform:
        yield Clarification(ProgrammeDoubt.LENGTH_BEFORE_REFORM, rule.provision)
    is_lesser = facts.end_goal in LESSER_GOALS and must_aim_at_completion(facts)
    if is_lesser and not facts.is_completion_ruled_out:
        provision = INTEGRERINGSLOVEN.section("14", "(3)")
        yield Clarification(ProgrammeDoubt.COMPLETION_RULED_OUT, provision)
    if chapter_6_a_ends_before(facts.permit_ground, facts.programme_start, last_day):
        yield Clarification(ProgrammeDoubt.CHAPTER_6_A_ENDS, content.SECTION_37_C)
