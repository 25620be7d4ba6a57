"""How fast the live check of a plan is: three years, thirty elements.

The check is what a page asks for while somebody types. The ratio compares with a plain loop that
reads every element in every week: it tells the work of the rules from the speed of the machine.
"""

from datetime import date, timedelta

from app.core.period import Period
from app.rules.eligibility import PermitGround
from app.rules.plan import (
    ElementKind,
    PlanElementFacts,
    PlanFacts,
    check_plan,
    propose_norwegian_goals,
)
from app.rules.programme import EducationLevel, EndGoal
from benchmarks.bench_rules import best

TARGET_MILLISECONDS = 20
TIMES = 20
"""Checks asked for at a time, when the time of one is measured."""
PROGRAMME = Period(date(2026, 1, 5), date(2028, 12, 31))
TERMS = 6
"""Half years, each with its own elements."""
A_WEEK = (
    (ElementKind.NORWEGIAN_TRAINING, 15),
    (ElementKind.SOCIAL_STUDIES, 2),
    (ElementKind.WORK_PRACTICE, 16),
    (ElementKind.OWN_ACTIVITY, 5),
    (ElementKind.LIFE_SKILLS_CAREER, 1),
)


def run() -> None:
    """Measure and print."""
    facts = three_years()
    check = best(lambda: [check_plan(facts) for _ in range(TIMES)]) / TIMES * 1000
    loop = best(lambda: [read(facts) for _ in range(TIMES)]) / TIMES * 1000
    weeks = len(check_plan(facts).weeks)
    print(
        f"plan check: {weeks} weeks with {len(facts.elements)} elements {check:.2f} ms "
        f"(target {TARGET_MILLISECONDS} ms), {check / loop:.1f} times a plain loop"
    )


def three_years() -> PlanFacts:
    """Return a plan as long as there can be, with other elements every half year."""
    length = len(PROGRAMME) // TERMS
    starts = [PROGRAMME.first_day + timedelta(days=length * term) for term in range(TERMS)]
    ends = [*(start - timedelta(days=1) for start in starts[1:]), PROGRAMME.last_day]
    return PlanFacts(
        programme=PROGRAMME,
        education=EducationLevel.LOWER_SECONDARY,
        permit_ground=PermitGround.ASYLUM,
        end_goal=EndGoal.WORK,
        elements=tuple(
            PlanElementFacts(kind, hours * 60, Period(first, last))
            for first, last in zip(starts, ends, strict=True)
            for kind, hours in A_WEEK
        ),
        norwegian_goals=propose_norwegian_goals(EducationLevel.LOWER_SECONDARY),
        norwegian_hours=1200,
        social_studies_hours=75,
        has_long_term_goals=True,
        has_reasons=True,
        is_appeal_information_given=True,
        is_mapping_done_or_explained=True,
        is_guidance_done_or_explained=True,
        is_competence_validation_guided=True,
        review_due_on=date(2026, 6, 1),
    )


def read(facts: PlanFacts) -> int:
    """Add up the minutes of every week of every element, and do nothing with them."""
    minutes = 0
    first_day = facts.programme.first_day
    while first_day <= facts.programme.last_day:
        week = Period(first_day, first_day + timedelta(days=6))
        for element in facts.elements:
            if element.period.intersection(week) is not None:
                minutes += element.minutes_per_week
        first_day += timedelta(days=7)
    return minutes


if __name__ == "__main__":
    run()
