"""Finding whom to warn before a month closes, and registering that somebody spoke with her."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.accounts.queries import get_municipality
from app.attendance.queries import list_unexplained_absences
from app.audit import service as audit
from app.audit.actions import Action
from app.benefit.closing import closes_on
from app.benefit.month_facts import load_month
from app.benefit.service.computing import assess
from app.benefit.warnings.commands import RegisterTalk, RegisterWarning
from app.benefit.warnings.errors import CannotRegisterContact, ContactRefusal
from app.benefit.warnings.kinds import ContactKind
from app.benefit.warnings.models import AbsenceContact
from app.benefit.warnings.queries import full_names, list_contacts, open_months, warned_on
from app.benefit.warnings.warning import Pending, warning_text
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import Clock, today
from app.core.ids import new_id
from app.enrolment.models import Participant
from app.enrolment.queries import get_participant
from app.rules.benefit import DayKind, Policy


def list_pending(
    session: Session,
    scope: MunicipalityScope,
    on: date,
    *,
    among: Collection[UUID] | None = None,
) -> list[Pending]:
    """Return what costs something in the open months, soonest first. Queries do not grow."""
    policy = Policy.from_mapping(get_municipality(session, scope).policies)
    found: list[Pending] = []
    for month in open_months(session, scope, on):
        missed = list_unexplained_absences(session, scope, month)
        who = {each.participant_id for each in missed}
        who = who if among is None else who & set(among)
        if not who:
            continue
        last_day = closes_on(session, scope, month.last_day)
        names = full_names(session, scope, who)
        warned = warned_on(session, scope, month.first_day, who)
        for asked in load_month(session, scope, month, on, policy, among=who):
            lines = [
                line
                for line in assess(asked, policy).absences
                if line.kind is DayKind.INVALID and not line.is_explained and line.amount_ore
            ]
            if lines:
                found.append(
                    Pending(
                        asked.participant_id,
                        names[asked.participant_id],
                        month,
                        tuple(dict.fromkeys(line.day for line in lines)),
                        sum(line.amount_ore for line in lines),
                        last_day,
                        warned.get(asked.participant_id),
                    )
                )
    return sorted(found, key=lambda each: (each.closes_on, each.full_name))


def open_pending(session: Session, clock: Clock, actor: Actor) -> list[Pending]:
    """Return whom to warn, and record whom the actor saw."""
    found = list_pending(session, actor.scope, today(clock))
    audit.record(
        session,
        clock,
        actor,
        Action.ABSENCE_CONTACTS_VIEWED,
        ("municipality", actor.scope.municipality_id),
        details={"participant_ids": sorted({str(each.participant_id) for each in found})},
    )
    return found


def open_contacts(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID
) -> tuple[Participant, list[AbsenceContact], list[Pending]]:
    """Return a participant with the contacts about her absence and what she could be warned of.

    Raises:
        NotFound: the municipality has no such participant.
    """
    participant = get_participant(session, actor.scope, participant_id)
    _record(session, clock, actor, Action.ABSENCE_CONTACTS_VIEWED, participant_id)
    pending = list_pending(session, actor.scope, today(clock), among=(participant_id,))
    return participant, list_contacts(session, actor.scope, participant_id), pending


def register_warning(
    session: Session, clock: Clock, actor: Actor, command: RegisterWarning
) -> AbsenceContact:
    """Keep that she was told, with the words of today in her language.

    Raises:
        NotFound: the municipality has no such participant.
        CannotRegisterContact: there is nothing to warn her of any more.
    """
    participant = get_participant(session, actor.scope, command.participant_id)
    pending = list_pending(session, actor.scope, today(clock), among=(participant.id,))
    of_month = [each for each in pending if each.month == command.month]
    if not of_month:
        raise CannotRegisterContact(ContactRefusal.NOTHING_TO_WARN_OF)
    told = warning_text(of_month[0], participant.reading_language)
    return _keep(
        session,
        clock,
        actor,
        AbsenceContact(
            id=new_id(),
            participant_id=participant.id,
            kind=ContactKind.WARNING,
            way=command.way,
            held_on=today(clock),
            words=told.whole,
            language=told.language,
            month=command.month.first_day,
            registered_by=actor.user_id,
            registered_at=clock(),
        ),
    )


def register_talk(
    session: Session, clock: Clock, actor: Actor, command: RegisterTalk
) -> AbsenceContact:
    """Keep what was agreed in a conversation.

    Raises:
        NotFound: the municipality has no such participant.
        CannotRegisterContact: the day is still to come.
    """
    get_participant(session, actor.scope, command.participant_id)
    if command.held_on > today(clock):
        raise CannotRegisterContact(ContactRefusal.IN_THE_FUTURE)
    return _keep(
        session,
        clock,
        actor,
        AbsenceContact(
            id=new_id(),
            participant_id=command.participant_id,
            kind=ContactKind.TALK,
            way=command.way,
            held_on=command.held_on,
            words=command.words,
            language="nb",
            registered_by=actor.user_id,
            registered_at=clock(),
        ),
    )


def _keep(session: Session, clock: Clock, actor: Actor, contact: AbsenceContact) -> AbsenceContact:
    session.add(contact)
    session.flush()
    _record(
        session, clock, actor, Action.ABSENCE_CONTACT_REGISTERED, contact.participant_id, contact
    )
    return contact


def _record(
    session: Session,
    clock: Clock,
    actor: Actor,
    action: Action,
    participant_id: UUID,
    contact: AbsenceContact | None = None,
) -> None:
    audit.record(
        session,
        clock,
        actor,
        action,
        ("absence_contact", contact.id) if contact else ("participant", participant_id),
        participant_id=participant_id,
        details={"kind": contact.kind.value} if contact else {},
    )
