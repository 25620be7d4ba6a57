"""The closed lists of reviews and life events."""

from enum import StrEnum


class ReviewOutcome(StrEnum):
    """What a look at the plan led to."""

    PLAN_STANDS = "plan_stands"
    NEW_VERSION = "new_version"
    """A draft of a new version is opened, unless there is one."""


class LifeEventKind(StrEnum):
    """What can change so much that the plan must be looked at (§ 15 sixth paragraph)."""

    CHILD_EXPECTED = "child_expected"
    FAMILY_CHANGED = "family_changed"
    """A child was born, or the household, the children or the care of them changed."""
    MOVED = "moved"
    PERMIT_CHANGED = "permit_changed"
    LONG_SICKNESS = "long_sickness"
    CARE_CHANGED = "care_changed"
    """The participant became alone with the care of a child, or no longer is."""
    GOAL_REACHED = "goal_reached"
    """A goal of the plan was reached before its time."""
    WORK_FOUND = "work_found"
    OTHER = "other"
