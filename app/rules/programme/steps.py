"""The steps of a programme's assessment, as exact numbers with their provisions."""

from collections.abc import Iterator
from datetime import date

from app.core.period import ONE_DAY, after_months
from app.rules.law.grounds import Step
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.parameters.programme_duration import (
    COMPLETION_UNDER_AGE,
    ONLY_WORK_OVER_AGE,
    WORK_ORIENTED_HOURS_PER_WEEK,
)
from app.rules.programme import content
from app.rules.programme.duration import LengthRule
from app.rules.programme.end_goals import age_when_decided, asked_on, decided_on
from app.rules.programme.types import ProgrammeFacts, ProgrammeStep

_LIFE_SKILLS = INTEGRERINGSFORSKRIFTEN.section("4")


def last_day_after(programme_start: date, months: int) -> date:
    """Return the last day of so many months that begin with the start."""
    return after_months(programme_start, months) - ONE_DAY


def programme_steps(
    facts: ProgrammeFacts, rule: LengthRule | None, work_from: date | None
) -> Iterator[Step[ProgrammeStep]]:
    """Yield the steps in the order in which the programme was worked out."""
    yield age_step(facts)
    if rule is not None:
        yield from _length_steps(facts, rule)
    migration_health, career = content.life_skills_hours(facts.education, facts.programme_start)
    yield Step(
        ProgrammeStep.LIFE_SKILLS_HOURS,
        (("migration_health_hours", str(migration_health)), ("career_hours", str(career))),
        _LIFE_SKILLS,
    )
    if work_from is not None:
        start = facts.programme_start
        months = content.work_oriented_hours_after_months(start, facts.education)
        numbers = (
            ("programme_start", start.isoformat()),
            ("months", str(months)),
            ("required_from", work_from.isoformat()),
            ("hours_per_week", str(WORK_ORIENTED_HOURS_PER_WEEK.on(work_from))),
        )
        yield Step(ProgrammeStep.WORK_HOURS_FROM, numbers, content.SECTION_14_A_WORK)


def age_step(facts: ProgrammeFacts) -> Step[ProgrammeStep]:
    """Say the age at the § 12 decision: the act gives no day, and the decision sets the goal."""
    has_upper_secondary = facts.education.is_upper_secondary_or_higher
    numbers = [
        ("born_on", facts.born_on.isoformat()),
        ("decided_on", decided_on(facts).isoformat()),
        ("age", str(age_when_decided(facts))),
        ("only_work_over_age", str(ONLY_WORK_OVER_AGE.on(asked_on(facts)))),
    ]
    if not has_upper_secondary:
        numbers.append(("completion_under_age", str(COMPLETION_UNDER_AGE.on(asked_on(facts)))))
    section, detail = ("13", "(1)") if has_upper_secondary else ("14", "(3)")
    provision = INTEGRERINGSLOVEN.section(section, detail)
    return Step(ProgrammeStep.AGE_AT_DECISION, tuple(numbers), provision)


def _length_steps(facts: ProgrammeFacts, rule: LengthRule) -> Iterator[Step[ProgrammeStep]]:
    length, start = rule.length, facts.programme_start
    last_day = last_day_after(start, length.months)
    yield Step(
        ProgrammeStep.LENGTH,
        (
            ("offered_start_on", facts.offered_start_on.isoformat()),
            ("months", str(length.months)),
            ("extension_months", str(length.extension_months)),
        ),
        rule.provision,
    )
    yield Step(
        ProgrammeStep.LAST_DAY,
        (
            ("programme_start", start.isoformat()),
            ("months", str(length.months)),
            ("last_day", last_day.isoformat()),
        ),
        rule.provision,
    )
    if length.extension_months:
        extended = last_day_after(start, length.months + length.extension_months)
        yield Step(
            ProgrammeStep.EXTENSION,
            (
                ("last_day", last_day.isoformat()),
                ("months", str(length.extension_months)),
                ("last_day_with_extension", extended.isoformat()),
            ),
            rule.provision,
        )
