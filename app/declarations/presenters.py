"""Declarations in words: what § 16 asks for, where each paper stands, why something is refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import assert_never
from uuid import UUID

from flask import url_for

from app.declarations.bundles.translation import TranslationStatus
from app.declarations.bundles.types import NORWEGIAN, BundleKind, BundleStatus, TextBundle
from app.declarations.errors import IssueRefusal
from app.declarations.explanations.presenters import Stamp, stamp
from app.declarations.models import Declaration, SigningStatus
from app.declarations.outcomes.presenters import Outcome, outcome, signing_status
from app.declarations.queries import Issued
from app.i18n.format import short_date
from app.i18n.locales import DEFAULT, find_language
from app.i18n.text import gettext as _
from app.i18n.text import pgettext
from app.papers.code import grouped
from app.papers.models import DocumentKind, DocumentStatus


@dataclass(frozen=True, slots=True)
class IssuedRow:
    """One paper in the list."""

    declaration_id: UUID
    title: str
    language: str
    code: str
    issued_on: str
    status: str
    tone: str
    stamps: tuple[Stamp, ...]
    """How it was explained, the newest talk first."""
    outcome: tuple[Outcome, ...]
    """What was registered: signed, not signed, withdrawn. Empty while the paper is out."""
    is_waiting: bool
    is_withdrawn: bool
    download_url: str | None
    scan_url: str | None
    explain_url: str | None
    read_url: str | None
    """None: a participant does not read a sheet that was withdrawn."""
    sign_url: str | None
    not_signed_url: str | None
    withdraw_url: str | None
    archive_url: str | None


@dataclass(frozen=True, slots=True)
class TextInfo:
    """What would be issued now, and why."""

    title: str
    reason: str
    text_status: str
    is_draft: bool


def text_info(bundle: TextBundle, plan_made_on: str) -> TextInfo:
    """Return which document § 16 asks for with the plan, in words."""
    match bundle.kind:
        case BundleKind.INTEGRATION_CONTRACT:
            reason = _(
                "Planen er laget %(day)s. Da gjelder integreringskontrakten. Både deltakeren og "
                "kommunen skriver under.",
                day=plan_made_on,
            )
        case BundleKind.INTEGRATION_DECLARATION:
            reason = _(
                "Planen er laget %(day)s. Da gjelder integreringserklæringen. Bare deltakeren "
                "skriver under.",
                day=plan_made_on,
            )
        case _:
            assert_never(bundle.kind)
    return TextInfo(
        title=document_title(DocumentKind(bundle.kind.value)),
        reason=reason,
        text_status=_(
            "Tekst %(version)s: %(status)s.",
            version=bundle.version,
            status=bundle_status(bundle.status),
        ),
        is_draft=bundle.status is BundleStatus.CONSULTATION_DRAFT,
    )


def document_title(kind: DocumentKind) -> str:
    """Return what the document is called."""
    match kind:
        case DocumentKind.INTEGRATION_CONTRACT:
            return _("Integreringskontrakt")
        case DocumentKind.INTEGRATION_DECLARATION:
            return _("Integreringserklæring")
        case DocumentKind.INTEGRATION_PLAN:
            return _("Integreringsplan")
        case DocumentKind.DECISION_LETTER:
            return pgettext("dokument", "Vedtak")
        case DocumentKind.PARTICIPATION_CERTIFICATE:
            return _("Deltakerbevis")
        case _:
            assert_never(kind)


def bundle_status(status: BundleStatus) -> str:
    """Return how far the Norwegian text has come."""
    match status:
        case BundleStatus.CONSULTATION_DRAFT:
            return _("høringsutkast")
        case BundleStatus.MUNICIPAL_TEMPLATE:
            return _("kommunens mal")
        case BundleStatus.OFFICIAL:
            return _("fastsatt tekst")
        case BundleStatus.WITHDRAWN:
            return _("trukket tilbake")
        case _:
            assert_never(status)


def language_choices(bundle: TextBundle) -> list[tuple[str, str]]:
    """Return Norwegian alone and each language that the sheet can be issued in."""
    choices = [(NORWEGIAN, _("Bare norsk bokmål"))]
    for code in bundle.languages:
        if code == NORWEGIAN or not (translation := bundle.translation(code)).may_be_issued:
            continue
        choices.append((code, f"{language_name(code)} – {translation_status(translation.status)}"))
    return choices


def translation_status(status: TranslationStatus) -> str:
    """Return who has looked at a translation."""
    match status:
        case TranslationStatus.MACHINE_DRAFT:
            return _("utkast, ikke gjennomgått")
        case TranslationStatus.TRANSLATED:
            return _("oversatt, ikke gjennomgått")
        case TranslationStatus.REVIEWED:
            return _("gjennomgått")
        case TranslationStatus.APPROVED:
            return _("godkjent")
        case _:
            assert_never(status)


def language_name(code: str) -> str:
    """Return the language's own name."""
    return (find_language(code) or DEFAULT).own_name


