"""Quotas, waiting times and notice of the absence rules.

Provision: integreringsforskriften §§ 6–9, 11–19. Days are virkedager unless said otherwise.
In force from: 2021-01-01; stated in virkedager from 2023-08-01; §§ 10 and 19 from 2026-01-01.
"""

from datetime import timedelta
from fractions import Fraction

SELF_CERTIFICATION_WAIT = timedelta(weeks=8)
"""§ 8: the right exists from this long after the programme started."""
SELF_CERTIFIED_CALENDAR_DAYS = 3
"""§ 8: at a time, earlier ones within 16 days included."""
SELF_CERTIFICATION_WINDOW = timedelta(days=16)
SELF_CERTIFIED_OCCASIONS_BEFORE_WITHDRAWAL = 4
"""§ 9: from this many in 12 months, the municipality may withdraw the right."""
WITHDRAWAL_REVIEW_MONTHS = 6
ROLLING_MONTHS = 12

CHILD_ILLNESS_DAYS = 10
CHILD_ILLNESS_DAYS_MANY_CHILDREN = 15
CHILD_ILLNESS_DAYS_CHRONIC = 20
"""§ 7; who is alone with the care has twice as many."""
CHILD_ILLNESS_CHILDREN_FOR_MORE = 3
"""§ 7: more than two children."""
CHILD_ILLNESS_LAST_AGE = 12
CHILD_ILLNESS_LAST_AGE_CHRONIC = 18
"""§ 6: to the end of the calendar year in which the child becomes this old."""

PREGNANCY_DAYS = 10
BIRTH_DAYS_MOTHER = 20
BIRTH_DAYS_FATHER = 7
SAME_BIRTH_MONTHS = 10
"""Days within this long belong to the same pregnancy or birth: the rules give a number for
each, and the facts do not name the pregnancy."""

BREASTFEEDING_PAID_HOURS = Fraction(1)
"""§ 13: a day, in the child's first year."""
FIRST_YEAR_MONTHS = 12

WELFARE_DAYS = 10
PEACE_WORK_DAYS = 10
RELIGIOUS_DAYS = 2
"""§§ 14, 14a and 17: each calendar year."""
RELIGIOUS_NOTICE = timedelta(days=14)
HOLIDAY_DAYS = 25
"""§ 18 names no period; counted for each twelve months of the programme."""

LONG_ILLNESS_MONTHS = 12
PARENTAL_LEAVE_MONTHS = 10
ADOPTED_CHILD_UNDER_AGE = 15

DAYS_BEFORE_PROGRAMME_IS_EXTENDED = 10
"""§§ 10 and 19: more than this, and the time comes in addition."""
