"""Why a text is not taken in, approved or withdrawn, and why a translation is not changed."""

from enum import StrEnum

from app.core.errors import Refusal


class ImportRefusal(StrEnum):
    """Why a readable text was not taken in."""

    VERSION_EXISTS = "version_exists"
    """A text that may have been signed is never replaced under its own name."""
    STARTS_BEFORE_CURRENT = "starts_before_current"
    """It would never be issued: the text that is valid now is newer."""
    HAS_ENDED = "has_ended"
    """Its last day is over."""


class CannotImportText(Refusal[ImportRefusal]):
    """The text cannot be taken in."""

    code = "cannot_import_text"


class DecisionRefusal(StrEnum):
    """Why nothing was decided."""

    DECIDED_ALREADY = "decided_already"
    NOT_APPROVED = "not_approved"
    """Only a text in use can be withdrawn."""
    SAME_PERSON = "same_person"
    """Whoever imported a text does not approve it."""
    NO_REASON = "no_reason"


class CannotDecideText(Refusal[DecisionRefusal]):
    """The text cannot be approved, rejected or withdrawn."""

    code = "cannot_decide_text"


class TranslationRefusal(StrEnum):
    """Why a clause was not changed, reviewed or approved."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    ODD_CHARACTER = "odd_character"
    BRACES = "braces"
    OTHER_FIELDS = "other_fields"
    STALE = "stale"
    """Somebody else did something with the clause since the page was opened."""
    UNCHANGED = "unchanged"
    NO_COMMENT = "no_comment"
    NOT_TRANSLATED = "not_translated"
    OUTDATED = "outdated"
    """The Norwegian clause has changed: translate it anew first."""
    NO_REVIEWER = "no_reviewer"
    REVIEWER_TRANSLATED = "reviewer_translated"
    """Nobody reviews her own words."""
    NOT_REVIEWED = "not_reviewed"
    APPROVED_ALREADY = "approved_already"
    SAME_PERSON = "same_person"
    """Whoever wrote or reviewed the words does not approve them."""


class CannotChangeTranslation(Refusal[TranslationRefusal]):
    """The clause stays as it is."""

    code = "cannot_change_translation"


class FileRefusal(StrEnum):
    """Why the words of a translator's file were not taken in."""

    TAKEN_IN_ALREADY = "taken_in_already"
    NOTHING_NEW = "nothing_new"


class CannotTakeInFile(Refusal[FileRefusal]):
    """The file changes nothing."""

    code = "cannot_take_in_file"
