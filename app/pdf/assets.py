"""The closed world of a document: our fonts and style sheets, and nothing else."""

import re
from pathlib import Path

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

STATIC = Path(__file__).resolve().parents[2] / "static"
BASE_URL = "https://static.invalid/"
"""Where relative links of a document point. `.invalid` is reserved: no network has it."""

_KNOWN = re.compile(re.escape(BASE_URL) + r"((?:fonts/pdf|css)/[a-z0-9-]+\.(css|ttf))")
_MEDIA_TYPES = {"css": "text/css; charset=utf-8", "ttf": "font/ttf"}


class ClosedWorld(URLFetcher):  # type: ignore[misc]  # the library has no types
    """Serves our assets from disk and makes every other address the end of the rendering."""

    def __init__(self) -> None:
        super().__init__()
        self.has_refused = False
        """Whether something foreign was asked for: inside SVG the library hides the refusal."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return the asset.

        Raises:
            FatalURLFetchingError: for anything that is not one of our assets. It is a
                `BaseException`, so that the library does not merely log it.
        """
        known = _KNOWN.fullmatch(url)
        path = STATIC / known[1] if known else None
        if known is None or path is None or not path.is_file():
            self.has_refused = True
            raise FatalURLFetchingError("not one of our fonts or style sheets")
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": _MEDIA_TYPES[known[2]]})
