"""Proposing, issuing and handing out certificates."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.accounts.queries import get_municipality, user_names
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.errors import NotFound
from app.core.ids import new_id
from app.core.pii import PersonName
from app.decisions.kinds.shared import element_values, weekly
from app.decisions.participation.commands import IssueCertificate
from app.decisions.participation.content import (
    ENGLISH,
    Certificate,
    CertificateContent,
    certificate_words,
    find_fault,
    freeze,
)
from app.decisions.participation.errors import CannotIssueCertificate, CertificateRefusal
from app.decisions.participation.kinds import ProgrammeEnding
from app.decisions.participation.models import ParticipationCertificate
from app.decisions.participation.queries import (
    CertificateFile,
    get_certificate,
    list_certificates,
)
from app.decisions.participation.rendering import RENDER_CERTIFICATE
from app.decisions.service.drafting import form_for
from app.i18n.format import short_date
from app.jobs.service import enqueue
from app.papers import service as papers
from app.papers.models import DocumentKind
from app.papers.queries import get_document
from app.plans.numbering import add_next
from app.plans.paper.printable import for_paper
from app.plans.paper.words import plan_words
from app.plans.reading import PlanCase, get_case

MOST_LINES = 30
"""Of contents and results together: more does not fit on the paper."""


@dataclass(frozen=True, slots=True)
class CertificateCase:
    """A participant's programme and certificates."""

    plans: PlanCase
    files: tuple[CertificateFile, ...]
    """Newest first."""


def open_certificates(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID
) -> CertificateCase:
    """Return programme and certificates, and record the look.

    Raises:
        NotFound: outside the municipality.
    """
    case = get_case(session, actor.scope, participant_id)
    audit.record(
        session,
        clock,
        actor,
        Action.PARTICIPATION_CERTIFICATES_VIEWED,
        ("participant", participant_id),
        participant_id=participant_id,
    )
    files = list_certificates(session, actor.scope, participant_id)
    return CertificateCase(case, tuple(files))


def propose(
    session: Session, clock: Clock, actor: Actor, case: PlanCase
) -> IssueCertificate | None:
    """Return what a new certificate begins with; None: there is no programme."""
    programme = case.programme
    if programme is None:
        return None
    on = today(clock)
    form = form_for(case.participant, get_municipality(session, actor.scope).language_form)
    last_day = min(programme.ends_on, on)
    is_over = programme.ends_on <= on
    return IssueCertificate(
        participant_id=case.participant.id,
        form=form,
        ending=ProgrammeEnding.TIME_OVER if is_over else ProgrammeEnding.BROKEN_OFF,
        last_day=last_day,
        contents="\n".join(_contents(case, form.value, last_day)),
        results="",
        signed_by=user_names(session, actor.scope)[actor.user_id],
    )


def preview(session: Session, clock: Clock, actor: Actor, command: IssueCertificate) -> Certificate:
    """Return the certificate as it would be.

    Raises:
        NotFound: outside the municipality.
        CannotIssueCertificate: something is missing, or cannot be right.
    """
    case = get_case(session, actor.scope, command.participant_id)
    files = list_certificates(session, actor.scope, command.participant_id)
    on = today(clock)
    programme = case.programme
    refusal = _refusal(case, command, on, is_another=bool(files))
    if refusal is not None or programme is None:
        raise CannotIssueCertificate(refusal or CertificateRefusal.NO_PROGRAMME)
    content = CertificateContent(
        participant_name=PersonName(for_paper(case.participant.full_name)),
        born_on=case.participant.born_on,
        municipality=for_paper(get_municipality(session, actor.scope).name),
        first_day=programme.starts_on,
        last_day=command.last_day,
        ending=command.ending,
        contents=_lines(command.contents),
        results=_lines(command.results),
        signed_by=for_paper(command.signed_by),
    )
    if find_fault(content) is not None:
        raise CannotIssueCertificate(CertificateRefusal.UNPRINTABLE)
    words, english = certificate_words(command.form.value), certificate_words(ENGLISH)
    return Certificate(content, words, english, "", on)


