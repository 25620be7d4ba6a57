"""Signed and blank boxes are told apart, whatever the pen, the scanner and the light."""

import io
import math
from collections.abc import Iterable
from dataclasses import asdict
from itertools import cycle
from typing import Any

import pytest
from PIL import Image

from app.papers.reading.darkness import Darkness, darkness_of
from app.papers.reading.ink import ink_in
from app.papers.reading.ink_reader import InkReader
from app.papers.reading.page import read_picture
from app.papers.reading.types import PAGE_HEIGHT, PAGE_WIDTH, Ink, InkVerdict
from tests.support.scans import (
    BLACK_PEN,
    CROSS,
    INITIAL,
    LIGHT_BLUE_PEN,
    PENCIL,
    Phone,
    PrintedSheet,
    Scanner,
    Stroke,
    as_jpeg,
    as_photographed,
    as_scanned,
    sign_with_pen,
)

PENS: dict[str, dict[str, Any]] = {
    "blue ball pen": {},
    "thin black": {"colour": BLACK_PEN, "pen_mm": 0.3},
    "light blue": {"colour": LIGHT_BLUE_PEN, "pen_mm": 0.4},
    "pencil": {"colour": PENCIL, "pen_mm": 0.4},
    "a cross": {"stroke": CROSS, "pen_mm": 0.4},
    "an initial": {"stroke": INITIAL, "pen_mm": 0.35},
    "an initial in pencil": {"stroke": INITIAL, "colour": PENCIL, "pen_mm": 0.3},
    "felt pen": {"colour": BLACK_PEN, "pen_mm": 1.4},
}
_SMALL = (1536, 2048)
SIGHTS: dict[str, Scanner | Phone] = {
    "scan": Scanner(angle=3),
    "scan at 100 dpi": Scanner(dpi=100, angle=-4, blur=0.4),
    "grey scan": Scanner(dpi=150, grey=True, noise=12, angle=1.3, turn=2),
    "pale scan": Scanner(contrast=0.5, noise=8, angle=-7),
    "dusty scan": Scanner(dust=300, angle=-1),
    "blurred scan": Scanner(dpi=150, blur=1.2, angle=5),
    "grainy scan": Scanner(noise=30),
    "photo": Phone(_SMALL, (0.12, 0.06), 6),
    "photo in soft shadow": Phone(_SMALL, (-0.1, 0.05), shadow=0.5),
    "photo in hard shadow": Phone(_SMALL, (0.1, 0.0), -8, fill=0.8, shadow=0.5, hard_shadow=True),
    "grainy photo": Phone(_SMALL, (0.05, -0.05), fill=0.75, noise=40),
}
PAIRS = [(pen, sight) for index, pen in enumerate(PENS) for sight in list(SIGHTS)[index % 4 :: 4]]
"""Each way of signing in a quarter of the sights, each sight with some."""
SHEETS = ("declaration-ar", "declaration-nb", "contract-uk")


def _seen(sheet: Image.Image, sight: Scanner | Phone) -> Image.Image:
    """Return the page as the portal lays it straight, after a strong JPEG."""
    if isinstance(sight, Scanner):
        sent = as_scanned(sheet, sight)
    else:
        sent = as_photographed(sheet, sight)
    with Image.open(io.BytesIO(as_jpeg(sent, 40))) as picture:
        found = read_picture(picture.convert("L" if picture.mode == "L" else "RGB"))
    assert found.aligned
    return Image.open(io.BytesIO(found.picture))


def _printed(sheet: PrintedSheet) -> Darkness:
    page = sheet.signing_page.resize((PAGE_WIDTH, PAGE_HEIGHT), Image.Resampling.BOX)
    return darkness_of(page.convert("L"))


def _ink(sheet: PrintedSheet, seen: Image.Image) -> Ink:
    box = sheet.box()
    return ink_in([box], _printed(sheet), darkness_of(seen))[box["name"]]


@pytest.mark.parametrize(("pen", "sight"), PAIRS)
def test_what_was_signed_is_seen(pen: str, sight: str, printed: dict[str, PrintedSheet]) -> None:
    sheet = printed[SHEETS[PAIRS.index((pen, sight)) % len(SHEETS)]]
    signed = sign_with_pen(sheet.signing_page, sheet.box(), **PENS[pen])
    found = _ink(sheet, _seen(signed, SIGHTS[sight]))
    assert found.verdict is InkVerdict.SIGNED
    assert found.share > 0.001


@pytest.mark.parametrize(("sight", "name"), list(zip(SIGHTS, cycle(SHEETS), strict=False)))
def test_a_blank_box_is_blank(sight: str, name: str, printed: dict[str, PrintedSheet]) -> None:
    sheet = printed[name]
    found = _ink(sheet, _seen(sheet.signing_page, SIGHTS[sight]))
    assert found.verdict is InkVerdict.BLANK


def test_a_box_too_noisy_to_see_a_pencil_in_is_not_called_blank(
    printed: dict[str, PrintedSheet],
) -> None:
    sheet = printed["declaration-nb"]
    grainy = as_scanned(sheet.signing_page, Scanner(noise=110))
    with Image.open(io.BytesIO(read_picture(grainy).picture)) as seen:
        assert _ink(sheet, seen).verdict is InkVerdict.UNSURE


def test_half_a_box_in_shadow_is_not_ink(printed: dict[str, PrintedSheet]) -> None:
    sheet = printed["declaration-ar"]
    dark = Phone(_SMALL, (0.02, -0.01), 13, 0.73, shadow=0.6, hard_shadow=True, noise=20)
    assert _ink(sheet, _seen(sheet.signing_page, dark)).verdict is not InkVerdict.SIGNED


