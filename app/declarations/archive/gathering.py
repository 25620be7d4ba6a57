"""Gathering everything that is kept about one paper. For the archive, so in Norwegian."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from flask_babel import force_locale
from sqlalchemy.orm import Session

from app.accounts.queries import user_names
from app.core.actor import MunicipalityScope
from app.core.pii import IdentityNumber, PersonName
from app.declarations.archive.contents import EXPLAINED, PaperCase, ReceivedScan, Remark
from app.declarations.explanations.presenters import stamp
from app.declarations.models import Declaration
from app.declarations.outcomes.presenters import signing_status
from app.declarations.outcomes.wording import ground_text
from app.declarations.presenters import document_title
from app.declarations.queries import Issued, get_declaration
from app.i18n.locales import DEFAULT
from app.i18n.spoken import language_name
from app.papers.models import IssuedDocument
from app.papers.queries import get_document, get_scan


def paper_case(session: Session, declaration: Declaration) -> PaperCase:
    """Return everything that is kept about a paper whose PDF is made."""
    municipality_id = session.get_one(IssuedDocument, declaration.document_id).municipality_id
    scope = MunicipalityScope(municipality_id)
    issued = get_declaration(session, scope, declaration.participant_id, declaration.id)
    document = get_document(session, scope, declaration.document_id, with_content=True)
    assert document.content is not None, "a package is asked for only when the sheet is made"
    assert document.sha256 is not None, "stored with the content"
    names = user_names(session, scope)
    with force_locale(DEFAULT.code):
        status, _tone = signing_status(
            declaration.status, document.status, is_explained=bool(issued.explanations)
        )
        return PaperCase(
            declaration_id=declaration.id,
            title=document_title(document.kind),
            status=status,
            code=document.code,
            participant_name=PersonName(document.model["name"]),
            identity_number=IdentityNumber(document.model["identity_number"]),
            municipality=document.model["municipality"],
            language=language_name(document.language),
            language_code=document.language,
            text_version=document.text_version,
            text_digest=document.text_digest or "",
            issued_at=document.issued_at,
            issued_by=names.get(document.issued_by, ""),
            original=document.content,
            original_sha256=document.sha256,
            scan=_scan(session, scope, declaration, names),
            signed_on=declaration.signed_on,
            signed_at_place=declaration.signed_at_place,
            stamps=tuple(stamp(each, names) for each in issued.explanations),
            remarks=tuple(_remarks(issued, names)),
        )


def _scan(
    session: Session, scope: MunicipalityScope, declaration: Declaration, names: Mapping[UUID, str]
) -> ReceivedScan | None:
    if declaration.scan_id is None:
        return None
    scan = get_scan(session, scope, declaration.scan_id)
    return ReceivedScan(
        content=scan.content,
        media_type=scan.media_type,
        received_at=scan.uploaded_at,
        received_by=names.get(scan.uploaded_by, ""),
    )


def _remarks(issued: Issued, names: Mapping[UUID, str]) -> Iterator[Remark]:
    """Yield what was registered in words, in the order in which it can happen."""
    declaration = issued.declaration
    for each in reversed(issued.explanations):
        text = stamp(each, names)
        told = [text.headline, *(f"{fact.term}: {fact.value}." for fact in text.facts)]
        by = names.get(each.registered_by, "")
        yield Remark(EXPLAINED, " ".join(told), each.registered_at, by)
    registered_by = names.get(declaration.registered_by, "") if declaration.registered_by else ""
    if declaration.interpreter and declaration.registered_at:
        yield Remark("Tolk", declaration.interpreter, declaration.registered_at, registered_by)
    if declaration.not_signed_reason and declaration.registered_at:
        for kind, words in (
            ("Ikke underskrevet", declaration.not_signed_reason),
            ("Veiledning", declaration.guidance_given),
        ):
            if words:
                yield Remark(kind, words, declaration.registered_at, registered_by)
    if declaration.withdrawal_ground and declaration.withdrawn_at and declaration.withdrawn_by:
        yield Remark(
            "Trukket tilbake",
            f"{ground_text(declaration.withdrawal_ground)}: {declaration.withdrawal_reason}",
            declaration.withdrawn_at,
            names.get(declaration.withdrawn_by, ""),
        )
