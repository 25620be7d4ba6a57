"""Deadlines of decisions: appeal, second alert, registration.

Provision: forvaltningsloven §§ 29 and 31; eForvaltningsforskriften § 8; integreringsforskriften
§§ 42, 58 and 59. The deadlines of §§ 12 and 30 of the act stand with the rules they belong to.
"""

from datetime import date

from app.rules.law.parameter import Unit
from app.rules.law.sources import (
    EFORVALTNINGSFORSKRIFTEN,
    FORVALTNINGSLOVEN,
    INTEGRERINGSFORSKRIFTEN,
)
from app.rules.parameters.building import lasting

_FORVALTNINGSLOVEN_IN_FORCE_FROM = date(1970, 1, 1)

APPEAL_DEADLINE = lasting(
    "appeal_deadline",
    Unit.WEEKS,
    3,
    FORVALTNINGSLOVEN.section("29", "(1)"),
    _FORVALTNINGSLOVEN_IN_FORCE_FROM,
)
APPEAL_OUTER_LIMIT = lasting(
    "appeal_outer_limit",
    Unit.MONTHS,
    12,
    FORVALTNINGSLOVEN.section("31", "(3)"),
    _FORVALTNINGSLOVEN_IN_FORCE_FROM,
)
"""After the decision: later, an appeal cannot be taken up."""
TEST_COMPLAINT = lasting(
    "test_complaint", Unit.WEEKS, 3, INTEGRERINGSFORSKRIFTEN.section("42", "(4)")
)
"""About how a test was held: from the day it was held."""
SECOND_ALERT = lasting(
    "second_alert",
    Unit.WEEKS,
    1,
    EFORVALTNINGSFORSKRIFTEN.section("8", "(5)"),
    date(2014, 7, 1),
)
"""After a decision could be read and the first alert was sent, if nobody has opened it."""
REGISTRATION = lasting("registration", Unit.MONTHS, 2, INTEGRERINGSFORSKRIFTEN.section("58", "(2)"))
"""After the information exists."""
