"""Which programmes may give benefit in a period."""

from sqlalchemy import ColumnElement

from app.core.period import Period, add_months
from app.plans.models import Programme

LONGEST_ADDED_MONTHS = 24
"""Parental leave and a year of illness together are 22 months."""


def may_reach(period: Period) -> ColumnElement[bool]:
    """Return the condition that a programme, with time that absence added, meets the period."""
    earliest_end = add_months(period.first_day, -LONGEST_ADDED_MONTHS)
    return (Programme.starts_on <= period.last_day) & (Programme.ends_on >= earliest_end)
