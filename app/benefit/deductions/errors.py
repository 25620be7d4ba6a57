"""Why a deduction is not registered or withdrawn."""

from enum import StrEnum

from app.core.errors import Refusal


class DeductionRefusal(StrEnum):
    """Why it is refused."""

    WRONG_ORDER = "wrong_order"
    """The last day is before the first."""
    NEEDS_WORK_TIME = "needs_work_time"
    """Work needs its hours and its last day."""
    WORK_IN_ONE_MONTH = "work_in_one_month"
    """Hours and wage belong to one month's payment."""
    WHOLE_MONTHS = "whole_months"
    """Overgangsstønad is given for whole months."""
    NOT_OVERPAID = "not_overpaid"
    """So much is not overpaid, or it has been decided about already."""
    ALREADY_TAKEN = "already_taken"
    """Something has been taken of an approved payment: a correction puts that right."""


class CannotDeduct(Refusal[DeductionRefusal]):
    """The deduction is refused."""

    code = "cannot_deduct"