def issued_rows(
    issued: Sequence[Issued], *, names: Mapping[UUID, str] | None = None
) -> list[IssuedRow]:
    """Return the papers as rows.

    `names` are those of the staff, for staff; without them the rows are the participant's own: no
    links that register something, and no link to a sheet that may show another person's data.
    """
    return [_row(each, names) for each in issued]


def _row(issued: Issued, names: Mapping[UUID, str] | None) -> IssuedRow:
    declaration, document = issued.declaration, issued.document
    is_ready = document.status is DocumentStatus.READY
    is_withdrawn = declaration.status is SigningStatus.WITHDRAWN
    is_current = not is_withdrawn and declaration.status is not SigningStatus.REPLACED
    is_over = declaration.status not in (SigningStatus.ISSUED, SigningStatus.REPLACED)
    is_staff = names is not None
    is_open = is_staff and is_ready and declaration.status is SigningStatus.ISSUED
    link = partial(
        url_for, participant_id=declaration.participant_id, declaration_id=declaration.id
    )
    status, tone = signing_status(
        declaration.status, document.status, is_explained=bool(issued.explanations)
    )
    return IssuedRow(
        declaration_id=declaration.id,
        title=document_title(document.kind),
        language=language_name(document.language),
        code=grouped(document.code),
        issued_on=short_date(document.issued_on),
        status=status,
        tone=tone,
        stamps=tuple(stamp(each, names or {}) for each in issued.explanations),
        outcome=tuple(outcome(declaration, names)),
        is_waiting=document.status is DocumentStatus.WAITING and not is_withdrawn,
        is_withdrawn=is_withdrawn,
        download_url=link("declarations.download")
        if is_ready and (is_staff or not is_withdrawn)
        else None,
        scan_url=link("declarations.scan") if is_staff and declaration.scan_id else None,
        explain_url=link("explanations.explain") if is_staff and is_ready and is_current else None,
        read_url=_read_url(declaration, is_staff=is_staff),
        sign_url=link("declarations.sign") if is_open else None,
        not_signed_url=link("declarations.not_signed") if is_open else None,
        withdraw_url=link("withdrawals.withdraw") if is_staff else None,
        archive_url=link("archive.show") if is_staff and is_ready and is_over else None,
    )


def _read_url(declaration: Declaration, *, is_staff: bool) -> str | None:
    if is_staff:
        return url_for(
            "declaration_words.read",
            participant_id=declaration.participant_id,
            declaration_id=declaration.id,
        )
    if declaration.status is SigningStatus.WITHDRAWN:
        return None
    return url_for("mypage.read_paper", declaration_id=declaration.id)


def issue_refusal(reason: IssueRefusal) -> str:
    """Return why nothing was issued, and what to do."""
    match reason:
        case IssueRefusal.NO_FIXED_PLAN:
            return _("Fastsett integreringsplanen først. Papiret hører til en plan.")
        case IssueRefusal.NO_IDENTITY_NUMBER:
            return _("Registrer fødselsnummer, D-nummer eller DUF-nummer først. Det står på arket.")
        case IssueRefusal.NO_TRANSLATION:
            return _("Teksten finnes ikke på dette språket. Velg et annet språk.")
        case IssueRefusal.TRANSLATION_OUTDATED:
            return _("Den norske teksten er endret etter oversettelsen. Velg et annet språk.")
        case IssueRefusal.NO_TEXT:
            return _("Det finnes ingen tekst som gjelder for dagen planen ble laget.")
        case IssueRefusal.LAYOUT_UNSUITABLE:
            return _(
                "Bare ark på språk som leses fra høyre mot venstre, kan være speilvendt. Ta bort "
                "krysset, eller velg et annet språk."
            )
        case IssueRefusal.NAME_UNPRINTABLE:
            return _(
                "Navnet har tegn som ikke kan skrives ut på papir. Rett navnet i opplysningene om "
                "deltakeren først."
            )
        case _:
            assert_never(reason)
