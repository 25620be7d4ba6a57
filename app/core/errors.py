"""The family of refusals. No text for users: presenters turn codes into sentences."""

from enum import StrEnum
from typing import ClassVar, Generic, TypeVar

Reason = TypeVar("Reason", bound=StrEnum)


class DomainError(Exception):
    """Something the portal refuses, with a stable code for logs, tests and presenters."""

    code: ClassVar[str] = "refused"


class NotFound(DomainError):
    """The thing does not exist, or lies outside the reader's municipality: the same to her."""

    code = "not_found"


class NotPermitted(DomainError):
    """The actor may not do this, although she may know that it exists."""

    code = "not_permitted"


class Conflict(DomainError):
    """Somebody changed the same thing since the form was opened (stale edit)."""

    code = "conflict"


class Refusal(DomainError, Generic[Reason]):
    """A command that the rules or the state refuse, for one of a closed list of reasons.

    Subclass it once per command, named `Cannot<Verb><Noun>`.
    """

    def __init__(self, reason: Reason) -> None:
        super().__init__(f"{type(self).__name__}: {reason.value}")
        self.reason = reason
