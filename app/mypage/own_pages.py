"""All of the participant's own pages: whoever imports this has every route on the blueprint."""

from app.mypage import (
    answer_views,
    calendar_views,
    certificate_views,
    notice_views,
    objection_views,
    proposal_views,
    quota_views,
    report_views,
    year_views,
)
from app.mypage.views import bp

__all__ = [
    "answer_views",
    "bp",
    "calendar_views",
    "certificate_views",
    "notice_views",
    "objection_views",
    "proposal_views",
    "quota_views",
    "report_views",
    "year_views",
]
