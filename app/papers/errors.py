"""Why a paper is refused."""

from enum import StrEnum

from app.core.errors import Refusal


class ScanRefusal(StrEnum):
    """Why a file cannot be filed as a scan."""

    EMPTY = "empty"
    UNKNOWN_KIND = "unknown_kind"
    """Neither PDF, PNG nor JPEG, whatever its name says."""
    UNREADABLE = "unreadable"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_LARGE_PICTURE = "too_large_picture"


class CannotStoreScan(Refusal[ScanRefusal]):
    """The file is not a scan that anybody could read."""

    code = "cannot_store_scan"
