"""Paper as it comes back: signed with a pen, run through a scanner, photographed with a phone.

Everything is drawn with Pillow and is the same each time.
"""

import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from random import Random
from typing import Any

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from app.declarations.bundles.types import BundleKind
from app.declarations.sheet import render_sheet_html
from app.papers.reading.geometry import perspective
from app.pdf.page_boxes import Typeset
from app.pdf.renderer import PdfRenderer
from tests.support.sheets import make_sheet

BLUE_PEN = (28, 45, 140)
BLACK_PEN = (25, 25, 28)
LIGHT_BLUE_PEN = (120, 165, 225)
PENCIL = (150, 150, 152)
TABLE = (96, 78, 62)
"""Wood under a photographed sheet."""

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class PrintedSheet:
    """A sheet as it was issued, and as it comes out of the printer."""

    made: Typeset
    pages: list[Image.Image]
    """Drawn at 200 dots per inch."""

    def box(self, name: str = "signature_participant") -> dict[str, Any]:
        """Return a box as `IssuedDocument.boxes` holds it."""
        return next(asdict(box) for box in self.made.boxes if box.name == name)

    @property
    def boxes(self) -> list[dict[str, Any]]:
        """Return all of them."""
        return [asdict(box) for box in self.made.boxes]

    @property
    def signing_page(self) -> Image.Image:
        """Return the page that the participant signs."""
        return self.pages[self.box()["page"] - 1]


def printed_sheet(renderer: PdfRenderer, kind: BundleKind, language: str) -> PrintedSheet:
    """Return the sheet of a made-up person."""
    made = renderer.typeset(render_sheet_html(make_sheet(kind, language)))
    return PrintedSheet(made, drawn_pages(made.pdf))


