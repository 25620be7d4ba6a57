"""Approving drafts, answering plans, and deciding where the two do not agree."""

from app.plans.answers.service.answering import give_answer, register_answer
from app.plans.answers.service.approvals import ask_approval, decide_approval, is_own_work
from app.plans.answers.service.disagreements import decide_disagreement

__all__ = [
    "ask_approval",
    "decide_approval",
    "decide_disagreement",
    "give_answer",
    "is_own_work",
    "register_answer",
]
