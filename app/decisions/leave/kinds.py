"""The closed lists of applications for leave."""

from collections.abc import Mapping
from enum import StrEnum

from app.decisions.states import DecisionKind
from app.rules.absence import AbsenceReason


class LeaveWay(StrEnum):
    """How the application came."""

    TALK = "talk"
    PAPER = "paper"
    PORTAL = "portal"
    """The participant sent it herself."""


class LeaveOutcome(StrEnum):
    """What the municipality decided about an application."""

    GRANTED = "granted"
    PARTLY = "partly"
    """Some of the days."""
    REFUSED = "refused"


class LeaveStage(StrEnum):
    """How far an application has come, read off its rows."""

    RECEIVED = "received"
    DRAFT = "draft"
    """Somebody writes the decision."""
    DECIDED = "decided"
    CLOSED = "closed"
    """The participant took it back, or nothing is left to decide."""


class LeaveBenefit(StrEnum):
    """Whether the granted days have benefit, as the rules say."""

    WITH = "with"
    WITHOUT = "without"
    SOME = "some"
    """Some of the days, or hours of them."""


KIND_OF_REASON: Mapping[AbsenceReason, DecisionKind] = {
    AbsenceReason.PERMISSION: DecisionKind.ABSENCE_PERMISSION,
    AbsenceReason.WELFARE_LEAVE: DecisionKind.LEAVE,
    AbsenceReason.PEACE_WORK: DecisionKind.LEAVE,
    AbsenceReason.LONG_ILLNESS_UNPAID: DecisionKind.LEAVE,
    AbsenceReason.PARENTAL_LEAVE: DecisionKind.LEAVE,
    AbsenceReason.RELIGIOUS_HOLIDAY: DecisionKind.RELIGIOUS_DAYS,
}
"""What can be applied for, and what the answer is. Holiday is no decision (§ 69), and illness is
documented, not applied for."""
LEAVE_KINDS = frozenset(KIND_OF_REASON.values())
