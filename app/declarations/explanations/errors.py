"""Why an explanation cannot be registered."""

from enum import StrEnum

from app.core.errors import Refusal


class ExplanationRefusal(StrEnum):
    """Why a paper does not become explained."""

    NOT_CURRENT = "not_current"
    """The sheet was replaced or withdrawn."""
    NOT_READY = "not_ready"
    """The sheet has not been made yet: there was nothing to explain."""
    BEFORE_ISSUE = "before_issue"
    IN_FUTURE = "in_future"
    NO_LANGUAGE = "no_language"
    NO_INTERPRETER_NAMED = "no_interpreter_named"
    """Neither name nor register number."""
    NO_REASON = "no_reason"
    """Neither an interpreter nor why there was none."""
    NO_EXEMPTION = "no_exemption"
    """Not in the register, and no ground for it (tolkeloven § 7)."""
    TRANSITION_IS_OVER = "transition_is_over"
    NO_NOTE = "no_note"
    """This choice needs a reason in words."""
    INTERPRETER_IS_CHILD = "interpreter_is_child"
    """The participant's child, or somebody known to be under 18 (tolkeloven § 4)."""
    ADULT_NOT_CONFIRMED = "adult_not_confirmed"
    UNKNOWN_QUESTION = "unknown_question"


class CannotExplainDocument(Refusal[ExplanationRefusal]):
    """The paper cannot be marked as explained like this."""

    code = "cannot_explain_document"
