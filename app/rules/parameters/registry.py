"""Every parameter of the rules, found by its module."""

from typing import Any

from app.rules.law.parameter import Parameter
from app.rules.parameters import (
    absence_limits,
    base_amount,
    benefit_rates,
    decision_limits,
    plan_content,
    programme_duration,
    target_group_limits,
    training_limits,
)

_MODULES = (
    target_group_limits,
    programme_duration,
    plan_content,
    training_limits,
    absence_limits,
    base_amount,
    benefit_rates,
    decision_limits,
)


def _parameters() -> tuple[Parameter[Any], ...]:
    found = (value for module in _MODULES for value in vars(module).values())
    parameters = {value.name: value for value in found if isinstance(value, Parameter)}
    return tuple(parameters.values())


PARAMETERS = _parameters()
"""In the order of the modules; a parameter that two modules name stands once."""
