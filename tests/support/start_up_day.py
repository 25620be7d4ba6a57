"""A group on its first day: people of several languages, most of them with a fixed plan."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.attendance import service as attendance
from app.attendance.commands import AddMember, CreateGroup
from app.core.actor import Actor
from app.core.clock import Clock
from app.core.pii import IdentityNumber
from app.declarations.models import Declaration
from app.papers.models import IssuedDocument
from tests.support.builders import enrol, fix_plan

FIRST_DAY = date(2026, 9, 14)


@dataclass(frozen=True)
class Class:
    """A group with its members' ids by family name."""

    group_id: UUID
    members: dict[str, UUID]

    @property
    def url(self) -> str:
        """Where one prints for the group."""
        return f"/papirer/utskrift/ny?utvalg={self.group_id}"


def open_class(
    session: Session,
    clock: Clock,
    actor: Actor,
    people: dict[str, str],
    *,
    name: str = "Norsk A",
    with_plan: bool = True,
) -> Class:
    """Open a group of people, given by family name with their languages."""
    group = attendance.create_group(session, clock, actor, CreateGroup(name, None))
    members = {}
    for family_name, language in people.items():
        person = enrol(
            session,
            clock,
            actor,
            family_name=family_name,
            first_language=language,
            reading_language=language,
        )
        if with_plan:
            fix_plan(session, clock, actor, person)
        add(session, clock, actor, group.id, person.id)
        members[family_name] = person.id
    return Class(group.id, members)


def add(session: Session, clock: Clock, actor: Actor, group_id: UUID, person_id: UUID) -> None:
    """Take somebody into a group."""
    attendance.add_member(session, clock, actor, AddMember(group_id, person_id, FIRST_DAY))


def documents_of(session: Session, participant_id: UUID) -> list[IssuedDocument]:
    """Return all that was issued for somebody, oldest first."""
    issued = select(IssuedDocument).join(Declaration, Declaration.document_id == IssuedDocument.id)
    of_person = issued.where(Declaration.participant_id == participant_id)
    return list(session.scalars(of_person.order_by(IssuedDocument.issued_at, IssuedDocument.id)))


def digits_of(number: IdentityNumber | None) -> str:
    """Return an identity number as it must not stand in an index."""
    assert number is not None
    return number.reveal()
