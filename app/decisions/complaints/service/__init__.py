"""Complaints from arrival to what the county governor decided."""

from app.decisions.complaints.service.answering import (
    answer,
    download,
    make_letter_again,
    settle,
)
from app.decisions.complaints.service.following import register_arrived, register_sent
from app.decisions.complaints.service.receiving import (
    check,
    receive,
    suspend,
    tell_social_assistance,
)
from app.decisions.complaints.service.records import open_complaint

__all__ = [
    "answer",
    "check",
    "download",
    "make_letter_again",
    "open_complaint",
    "receive",
    "register_arrived",
    "register_sent",
    "settle",
    "suspend",
    "tell_social_assistance",
]
