"""Why a reduction is held."""

from enum import StrEnum


class HoldKind(StrEnum):
    """What the hold does to the payment."""

    CONTESTED = "contested"
    """The participant says that the registration is wrong: the month waits until it is settled."""
    SUSPENDED = "suspended"
    """The effect of the decision is suspended (forvaltningsloven § 42): nothing is taken."""


class HoldRefusal(StrEnum):
    """Why a hold is not placed."""

    WRONG_ORDER = "wrong_order"
    """The last day is before the first."""
