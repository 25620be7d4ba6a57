"""Advance notices from draft to decision: written, issued, sent, answered, closed or decided."""

from app.decisions.notices.service.deciding import begin_decision, refusal_to_decide
from app.decisions.notices.service.following import (
    close,
    register_arrived,
    register_reply,
    register_sent,
)
from app.decisions.notices.service.records import (
    get_draft,
    open_notice,
    open_reductions,
    payment_of,
)
from app.decisions.notices.service.writing import (
    add_notice,
    change,
    discard,
    download,
    first_details,
    issue,
    make_letter_again,
    read_letter,
    refusal_to_issue,
    save_details,
    sender_of,
    write,
)

__all__ = [
    "add_notice",
    "begin_decision",
    "change",
    "close",
    "discard",
    "download",
    "first_details",
    "get_draft",
    "issue",
    "make_letter_again",
    "open_notice",
    "open_reductions",
    "payment_of",
    "read_letter",
    "refusal_to_decide",
    "refusal_to_issue",
    "register_arrived",
    "register_reply",
    "register_sent",
    "save_details",
    "sender_of",
    "write",
]
