"""The participant's papers: letters with decisions, declarations, and her plan as printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import url_for

from app.core.clock import OSLO
from app.decisions.complaints.presenters import own_answers
from app.decisions.notices.presenters import OwnNotice, own_notices
from app.decisions.participation.presenters import OwnCertificate, own_certificates
from app.decisions.presenters import OwnDecision, own_decisions
from app.declarations.presenters import IssuedRow, issued_rows
from app.i18n.bidi import isolated_text
from app.i18n.format import short_date
from app.i18n.text import gettext as _
from app.mypage.service import OwnPapers
from app.papers.intake.kinds import Standing
from app.papers.models import DocumentStatus
from app.plans.paper.queries import PlanPaper
from app.plans.paper.written import own_name_of


@dataclass(frozen=True, slots=True)
class OwnPlanPaper:
    """Her plan on paper."""

    version: int
    language: str
    issued_on: str
    download_url: str


@dataclass(frozen=True, slots=True)
class OwnPapersView:
    """The whole page."""

    decisions: Sequence[OwnDecision]
    declarations: Sequence[IssuedRow]
    plans: Sequence[OwnPlanPaper]
    handovers: Sequence[str]
    """Who has her case now, in sentences."""
    notices: Sequence[OwnNotice]
    """Advance notices, and answers to complaints."""
    certificates: Sequence[OwnCertificate]


def own_papers_view(papers: OwnPapers, on: date) -> OwnPapersView:
    """Return the papers that she can read."""
    reads = papers.participant.reading_language
    return OwnPapersView(
        decisions=own_decisions(papers.decisions, reads, on),
        declarations=issued_rows(papers.declarations),
        plans=[_plan(each) for each in papers.plans if _is_readable(each)],
        handovers=[
            _(
                "Kommunen pakket saken din for %(name)s kommune %(day)s.",
                name=isolated_text(each.recipient),
                day=short_date(each.made_at.astimezone(OSLO).date()),
            )
            for each in papers.handovers
        ],
        notices=[
            *own_notices(papers.notices, reads, on),
            *own_answers(papers.complaints, reads),
        ],
        certificates=own_certificates(papers.certificates),
    )


def _is_readable(paper: PlanPaper) -> bool:
    is_out = paper.standing in {Standing.OPEN, Standing.REGISTERED}
    return is_out and paper.document.status is DocumentStatus.READY


def _plan(paper: PlanPaper) -> OwnPlanPaper:
    document = paper.document
    return OwnPlanPaper(
        version=paper.plan_version,
        language=own_name_of(document.language),
        issued_on=short_date(document.issued_on),
        download_url=url_for(
            "plan_papers.download",
            participant_id=document.participant_id,
            document_id=document.id,
        ),
    )
