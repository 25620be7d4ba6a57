"""Lines of text that are broken and shaped once.

WeasyPrint lays out each line several times: to find the width of its box, to break it, and again
to draw it. Here a line of the same text, style and width is taken from memory, also in the next
document. Our style sheets never cut a line off (`text-overflow`), which would change it in memory.
"""

from functools import cache
from itertools import count
from typing import Any

from weasyprint.layout import inline, preferred
from weasyprint.text import line_break

_DECIDES = (
    *("direction", "lang", "font_language_override", "text_decoration_line"),
    *("font_family", "font_size", "font_style", "font_stretch", "font_weight", "font_kerning"),
    *("font_variant_alternates", "font_variant_caps", "font_variant_east_asian"),
    *("font_variant_ligatures", "font_variant_numeric", "font_variant_position"),
    *("font_feature_settings", "font_variation_settings", "line_height", "tab_size"),
    *("letter_spacing", "word_spacing", "white_space", "overflow_wrap", "word_break", "hyphens"),
    *("hyphenate_character", "hyphenate_limit_chars", "hyphenate_limit_zone"),
)
"""The properties that WeasyPrint 70.0 asks for while it lays out a line."""
_numbers = count()


@cache
def remember_lines() -> None:
    """Let this process do so; once is enough. Needs `RememberingFonts`."""
    split, measure = line_break.split_first_line, line_break.strut

    def split_once(
        text: str,
        style: Any,
        context: Any,
        max_width: float | None,
        justification_spacing: float,
        is_line_start: bool = True,  # noqa: FBT001, FBT002 (the library's own signature)
        minimum: bool = False,  # noqa: FBT001, FBT002
    ) -> Any:
        known = style.font_config.lines
        rest = (max_width, justification_spacing, is_line_start, minimum)
        key = (text, _text_style(style), *rest)
        if key not in known:
            known[key] = split(text, style, context, *rest)
        layout, *measures = known[key]
        return (_copied(layout), *measures)

    def measure_once(style: Any) -> Any:
        known = style.font_config.struts
        key = _text_style(style)
        if key not in known:
            known[key] = measure(style)
        return known[key]

    for module in (line_break, inline, preferred):
        module.split_first_line = split_once
    for module in (line_break, inline):
        module.strut = measure_once
    line_break.Layout.reactivate = _reactivate_once


def _copied(layout: Any) -> Any:
    """Return a line for a box of its own; `copy.copy` takes ten times as long."""
    fresh = object.__new__(line_break.Layout)
    vars(fresh).update(vars(layout))
    return fresh


def _reactivate_once(layout: Any, style: Any) -> None:
    """Make a line ready to be drawn."""
    known = style.font_config.drawn_lines
    key = line_key(layout, style)
    if key not in known:
        layout.setup(style)
        layout.set_text(layout.text, justify=True)
        known[key] = (layout.layout, layout.language, layout.text)
    layout.layout, layout.language, layout.text = known[key]
    layout.style = style


def line_key(layout: Any, style: Any) -> object:
    """Return what decides how a broken line is drawn."""
    return (layout.text, _text_style(style), layout.justification_spacing)


def _text_style(style: Any) -> object:
    """Return a number that all styles with the same way of setting text have in common.

    Numbers are not given out twice, so that none is mistaken when the memory was cleared.
    """
    number = vars(style).get("text_style")
    if number is None:
        values = repr([style[name] for name in _DECIDES])
        known = style.font_config.text_styles
        if values not in known:
            known[values] = next(_numbers)
        number = style.text_style = known[values]
    return number
