"""Decisions from draft to appeal: written, approved, issued, sent, and known to have arrived."""

from app.decisions.service.approving import ask_approval, decide_approval
from app.decisions.service.drafting import begin_decision, change_draft, discard_draft
from app.decisions.service.issuing import download_letter, issue_decision, make_letter_again
from app.decisions.service.notifying import register_arrival, register_sending

__all__ = [
    "ask_approval",
    "begin_decision",
    "change_draft",
    "decide_approval",
    "discard_draft",
    "download_letter",
    "issue_decision",
    "make_letter_again",
    "register_arrival",
    "register_sending",
]
