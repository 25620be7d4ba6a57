"""What the pages of participation certificates show, for staff and for the participant."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for

from app.core.clock import OSLO
from app.decisions.participation import wording
from app.decisions.participation.content import Certificate
from app.decisions.participation.queries import CertificateFile
from app.decisions.presenters import Fact
from app.i18n.bidi import isolated_text
from app.i18n.format import short_date
from app.i18n.text import gettext as _
from app.papers.code import grouped
from app.papers.models import DocumentStatus


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """A certificate that is out."""

    title: str
    state: str
    tone: str
    facts: tuple[Fact, ...]
    replaces_because: str
    download_url: str
    """Empty: it is not made yet."""
    status_url: str
    """Empty: it is made."""
    again_url: str
    """Empty: nothing went wrong."""


@dataclass(frozen=True, slots=True)
class PreviewOnPage:
    """A certificate as it would be."""

    title: str
    sentences: tuple[str, ...]
    contents: tuple[str, ...]
    results: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class OwnCertificate:
    """A certificate on the participant's own page."""

    facts: tuple[Fact, ...]
    download_url: str


def certificate_rows(files: Sequence[CertificateFile]) -> list[CertificateRow]:
    """Return the certificates, newest first."""
    return [_row(each) for each in files]


def own_certificates(files: Sequence[CertificateFile]) -> list[OwnCertificate]:
    """Return the certificate that counts, if it is made."""
    return [
        OwnCertificate(tuple(_facts(each)), _download_url(each))
        for each in files
        if not each.is_replaced and each.status is DocumentStatus.READY
    ]


def preview_on_page(certificate: Certificate) -> PreviewOnPage:
    """Return what the certificate would say."""
    content, words = certificate.content, certificate.words
    introduction = words.text(
        "certificate.introduction",
        municipality=content.municipality,
        first_day=short_date(content.first_day),
        last_day=short_date(content.last_day),
    )
    name = isolated_text(content.participant_name.reveal())
    return PreviewOnPage(
        title=words.texts["certificate.title"],
        sentences=(f"{name} {introduction}", words.texts[f"ending.{content.ending.value}"]),
        contents=content.contents,
        results=content.results,
        language=words.language.code,
    )


def _row(file: CertificateFile) -> CertificateRow:
    row = file.certificate
    if file.is_replaced:
        state, tone = _("Erstattet av et nyere bevis"), "neutral"
    elif file.status is DocumentStatus.READY:
        state, tone = _("Gjelder"), "success"
    elif file.status is DocumentStatus.WAITING:
        state, tone = _("Lages nå"), "info"
    else:
        state, tone = _("Kunne ikke lages"), "danger"
    who = row.participant_id
    is_ready = file.status is DocumentStatus.READY
    again = url_for(".make_again", participant_id=who, participation_id=row.id)
    status = url_for(".status", participant_id=who, participation_id=row.id)
    return CertificateRow(
        title=_("Deltakerbevis %(number)s", number=row.number),
        state=state,
        tone=tone,
        facts=(*_facts(file), Fact(_("Kode på papiret"), grouped(file.code))),
        replaces_because=row.replaces_because,
        download_url=_download_url(file) if is_ready else "",
        status_url=status if file.status is DocumentStatus.WAITING else "",
        again_url=again if file.status is DocumentStatus.FAILED else "",
    )


def _facts(file: CertificateFile) -> list[Fact]:
    row = file.certificate
    first, last = short_date(row.first_day), short_date(row.last_day)
    return [
        Fact(_("Program"), isolated_text(f"{first}–{last}")),
        Fact(_("Slutt"), wording.ending_text(row.ending)),
        Fact(_("Gitt"), isolated_text(short_date(row.issued_at.astimezone(OSLO).date()))),
    ]


def _download_url(file: CertificateFile) -> str:
    row = file.certificate
    return url_for(
        "participation.download", participant_id=row.participant_id, participation_id=row.id
    )
