"""Values of one direction inside text of the other: names, numbers and dates keep their order.

Every value set into a page or a document goes through `isolate`. The direction is decided here,
because the PDF engine ignores a bare `<bdi>`, which would print a personal number back to front.
"""

import unicodedata
from typing import Literal

from markupsafe import Markup

Direction = Literal["ltr", "rtl"]

_CONTROLS = dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x061C, 0x200E, 0x200F], None
)
"""Marks that steer direction. A value may not break out of its isolate with them."""


def direction(text: str) -> Direction:
    """Return the direction of the first letter; without letters, left to right, as digits run."""
    for character in text:
        strength = unicodedata.bidirectional(character)
        if strength == "L":
            return "ltr"
        if strength in {"R", "AL"}:
            return "rtl"
    return "ltr"


def isolate(value: object) -> Markup:
    """Return the value escaped, without direction marks, and shielded from the text around it."""
    text = str(value).translate(_CONTROLS)
    return Markup('<bdi dir="{}">{}</bdi>').format(direction(text), text)


def isolated_text(value: str) -> str:
    """Return a value for a plain sentence, shielded by isolate marks instead of an element."""
    opening = "\u2067" if direction(value) == "rtl" else "\u2066"
    return f"{opening}{value.translate(_CONTROLS)}\u2069"
