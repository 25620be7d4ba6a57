"""Norway's public holidays, as the rules need them: days off beside Saturdays and Sundays."""

from datetime import date
from functools import cache

import holidays


@cache
def public_holidays(first_year: int, last_year: int) -> frozenset[date]:
    """Return the public holidays of the years, both included.

    The days that integreringsforskriften § 17 names, and the Sundays among them (first day of
    Easter and of Pentecost); ordinary Sundays are not in the set.
    """
    years = range(first_year, last_year + 1)
    return frozenset(holidays.country_holidays("NO", years=years))
