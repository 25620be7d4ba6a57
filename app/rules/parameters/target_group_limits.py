"""Ages and periods of the target group.

Provision: integreringsloven §§ 8, 9 and 12; LOV-2025-06-20-35 (60 years, adopted without a date).
"""

from datetime import date

from app.rules.law.installation import InstallationDates

INTEGRERINGSLOVEN_IN_FORCE_FROM = date(2021, 1, 1)
"""Permits granted earlier stay under the act of 2003 (integreringsforskriften § 72)."""

LOWEST_AGE = 18
"""Years, on the day the permit was granted."""
_HIGHEST_AGE = 55
_HIGHEST_AGE_ADOPTED = 60

LIVED_IN_MUNICIPALITY_MONTHS = 24
"""§ 8 asks for less than this when the decision is made."""
REFERENCE_PERSON_SETTLED_MONTHS = 60
"""§ 9 letter f asks for less than this when family reunification is applied for."""
DECISION_AND_START_MONTHS = 3
"""§ 12: latest, after settlement or after a programme was asked for."""
FULL_WORK_HOURS_PER_WEEK = 30
"""§ 8 fourth paragraph: a job of this size or more takes a person out of the first paragraph."""


def highest_age(on: date, dates: InstallationDates) -> int:
    """Return the highest age that has right and duty, by the rule in force on a day."""
    raised_from = dates.age_sixty_in_force_from
    if raised_from is not None and on >= raised_from:
        return _HIGHEST_AGE_ADOPTED
    return _HIGHEST_AGE
