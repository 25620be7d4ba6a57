"""Reading participants."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import assert_never
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.core.pii import IdentityNumber
from app.enrolment.models import Participant


class Part(StrEnum):
    """What is loaded with a participant; the rest of her must not be touched afterwards."""

    PERMIT = "permit"
    HOUSEHOLD = "household"
    CHILDREN = "children"


class Status(StrEnum):
    """How far the enrolment has come: the filter of the list."""

    UNMAPPED = "unmapped"
    """Neither mapped nor explained (§§ 10, 11, 15)."""
    UNDECIDED = "undecided"
    """No § 12 decision yet."""
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class ParticipantFilter:
    """Which participants a list shows. None: all."""

    adviser_id: UUID | None = None
    status: Status | None = None
    ids: tuple[UUID, ...] | None = None


def get_participant(
    session: Session, scope: MunicipalityScope, participant_id: UUID, *parts: Part
) -> Participant:
    """Return a participant of the municipality, with the parts asked for.

    Raises:
        NotFound: there is no such participant there.
    """
    wanted = _participants(scope, parts).where(Participant.id == participant_id)
    found = session.scalar(wanted)
    if found is None:
        raise NotFound
    return found


def find_participant_of_user(
    session: Session, scope: MunicipalityScope, user_id: UUID, *parts: Part
) -> Participant | None:
    """Return the participant whose own sign-in this is, or None."""
    return session.scalar(_participants(scope, parts).where(Participant.user_id == user_id))


def list_participants(
    session: Session,
    scope: MunicipalityScope,
    *parts: Part,
    chosen: ParticipantFilter = ParticipantFilter(),
    first: int = 0,
    most: int | None = None,
) -> list[Participant]:
    """Return the participants that the filter lets through, by name."""
    wanted = _participants(scope, parts).where(*_conditions(chosen))
    by_name = (Participant.family_name, Participant.given_name, Participant.id)
    return list(session.scalars(wanted.order_by(*by_name).offset(first).limit(most)))


def count_participants(
    session: Session, scope: MunicipalityScope, chosen: ParticipantFilter = ParticipantFilter()
) -> int:
    """Return how many participants the filter lets through."""
    of_municipality = Participant.municipality_id == scope.municipality_id
    counted = select(func.count()).select_from(Participant).where(of_municipality)
    return session.scalar(counted.where(*_conditions(chosen))) or 0


def is_identity_number_taken(
    session: Session,
    scope: MunicipalityScope,
    number: IdentityNumber,
    *,
    by_other_than: UUID | None = None,
) -> bool:
    """Tell whether somebody else in the municipality is registered with this number."""
    holders = select(Participant.id).where(
        Participant.municipality_id == scope.municipality_id,
        Participant.identity_number == number,
    )
    if by_other_than is not None:
        holders = holders.where(Participant.id != by_other_than)
    return session.scalar(holders.limit(1)) is not None


def list_namesakes(
    session: Session,
    scope: MunicipalityScope,
    given_name: str,
    family_name: str,
    born_on: date,
    *,
    other_than: UUID | None = None,
) -> list[UUID]:
    """Return who is registered with the same birth date and, but for capitals, the same name."""
    born_that_day = select(Participant.id, Participant.given_name, Participant.family_name).where(
        Participant.municipality_id == scope.municipality_id,
        Participant.born_on == born_on,
        Participant.id != other_than,
    )
    # SQLite folds only ASCII letters, so the names are compared here.
    wanted = (given_name.casefold(), family_name.casefold())
    return [
        row.id
        for row in session.execute(born_that_day.order_by(Participant.id))
        if (row.given_name.casefold(), row.family_name.casefold()) == wanted
    ]


def fields_changed_since(
    session: Session, scope: MunicipalityScope, participant_id: UUID, row_version: int
) -> list[str]:
    """Return the names of the fields that were saved after this version of the participant."""
    changes = select(AuditEvent.details).where(
        AuditEvent.municipality_id == scope.municipality_id,
        AuditEvent.participant_id == participant_id,
        AuditEvent.action == Action.PARTICIPANT_CHANGED,
    )
    newer = [
        details["fields"]
        for details in session.scalars(changes.order_by(AuditEvent.id))
        if details.get("row_version", 0) > row_version
    ]
    return list(dict.fromkeys(name for names in newer for name in names))


def _participants(scope: MunicipalityScope, parts: Collection[Part]) -> Select[Participant]:
    of_municipality = Participant.municipality_id == scope.municipality_id
    return select(Participant).where(of_municipality).options(*map(_loading, parts))


def _loading(part: Part) -> ORMOption:
    match part:
        case Part.PERMIT:
            return joinedload(Participant.permit)
        case Part.HOUSEHOLD:
            return selectinload(Participant.household)
        case Part.CHILDREN:
            return selectinload(Participant.children)
        case _:
            assert_never(part)


def _conditions(chosen: ParticipantFilter) -> list[ColumnElement[bool]]:
    conditions = []
    if chosen.adviser_id is not None:
        conditions.append(Participant.adviser_id == chosen.adviser_id)
    if chosen.ids is not None:
        conditions.append(Participant.id.in_(chosen.ids))
    if chosen.status is not None:
        conditions.append(_condition(chosen.status))
    return conditions


def _condition(status: Status) -> ColumnElement[bool]:
    match status:
        case Status.UNMAPPED:
            return Participant.mapped_on.is_(None) & (Participant.mapping_missing_reason == "")
        case Status.UNDECIDED:
            return Participant.decided_on.is_(None)
        case Status.DECIDED:
            return Participant.decided_on.is_not(None)
        case _:
            assert_never(status)


def list_linked_users(session: Session, scope: MunicipalityScope) -> set[UUID]:
    """Return the users who are some participant's own sign-in."""
    linked = select(Participant.user_id).where(
        Participant.municipality_id == scope.municipality_id, Participant.user_id.is_not(None)
    )
    return {user_id for user_id in session.scalars(linked) if user_id is not None}
