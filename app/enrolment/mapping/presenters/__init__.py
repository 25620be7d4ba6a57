"""The mapping in words."""

from app.enrolment.mapping.presenters.pages import (
    SLUGS,
    HistoryRow,
    PartLink,
    PartView,
    history_view,
    known_already,
    mapping_view,
    next_part,
    part_view,
    progress_text,
)
from app.enrolment.mapping.presenters.rows import summary_rows

__all__ = [
    "SLUGS",
    "HistoryRow",
    "PartLink",
    "PartView",
    "history_view",
    "known_already",
    "mapping_view",
    "next_part",
    "part_view",
    "progress_text",
    "summary_rows",
]