def drawn_pages(pdf: bytes, dpi: int = 200) -> list[Image.Image]:
    """Return the pages of a PDF as the printer puts them on paper."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in document]
    document.close()
    return pages


@dataclass(frozen=True)
class Stroke:
    """What somebody draws: lines through points of a unit square, upper left corner first."""

    lines: tuple[tuple[tuple[float, float], ...], ...]
    height_mm: float
    width_mm: float


def _scrawl() -> tuple[tuple[float, float], ...]:
    """Return loops that become flatter, as a signature does."""
    points = []
    for step in range(161):
        turn = step / 160
        points.append(
            (
                0.06 + 0.86 * turn + 0.06 * math.cos(turn * 44),
                0.5 + (0.45 - 0.3 * turn) * math.sin(turn * 44),
            )
        )
    return tuple(points)


SIGNATURE = Stroke((_scrawl(),), height_mm=7, width_mm=42)
CROSS = Stroke((((0, 0), (1, 1)), ((1, 0), (0, 1))), height_mm=5, width_mm=5)
INITIAL = Stroke((((0, 1), (0.5, 0), (1, 1)), ((0.2, 0.6), (0.8, 0.6))), height_mm=6, width_mm=5)


def sign_with_pen(
    picture: Image.Image,
    box: Mapping[str, Any],
    dpi: int = 200,
    *,
    stroke: Stroke = SIGNATURE,
    colour: Colour = BLUE_PEN,
    pen_mm: float = 0.5,
) -> Image.Image:
    """Return the page with a stroke in a box (as in `IssuedDocument.boxes`), a little to the left.

    Drawn four times as large and then reduced, so that thin lines have soft edges as ink has.
    """
    dots = dpi / 25.4
    large = 4
    left = (box["left"] / 1000 + 4) * dots
    middle = (box["top"] + box["height"] / 2) / 1000 * dots
    width, height = stroke.width_mm * dots, stroke.height_mm * dots
    frame = (
        round(left - 2 * dots),
        round(middle - height / 2 - 2 * dots),
        round(left + width + 2 * dots),
        round(middle + height / 2 + 2 * dots),
    )
    ink = Image.new("L", ((frame[2] - frame[0]) * large, (frame[3] - frame[1]) * large))
    pen = ImageDraw.Draw(ink)
    thickness = max(1, round(pen_mm * dots * large))
    for line in stroke.lines:
        points = [
            (
                (left - frame[0] + x * width) * large,
                (middle - height / 2 - frame[1] + y * height) * large,
            )
            for x, y in line
        ]
        pen.line(points, fill=255, width=thickness, joint="curve")
    signed = picture.copy()
    where = (frame[2] - frame[0], frame[3] - frame[1])
    signed.paste(
        Image.new("RGB", where, colour), frame[:2], ink.resize(where, Image.Resampling.BOX)
    )
    return signed


@dataclass(frozen=True)
class Scanner:
    """What a scanner does to a sheet."""

    dpi: int = 200
    angle: float = 0.0
    """Degrees, against the clock."""
    whole: bool = True
    """A skewed sheet is seen with all its corners; otherwise the glass is as large as the sheet."""
    turn: int = 0
    """Quarters of a full turn."""
    shift_mm: tuple[float, float] = (0.0, 0.0)
    blur: float = 0.0
    """Dots."""
    noise: int = 6
    contrast: float = 1.0
    """1: black is black; 0.3: nearly as light as the paper."""
    dust: int = 0
    """Specks."""
    grey: bool = False
    bitonal: bool = False


def as_scanned(picture: Image.Image, scanner: Scanner, *, dpi: int = 200) -> Image.Image:
    """Return the page as the scanner sees it; `dpi` is that of the picture."""
    scale = scanner.dpi / dpi
    size = (round(picture.width * scale), round(picture.height * scale))
    seen = picture.resize(size, Image.Resampling.LANCZOS) if scale != 1 else picture.copy()
    dots = scanner.dpi / 25.4
    if any(scanner.shift_mm):
        moved = Image.new("RGB", seen.size, "white")
        moved.paste(seen, (round(scanner.shift_mm[0] * dots), round(scanner.shift_mm[1] * dots)))
        seen = moved
    if scanner.angle:
        seen = seen.rotate(
            scanner.angle, Image.Resampling.BILINEAR, expand=scanner.whole, fillcolor="white"
        )
    if scanner.blur:
        seen = seen.filter(ImageFilter.GaussianBlur(scanner.blur))
    if scanner.dust:
        _sprinkle(seen, scanner.dust, dots)
    if scanner.contrast != 1:
        lightest = 245
        seen = seen.point(
            [round(lightest - (255 - level) * scanner.contrast) for level in range(256)] * 3
        )
    if scanner.noise:
        seen = _grained(seen, scanner.noise)
    if scanner.grey or scanner.bitonal:
        seen = seen.convert("L")
    if scanner.bitonal:
        seen = seen.point([0] * 150 + [255] * 106, "1")
    return seen.rotate(90 * scanner.turn, expand=True) if scanner.turn else seen


@dataclass(frozen=True)
class Phone:
    """How a sheet on a table is photographed."""

    size: tuple[int, int] = (2448, 3264)
    """Dots: eight megapixels, upright."""
    tilt: tuple[float, float] = (0.0, 0.0)
    """How much narrower the far edge is: of the width towards the top, of the height to the
    right."""
    angle: float = 0.0
    fill: float = 0.9
    """Of the picture's height that the sheet takes."""
    shadow: float = 0.0
    """0: none; 0.5: the dark side has half the light."""
    hard_shadow: bool = False
    blur: float = 1.0
    noise: int = 14
    background: Colour = TABLE


