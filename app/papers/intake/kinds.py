"""How far a scanned file has come, what was found on a page, and where the page is now."""

from enum import StrEnum


class FileStatus(StrEnum):
    """How far the reading of a file has come."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    """Every page is read and has its outcome."""
    REFUSED = "refused"
    """It gives no pages (`reading.types.StackRefusal`)."""
    FAILED = "failed"
    """The portal failed in the middle. Pages that were read are kept; upload the file again."""


class PageOutcome(StrEnum):
    """What the portal found out about a page. Only `FILED` puts it into a case by itself."""

    FILED = "filed"
    DUPLICATE = "duplicate"
    """The same page of the same document is filed already, or the very same scan came before."""
    UNKNOWN_CODE = "unknown_code"
    """Its code is well-formed, but no document here has it; another municipality's looks so."""
    UNREADABLE = "unreadable"
    BLANK = "blank"
    SEVERAL = "several"
    """Two pages on one picture."""
    REPLACED_VERSION = "replaced_version"
    """A newer sheet has replaced this one: it must not close the newer one."""
    WITHDRAWN = "withdrawn"
    ALREADY_REGISTERED = "already_registered"
    """What became of the document is registered already, without this page."""
    NOT_A_PAGE_OF_IT = "not_a_page_of_it"
    """The document has fewer pages."""
    PAGE_NOT_SAID = "page_not_said"
    """Squares of the portal's first version did not say their page: a person does."""


class PageState(StrEnum):
    """Where a page is now. No page is ever deleted."""

    UNPLACED = "unplaced"
    """Read, and not looked up yet."""
    IN_CASE = "in_case"
    """It stands for its page of its document; one at a time does."""
    IN_TRAY = "in_tray"
    """Waits for a person."""
    SET_ASIDE = "set_aside"
    """A person has said why it belongs nowhere."""


class Standing(StrEnum):
    """What the feature that issued a document says of it."""

    OPEN = "open"
    REGISTERED = "registered"
    """What became of the paper is known."""
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
