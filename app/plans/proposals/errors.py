"""Why a proposal cannot be made or answered."""

from enum import StrEnum

from app.core.errors import Refusal


class ProposalRefusal(StrEnum):
    """Why the proposal is not kept."""

    TOO_MANY_TODAY = "too_many_today"
    NO_SUCH_LINE = "no_such_line"
    """The line is not in the plan that holds now."""
    NO_WORDS = "no_words"


class CannotProposeChange(Refusal[ProposalRefusal]):
    """The participant cannot propose this now."""

    code = "cannot_propose_change"


class AnswerRefusal(StrEnum):
    """Why a proposal is not answered like this."""

    ALREADY_ANSWERED = "already_answered"
    NO_DRAFT = "no_draft"
    NO_REASON = "no_reason"


class CannotAnswerProposal(Refusal[AnswerRefusal]):
    """The proposal has its answer, or there is no draft to take it into."""

    code = "cannot_answer_proposal"
