"""Pictures bound to a paper, and the part with the signatures."""

import io

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from app.papers.intake.pictures import around_boxes, bound_pages
from app.papers.reading.types import PAGE_HEIGHT, PAGE_WIDTH


def jpeg(mode: str = "L", size: tuple[int, int] = (620, 877), level: int = 128) -> bytes:
    file = io.BytesIO()
    Image.new("L", size, level).convert(mode).save(file, "JPEG")
    return file.getvalue()


def test_each_picture_is_an_upright_a4_page_with_its_own_bytes() -> None:
    pictures = [jpeg(level=40), jpeg("RGB", level=200)]
    bound = bound_pages(pictures)
    with pikepdf.open(io.BytesIO(bound)) as document:
        kept = [page.Resources.XObject.Scan.read_raw_bytes() for page in document.pages]
        sizes = [[float(side) for side in page.MediaBox] for page in document.pages]
    assert kept == pictures
    assert sizes == [pytest.approx([0, 0, 595.28, 841.89])] * 2


def test_the_pages_are_seen_in_their_order() -> None:
    with pypdfium2.PdfDocument(bound_pages([jpeg(level=40), jpeg(level=200)])) as document:
        levels = [page.render().to_pil().convert("L").getpixel((300, 400)) for page in document]
    assert levels == [pytest.approx(40, abs=3), pytest.approx(200, abs=3)]


def test_the_same_pictures_give_the_same_bytes() -> None:
    pictures = [jpeg(), jpeg("RGB", (877, 620))]
    assert bound_pages(pictures) == bound_pages(pictures)


def test_a_picture_of_another_shape_is_not_stretched() -> None:
    with pypdfium2.PdfDocument(bound_pages([jpeg(size=(600, 600), level=0)])) as document:
        page = document[0].render().to_pil().convert("L")
    black = page.point([255] * 100 + [0] * 156).getbbox()
    assert black is not None
    assert black[2] - black[0] == pytest.approx(black[3] - black[1], abs=2)


def test_the_part_with_the_signatures_holds_the_boxes() -> None:
    whole = Image.new("L", (PAGE_WIDTH, PAGE_HEIGHT), 255)
    inside = [round(edge * 150 / 25.4) for edge in (60, 200, 160, 212)]
    whole.paste(0, inside)
    file = io.BytesIO()
    whole.save(file, "JPEG", quality=95)
    box = {"left": 60_000, "top": 200_000, "width": 100_000, "height": 12_000}
    with Image.open(io.BytesIO(around_boxes(file.getvalue(), [box]))) as part:
        dark = part.convert("L").point([255] * 100 + [0] * 156).getbbox()
        assert dark == pytest.approx((35, 35, 35 + inside[2] - inside[0], 106), abs=2)
        assert part.size == pytest.approx((661, 142), abs=2)


def test_boxes_at_the_edge_of_the_page_give_what_there_is() -> None:
    box = {"left": 0, "top": 290_000, "width": 210_000, "height": 9_000}
    picture = jpeg(size=(PAGE_WIDTH, PAGE_HEIGHT))
    with Image.open(io.BytesIO(around_boxes(picture, [box]))) as part:
        assert part.width == PAGE_WIDTH
        assert 0 < part.height < 120
