"""Handing cases over: bundles are made, received, looked at and taken in."""

from app.handover.service.receiving import (
    Preview,
    discard,
    forget_sender,
    look_into,
    open_received,
    receive,
    take_over,
)
from app.handover.service.sending import Sent, download_bundle, make_bundle, open_made

__all__ = [
    "Preview",
    "Sent",
    "discard",
    "download_bundle",
    "forget_sender",
    "look_into",
    "make_bundle",
    "open_made",
    "open_received",
    "receive",
    "take_over",
]
