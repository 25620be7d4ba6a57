"""Set the pictures of a scan into a PDF/A-2b, always the same for the same pictures."""

import io
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

import pikepdf
from PIL import ImageCms

from app.papers.reading.drawing import DrawnPage

A4_LONG_SIDE = Decimal("841.89")
"""Points. A scan does not say reliably how large its paper was; nearly all of them are A4."""
_XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 pdfaid:part="2" pdfaid:conformance="B"/>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>
<rdf:li xml:lang="x-default">Skannet papir</rdf:li></rdf:Alt></dc:title></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
_PROFILE_DATE = slice(24, 36)
"""When the colour profile was made: twelve bytes that would differ each time."""


def pdf_of(pages: Sequence[DrawnPage]) -> bytes:
    """Return the pages as one PDF/A-2b."""
    with pikepdf.new() as pdf:
        for page in pages:
            _add_page(pdf, page)
        root = pdf.Root
        root.Metadata = pikepdf.Stream(
            pdf, _XMP.encode(), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
        )
        profile = pikepdf.Stream(pdf, _srgb(), N=3)
        root.OutputIntents = pikepdf.Array(
            [
                pdf.make_indirect(
                    pikepdf.Dictionary(
                        Type=pikepdf.Name.OutputIntent,
                        S=pikepdf.Name("/GTS_PDFA1"),
                        OutputConditionIdentifier=pikepdf.String("sRGB"),
                        DestOutputProfile=pdf.make_indirect(profile),
                    )
                )
            ]
        )
        file = io.BytesIO()
        pdf.save(
            file,
            min_version="1.7",
            compress_streams=False,  # the metadata must be readable as it stands
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
        )
        return file.getvalue()


def _add_page(pdf: pikepdf.Pdf, page: DrawnPage) -> None:
    scale = A4_LONG_SIDE / max(page.width, page.height)
    width, height = (round(side * scale, 2) for side in (page.width, page.height))
    picture = pikepdf.Stream(
        pdf,
        page.jpeg,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=page.width,
        Height=page.height,
        BitsPerComponent=8,
        ColorSpace=pikepdf.Name.DeviceGray if page.is_grey else pikepdf.Name.DeviceRGB,
        Filter=pikepdf.Name.DCTDecode,
    )
    pdf.add_blank_page(page_size=(float(width), float(height)))
    added = pdf.pages[-1]
    added.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=picture))
    added.Contents = pikepdf.Stream(pdf, f"q {width} 0 0 {height} 0 0 cm /Scan Do Q".encode())


@lru_cache(maxsize=1)
def _srgb() -> bytes:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_PROFILE_DATE] = bytes([7, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])  # 1 January 2000
    return bytes(profile)
