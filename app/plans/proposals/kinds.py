"""The closed lists of proposals."""

from enum import StrEnum


class ProposalKind(StrEnum):
    """What the participant wants."""

    NEW_ELEMENT = "new_element"
    CHANGE_ELEMENT = "change_element"
    """Another content, time or place of a line in the plan that holds."""
    CHANGE_GOAL = "change_goal"


class ProposalOutcome(StrEnum):
    """What the municipality did with it."""

    TAKEN = "taken"
    """It is in the draft, and in the plan when the draft is fixed."""
    NOT_TAKEN = "not_taken"


class ProposalState(StrEnum):
    """Where a proposal stands."""

    WAITING = "waiting"
    IN_DRAFT = "in_draft"
    IN_PLAN = "in_plan"
    NOT_TAKEN = "not_taken"
