"""The closed lists of approvals and answers."""

from enum import StrEnum


class ApprovalOutcome(StrEnum):
    """What a leader said of a draft."""

    APPROVED = "approved"
    SENT_BACK = "sent_back"


class AnswerKind(StrEnum):
    """What the participant says of the plan."""

    READ = "read"
    """I have read it: a receipt, neither yes nor no."""
    AGREES = "agrees"
    DISAGREES = "disagrees"


class AnswerWay(StrEnum):
    """How the answer was given."""

    OWN_PAGE = "own_page"
    MEETING = "meeting"
    """Registered by a caseworker."""


class DisagreementOutcome(StrEnum):
    """What the municipality decided (integreringsloven § 15 fifth paragraph)."""

    PLAN_STANDS = "plan_stands"
    PLAN_CHANGES = "plan_changes"
    """A new version is made."""


class WaitingFor(StrEnum):
    """What a plan waits for."""

    APPROVAL = "approval"
    """A leader has not answered."""
    ANSWER = "answer"
    """The participant has said neither yes nor no."""
    DISAGREEMENT = "disagreement"
    """The participant does not agree, and nobody has decided."""
