"""Whom one could print for, and which paper each has already."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, or_, select
from sqlalchemy.orm import Session

from app.attendance.models import Group, GroupMembership
from app.core.actor import Actor, MunicipalityScope
from app.declarations.batches.commands import Selected
from app.declarations.batches.kinds import Selection
from app.declarations.models import Declaration, SigningStatus
from app.enrolment.models import Participant
from app.papers.models import DocumentStatus, IssuedDocument
from app.plans.models import IntegrationPlan, PlanStatus, Programme

COUNTING = (SigningStatus.ISSUED, SigningStatus.SIGNED, SigningStatus.NOT_SIGNED)
"""Papers after which nobody gets another one unasked."""
OUT_OR_SIGNED = (SigningStatus.ISSUED, SigningStatus.SIGNED)


@dataclass(frozen=True, slots=True)
class Paper:
    """What was issued last for a plan."""

    document_id: UUID
    language: str
    issued_on: date
    status: SigningStatus


@dataclass(frozen=True, slots=True)
class Candidate:
    """A participant of the selection, with all that decides whether she can get a sheet."""

    participant_id: UUID
    given_name: str
    family_name: str
    reading_language: str
    has_identity_number: bool
    has_programme: bool
    plan_made_on: date | None
    """Of the fixed plan; None: she has none."""
    group_id: UUID | None
    group_name: str
    """Empty: in no group."""
    paper: Paper | None


def list_candidates(
    session: Session, scope: MunicipalityScope, actor: Actor, selected: Selected, on: date
) -> list[Candidate]:
    """Return the participants of the selection, in the order of the pile but for language."""
    papers = _papers(session, scope)
    groups = _groups(session, scope, on, only=selected.group_id)
    found = [
        Candidate(
            participant_id=row.id,
            given_name=row.given_name,
            family_name=row.family_name,
            reading_language=row.reading_language,
            has_identity_number=row.has_number,
            has_programme=row.programme_id is not None,
            plan_made_on=row.made_on,
            group_id=groups.get(row.id, (None, ""))[0],
            group_name=groups.get(row.id, (None, ""))[1],
            paper=papers.get(row.plan_id),
        )
        for row in session.execute(_people(scope).where(*_conditions(actor, selected, groups, on)))
    ]
    if selected.selection is Selection.WITHOUT_PAPER:
        return [
            each for each in found if each.paper is None or each.paper.status not in OUT_OR_SIGNED
        ]
    return found


def find_paper(session: Session, scope: MunicipalityScope, participant_id: UUID) -> Paper | None:
    """Return what was issued last for the participant's fixed plan, or None."""
    newest = _issued(scope).where(IssuedDocument.participant_id == participant_id)
    found = session.execute(newest).first()
    return _paper(found) if found else None


def _people(
    scope: MunicipalityScope,
) -> Select[UUID, str, str, str, bool, UUID, UUID, date]:
    return (
        select(
            Participant.id,
            Participant.given_name,
            Participant.family_name,
            Participant.reading_language,
            Participant.identity_number.is_not(None).label("has_number"),
            Programme.id.label("programme_id"),
            IntegrationPlan.id.label("plan_id"),
            IntegrationPlan.made_on,
        )
        .outerjoin(Programme, Programme.participant_id == Participant.id)
        .outerjoin(
            IntegrationPlan,
            (IntegrationPlan.participant_id == Participant.id)
            & (IntegrationPlan.status == PlanStatus.FIXED),
        )
        .where(Participant.municipality_id == scope.municipality_id)
        .order_by(Participant.family_name, Participant.given_name, Participant.id)
    )


def _conditions(
    actor: Actor, selected: Selected, groups: Collection[UUID], on: date
) -> list[ColumnElement[bool]]:
    if selected.selection is Selection.GROUP:
        return [Participant.id.in_(groups)]
    still_there = Participant.has_broken_off.is_(False)
    if selected.selection is Selection.WITHOUT_PAPER:
        return [still_there, IntegrationPlan.id.is_not(None), Programme.ends_on >= on]
    return [
        still_there,
        Participant.adviser_id == actor.user_id,
        or_(Programme.id.is_(None), Programme.ends_on >= on),
    ]


def _papers(session: Session, scope: MunicipalityScope) -> Mapping[UUID, Paper]:
    """Return the newest paper of each fixed plan."""
    papers: dict[UUID, Paper] = {}
    for row in session.execute(_issued(scope)):
        papers.setdefault(row[0], _paper(row))
    return papers


def _paper(row: Row[UUID, UUID, str, date, SigningStatus]) -> Paper:
    _plan_id, document_id, language, issued_on, status = row
    return Paper(document_id, language, issued_on, status)


def _issued(scope: MunicipalityScope) -> Select[UUID, UUID, str, date, SigningStatus]:
    """Return the papers that count, newest first; one that could not be made does not."""
    return (
        select(
            IntegrationPlan.id,
            IssuedDocument.id,
            IssuedDocument.language,
            IssuedDocument.issued_on,
            Declaration.status,
        )
        .join(Declaration, Declaration.plan_id == IntegrationPlan.id)
        .join(IssuedDocument, IssuedDocument.id == Declaration.document_id)
        .where(IssuedDocument.municipality_id == scope.municipality_id)
        .where(IntegrationPlan.status == PlanStatus.FIXED, Declaration.status.in_(COUNTING))
        .where(IssuedDocument.status != DocumentStatus.FAILED)
        .order_by(IssuedDocument.issued_at.desc(), Declaration.id)
    )


def _groups(
    session: Session, scope: MunicipalityScope, on: date, *, only: UUID | None
) -> dict[UUID, tuple[UUID | None, str]]:
    """Return whose group is which today: the first by name, of somebody who is in several."""
    members = (
        select(GroupMembership.participant_id, Group.id, Group.name)
        .join(Group, Group.id == GroupMembership.group_id)
        .where(Group.municipality_id == scope.municipality_id)
        .where(GroupMembership.first_day <= on)
        .where(or_(GroupMembership.last_day.is_(None), GroupMembership.last_day >= on))
        .order_by(Group.name, Group.id)
    )
    members = members.where(Group.is_active if only is None else Group.id == only)
    groups: dict[UUID, tuple[UUID | None, str]] = {}
    for participant_id, group_id, name in session.execute(members):
        groups.setdefault(participant_id, (group_id, name))
    return groups
