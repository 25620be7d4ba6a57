"""The mapping in words."""

from app.enrolment.mapping.presenters.pages import (
    SLUGS,
    HistoryRow,
    PartLink,
    PartView,
    history_view,
    mapping_view,
    next_part,
    part_view,
    progress_text,
)

__all__ = [
    "SLUGS",
    "HistoryRow",
    "PartLink",
    "PartView",
    "history_view",
    "mapping_view",
    "next_part",
    "part_view",
    "progress_text",
]
