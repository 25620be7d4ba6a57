"""What becomes of a certificate."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class CertificateOutcome(StrEnum):
    """What the caseworker made of it."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


REJECTED = "rejected"
"""The choice of no target."""


class Use(StrEnum):
    """What an accepted certificate documents."""

    ABSENCE = "absence"
    """One that is registered already."""
    STATEMENT = "statement"
    """What she has said herself, and nobody has answered."""
    OWN_ILLNESS = "own_illness"
    """Nothing is registered yet: register it for the days of the paper."""
    CHILD_ILLNESS = "child_illness"


@dataclass(frozen=True, slots=True)
class Target:
    """Which absence, statement or child it is about; own illness has no id."""

    use: Use
    id: UUID | None = None

    def __str__(self) -> str:
        """Return it as a form sends it."""
        return self.use.value if self.id is None else f"{self.use.value}:{self.id}"

    @classmethod
    def parse(cls, text: str) -> "Target":
        """Return what a form sent.

        Raises:
            ValueError: it is no target.
        """
        use, _, which = text.partition(":")
        return cls(Use(use), UUID(which) if which else None)
