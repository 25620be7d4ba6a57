"""What is darker than the paper around it: ink and print, but not shadows."""

from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFilter

_COARSE = 4
"""Times the picture is shrunk to see the paper."""
_AROUND = 7
"""Dots of that: 4.7 mm, so that more than half of any such patch is paper, not stroke."""


@dataclass(frozen=True, slots=True)
class Darkness:
    """A picture and its paper."""

    paper: Image.Image
    """How light the paper is at each dot, without what stands on it."""
    levels: Image.Image
    """How much darker than its paper each dot is, from 0 (`L`)."""
    grain: Image.Image
    """How much lighter than its paper each dot is: the noise, which ink does not reach."""


def darkness_of(picture: Image.Image) -> Darkness:
    """Return what stands on the paper of a grey or coloured picture.

    Of colours the darkest counts, so that light blue ink is as plain as black. The paper is the
    median around each dot: it follows even the hard edge of a shadow, and no stroke.
    """
    dark = picture
    if picture.mode == "RGB":
        red, green, blue = picture.split()
        dark = ImageChops.darker(ImageChops.darker(red, green), blue)
    # A little blur takes more from the noise than from strokes two dots wide.
    dark = dark.filter(ImageFilter.GaussianBlur(0.7))
    size = (max(1, dark.width // _COARSE), max(1, dark.height // _COARSE))
    coarse = dark.resize(size, Image.Resampling.BOX).filter(ImageFilter.MedianFilter(_AROUND))
    paper = coarse.resize(dark.size, Image.Resampling.BILINEAR)
    return Darkness(
        paper=paper,
        levels=ImageChops.subtract(paper, dark),
        grain=ImageChops.subtract(dark, paper),
    )
