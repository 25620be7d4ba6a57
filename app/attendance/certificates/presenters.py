"""Certificates as the pages show them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never
from uuid import UUID

from flask import url_for

from app.attendance.certificates.errors import CertificateAnswerRefusal
from app.attendance.certificates.kinds import REJECTED, CertificateOutcome, Target, Use
from app.attendance.certificates.queries import CertificateFile
from app.attendance.models import Absence
from app.attendance.presenters.absences import child_text
from app.attendance.presenters.reasons import reason_text
from app.attendance.presenters.verdicts import span_text
from app.attendance.statements.queries import StatementFile
from app.attendance.statements.words import ReportWords
from app.enrolment.models import Participant
from app.i18n import format as fmt
from app.i18n.text import gettext as _


@dataclass(frozen=True, slots=True)
class OwnCertificateRow:
    """A certificate that she has sent, in her own language."""

    days: str
    status: str
    tone: str
    reason: str
    """In Norwegian; empty: none."""


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """A certificate, for the caseworker."""

    days: str
    sent: str
    status: str
    tone: str
    answered: str
    reason: str
    url: str
    is_open: bool


def own_certificates(
    files: Iterable[CertificateFile], words: ReportWords
) -> list[OwnCertificateRow]:
    """Return what she has sent, in her words."""
    return [
        OwnCertificateRow(
            days=days_text(file),
            status=words.text(f"status.{_status(file)[0]}"),
            tone=_status(file)[1],
            reason=file.answer.reason if file.answer else "",
        )
        for file in files
    ]


def certificate_rows(
    files: Iterable[CertificateFile], names: Mapping[UUID, str]
) -> list[CertificateRow]:
    """Return what she has sent. `names`: of the municipality's users."""
    return [_row(file, names) for file in files]


def target_choices(
    person: Participant, absences: Iterable[Absence], statements: Iterable[StatementFile]
) -> Iterator[tuple[str, str]]:
    """Yield what a certificate can document, what exists already first."""
    for each in statements:
        yield (
            str(Target(Use.STATEMENT, each.statement.id)),
            _(
                "Det deltakeren har meldt fra om: %(days)s",
                days=span_text(each.period.first_day, each.period.last_day),
            ),
        )
    for absence in absences:
        yield (
            str(Target(Use.ABSENCE, absence.id)),
            _(
                "Registrert fravær: %(reason)s %(days)s",
                reason=reason_text(absence.reason),
                days=span_text(absence.first_day, absence.last_day),
            ),
        )
    yield str(Target(Use.OWN_ILLNESS)), _("Nytt fravær: egen sykdom")
    for child in person.children:
        yield (
            str(Target(Use.CHILD_ILLNESS, child.id)),
            _("Nytt fravær: sykdom hos barn, %(child)s", child=child_text(child.born_on)),
        )
    yield REJECTED, _("Ikke godta den")


def answer_refusal_text(refusal: CertificateAnswerRefusal) -> tuple[str | None, str]:
    """Return the field that it concerns, None for none, and why the answer is not kept."""
    match refusal:
        case CertificateAnswerRefusal.ALREADY_ANSWERED:
            return None, _("Legeerklæringen er besvart.")
        case CertificateAnswerRefusal.NO_REASON:
            return "reason", _("Skriv hvorfor dere ikke godtar den.")
        case CertificateAnswerRefusal.NOT_POSSIBLE:
            return "target", _("Velg ett av alternativene i listen.")
        case _:
            assert_never(refusal)


def days_text(file: CertificateFile) -> str:
    """Return the days that it is for, the same in every language."""
    first, last = file.period.first_day, file.period.last_day
    return f"{first:%d.%m.%Y}" if first == last else f"{first:%d.%m.%Y}–{last:%d.%m.%Y}"


def _row(file: CertificateFile, names: Mapping[UUID, str]) -> CertificateRow:
    certificate, answer = file.certificate, file.answer
    who = names.get(answer.answered_by, "") if answer else ""
    return CertificateRow(
        days=days_text(file),
        sent=fmt.moment(certificate.sent_at),
        status=_answer_text(answer.outcome) if answer else _("Ikke besvart"),
        tone=_status(file)[1],
        answered=f"{who} {fmt.moment(answer.answered_at)}" if answer else "",
        reason=answer.reason if answer else "",
        url=url_for(
            "certificates.show",
            participant_id=certificate.participant_id,
            certificate_id=certificate.id,
        ),
        is_open=answer is None,
    )


def _answer_text(outcome: CertificateOutcome) -> str:
    return _("Godtatt") if outcome is CertificateOutcome.ACCEPTED else _("Ikke godtatt")


def _status(file: CertificateFile) -> tuple[str, str]:
    if file.answer is None:
        return "waiting", "warning"
    if file.answer.outcome is CertificateOutcome.ACCEPTED:
        return "accepted", "success"
    return "rejected", "danger"