def as_photographed(picture: Image.Image, phone: Phone) -> Image.Image:
    """Return the sheet as a phone sees it."""
    width, height = phone.size
    tall = phone.fill * height / 2
    wide = tall * picture.width / picture.height
    narrow_top, narrow_right = 1 - phone.tilt[0], 1 - phone.tilt[1]
    corners = [
        (-wide * narrow_top, -tall),
        (wide * narrow_top, -tall * narrow_right),
        (wide, tall * narrow_right),
        (-wide, tall),
    ]
    cosine, sine = math.cos(math.radians(phone.angle)), math.sin(math.radians(phone.angle))
    seen_at = [
        (width / 2 + x * cosine + y * sine, height / 2 - x * sine + y * cosine) for x, y in corners
    ]
    page_at = [(0, 0), (picture.width, 0), (picture.width, picture.height), (0, picture.height)]
    coefficients = _perspective(seen_at, page_at)
    sheet = picture.convert("RGB").transform(
        phone.size, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BILINEAR
    )
    covered = Image.new("L", picture.size, 255).transform(
        phone.size, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BILINEAR
    )
    seen = Image.composite(sheet, Image.new("RGB", phone.size, phone.background), covered)
    if phone.shadow:
        seen = _shaded(seen, phone)
    if phone.blur:
        seen = seen.filter(ImageFilter.GaussianBlur(phone.blur))
    return _grained(seen, phone.noise) if phone.noise else seen


def as_jpeg(picture: Image.Image, quality: int = 60, orientation: int = 1) -> bytes:
    """Return a JPEG; `orientation` is that of EXIF, and the picture is turned to match it."""
    turned = picture
    if orientation != 1:
        turn = {3: 180, 6: 90, 8: 270}[orientation]
        turned = picture.rotate(turn, expand=True)
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = "<script>alert(1)</script>"
    file = io.BytesIO()
    turned.convert("L" if turned.mode == "1" else turned.mode).save(
        file, "JPEG", quality=quality, exif=exif
    )
    return file.getvalue()


def as_png(picture: Image.Image) -> bytes:
    """Return a PNG."""
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def as_pdf(pictures: Sequence[Image.Image], dpi: int = 200, quality: int = 60) -> bytes:
    """Return one PDF of all pages, as a scanner makes it."""
    file = io.BytesIO()
    pictures[0].save(
        file, "PDF", save_all=True, append_images=pictures[1:], resolution=dpi, quality=quality
    )
    return file.getvalue()


def as_tiff(pictures: Sequence[Image.Image], compression: str = "tiff_lzw") -> bytes:
    """Return one TIFF of all pages; `group4` is that of fax, for bitonal pages."""
    file = io.BytesIO()
    pictures[0].save(
        file, "TIFF", save_all=True, append_images=pictures[1:], compression=compression
    )
    return file.getvalue()


def _grained(picture: Image.Image, amount: int) -> Image.Image:
    """Return the picture with noise of up to this many levels, the same at each call."""
    grains = Image.frombytes(
        "L", picture.size, Random(picture.width).randbytes(picture.width * picture.height)
    )
    lighter = grains.point([max(0, (level - 128) * amount // 127) for level in range(256)])
    darker = grains.point([max(0, (128 - level) * amount // 127) for level in range(256)])
    bands = [ImageChops.subtract(ImageChops.add(band, lighter), darker) for band in picture.split()]
    return Image.merge(picture.mode, bands)


def _sprinkle(picture: Image.Image, specks: int, dots: float) -> None:
    """Draw dust, a quarter of a millimetre across, all over the picture."""
    draw = ImageDraw.Draw(picture)
    chance = Random(specks)
    for _ in range(specks):
        x, y = chance.randrange(picture.width), chance.randrange(picture.height)
        draw.ellipse((x, y, x + 0.25 * dots, y + 0.25 * dots), fill=(70, 70, 70))


def _shaded(picture: Image.Image, phone: Phone) -> Image.Image:
    """Return the picture with less light in the lower right half, as under a hand and phone."""
    light = Image.linear_gradient("L")
    if phone.hard_shadow:
        light = light.resize((1024, 1024)).rotate(35)
        light = light.point([0 if level < 150 else 255 for level in range(256)])
        light = light.filter(ImageFilter.BoxBlur(3))
    lost = light.point([round(255 - level * phone.shadow) for level in range(256)])
    lost = lost.resize(picture.size)
    return ImageChops.multiply(picture, Image.merge("RGB", [lost] * 3))


def _perspective(
    seen_at: Sequence[tuple[float, float]], page_at: Sequence[tuple[float, float]]
) -> tuple[float, ...]:
    """Return Pillow's eight numbers, from places of the photo to places of the page."""
    found = perspective(seen_at, page_at)
    assert found is not None
    return found
