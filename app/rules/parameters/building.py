"""How a parameter with one value so far is written."""

from datetime import date
from typing import TypeVar

from app.rules.law.parameter import DatedValue, Parameter, Unit
from app.rules.law.provision import Provision

T = TypeVar("T")

INTEGRERINGSLOVEN_IN_FORCE_FROM = date(2021, 1, 1)
"""The act and its regulation (integreringsforskriften § 71)."""
REFORM_IN_FORCE_FROM = date(2026, 1, 1)
"""The changes of LOV-2025-06-20-35 that have a date."""


def under_reform(day: date) -> date:
    """Return the day to ask the rules of 2026 for: they reach programmes that ran already.

    Only the lengths have a transitional rule (integreringsforskriften §§ 75 and 76).
    """
    return max(day, REFORM_IN_FORCE_FROM)


def lasting(
    name: str,
    unit: Unit,
    value: T,
    provision: Provision,
    valid_from: date = INTEGRERINGSLOVEN_IN_FORCE_FROM,
) -> Parameter[T]:
    """Return a parameter that has had one value since `valid_from`."""
    return Parameter(name, unit, (DatedValue(valid_from, value, provision),))
