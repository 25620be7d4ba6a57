"""Making the package from what was gathered: no database, the slow part of the job."""

from app.declarations.archive.contents import PackedFile, PaperCase, ReceivedScan, Variant
from app.declarations.archive.cover import render_cover_html
from app.declarations.archive.message import FILE_NAME, message_of
from app.declarations.archive.zipping import zip_of
from app.papers.reading.drawing import draw_pages
from app.papers.reading.types import CannotReadStack
from app.papers.scan_pdf import pdf_of
from app.pdf.page_boxes import DocumentRenderer

COVER = "forside.pdf"
_PDF = "application/pdf"
_ENDINGS = {_PDF: "pdf", "image/png": "png", "image/jpeg": "jpg"}


def pack(case: PaperCase, renderer: DocumentRenderer) -> bytes:
    """Return the package as a ZIP; the same case gives the same bytes.

    Raises:
        PdfRenderError: the cover could not be made.
        InvalidMessageError: the metadata do not follow the schema.
    """
    scans = _scans(case.scan) if case.scan else []
    original = PackedFile(
        "utstedt.pdf", case.original, _PDF, "Arket slik det ble utstedt", Variant.ARCHIVE
    )
    documents = [scans, [original]] if scans else [[original]]
    message = PackedFile(
        FILE_NAME,
        message_of(case, documents, COVER),
        "application/xml",
        "Metadata",
        Variant.PRODUCTION,
    )
    files = [*(packed for variants in documents for packed in variants), message]
    cover = renderer.typeset(render_cover_html(case, files)).pdf
    return zip_of([(COVER, cover), *((packed.name, packed.content) for packed in files)])


def _scans(scan: ReceivedScan) -> list[PackedFile]:
    """Return the scan as PDF/A and as it was received.

    A file that cannot be drawn, such as a locked PDF, goes only as it was received.
    """
    received = PackedFile(
        f"mottatt.{_ENDINGS[scan.media_type]}",
        scan.content,
        scan.media_type,
        "Papiret slik det ble mottatt",
        Variant.PRODUCTION,
    )
    try:
        kept = pdf_of(draw_pages(scan.content))
    except CannotReadStack:
        return [received]
    archived = PackedFile(
        "skannet.pdf", kept, _PDF, "Det underskrevne papiret, skannet", Variant.ARCHIVE
    )
    return [archived, received]
