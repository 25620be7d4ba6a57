"""What the rendering process remembers from one document to the next.

Sheets of one kind differ by a few words. What WeasyPrint works out for the rest, the styles of the
elements and where lines break, is kept and taken again. The PDF is the same to the byte, with or
without memory; a test compares them.
"""

from typing import Any, TypeVar

from weasyprint.text.fonts import FontConfiguration

Key = TypeVar("Key")
Value = TypeVar("Value")


class Bounded(dict[Key, Value]):
    """Forgets everything when it is full, so that memory stays flat however long it runs."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def __setitem__(self, key: Key, value: Value) -> None:
        if len(self) >= self._most:
            self.clear()
        super().__setitem__(key, value)


class RememberingFonts(FontConfiguration):  # type: ignore[misc]  # the library has no types
    """Loaded fonts, and what was worked out with them. WeasyPrint hands it to every style."""

    def __init__(self) -> None:
        super().__init__()
        self.style_sheets = Bounded[str, Any](8)
        """By address."""
        self.styles = Bounded[object, Any](4_000)
        """Computed styles; see `app.pdf.remembered_styles`."""
        self.text_styles = Bounded[str, int](200)
        """The parts of styles that decide about text, each once; see `remembered_lines`."""
        self.lines = Bounded[object, Any](6_000)
        self.drawn_lines = Bounded[object, Any](3_000)
        self.drawings = Bounded[object, Any](3_000)
        """See `app.pdf.remembered_drawing`."""
        self.struts = Bounded[object, tuple[float, float]](200)
