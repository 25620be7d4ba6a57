"""Tell an empty page from one that somebody wrote or printed on."""

from PIL import Image, ImageChops, ImageFilter

_SIDE = 880
"""Dots on the long side: 75 to the inch on A4, so that dust is a dot or two."""
_MARGIN = 0.04
"""Of each side: feeders and lids leave shadows along the edges."""
_DARKER = 45
"""Levels below the paper around it; what shines through from the other side stays above."""
_MOST = 0.0001
"""Of the page: a short word takes three times as much."""


def is_blank_page(picture: Image.Image) -> bool:
    """Return whether there is nothing on the grey picture but paper, its shadows and dust."""
    small = picture.copy()
    small.thumbnail((_SIDE, _SIDE), Image.Resampling.BOX, reducing_gap=None)
    across, down = round(small.width * _MARGIN), round(small.height * _MARGIN)
    inner = small.crop((across, down, small.width - across, small.height - down))
    if not inner.width or not inner.height:
        return True
    paper = inner.filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.BoxBlur(3))
    darker = ImageChops.subtract(paper, inner.filter(ImageFilter.MedianFilter(3)))
    written = sum(darker.histogram()[_DARKER:])
    return written <= _MOST * inner.width * inner.height
