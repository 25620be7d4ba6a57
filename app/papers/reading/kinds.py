"""What kind of file it is, by its content; its name is never asked."""

import io
import zipfile
from enum import StrEnum

from app.papers.reading.types import CannotReadStack, StackRefusal


class FileKind(StrEnum):
    """What can be read."""

    PDF = "PDF"
    JPEG = "JPEG"
    PNG = "PNG"
    TIFF = "TIFF"


_SIGNATURES = (
    (b"%PDF-", FileKind.PDF),
    (b"\xff\xd8\xff", FileKind.JPEG),
    (b"\x89PNG\r\n\x1a\n", FileKind.PNG),
    (b"II*\x00", FileKind.TIFF),
    (b"MM\x00*", FileKind.TIFF),
)
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"})
_PDF_HEADER_REACH = 1024
"""Some programs take a file for a PDF if it says so within so many bytes."""


def kind_of(content: bytes) -> FileKind:
    """Return the kind of a file, which must begin as files of its kind begin.

    What follows the end of a picture is not looked at: phones put films there. Scripts, actions,
    forms and attached files of a PDF are not looked at either: pages are only drawn.

    Raises:
        CannotReadStack: it is empty, of another kind, or of two kinds at once.
    """
    if not content:
        raise CannotReadStack(StackRefusal.EMPTY)
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS:
        raise CannotReadStack(StackRefusal.HEIC)
    kinds = (kind for signature, kind in _SIGNATURES if content.startswith(signature))
    kind = next(kinds, None)
    if kind is None:
        raise CannotReadStack(StackRefusal.UNKNOWN_KIND)
    says_pdf = b"%PDF-" in content[:_PDF_HEADER_REACH]
    if (says_pdf and kind is not FileKind.PDF) or _is_archive(content):
        raise CannotReadStack(StackRefusal.MIXED_KINDS)
    return kind


def _is_archive(content: bytes) -> bool:
    """Return whether the end of the file opens as a ZIP, as a program or an office file would."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return bool(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False
