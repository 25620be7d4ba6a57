"""The elements that every plan must hold, with their minimum hours.

Provision: integreringsloven §§ 14 a, 15 third paragraph, 37 c and 37 d; integreringsforskriften
§§ 3 and 4.
In force from: 2026-01-01.
In one sentence: work or education, Norwegian, social studies, both parts of life skills, and
parental guidance for parents.
"""

from collections.abc import Iterator
from fractions import Fraction

from app.rules.law.grounds import Step
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.parameters.plan_content import MINUTES_AN_HOUR
from app.rules.plan.guidance import check_guidance
from app.rules.plan.kinds import EDUCATION_ORIENTED, WORK_ORIENTED, ElementKind
from app.rules.plan.statements import NORWEGIAN_IS_A_RIGHT, has_declined_norwegian
from app.rules.plan.types import Finding, FindingCode, Found, PlanFacts, PlanStep, Severity
from app.rules.plan.weeks import total_minutes
from app.rules.programme.content import (
    SECTION_14_A_CONTENT,
    SECTION_14_A_PARENTS,
    life_skills_hours,
    needs_parental_guidance,
    needs_social_studies,
)

_ELEMENTS = INTEGRERINGSLOVEN.section("15", "(3)")
_MIGRATION_HEALTH = INTEGRERINGSFORSKRIFTEN.section("4", "(3)")
_CAREER = INTEGRERINGSFORSKRIFTEN.section("4", "(4)")


def check_elements(facts: PlanFacts) -> Iterator[Found]:
    """Yield the elements and hours that § 14 a asks for and the plan lacks."""
    kinds = {element.kind for element in facts.elements}
    if not kinds & (WORK_ORIENTED | EDUCATION_ORIENTED):
        yield _missing(FindingCode.WORK_OR_EDUCATION_ELEMENT_MISSING, SECTION_14_A_CONTENT)
    if ElementKind.NORWEGIAN_TRAINING not in kinds:
        code = FindingCode.NORWEGIAN_TRAINING_MISSING
        if has_declined_norwegian(facts):
            yield Finding(code, NORWEGIAN_IS_A_RIGHT, Severity.WARNING)
        else:
            yield _missing(code, SECTION_14_A_CONTENT)
    if ElementKind.SOCIAL_STUDIES not in kinds and needs_social_studies(
        facts.permit_ground, facts.programme.first_day
    ):
        yield _missing(FindingCode.SOCIAL_STUDIES_MISSING, SECTION_14_A_CONTENT)
    yield from _check_life_skills(facts)
    if ElementKind.PARENTAL_GUIDANCE not in kinds and needs_parental_guidance(
        facts.children_born_on,
        facts.programme.first_day,
        facts.programme.last_day,
        expects_child=facts.expects_child,
    ):
        yield _missing(FindingCode.PARENTAL_GUIDANCE_MISSING, SECTION_14_A_PARENTS)
    yield from check_guidance(facts)


def check_element_list(facts: PlanFacts) -> Iterator[Found]:
    """Yield that there are no elements, and the elements outside the programme."""
    if not facts.elements:
        yield _missing(FindingCode.ELEMENTS_MISSING, _ELEMENTS)
    for element in facts.elements:
        if element.period.intersection(facts.programme) != element.period:
            code = FindingCode.ELEMENT_OUTSIDE_PROGRAMME
            yield Finding(code, _ELEMENTS, Severity.WARNING, element.period)


def _missing(code: FindingCode, provision: Provision) -> Finding:
    return Finding(code, provision, Severity.MISSING)


def _check_life_skills(facts: PlanFacts) -> Iterator[Found]:
    migration_health, career = life_skills_hours(facts.education, facts.programme.first_day)
    rows = (
        (
            ElementKind.LIFE_SKILLS_MIGRATION_HEALTH,
            migration_health,
            _MIGRATION_HEALTH,
            PlanStep.MIGRATION_HEALTH_HOURS,
            FindingCode.LIFE_SKILLS_MIGRATION_HEALTH_MISSING,
            FindingCode.LIFE_SKILLS_MIGRATION_HEALTH_TOO_SHORT,
        ),
        (
            ElementKind.LIFE_SKILLS_CAREER,
            career,
            _CAREER,
            PlanStep.CAREER_HOURS,
            FindingCode.LIFE_SKILLS_CAREER_MISSING,
            FindingCode.LIFE_SKILLS_CAREER_TOO_SHORT,
        ),
    )
    for kind, required_hours, provision, step, missing, too_short in rows:
        minutes = sum(total_minutes(row) for row in facts.elements if row.kind is kind)
        hours = Fraction(minutes, MINUTES_AN_HOUR)
        numbers = (("hours", str(hours)), ("required_hours", str(required_hours)))
        yield Step(step, numbers, provision)
        if minutes == 0:
            yield _missing(missing, SECTION_14_A_CONTENT)
        elif hours < required_hours:
            yield Finding(too_short, provision, Severity.MISSING, numbers=numbers)
