"""Who acts, and how far she sees."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """What a user is to the municipality. A user has exactly one."""

    PARTICIPANT = "participant"
    TEACHER = "teacher"
    CASEWORKER = "caseworker"
    LEADER = "leader"
    ADMINISTRATOR = "administrator"
    PRIVACY_OFFICER = "privacy_officer"


STAFF = frozenset(Role) - {Role.PARTICIPANT}
CASE_STAFF = frozenset({Role.CASEWORKER, Role.LEADER})
"""Those who work with participants' cases."""


@dataclass(frozen=True, slots=True)
class MunicipalityScope:
    """The municipality that a query may see. Required by every query on personal data."""

    municipality_id: UUID


@dataclass(frozen=True, slots=True)
class Actor:
    """The signed-in person on whose behalf something is read or done."""

    user_id: UUID
    role: Role
    scope: MunicipalityScope
