"""Whether somebody wrote in a box: ink in the scan that the printed page does not have there."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from PIL import Image, ImageChops, ImageFilter

from app.papers.reading.darkness import Darkness
from app.papers.reading.geometry import Point, Transform, distance, place
from app.papers.reading.overlay import laid_over
from app.papers.reading.strokes import patches
from app.papers.reading.types import DOTS_PER_INCH, Ink, InkVerdict

_DOTS = DOTS_PER_INCH / 25.4
_SAME_PLACE = 45 * _DOTS
"""Dots; boxes so near each other lie on the same, hardly bent, piece of paper."""
_INSET = round(0.5 * _DOTS)
"""Dots inside the box that are not looked at: what is printed beside it may reach in."""
_AROUND = round(2.5 * _DOTS)
"""Dots above and below the box that help to know the lines of this box and of the one above."""
_PRINT = 16
"""Levels from which the printed page counts as printed."""
_PRINT_AROUND = 5
"""Dots of print grow to so many: half a millimetre to each side is the edge of blurred print."""
_LINE_REACH = round(1.5 * _DOTS)
"""Dots up or down that a printed line may lie from where it should, on bent paper."""
_SLICES = 8
"""Pieces of a box in each of which the line is looked for, and light and noise are measured: half
a box may lie in shadow."""
_FAINTEST = 0.085
"""Of the paper's lightness; a hard pencil, blurred by a phone, is darker by a tenth."""
_OVER_GRAIN = 3.5
"""Times the spread of the noise: less is noise again and again in every box."""
_BLIND = 0.2
"""Of the paper's lightness: where only darker strokes than that stand out from the noise, a pencil
or a light pen would not be seen, and nobody may call the box blank."""
_LEAST_LEVELS = 6
"""Levels; fewer are what a JPEG adds."""
_SPECK = 1.3 * _DOTS
"""Dots; dust, grain and what a JPEG leaves around edges is smaller than 1.3 mm."""
_STROKE = 4.0 * _DOTS
"""The shortest single stroke taken for writing without doubt."""
_WRITING = 7.0 * _DOTS
"""Or so much of shorter ones together: a small cross, or a faint stroke in pieces."""
_SOILED = 0.001
"""Of the box in specks alone: dust on a clean glass takes half of that, so more may be the rest of
a faint signature."""


def ink_in(
    boxes: Iterable[Mapping[str, Any]], printed: Darkness, scanned: Darkness
) -> dict[str, Ink]:
    """Return what was written in each box, by its name; boxes are in micrometres of the page.

    Both maps are of the whole page at `DOTS_PER_INCH`.
    """
    found: dict[str, Ink] = {}
    known: list[tuple[Point, Transform | None]] = []
    for box in boxes:
        left, top = _dots(box["left"]), _dots(box["top"])
        right, bottom = _dots(box["left"] + box["width"]), _dots(box["top"] + box["height"])
        middle: Point = ((left + right) / 2, (top + bottom) / 2)
        near = [each for each in known if distance(each[0], middle) < _SAME_PLACE]
        if not near:
            near = [(middle, laid_over(printed.levels, scanned.levels, middle))]
            known += near
        frame = (left + _INSET, top - _AROUND, right - _INSET, bottom + _AROUND)
        transform = near[0][1]
        if transform is None or frame[2] <= frame[0] or frame[3] <= frame[1]:
            found[box["name"]] = Ink(InkVerdict.UNSURE, 0.0)
        else:
            found[box["name"]] = _ink_in_frame(frame, transform, printed, scanned)
    return found


def _ink_in_frame(
    frame: tuple[int, int, int, int], transform: Transform, printed: Darkness, scanned: Darkness
) -> Ink:
    seen = _cut(scanned.levels, transform, frame)
    grain = _cut(scanned.grain, transform, frame)
    paper = _cut(scanned.paper, transform, frame)
    dark = Image.new("L", seen.size)
    is_blind = False
    for piece in _slices(seen):
        lightness = _level_at(paper.crop(piece), 0.5)
        faintest = _faintest(seen.crop(piece), grain.crop(piece), lightness)
        is_blind |= faintest > _BLIND * lightness
        levels = [0] * faintest + [255] * (256 - faintest)
        dark.paste(seen.crop(piece).point(levels), piece[:2])
    own = ImageChops.subtract(dark, _print_in(printed.levels.crop(frame), seen))
    inner = (0, _AROUND + _INSET, own.width, own.height - _AROUND)
    return _judged(own.crop(inner), is_blind=is_blind)


