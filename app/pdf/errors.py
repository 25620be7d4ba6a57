"""Why a document could not be made."""

from enum import StrEnum


class RenderFailure(StrEnum):
    """The ways in which rendering fails. Stable codes, for logs and tests."""

    FOREIGN_RESOURCE = "foreign_resource"
    """The document asks for a file or an address outside our own fonts and styles."""
    MISSING_GLYPH = "missing_glyph"
    """None of our fonts has a character of the text, so the paper would show an empty box."""
    NOT_TEXT = "not_text"
    """The text holds half a character (a lone surrogate)."""
    TIME_LIMIT = "time_limit"
    """Rendering took too long and was stopped."""
    BROKE_DOWN = "broke_down"
    """The rendering process died, of too much memory or of markup it cannot lay out."""


class PdfRenderError(Exception):
    """No PDF was made. Carries no text of the document, so it may be logged."""

    def __init__(self, failure: RenderFailure, detail: str = "") -> None:
        super().__init__(f"{failure.value}: {detail}" if detail else failure.value)
        self.failure = failure
        self.detail = detail