def issue(
    session: Session, clock: Clock, actor: Actor, command: IssueCertificate
) -> ParticipationCertificate:
    """Give the certificate: it is frozen as it is now, and a job makes it.

    Raises:
        NotFound: outside the municipality.
        CannotIssueCertificate: something is missing, or cannot be right.
    """
    made = preview(session, clock, actor, command)
    document = papers.issue_document(
        session,
        clock,
        actor,
        kind=DocumentKind.PARTICIPATION_CERTIFICATE,
        participant_id=command.participant_id,
        language=made.words.language.code,
        text_version=made.words.version,
        model=freeze(made.content, made.words, made.english),
    )
    enqueue(session, clock, RENDER_CERTIFICATE, {"document_id": str(document.id)})
    row = add_next(
        session,
        command.participant_id,
        (ParticipationCertificate.participant_id, ParticipationCertificate.number),
        lambda number: ParticipationCertificate(
            id=new_id(),
            municipality_id=actor.scope.municipality_id,
            participant_id=command.participant_id,
            number=number,
            ending=command.ending,
            first_day=made.content.first_day,
            last_day=command.last_day,
            replaces_because=command.replaces_because if number > 1 else "",
            document_id=document.id,
            issued_by=actor.user_id,
            issued_at=clock(),
        ),
    )
    audit.record(
        session,
        clock,
        actor,
        Action.PARTICIPATION_CERTIFICATE_ISSUED,
        ("participation_certificate", row.id),
        participant_id=command.participant_id,
        details={"number": row.number, "ending": row.ending.value},
    )
    return row


def make_again(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, certificate_id: UUID
) -> None:
    """Make the PDF once more, from what was frozen, where that failed.

    Raises:
        NotFound: there is no such certificate.
        Conflict: it is there, or is being made.
    """
    row = get_certificate(session, actor.scope, participant_id, certificate_id).certificate
    papers.try_again(session, row.document_id)
    enqueue(session, clock, RENDER_CERTIFICATE, {"document_id": str(row.document_id)})
    audit.record(
        session,
        clock,
        actor,
        Action.PARTICIPATION_CERTIFICATE_ISSUED,
        ("participation_certificate", row.id),
        participant_id=participant_id,
        details={"number": row.number, "made": "again"},
    )


def download(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, certificate_id: UUID
) -> tuple[str, bytes]:
    """Return code and bytes of a certificate, and record that a copy was taken.

    Raises:
        NotFound: there is no such certificate, or it is not made yet.
    """
    file = get_certificate(session, actor.scope, participant_id, certificate_id)
    document = get_document(session, actor.scope, file.certificate.document_id, with_content=True)
    if document.content is None:
        raise NotFound
    papers.note_download(session, clock, actor, document)
    return document.code, document.content


def _refusal(
    case: PlanCase, command: IssueCertificate, on: date, *, is_another: bool
) -> CertificateRefusal | None:
    if case.programme is None:
        return CertificateRefusal.NO_PROGRAMME
    if command.last_day < case.programme.starts_on:
        return CertificateRefusal.BEFORE_START
    if command.last_day > on:
        return CertificateRefusal.IN_THE_FUTURE
    lines = _lines(command.contents)
    if not lines:
        return CertificateRefusal.NO_CONTENTS
    if len(lines) + len(_lines(command.results)) > MOST_LINES:
        return CertificateRefusal.TOO_LONG
    if not command.signed_by:
        return CertificateRefusal.NO_SIGNATURE
    if is_another and not command.replaces_because:
        return CertificateRefusal.NO_REASON
    return None


def _contents(case: PlanCase, form: str, last_day: date) -> list[str]:
    """Return what the plan says that she took part in until a day, in the order it began."""
    plan = case.current
    if plan is None:
        return []
    words, weekly_text = plan_words(form), certificate_words(form).texts["certificate.weekly"]
    begun = [each for each in plan.elements if each.first_day <= last_day]
    lines = []
    for each in sorted(begun, key=lambda element: (element.first_day, element.position)):
        name = element_values(words, each.kind, each.catalogue_id, each.title)["name"]
        days = f"{short_date(each.first_day)}–{short_date(min(each.last_day, last_day))}"
        hours = weekly_text.format(hours=weekly(each.minutes_per_week))
        lines.append(f"{name}, {days}, {hours}")
    return lines


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for each in for_paper(text).splitlines() if (line := each.strip()))
