"""Why something about a decision is refused."""

from enum import StrEnum

from app.core.errors import Refusal


class DraftRefusal(StrEnum):
    """Why a draft is not begun or saved."""

    NOT_DUE = "not_due"
    """There is no fixed plan, it is decided already, or the change is not essential."""
    ALREADY_BEGUN = "already_begun"
    UNKNOWN_LANGUAGE = "unknown_language"
    """There are no words for a summary in it."""
    IN_THE_FUTURE = "in_the_future"
    BEFORE_PLAN = "before_plan"
    """A plan is not decided before it was fixed."""


class CannotDraftDecision(Refusal[DraftRefusal]):
    """The draft cannot be begun or saved like this."""

    code = "cannot_draft_decision"


class ApprovalRefusal(StrEnum):
    """Why a draft is not sent, approved or sent back."""

    NOT_DEMANDED = "not_demanded"
    """The municipality has not chosen that leaders approve decisions."""
    INCOMPLETE = "incomplete"
    """It could not be issued as it stands."""
    ALREADY_SENT = "already_sent"
    NOTHING_SENT = "nothing_sent"
    CHANGED_SINCE = "changed_since"
    OWN_WORK = "own_work"
    """Who asks, or has written in the draft, does not approve it."""
    NO_REASON = "no_reason"


class CannotApproveDecision(Refusal[ApprovalRefusal]):
    """The draft cannot be sent to a leader, or the leader cannot answer like this."""

    code = "cannot_approve_decision"


class IssueRefusal(StrEnum):
    """Why a decision is not issued."""

    NO_REASONS = "no_reasons"
    """Forvaltningsloven §§ 24 and 25: the decision gives reasons."""
    OTHER_PLAN = "other_plan"
    """Another version of the plan holds now."""
    OTHER_PAYMENT = "other_payment"
    """The month was computed anew, and takes something else."""
    OTHER_ABSENCE = "other_absence"
    """The days that are granted cannot be laid into the calendar as it is now."""
    OTHER_DAYS = "other_days"
    """The days of a stop or a withdrawal have begun, or the programme is another one now."""
    NOT_APPROVED = "not_approved"
    """A leader has to approve it as it stands now."""
    UNPRINTABLE = "unprintable"
    """A name or a text has a character that our fonts cannot set."""


class CannotIssueDecision(Refusal[IssueRefusal]):
    """The decision cannot be issued as it stands."""

    code = "cannot_issue_decision"

    def __init__(self, reason: IssueRefusal, codepoint: str = "") -> None:
        super().__init__(reason)
        self.codepoint = codepoint
        """Number of the character that cannot be printed, as `U+0041`."""


class RegistrationRefusal(StrEnum):
    """Why sending or arrival is not registered."""

    NOT_ISSUED = "not_issued"
    """There is no finished letter yet."""
    NOT_SENT = "not_sent"
    IN_THE_FUTURE = "in_the_future"
    BEFORE_DECISION = "before_decision"
    BEFORE_SENDING = "before_sending"
    NO_NOTE = "no_note"
    """Who reckons a day says how."""


class CannotRegisterNotice(Refusal[RegistrationRefusal]):
    """What became of the letter cannot be registered like this."""

    code = "cannot_register_notice"
