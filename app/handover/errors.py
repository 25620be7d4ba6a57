"""Why a bundle is not made, not read or not taken in."""

from enum import StrEnum

from app.core.errors import Refusal


class BundleFault(StrEnum):
    """What is wrong with a file."""

    NOT_A_BUNDLE = "not_a_bundle"
    TOO_BIG = "too_big"
    OTHER_VERSION = "other_version"
    """Made by a portal whose tables are older or newer than ours."""
    NOT_SIGNED = "not_signed"
    """No signature, or one that does not fit: somebody may have changed it."""
    FILES_DIFFER = "files_differ"
    """A file is missing, is one too many, or is not the one that was signed."""
    BAD_CONTENT = "bad_content"
    """Signed, but a value cannot be what it says it is."""


class BadBundle(Refusal[BundleFault]):
    """The file cannot be read as a bundle."""

    code = "bad_bundle"

    def __init__(self, reason: BundleFault, place: str = "") -> None:
        super().__init__(reason)
        self.place = place
        """Which table and column, or which file; empty: the whole of it."""


class SendRefusal(StrEnum):
    """Why a bundle is not made."""

    SAME_MUNICIPALITY = "same_municipality"
    PAPERS_IN_THE_MAKING = "papers_in_the_making"
    """A PDF is being made; the bundle would lack it."""
    ADDRESS_PROTECTED = "address_protected"
    """Only the adviser and the leader see where she lives, and the bundle says it."""
    TOO_BIG = "too_big"
    """With all its papers the file is larger than the next portal takes."""


class CannotHandOver(Refusal[SendRefusal]):
    """No bundle can be made."""

    code = "cannot_hand_over"


class ReceiveRefusal(StrEnum):
    """Why a bundle is not taken in."""

    RECEIVED_BEFORE = "received_before"
    CASE_IS_HERE = "case_is_here"
    """Another bundle of the same case was taken in."""
    PERSON_IS_HERE = "person_is_here"
    """Somebody with the same identity number is enrolled already."""
    NOT_CONFIRMED = "not_confirmed"
    """The fingerprint is unknown, and nobody has said that she compared it."""
    DONE_ALREADY = "done_already"


class CannotReceive(Refusal[ReceiveRefusal]):
    """The bundle cannot be taken in."""

    code = "cannot_receive"
