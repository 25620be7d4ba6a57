"""Stacks: how far each has come, and the papers that came back with one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never
from uuid import UUID

from flask import url_for

from app.declarations.intake.presenters.refusals import stack_refusal
from app.declarations.intake.queries import ReturnedPaper
from app.declarations.presenters import document_title, language_name
from app.declarations.progress import ProgressView
from app.i18n.bidi import isolate
from app.i18n.format import moment
from app.i18n.text import gettext as _
from app.i18n.text import ngettext
from app.papers.code import grouped
from app.papers.intake.completeness import Completeness
from app.papers.intake.kinds import FileStatus, Standing
from app.papers.intake.models import ScanFile
from app.papers.intake.queries import StackCounts
from app.papers.reading.types import StackRefusal


@dataclass(frozen=True, slots=True)
class StackRow:
    """A stack in the list."""

    url: str
    uploaded_at: str
    uploaded_by: str
    files: int
    pages: int
    status: str
    tone: str


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper that came back."""

    declaration_id: str
    name: str
    case_url: str
    title: str
    code: str
    status: str
    tone: str
    problem: str
    """Why it cannot be registered, or what to look at; empty if everything is there."""
    pictures: tuple[str, ...]
    """Addresses of the parts with the signatures."""
    is_complete: bool


def stack_rows(stacks: Iterable[StackCounts], names: Mapping[UUID, str]) -> list[StackRow]:
    """Return the stacks as rows."""
    return [_stack_row(each, names) for each in stacks]


def _stack_row(counts: StackCounts, names: Mapping[UUID, str]) -> StackRow:
    status, tone = _stack_status(counts)
    return StackRow(
        url=url_for("intake.show_stack", stack_id=counts.stack.id),
        uploaded_at=moment(counts.stack.uploaded_at),
        uploaded_by=names.get(counts.stack.uploaded_by, ""),
        files=counts.files,
        pages=counts.pages_read,
        status=status,
        tone=tone,
    )


def _stack_status(counts: StackCounts) -> tuple[str, str]:
    if not counts.is_finished:
        return _("Leses nå"), "info"
    if counts.in_tray:
        return (
            ngettext("%(num)s side i skuffen", "%(num)s sider i skuffen", counts.in_tray),
            "warning",
        )
    if counts.files_without_end:
        return _("Noe kunne ikke leses"), "warning"
    return _("Lest"), "success"


def progress_view(counts: StackCounts) -> ProgressView:
    """Return the state of the progress bar; a file that is not opened yet counts as one page."""
    unopened = counts.files_under_way if counts.pages == 0 else 0
    total = max(counts.pages + unopened, counts.pages_read, 1)
    text = _("Filene åpnes.")
    if counts.pages_read:
        text = _("%(read)s av %(total)s sider er lest.", read=counts.pages_read, total=total)
    return ProgressView(counts.pages_read, total, text, counts.is_finished)


def file_problems(files: Iterable[ScanFile]) -> Iterator[str]:
    """Yield a sentence for each file that could not be read to its end."""
    for file in files:
        if file.status is FileStatus.REFUSED:
            reason = stack_refusal(file.refusal or StackRefusal.UNREADABLE)
            yield _("Fil %(number)s: %(reason)s", number=file.number, reason=reason)
        elif file.status is FileStatus.FAILED:
            yield _(
                "Fil %(number)s: Lesingen stoppet. Sidene som er lest, er tatt vare på. "
                "Last opp filen på nytt.",
                number=file.number,
            )


def paper_rows(papers: Iterable[ReturnedPaper]) -> list[PaperRow]:
    """Return the papers as rows."""
    return [_paper_row(paper) for paper in papers]


def _paper_row(paper: ReturnedPaper) -> PaperRow:
    status, tone, problem = _paper_status(paper)
    boxes = {box["page"] for box in paper.document.boxes or ()}
    signed_pages = [page for page in paper.pages if page.page in boxes] or list(paper.pages)
    return PaperRow(
        declaration_id=str(paper.declaration.id),
        name=paper.participant.full_name,
        case_url=url_for("declarations.show", participant_id=paper.participant.id),
        title=_(
            "%(title)s, %(language)s",
            title=document_title(paper.document.kind),
            language=isolate(language_name(paper.document.language)),
        ),
        code=grouped(paper.document.code),
        status=status,
        tone=tone,
        problem=problem,
        pictures=tuple(url_for("intake.show_signatures", page_id=page.id) for page in signed_pages),
        is_complete=paper.finding.completeness is Completeness.COMPLETE,
    )


def _paper_status(paper: ReturnedPaper) -> tuple[str, str, str]:
    match paper.standing:
        case Standing.OPEN:
            return _open_status(paper)
        case Standing.REGISTERED:
            return _("Registrert"), "success", ""
        case Standing.REPLACED:
            return _("Erstattet"), "neutral", _("Arket er erstattet av et nyere ark.")
        case Standing.WITHDRAWN:
            return _("Trukket tilbake"), "neutral", _("Arket er trukket tilbake.")
        case _:
            assert_never(paper.standing)


def _open_status(paper: ReturnedPaper) -> tuple[str, str, str]:
    match paper.finding.completeness:
        case Completeness.COMPLETE:
            return _("Klar"), "success", ""
        case Completeness.LOOK:
            return _("Se selv"), "warning", _("Se på bildet om arket er underskrevet.")
        case Completeness.NOT_SIGNED:
            return (
                _("Mangler underskrift"),
                "warning",
                _("En linje som skal ha underskrift, er tom."),
            )
        case Completeness.PAGES_MISSING:
            return _("Mangler sider"), "warning", _missing(paper.finding.missing_pages)
        case _:
            assert_never(paper.finding.completeness)


def _missing(pages: Sequence[int]) -> str:
    return ngettext(
        "Side %(pages)s er ikke skannet.",
        "Sidene %(pages)s er ikke skannet.",
        len(pages),
        pages=", ".join(map(str, pages)),
    )
