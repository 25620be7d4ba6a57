"""Why a change cannot be judged."""

from enum import StrEnum

from app.core.errors import Refusal


class JudgementRefusal(StrEnum):
    """Why nothing was decided about the change."""

    NO_CHANGE_YET = "no_change_yet"
    """There is no draft beside a fixed plan: the first plan is always a decision."""
    NO_REASON = "no_reason"


class CannotJudgeChange(Refusal[JudgementRefusal]):
    """There is nothing to judge, or the reason is missing."""

    code = "cannot_judge_change"
