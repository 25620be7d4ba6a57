"""Facts that cannot be true, or cannot be true together."""

from enum import StrEnum

from app.core.errors import DomainError


class FactProblem(StrEnum):
    """What is wrong with a fact."""

    MISSING = "missing"
    WRONG_ORDER = "wrong_order"
    """Two dates stand in an impossible order."""
    OVERLAPPING_ABSENCES = "overlapping_absences"
    OVERLAPPING_PERIODS = "overlapping_periods"
    OUTSIDE_PERIOD = "outside_period"
    """Something happened on a day that the payment does not reach."""
    ABSENCE_BEFORE_START = "absence_before_start"
    HOURS_EXCEED_DAY = "hours_exceed_day"
    NOT_POSITIVE = "not_positive"
    NEGATIVE = "negative"
    UNKNOWN_CHILD = "unknown_child"
    UNKNOWN_VALUE = "unknown_value"


class BadFacts(DomainError):
    """The rules refuse to assess these facts."""

    code = "bad_facts"

    def __init__(self, problem: FactProblem, field: str) -> None:
        super().__init__(f"{problem.value}: {field}")
        self.problem = problem
        self.field = field
        """Path of the fact: `absences[2].first_day`."""
