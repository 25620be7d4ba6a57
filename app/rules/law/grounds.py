"""Why an assessment came out as it did. Codes, numbers and provisions, never user text."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from app.rules.law.provision import Provision

Code_co = TypeVar("Code_co", bound=StrEnum, covariant=True)


@dataclass(frozen=True, slots=True)
class Ground(Generic[Code_co]):
    """Grunn: one condition that decided, met or not, with the provision it stands in."""

    code: Code_co
    provision: Provision


@dataclass(frozen=True, slots=True)
class Clarification(Generic[Code_co]):
    """Something the facts do not settle: a person must, before the answer can be relied on."""

    code: Code_co
    provision: Provision


@dataclass(frozen=True, slots=True)
class Step(Generic[Code_co]):
    """One step of a computation, for whoever wants to follow it."""

    what: Code_co
    numbers: tuple[tuple[str, str], ...]
    """Name and exact value, as a fraction or a whole number in text."""
    provision: Provision
