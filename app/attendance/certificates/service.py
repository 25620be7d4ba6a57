"""Looking at certificates and answering them. Every look and every answer is recorded."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance.certificates.commands import AnswerCertificate
from app.attendance.certificates.errors import (
    CannotAnswerCertificate,
    CertificateAnswerRefusal,
)
from app.attendance.certificates.kinds import CertificateOutcome, Target, Use
from app.attendance.certificates.models import AbsenceCertificateAnswer
from app.attendance.certificates.queries import CertificateFile, get_certificate
from app.attendance.commands import AbsenceContent, ChangeAbsence, RegisterAbsence
from app.attendance.models import Absence, AbsenceStatus
from app.attendance.queries.absences import list_absences
from app.attendance.service.absences import change_absence, content_of, register_absence
from app.attendance.service.permission import require_case_staff
from app.attendance.statements.commands import AnswerStatement
from app.attendance.statements.kinds import Answer
from app.attendance.statements.queries import StatementFile, list_statements
from app.attendance.statements.service import answer_statement
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import Clock
from app.enrolment.models import Participant
from app.enrolment.queries import Part, get_participant
from app.persistence.unique import Taken, add_unique
from app.rules.absence import AbsenceReason

ILLNESS = (AbsenceReason.OWN_ILLNESS, AbsenceReason.CHILD_ILLNESS)


def open_certificate(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, certificate_id: UUID
) -> tuple[Participant, CertificateFile]:
    """Return a certificate with whose it is, and record the look: it tells of health.

    Raises:
        NotFound: she has sent no such certificate.
    """
    require_case_staff(actor)
    participant = get_participant(session, actor.scope, participant_id, Part.CHILDREN)
    file = get_certificate(session, actor.scope, participant_id, certificate_id)
    _record(session, clock, actor, Action.CERTIFICATE_VIEWED, file)
    return participant, file


def absences_to_document(
    session: Session, scope: MunicipalityScope, file: CertificateFile
) -> list[Absence]:
    """Return the registered illness on days of the certificate, newest first."""
    return [
        each
        for each in list_absences(session, scope, file.certificate.participant_id)
        if each.status is not AbsenceStatus.WITHDRAWN
        and each.reason in ILLNESS
        and each.first_day <= file.period.last_day
        and each.last_day >= file.period.first_day
    ]


def statements_to_document(
    session: Session, scope: MunicipalityScope, file: CertificateFile
) -> list[StatementFile]:
    """Return what she has said of illness on days of the certificate, and nobody has answered."""
    return [
        each
        for each in list_statements(session, scope, file.certificate.participant_id)
        if each.answer is None
        and each.statement.ground is None
        and each.period.first_day <= file.period.last_day
        and each.period.last_day >= file.period.first_day
    ]


def answer_certificate(
    session: Session, clock: Clock, actor: Actor, command: AnswerCertificate
) -> AbsenceCertificateAnswer:
    """Let the certificate document an absence, or say why it does not.

    Raises:
        NotFound: she has sent no such certificate.
        CannotAnswerCertificate: it is answered, a no has no reason, or what it should document is
            not there.
        CannotRegisterAbsence: the absence cannot be registered or changed like this.
    """
    require_case_staff(actor)
    who = command.participant_id
    file = get_certificate(session, actor.scope, who, command.certificate_id)
    if file.answer is not None:
        raise CannotAnswerCertificate(CertificateAnswerRefusal.ALREADY_ANSWERED)
    absence_id = None
    if command.target is not None:
        absence_id = _document(session, clock, actor, command, command.target, file)
    elif not command.reason:
        raise CannotAnswerCertificate(CertificateAnswerRefusal.NO_REASON)
    is_accepted = absence_id is not None
    answer = AbsenceCertificateAnswer(
        certificate_id=file.certificate.id,
        outcome=CertificateOutcome.ACCEPTED if is_accepted else CertificateOutcome.REJECTED,
        absence_id=absence_id,
        reason="" if is_accepted else command.reason,
        answered_by=actor.user_id,
        answered_at=clock(),
    )
    try:
        add_unique(session, answer)
    except Taken as taken:
        raise CannotAnswerCertificate(CertificateAnswerRefusal.ALREADY_ANSWERED) from taken
    _record(session, clock, actor, Action.CERTIFICATE_ANSWERED, file, answer.outcome.value)
    return answer


def _document(
    session: Session,
    clock: Clock,
    actor: Actor,
    command: AnswerCertificate,
    target: Target,
    file: CertificateFile,
) -> UUID:
    who = command.participant_id
    match target.use:
        case Use.ABSENCE:
            absence = next(
                (
                    each
                    for each in absences_to_document(session, actor.scope, file)
                    if each.id == target.id
                ),
                None,
            )
            if absence is None:
                raise CannotAnswerCertificate(CertificateAnswerRefusal.NOT_POSSIBLE)
            content = replace(content_of(absence), has_medical_certificate=True)
            changed = ChangeAbsence(who, absence.id, content, absence.row_version)
            return change_absence(session, clock, actor, changed).id
        case Use.STATEMENT:
            waiting = statements_to_document(session, actor.scope, file)
            if target.id is None or target.id not in {each.statement.id for each in waiting}:
                raise CannotAnswerCertificate(CertificateAnswerRefusal.NOT_POSSIBLE)
            answered = AnswerStatement(who, target.id, Answer.CERTIFIED)
            kept = answer_statement(session, clock, actor, answered).absence_id
            assert kept is not None, "a certified statement is registered"
            return kept
        case Use.OWN_ILLNESS | Use.CHILD_ILLNESS:
            is_own = target.use is Use.OWN_ILLNESS
            content = AbsenceContent(
                command.first_day or file.period.first_day,
                command.last_day or file.period.last_day,
                AbsenceReason.OWN_ILLNESS if is_own else AbsenceReason.CHILD_ILLNESS,
                has_medical_certificate=True,
                child_id=target.id,
            )
            return register_absence(session, clock, actor, RegisterAbsence(who, content)).id


def _record(
    session: Session,
    clock: Clock,
    actor: Actor,
    action: Action,
    file: CertificateFile,
    outcome: str = "",
) -> None:
    audit.record(
        session,
        clock,
        actor,
        action,
        ("absence_certificate", file.certificate.id),
        participant_id=file.certificate.participant_id,
        details={"outcome": outcome} if outcome else {},
    )
