"""The elements that every plan must hold, with their minimum hours.

Provision: integreringsloven §§ 14 a, 15 third paragraph and 37 c; integreringsforskriften
§§ 3 and 4.
In one sentence: work or education, Norwegian, social studies, both parts of life skills, and
parental guidance for parents.
"""

from collections.abc import Iterator
from fractions import Fraction

from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.parameters import plan_content
from app.rules.parameters.building import under_reform
from app.rules.plan.kinds import EDUCATION_ORIENTED, WORK_ORIENTED, ElementKind
from app.rules.plan.types import Finding, FindingCode, PlanFacts, Severity
from app.rules.plan.weeks import total_minutes
from app.rules.programme.content import (
    SECTION_14_A_CONTENT,
    SECTION_14_A_PARENTS,
    needs_parental_guidance,
    needs_social_studies,
)

_ELEMENTS = INTEGRERINGSLOVEN.section("15", "(3)")
_MIGRATION_HEALTH = INTEGRERINGSFORSKRIFTEN.section("4", "(3)")
_CAREER = INTEGRERINGSFORSKRIFTEN.section("4", "(4)")


def check_elements(facts: PlanFacts) -> Iterator[Finding]:
    """Yield the elements and hours that are missing."""
    if not facts.elements:
        yield Finding(FindingCode.ELEMENTS_MISSING, _ELEMENTS, Severity.MISSING)
    kinds = {element.kind for element in facts.elements}
    if not kinds & (WORK_ORIENTED | EDUCATION_ORIENTED):
        yield _missing(FindingCode.WORK_OR_EDUCATION_ELEMENT_MISSING, SECTION_14_A_CONTENT)
    if ElementKind.NORWEGIAN_TRAINING not in kinds:
        yield _missing(FindingCode.NORWEGIAN_TRAINING_MISSING, SECTION_14_A_CONTENT)
    if ElementKind.SOCIAL_STUDIES not in kinds and needs_social_studies(
        facts.permit_ground, facts.programme.first_day
    ):
        yield _missing(FindingCode.SOCIAL_STUDIES_MISSING, SECTION_14_A_CONTENT)
    yield from _check_life_skills(facts)
    if ElementKind.PARENTAL_GUIDANCE not in kinds and needs_parental_guidance(
        facts.children_born_on, facts.programme.first_day, expects_child=facts.expects_child
    ):
        yield _missing(FindingCode.PARENTAL_GUIDANCE_MISSING, SECTION_14_A_PARENTS)
    yield from _check_dates(facts)


def _missing(code: FindingCode, provision: Provision) -> Finding:
    return Finding(code, provision, Severity.MISSING)


def _check_life_skills(facts: PlanFacts) -> Iterator[Finding]:
    has_upper_secondary = facts.education.is_upper_secondary_or_higher
    migration_health = (
        plan_content.MIGRATION_HEALTH_HOURS_UPPER_SECONDARY
        if has_upper_secondary
        else plan_content.MIGRATION_HEALTH_HOURS
    )
    career = (
        plan_content.CAREER_HOURS_UPPER_SECONDARY
        if has_upper_secondary
        else plan_content.CAREER_HOURS
    )
    rows = (
        (
            ElementKind.LIFE_SKILLS_MIGRATION_HEALTH,
            migration_health,
            _MIGRATION_HEALTH,
            FindingCode.LIFE_SKILLS_MIGRATION_HEALTH_MISSING,
            FindingCode.LIFE_SKILLS_MIGRATION_HEALTH_TOO_SHORT,
        ),
        (
            ElementKind.LIFE_SKILLS_CAREER,
            career,
            _CAREER,
            FindingCode.LIFE_SKILLS_CAREER_MISSING,
            FindingCode.LIFE_SKILLS_CAREER_TOO_SHORT,
        ),
    )
    asked_on = under_reform(facts.programme.first_day)
    for kind, required, provision, missing, too_short in rows:
        required_hours = required.on(asked_on)
        minutes = sum(total_minutes(row) for row in facts.elements if row.kind is kind)
        if minutes == 0:
            yield _missing(missing, SECTION_14_A_CONTENT)
        elif minutes < required_hours * plan_content.MINUTES_AN_HOUR:
            hours = Fraction(minutes, plan_content.MINUTES_AN_HOUR)
            numbers = (("hours", str(hours)), ("required_hours", str(required_hours)))
            yield Finding(too_short, provision, Severity.MISSING, numbers=numbers)


def _check_dates(facts: PlanFacts) -> Iterator[Finding]:
    for element in facts.elements:
        if element.period.intersection(facts.programme) != element.period:
            code = FindingCode.ELEMENT_OUTSIDE_PROGRAMME
            yield Finding(code, _ELEMENTS, Severity.WARNING, element.period)
