"""The certificate as it is printed: Norwegian, and the same in English on a page of its own."""

from app.decisions.participation.content import Certificate
from app.i18n.format import short_date
from app.papers.code import MOST_PAGES, grouped
from app.papers.document_templates import render_document
from app.papers.qr import qr_svg
from app.pdf.page_boxes import DocumentRenderer, Typeset
from app.plans.paper.words import PlanWords

SIDES = 3
"""More is no certificate: what was written must be shorter."""


class CertificateTooLong(Exception):
    """The certificate fills more pages than it may."""


def typeset_certificate(renderer: DocumentRenderer, certificate: Certificate) -> Typeset:
    """Return the certificate as PDF.

    Raises:
        CertificateTooLong: what was written has too many words.
        PdfRenderError: no PDF was made.
    """
    made = renderer.typeset(render_certificate_html(certificate))
    if made.page_count > SIDES:
        raise CertificateTooLong(f"{made.page_count} pages, at most {SIDES}")
    return made


def render_certificate_html(certificate: Certificate) -> str:
    """Return the certificate as HTML for `PdfRenderer.render`."""
    content, words = certificate.content, certificate.words
    return render_document(
        "documents/participation_certificate.html",
        form=words.language.code,
        title=words.texts["certificate.title"],
        texts=_texts(words),
        issuer=words.markup("certificate.municipality", municipality=content.municipality),
        name=content.participant_name.reveal(),
        contents=content.contents,
        results=content.results,
        signed_by=content.signed_by,
        editions=[_edition(certificate, words), _edition(certificate, certificate.english)],
        version=words.version,
        made_on=certificate.made_on,
        code=grouped(certificate.code),
        squares=[qr_svg(certificate.code, page) for page in range(1, MOST_PAGES + 1)],
    )


def _edition(certificate: Certificate, words: PlanWords) -> dict[str, object]:
    """Return what one edition says: language, texts and sentences."""
    content = certificate.content
    return {
        "language": words.language.code,
        "texts": _texts(words),
        "born": words.markup("certificate.born", day=short_date(content.born_on)),
        "introduction": words.markup(
            "certificate.introduction",
            municipality=content.municipality,
            first_day=short_date(content.first_day),
            last_day=short_date(content.last_day),
        ),
        "ending": words.texts[f"ending.{content.ending.value}"],
    }


def _texts(words: PlanWords) -> dict[str, str]:
    prefix = "certificate."
    return {
        key.removeprefix(prefix): text
        for key, text in words.texts.items()
        if key.startswith(prefix)
    }
