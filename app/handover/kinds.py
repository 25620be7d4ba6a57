"""The closed lists of handing over."""

from enum import StrEnum


class HandoverGround(StrEnum):
    """Why the next municipality may be told without breach of confidentiality."""

    TASK = "task"
    """It needs the case for the programme or the training (integreringsloven § 42 second paragraph,
    § 41 first paragraph letter b). Not for what health personnel keep secret."""
    CONSENT = "consent"
    """The participant agrees (§ 13 a no. 1)."""
    PURPOSE = "purpose"
    """It serves the purpose for which it was given (§ 13 b no. 2)."""
