"""Files that somebody sends to hurt, made anew by each test."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
from PIL import Image

from tests.support.scans import as_jpeg, as_pdf, as_png


def small_page() -> Image.Image:
    """Return a page that is quick to make and read."""
    return Image.new("RGB", (413, 585), "white")


def small_pdf(pages: int = 1) -> bytes:
    """Return a PDF of blank pages."""
    return as_pdf([small_page()] * pages, dpi=50)


def changed(pdf: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Return a PDF after this was done to it."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        change(document)
        document.save(file)
    return file.getvalue()


def encrypted(user: str, owner: str = "owner") -> bytes:
    """Return a PDF that asks for a password, or for none to be read but for one to be printed."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(small_pdf())) as document:
        document.save(file, encryption=pikepdf.Encryption(owner=owner, user=user))
    return file.getvalue()


def archive() -> bytes:
    """Return a ZIP with a class for Java in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as content:
        content.writestr("Attack.class", b"\xca\xfe\xba\xbe" * 16)
    return file.getvalue()


def picture_bomb(side: int = 30_000) -> bytes:
    """Return a PNG of some kilobytes that unpacks to many megabytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    row = bytes(side // 8 + 1)
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )


def with_picture_bomb(document: pikepdf.Pdf) -> None:
    """Show a picture on the first page that takes 700 megabytes unpacked."""
    side = 15_000
    packer = zlib.compressobj(9)
    row = bytes(side * 3)
    packed = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    bomb = pikepdf.Stream(document, packed)
    bomb.stream_dict.update(
        {
            "/Type": pikepdf.Name.XObject,
            "/Subtype": pikepdf.Name.Image,
            "/Width": side,
            "/Height": side,
            "/ColorSpace": pikepdf.Name.DeviceRGB,
            "/BitsPerComponent": 8,
            "/Filter": pikepdf.Name.FlateDecode,
        }
    )
    page = document.pages[0]
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Bomb=bomb))
    page.Contents = document.make_stream(b"q 600 0 0 800 0 0 cm /Bomb Do Q")


def with_endless_drawing(document: pikepdf.Pdf) -> None:
    """Let the first page draw far more than anybody waits for, from a small file."""
    lines = b"0 0 m 595 842 l 10 20 30 40 50 60 c S\n"
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(lines * 10_000) for _ in range(1_000)) + packer.flush()
    stream = pikepdf.Stream(document, packed)
    stream.stream_dict.Filter = pikepdf.Name.FlateDecode
    document.pages[0].Contents = document.make_indirect(stream)


def with_own_form_within_itself(document: pikepdf.Pdf) -> None:
    """Draw a form that draws itself twice."""
    form = document.make_stream(b"/Self Do /Self Do")
    form.Type = pikepdf.Name.XObject
    form.Subtype = pikepdf.Name.Form
    form.BBox = pikepdf.Array([0, 0, 600, 800])
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Self=form))
    page = document.pages[0]
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Self=form))
    page.Contents = document.make_stream(b"/Self Do")


def with_actions(document: pikepdf.Pdf) -> None:
    """Run a script and a program when the file is opened, and carry another file."""
    document.Root.OpenAction = pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS="while (true) { app.launchURL('http://example.invalid'); }"
    )
    document.Root.AA = pikepdf.Dictionary(WC=pikepdf.Dictionary(S=pikepdf.Name.Launch, F="/bin/sh"))
    document.attachments["run.exe"] = b"MZ" + bytes(100)


def with_giant_page(document: pikepdf.Pdf) -> None:
    """Say that the first page is ten kilometres wide."""
    document.pages[0].MediaBox = pikepdf.Array([0, 0, 28_000_000, 40_000_000])


def with_thin_page(document: pikepdf.Pdf) -> None:
    """Say that the first page is a line."""
    document.pages[0].MediaBox = pikepdf.Array([0, 0, 14_000, 0.001])


def with_pages_within_themselves(document: pikepdf.Pdf) -> None:
    """Let the tree of pages grow out of itself."""
    document.Root.Pages.Kids.append(document.Root.Pages)


def with_many_objects(document: pikepdf.Pdf) -> None:
    """Carry a hundred and fifty thousand things of no use."""
    document.Root.Useless = document.make_indirect(
        pikepdf.Array([pikepdf.Dictionary(A=pikepdf.Array([1])) for _ in range(150_000)])
    )


def with_a_number_for_page_three(document: pikepdf.Pdf) -> None:
    """Put something else where the third page should be."""
    document.Root.Pages.Kids[2] = 42


def jpeg_that_says_pdf() -> bytes:
    """Return a JPEG that some programs take for a PDF."""
    comment = b"%PDF-1.7 and so on"
    plain = as_jpeg(small_page())
    return plain[:2] + b"\xff\xfe" + struct.pack(">H", len(comment) + 2) + comment + plain[2:]


def jpeg_of_size(width: int, height: int) -> bytes:
    """Return a small JPEG that says it is of another size."""
    content = bytearray(as_jpeg(small_page()))
    start = content.index(b"\xff\xc0")
    content[start + 5 : start + 9] = struct.pack(">HH", height, width)
    return bytes(content)


def png_with_long_text() -> bytes:
    """Return a PNG with a note of a hundred megabytes, packed."""
    plain = as_png(small_page())
    note = b"Comment\x00\x00" + zlib.compress(bytes(100_000_000), 9)
    chunk = struct.pack(">I", len(note)) + b"zTXt" + note
    chunk += struct.pack(">I", zlib.crc32(b"zTXt" + note))
    return plain[:33] + chunk + plain[33:]
