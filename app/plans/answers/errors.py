"""Why an approval, an answer or a decision is refused."""

from enum import StrEnum

from app.core.errors import Refusal
from app.enrolment.interpreting.errors import InterpretingRefusal


class ApprovalRefusal(StrEnum):
    """Why a draft is not sent, approved or sent back."""

    NOT_DEMANDED = "not_demanded"
    """The municipality has not chosen that leaders approve plans."""
    INCOMPLETE = "incomplete"
    """The law demands more of the plan."""
    CHANGE_NOT_JUDGED = "change_not_judged"
    ALREADY_SENT = "already_sent"
    """This state of the draft waits for a leader, or is approved."""
    NOTHING_SENT = "nothing_sent"
    """Nothing waits, or somebody else has answered."""
    CHANGED_SINCE = "changed_since"
    """The draft was changed after it was sent."""
    OWN_WORK = "own_work"
    """Who asks, or has written in the draft, does not approve it."""
    NO_REASON = "no_reason"


class CannotApprovePlan(Refusal[ApprovalRefusal]):
    """The draft cannot be sent to a leader, or the leader cannot answer like this."""

    code = "cannot_approve_plan"


class AnswerRefusal(StrEnum):
    """Why an answer is not kept."""

    NO_FIXED_PLAN = "no_fixed_plan"
    OTHER_VERSION = "other_version"
    """Another version holds now than the one that was read."""
    NO_WORDS = "no_words"
    """Who does not agree says why."""
    NO_LANGUAGE = "no_language"
    IN_THE_FUTURE = "in_the_future"
    BEFORE_PLAN = "before_plan"


class CannotAnswerPlan(Refusal[AnswerRefusal]):
    """The plan cannot be answered like this."""

    code = "cannot_answer_plan"


class CannotRegisterTalk(Refusal[InterpretingRefusal]):
    """Something about the interpreter of the meeting is missing, or cannot be right."""

    code = "cannot_register_talk"


class DisagreementRefusal(StrEnum):
    """Why nothing is decided."""

    NOTHING_TO_DECIDE = "nothing_to_decide"
    """She agrees meanwhile, a newer version holds, or it is decided already."""
    NO_REASON = "no_reason"


class CannotDecideDisagreement(Refusal[DisagreementRefusal]):
    """There is no disagreement to decide, or no reason."""

    code = "cannot_decide_disagreement"
