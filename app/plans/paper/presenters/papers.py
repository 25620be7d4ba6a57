"""The papers that were made of a plan, in words, and why something is refused."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import assert_never
from uuid import UUID

from flask import url_for

from app.i18n.format import short_date
from app.i18n.locales import DEFAULT
from app.i18n.text import gettext as _
from app.papers.code import grouped
from app.papers.intake.completeness import Completeness, PaperFinding
from app.papers.intake.kinds import Standing
from app.papers.models import DocumentStatus
from app.plans.paper.errors import CannotIssuePlan, PlanPaperRefusal, ReturnRefusal
from app.plans.paper.queries import PlanPaper
from app.plans.paper.words import plan_words, word_languages
from app.plans.paper.written import own_name_of


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One paper."""

    document_id: UUID
    version: int
    language: str
    code: str
    issued_on: str
    status: str
    tone: str
    returned: str
    """What has come back of it; empty: nothing."""
    is_waiting: bool
    status_url: str
    download_url: str | None
    file_url: str | None
    """Where the pages that came back are filed as the signed paper."""
    scan_url: str | None


def language_choices() -> list[tuple[str, str]]:
    """Return Norwegian alone, and each language that the plan's fixed words are in."""
    choices = [(DEFAULT.code, _("Bare norsk bokmål"))]
    for code in word_languages():
        if code == DEFAULT.code:
            continue
        name = own_name_of(code)
        is_draft = plan_words(code).is_draft
        choices.append(
            (code, _("%(language)s – utkast, ikke gjennomgått", language=name))
            if is_draft
            else (code, name)
        )
    return choices


def paper_rows(papers: Sequence[PlanPaper], participant_id: UUID) -> list[PaperRow]:
    """Return the papers as rows, for staff."""
    return [_row(paper, participant_id) for paper in papers]


def _row(paper: PlanPaper, participant_id: UUID) -> PaperRow:
    document = paper.document
    link = partial(url_for, participant_id=participant_id, document_id=document.id)
    status, tone = _status(paper)
    may_file = paper.scan is None and _is_signed(paper.finding)
    is_ready = document.status is DocumentStatus.READY
    return PaperRow(
        document_id=document.id,
        version=paper.plan_version,
        language=own_name_of(document.language),
        code=grouped(document.code),
        issued_on=short_date(document.issued_on),
        status=status,
        tone=tone,
        returned="" if paper.finding is None or paper.scan else finding_text(paper.finding),
        is_waiting=document.status is DocumentStatus.WAITING,
        status_url=link("plan_papers.status"),
        download_url=link("plan_papers.download") if is_ready else None,
        file_url=link("plan_papers.file_returned") if may_file else None,
        scan_url=link("plan_papers.scan") if paper.scan else None,
    )


def _status(paper: PlanPaper) -> tuple[str, str]:
    match paper.document.status:
        case DocumentStatus.WAITING:
            return _("Lages nå"), "neutral"
        case DocumentStatus.FAILED:
            return _("Kunne ikke lages. Skriv ut planen på nytt."), "danger"
        case DocumentStatus.READY:
            return _standing_text(paper.standing)
        case _:
            assert_never(paper.document.status)


def _standing_text(standing: Standing) -> tuple[str, str]:
    match standing:
        case Standing.OPEN:
            return _("Ute til underskrift"), "info"
        case Standing.REGISTERED:
            return _("Underskrevet og lagret"), "success"
        case Standing.REPLACED:
            return _("Erstattet av et nyere ark"), "neutral"
        case Standing.WITHDRAWN:
            return _("Trukket tilbake"), "neutral"
        case _:
            assert_never(standing)


def finding_text(finding: PaperFinding) -> str:
    """Return what has come back of a paper, and what is missing."""
    match finding.completeness:
        case Completeness.COMPLETE:
            return _("Alle sidene har kommet tilbake, og deltakeren har skrevet under.")
        case Completeness.LOOK:
            return _("Alle sidene har kommet tilbake. Se selv om deltakeren har skrevet under.")
        case Completeness.NOT_SIGNED:
            return _("Alle sidene har kommet tilbake, men linjen til deltakeren er tom.")
        case Completeness.PAGES_MISSING:
            return _(
                "Disse sidene har ikke kommet tilbake: %(pages)s.",
                pages=", ".join(map(str, finding.missing_pages)),
            )
        case _:
            assert_never(finding.completeness)


def _is_signed(finding: PaperFinding | None) -> bool:
    return finding is not None and finding.completeness in {
        Completeness.COMPLETE,
        Completeness.LOOK,
    }


def issue_refusal(refusal: CannotIssuePlan) -> str:
    """Return why no paper was made, and what to do."""
    match refusal.reason:
        case PlanPaperRefusal.NO_FIXED_PLAN:
            return _("Fastsett planen først. Bare en fastsatt plan skrives ut.")
        case PlanPaperRefusal.NO_IDENTITY_NUMBER:
            return _("Registrer fødselsnummer, D-nummer eller DUF-nummer først. Det står på arket.")
        case PlanPaperRefusal.NO_WORDS:
            return _("De faste tekstene finnes ikke på dette språket. Velg et annet språk.")
        case PlanPaperRefusal.UNPRINTABLE:
            return _(
                "Et navn eller en tekst i planen har et tegn som ikke kan skrives ut på papir "
                "(%(codepoint)s). Rett teksten i en ny versjon av planen.",
                codepoint=refusal.codepoint,
            )
        case _:
            assert_never(refusal.reason)


def return_refusal(reason: ReturnRefusal) -> str:
    """Return why the pages were not filed."""
    match reason:
        case ReturnRefusal.NOT_COMPLETE:
            return _("Det mangler sider, eller linjen til deltakeren er tom.")
        case ReturnRefusal.FILED_ALREADY:
            return _("Det underskrevne papiret er lagret fra før.")
        case _:
            assert_never(reason)
