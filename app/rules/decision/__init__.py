"""Decisions: notice and appeal (forvaltningsloven)."""

from app.rules.decision.appeal_deadline import (
    AppealDeadline,
    Channel,
    NotificationFacts,
    appeal_deadline,
)

__all__ = ["AppealDeadline", "Channel", "NotificationFacts", "appeal_deadline"]
