"""The official days off, from the library `holidays`.

Provision: integreringsforskriften § 17 first paragraph. 24 and 31 December are not among them.
"""

from datetime import date
from functools import cache

from holidays import country_holidays


@cache
def public_holidays(first_year: int, last_year: int) -> frozenset[date]:
    """Return the public holidays of these years, both included; ordinary Sundays are not listed."""
    return frozenset(country_holidays("NO", years=range(first_year, last_year + 1)))