def test_ink_in_one_box_is_not_ink_in_the_next(printed: dict[str, PrintedSheet]) -> None:
    sheet = printed["declaration-ar"]
    tall = Stroke(CROSS.lines, height_mm=9, width_mm=9)
    page = sign_with_pen(sheet.signing_page, sheet.box("signature_place"), stroke=tall)
    seen = darkness_of(_seen(page, Scanner(angle=2)))
    found = ink_in(sheet.boxes, _printed(sheet), seen)
    assert {name: ink.verdict.value for name, ink in found.items()} == {
        "signature_place": "signed",
        "signature_participant": "blank",
        "note_interpreter": "blank",
    }


@pytest.mark.parametrize(("across", "down"), [(-12, -12), (0, 12), (12, -6)])
def test_two_millimetres_of_shift_do_not_matter(
    across: int, down: int, printed: dict[str, PrintedSheet]
) -> None:
    sheet = printed["contract-uk"]
    box = sheet.box()
    for page, verdict in (
        (sheet.signing_page, InkVerdict.BLANK),
        (sign_with_pen(sheet.signing_page, box, stroke=INITIAL), InkVerdict.SIGNED),
    ):
        small = page.resize((PAGE_WIDTH, PAGE_HEIGHT), Image.Resampling.BOX)
        moved = Image.new("RGB", small.size, "white")
        moved.paste(small, (across, down))
        assert _ink(sheet, moved).verdict is verdict


def test_a_finger_dipped_in_ink_is_a_signature(printed: dict[str, PrintedSheet]) -> None:
    sheet = printed["declaration-nb"]
    rings = tuple(_ring(size / 8) for size in range(1, 8))
    finger = Stroke(rings, height_mm=10, width_mm=8)
    signed = sign_with_pen(sheet.signing_page, sheet.box(), stroke=finger, pen_mm=0.35)
    assert _ink(sheet, _seen(signed, Scanner(angle=-2))).verdict is InkVerdict.SIGNED


@pytest.mark.parametrize("size_mm", [1.8, 2.6])
def test_a_mere_tick_is_for_a_person_to_judge(
    size_mm: float, printed: dict[str, PrintedSheet]
) -> None:
    sheet = printed["declaration-nb"]
    tick = Stroke((((0, 0), (1, 1)),), height_mm=size_mm, width_mm=size_mm / 2)
    signed = sign_with_pen(sheet.signing_page, sheet.box(), stroke=tick)
    assert _ink(sheet, _seen(signed, Scanner())).verdict is InkVerdict.UNSURE


def test_another_page_is_not_judged_by_this_one(printed: dict[str, PrintedSheet]) -> None:
    sheet, other = printed["declaration-ar"], printed["contract-uk"]
    seen = _seen(other.pages[0], Scanner())
    assert _ink(sheet, seen).verdict is InkVerdict.UNSURE


def test_the_process_says_the_same_for_all_boxes_of_a_page(
    printed: dict[str, PrintedSheet], ink_reader: InkReader
) -> None:
    sheet = printed["declaration-ar"]
    signed = sign_with_pen(sheet.signing_page, sheet.box())
    found = read_picture(as_scanned(signed, Scanner(angle=2)))
    ink = ink_reader.read(found.picture, sheet.made.pdf, 2, sheet.boxes)
    assert _verdicts(ink.values()) == ["blank", "signed", "blank"]
    assert list(ink) == [box.name for box in sheet.made.boxes]
    assert ink_reader.read(found.picture, sheet.made.pdf, 1, sheet.boxes) == {}


@pytest.mark.parametrize("wrong", ["picture", "pdf", "page"])
def test_what_the_process_cannot_read_is_unsure_and_the_next_is_read(
    wrong: str, printed: dict[str, PrintedSheet], ink_reader: InkReader
) -> None:
    sheet = printed["declaration-nb"]
    picture = read_picture(sheet.signing_page).picture
    boxes = [asdict(box) for box in sheet.made.boxes]
    if wrong == "picture":
        failed = ink_reader.read(as_jpeg(Image.new("L", (9, 9))), sheet.made.pdf, 1, boxes)
    elif wrong == "pdf":
        failed = ink_reader.read(picture, b"%PDF-1.7", 1, boxes)
    else:
        far = [{**box, "page": 7} for box in boxes]
        failed = ink_reader.read(picture, sheet.made.pdf, 7, far)
    assert _verdicts(failed.values()) == ["unsure"] * 3
    good = ink_reader.read(picture, sheet.made.pdf, 1, boxes)
    assert _verdicts(good.values()) == ["blank"] * 3


def test_a_process_that_takes_too_long_is_given_up(printed: dict[str, PrintedSheet]) -> None:
    sheet = printed["declaration-nb"]
    picture = read_picture(sheet.signing_page).picture
    hurried = InkReader(page_seconds=0)
    try:
        found = hurried.read(picture, sheet.made.pdf, 1, sheet.boxes)
    finally:
        hurried.close()
    assert _verdicts(found.values()) == ["unsure"] * 3


def _ring(size: float) -> tuple[tuple[float, float], ...]:
    turns = [step / 24 * 2 * math.pi for step in range(25)]
    return tuple((0.5 + size / 2 * math.cos(t), 0.5 + size / 2 * math.sin(t)) for t in turns)


def _verdicts(found: Iterable[Ink]) -> list[str]:
    return [ink.verdict.value for ink in found]
