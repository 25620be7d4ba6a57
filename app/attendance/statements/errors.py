"""Why a statement, or an answer, is refused."""

from enum import StrEnum

from app.core.errors import Refusal


class StatementRefusal(StrEnum):
    """Why a statement is not kept."""

    TOO_MANY_TODAY = "too_many_today"
    WAITING = "waiting"
    """She has said something of these days, and waits for the answer."""


class CannotMakeStatement(Refusal[StatementRefusal]):
    """The statement is refused."""

    code = "cannot_make_statement"


class StatementAnswerRefusal(StrEnum):
    """Why an answer is not kept."""

    ALREADY_ANSWERED = "already_answered"
    NO_REASON = "no_reason"
    NOT_POSSIBLE = "not_possible"
    """No such answer fits the statement."""


class CannotAnswerStatement(Refusal[StatementAnswerRefusal]):
    """The answer is refused."""

    code = "cannot_answer_statement"
