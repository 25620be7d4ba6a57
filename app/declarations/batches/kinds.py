"""How a batch was chosen, what is wanted of each sheet, and how far it has come."""

from enum import StrEnum


class Selection(StrEnum):
    """How the participants of a batch were found."""

    GROUP = "group"
    WITHOUT_PAPER = "without_paper"
    """Everybody with a fixed plan and no paper for it that is out or signed."""
    OWN = "own"
    """The participants whom the caseworker follows up."""


class PrintWish(StrEnum):
    """What is wanted for one participant."""

    NEW = "new"
    """A sheet for somebody who has none; if one is out after all, that one is printed."""
    REPRINT = "reprint"
    """The sheet that was issued before, byte for byte."""
    REPLACE = "replace"
    """A new sheet, although one was issued before for the same plan."""


class ItemStatus(StrEnum):
    """How far one sheet of a batch has come. Its PDF has a status of its own."""

    WAITING = "waiting"
    """Nothing is issued yet."""
    ISSUED = "issued"
    REFUSED = "refused"
    """Something that the sheet needs was missing when its turn came."""
    FAILED = "failed"
    CANCELLED = "cancelled"
    """The batch was stopped before its turn came, so nothing was issued."""
