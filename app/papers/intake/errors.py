"""Why an upload is not taken, and why a page stays in the tray."""

from enum import StrEnum

from app.core.errors import Refusal


class UploadRefusal(StrEnum):
    """Why nothing was taken."""

    NO_FILE = "no_file"
    EMPTY_FILE = "empty_file"
    TOO_MANY_FILES = "too_many_files"
    TOO_LARGE = "too_large"


class CannotReceiveStack(Refusal[UploadRefusal]):
    """The upload is not taken; no file of it is kept."""

    code = "cannot_receive_stack"


class FilingRefusal(StrEnum):
    """Why a page cannot be filed where somebody wants it."""

    NOT_IN_TRAY = "not_in_tray"
    """Somebody else has dealt with it."""
    NO_CODE = "no_code"
    """What was typed is no code: a character is wrong or missing."""
    UNKNOWN_CODE = "unknown_code"
    REPLACED_VERSION = "replaced_version"
    WITHDRAWN = "withdrawn"
    ALREADY_REGISTERED = "already_registered"
    NOT_A_PAGE_OF_IT = "not_a_page_of_it"
    PAGE_NOT_SAID = "page_not_said"
    """The document has several pages."""
    DUPLICATE = "duplicate"
    """Another scan stands for this page already."""
    NO_PICTURE = "no_picture"
    """There is nothing to file."""
    NO_REASON = "no_reason"


class CannotFilePage(Refusal[FilingRefusal]):
    """The page stays where it is."""

    code = "cannot_file_page"
