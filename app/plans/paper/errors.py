"""Why a plan is not printed, and why a paper that came back is not filed."""

from enum import StrEnum

from app.core.errors import Refusal


class PlanPaperRefusal(StrEnum):
    """Why no paper was made."""

    NO_FIXED_PLAN = "no_fixed_plan"
    NO_IDENTITY_NUMBER = "no_identity_number"
    """The paper names the person by it."""
    NO_WORDS = "no_words"
    """The portal does not have the plan's fixed words in this language."""
    UNPRINTABLE = "unprintable"
    """A name or a text has a character that our fonts cannot set."""


class CannotIssuePlan(Refusal[PlanPaperRefusal]):
    """The plan cannot be printed."""

    code = "cannot_issue_plan"

    def __init__(self, reason: PlanPaperRefusal, codepoint: str = "") -> None:
        super().__init__(reason)
        self.codepoint = codepoint
        """Number of the character that cannot be printed, as `U+0041`."""


class ReturnRefusal(StrEnum):
    """Why the pages that came back were not filed as the signed paper."""

    NOT_COMPLETE = "not_complete"
    """A page is missing, or the line of the participant is blank."""
    FILED_ALREADY = "filed_already"


class CannotFileReturnedPlan(Refusal[ReturnRefusal]):
    """The signed paper cannot be filed."""

    code = "cannot_file_returned_plan"
