"""Obligatorisk innhold: what every programme must hold, and from when it must hold work.

Provision: integreringsloven §§ 14 a and 37 c.
In force from: 2026-01-01; § 37 c ends 1 July 2028.
In one sentence: work or education, Norwegian, social studies and life skills for all; parental
guidance for parents; 15 hours of work a week after three or six months towards work.
"""

from collections.abc import Iterable
from datetime import date

from app.core.period import after_months, age_on
from app.rules.eligibility.chapter_6_a import is_under_chapter_6_a
from app.rules.eligibility.permit import PermitGround
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.parameters.building import under_reform
from app.rules.parameters.plan_content import (
    CAREER_HOURS,
    CAREER_HOURS_UPPER_SECONDARY,
    MIGRATION_HEALTH_HOURS,
    MIGRATION_HEALTH_HOURS_UPPER_SECONDARY,
)
from app.rules.parameters.programme_duration import (
    CHILD_UNDER_AGE,
    WORK_HOURS_AFTER_MONTHS,
    WORK_HOURS_AFTER_MONTHS_UPPER_SECONDARY,
)
from app.rules.programme.kinds import EducationLevel, EndGoal
from app.rules.programme.types import MandatoryElement

SECTION_37_C = INTEGRERINGSLOVEN.section("37 c")
SECTION_14_A_CONTENT = INTEGRERINGSLOVEN.section("14 a", "(1)")
SECTION_14_A_PARENTS = INTEGRERINGSLOVEN.section("14 a", "(2)")
SECTION_14_A_WORK = INTEGRERINGSLOVEN.section("14 a", "(3)")


def needs_social_studies(permit_ground: PermitGround, on: date) -> bool:
    """Whether social studies is mandatory; not for collective protection while § 37 c lasts."""
    return not is_under_chapter_6_a(permit_ground, on)


def needs_parental_guidance(
    children_born_on: Iterable[date],
    programme_start: date,
    last_day: date | None = None,
    *,
    expects_child: bool,
) -> bool:
    """Whether somebody has a child under 18 at the start, or gets one in the programme.

    Without `last_day`: any child born after the start counts.
    """
    adult_age = CHILD_UNDER_AGE.on(under_reform(programme_start))
    has_child = any(
        age_on(born_on, programme_start) < adult_age and (last_day is None or born_on <= last_day)
        for born_on in children_born_on
    )
    return has_child or expects_child


def mandatory_elements(
    *, needs_social_studies: bool, needs_parental_guidance: bool
) -> tuple[MandatoryElement, ...]:
    """Return the mandatory elements in the order of the act."""
    return (
        MandatoryElement.WORK_OR_EDUCATION,
        MandatoryElement.NORWEGIAN_TRAINING,
        *((MandatoryElement.SOCIAL_STUDIES,) if needs_social_studies else ()),
        MandatoryElement.LIFE_SKILLS,
        *((MandatoryElement.PARENTAL_GUIDANCE,) if needs_parental_guidance else ()),
    )


def life_skills_hours(education: EducationLevel, programme_start: date) -> tuple[int, int]:
    """Return the least hours of migration, health and diversity, and of career competence."""
    asked_on = under_reform(programme_start)
    if education.is_upper_secondary_or_higher:
        parameters = MIGRATION_HEALTH_HOURS_UPPER_SECONDARY, CAREER_HOURS_UPPER_SECONDARY
    else:
        parameters = MIGRATION_HEALTH_HOURS, CAREER_HOURS
    migration_health, career = parameters
    return migration_health.on(asked_on), career.on(asked_on)


def work_oriented_hours_after_months(programme_start: date, education: EducationLevel) -> int:
    """Return after how many months the 15-hour demand begins."""
    months = (
        WORK_HOURS_AFTER_MONTHS_UPPER_SECONDARY
        if education.is_upper_secondary_or_higher
        else WORK_HOURS_AFTER_MONTHS
    )
    return months.on(under_reform(programme_start))


def work_oriented_hours_required_from(
    programme_start: date, education: EducationLevel, end_goal: EndGoal | None
) -> date | None:
    """Return the first day of the 15-hour demand; None where the goal is not work."""
    if end_goal is not EndGoal.WORK:
        return None
    months = work_oriented_hours_after_months(programme_start, education)
    return under_reform(after_months(programme_start, months))
