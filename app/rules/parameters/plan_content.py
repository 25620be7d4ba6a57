"""Minimum hours in a plan, and what counts as full time.

Provision: integreringsloven §§ 13, 14, 14 a and 33; integreringsforskriften § 4.
The hours of full time are IMDi's guidance (about 37.5 a week; 30 where much own activity is
included; five weeks of holiday), not the act's.
"""

MINUTES_AN_HOUR = 60

FULL_TIME_MINUTES = 2250
"""37.5 hours a week."""
FULL_TIME_MINUTES_WITH_OWN_ACTIVITY = 1800
"""30 hours a week, where own activity comes in addition."""
HOLIDAY_WEEKS_A_YEAR = 5

SOCIAL_STUDIES_HOURS = 75
"""integreringsloven § 33; hours done in a reception centre count."""

MIGRATION_HEALTH_HOURS = 10
MIGRATION_HEALTH_HOURS_UPPER_SECONDARY = 5
CAREER_HOURS = 15
CAREER_HOURS_UPPER_SECONDARY = 10
"""integreringsforskriften § 4 third and fourth paragraph."""