def _dots(micrometres: int) -> int:
    return round(micrometres / 1000 * _DOTS)


def _judged(own: Image.Image, *, is_blind: bool) -> Ink:
    """Return what the dots say that the printed page does not have."""
    found = patches(own.tobytes(), own.width)
    share = sum(patch.dots for patch in found) / (own.width * own.height)
    strokes = [patch.length for patch in found if patch.length > _SPECK]
    if any(length >= _STROKE for length in strokes) or sum(strokes) >= _WRITING:
        return Ink(InkVerdict.SIGNED, share)
    if strokes or share > _SOILED or is_blind:
        return Ink(InkVerdict.UNSURE, share)
    return Ink(InkVerdict.BLANK, share)


def _cut(picture: Image.Image, transform: Transform, frame: tuple[int, ...]) -> Image.Image:
    """Return the part of the scan that lies where the frame lies on the printed page."""
    a, b, _, d, e, _, _, _ = transform
    x, y = place(transform, (frame[0], frame[1]))
    return picture.transform(
        (frame[2] - frame[0], frame[3] - frame[1]),
        Image.Transform.AFFINE,
        (a, b, x, d, e, y),
        Image.Resampling.BILINEAR,
    )


def _print_in(printed: Image.Image, seen: Image.Image) -> Image.Image:
    """Return the print of a frame (255) where it lies in the scan.

    The paper may be bent: slice by slice, the print is moved up or down to where the scan is
    darkest along it.
    """
    stencil = printed.point([0] * _PRINT + [255] * (256 - _PRINT))
    moved = Image.new("L", stencil.size)
    for frame in _slices(printed):
        piece = stencil.crop(frame)
        if piece.getbbox() is None:
            continue
        rows = _row_levels(seen.crop(frame))
        weights = _row_levels(piece)
        down = max(
            range(-_LINE_REACH, _LINE_REACH + 1),
            key=lambda step: (_along(weights, rows, step), -abs(step)),
        )
        moved.paste(piece, (frame[0], down))
    return moved.filter(ImageFilter.MaxFilter(_PRINT_AROUND))


def _along(weights: bytes, rows: bytes, down: int) -> int:
    """Return how dark the scan is where the print would lie, moved so far down."""
    last = len(rows) - 1
    return sum(
        weight * rows[min(max(row + down, 0), last)] for row, weight in enumerate(weights) if weight
    )


def _row_levels(picture: Image.Image) -> bytes:
    return picture.resize((1, picture.height), Image.Resampling.BOX).tobytes()


def _slices(picture: Image.Image) -> Iterator[tuple[int, int, int, int]]:
    """Return the frames of the pieces of a box, from left to right."""
    for index in range(_SLICES):
        left, right = (picture.width * step // _SLICES for step in (index, index + 1))
        yield left, 0, right, picture.height


def _faintest(seen: Image.Image, grain: Image.Image, lightness: int) -> int:
    """Return the darkness from which dots of a piece count, by its light and its noise."""
    # One in six dots lies beyond one spread to the lighter side. Where the light is so strong that
    # white is cut off, the darker side tells: a third of its dots lie beyond half a spread, unless
    # a third of the piece is ink.
    spread = max(_level_at(grain, 0.84), 2 * _level_at(seen, 0.69))
    return round(max(_FAINTEST * lightness, _OVER_GRAIN * spread, _LEAST_LEVELS))


def _level_at(picture: Image.Image, share: float) -> int:
    left = share * picture.width * picture.height
    for level, count in enumerate(picture.histogram()):
        left -= count
        if left <= 0:
            return level
    return 255
