"""Batches in words: the list, how far one has come, and what it led to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never
from uuid import UUID

from flask import url_for

from app.declarations.batches.kinds import ItemStatus, PrintWish, Selection
from app.declarations.batches.presenters.choosing import listed_name, refusal_way_out
from app.declarations.batches.queries.batches import BatchLine, ItemLine, Progress, Sheet
from app.declarations.presenters import issue_refusal, language_name
from app.declarations.progress import ProgressView
from app.i18n.format import moment
from app.i18n.text import gettext as _
from app.i18n.text import ngettext
from app.papers.code import grouped
from app.papers.models import DocumentStatus


@dataclass(frozen=True, slots=True)
class BatchRow:
    """A batch in the list."""

    url: str
    begun_at: str
    begun_by: str
    what: str
    count: str
    status: str
    tone: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One sheet of a finished batch."""

    number: int
    name: str
    url: str
    group: str
    language: str
    code: str
    """Empty: there is no sheet."""
    status: str
    tone: str
    reason: str
    """Why there is none, if there is something to mend."""
    way_out_url: str
    way_out: str


@dataclass(frozen=True, slots=True)
class BatchPage:
    """A finished batch."""

    summary: str
    tone: str
    ready_count: int
    """How many sheets the files hold."""
    rows: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One sheet in the index of a ZIP: never a personal number."""

    number: int
    group: str
    name: str
    language_code: str
    language: str
    code: str
    file_name: str


def batch_row(line: BatchLine, names: Mapping[UUID, str]) -> BatchRow:
    """Return a batch for the list."""
    status, tone = _status(line)
    return BatchRow(
        url=url_for(".show", batch_id=line.batch.id),
        begun_at=moment(line.batch.created_at),
        begun_by=names.get(line.batch.created_by, ""),
        what=selection_text(line),
        count=ngettext("%(num)s ark", "%(num)s ark", line.progress.total),
        status=status,
        tone=tone,
    )


def selection_text(line: BatchLine) -> str:
    """Return whose sheets the batch holds."""
    match line.batch.selection:
        case Selection.GROUP:
            return line.group_name or ""
        case Selection.WITHOUT_PAPER:
            return _("Alle med plan og uten papir")
        case Selection.OWN:
            return _("Programrådgiverens deltakere")
        case _:
            assert_never(line.batch.selection)


def progress_view(progress: Progress) -> ProgressView:
    """Return how far the batch has come, in numbers and in words."""
    return ProgressView(
        settled=progress.settled,
        total=progress.total,
        text=_(
            "%(settled)s av %(total)s ark er ferdige.",
            settled=progress.settled,
            total=progress.total,
        ),
        is_finished=progress.is_finished,
    )


def batch_page(line: BatchLine, items: Sequence[ItemLine]) -> BatchPage:
    """Return what became of the batch."""
    progress = line.progress
    ready = sum(each.may_be_taken for each in items)
    summary = [ngettext("%(num)s ark er klart.", "%(num)s ark er klare.", ready)]
    if progress.made > ready:
        summary.append(
            ngettext(
                "%(num)s ark gjelder ikke lenger, og blir ikke med i filene.",
                "%(num)s ark gjelder ikke lenger, og blir ikke med i filene.",
                progress.made - ready,
            )
        )
    if progress.cancelled:
        summary.append(
            ngettext(
                "%(num)s ark ble ikke laget, fordi utskriften ble avbrutt.",
                "%(num)s ark ble ikke laget, fordi utskriften ble avbrutt.",
                progress.cancelled,
            )
        )
    missing = progress.refused + progress.failed
    if missing:
        summary.append(
            ngettext(
                "%(num)s ark kunne ikke lages. Listen sier hvorfor.",
                "%(num)s ark kunne ikke lages. Listen sier hvorfor.",
                missing,
            )
        )
    return BatchPage(
        summary=" ".join(summary),
        tone="success" if ready == progress.total else "warning",
        ready_count=ready,
        rows=tuple(_item_row(each) for each in items),
    )


def index_rows(sheets: Sequence[Sheet]) -> list[IndexRow]:
    """Return the index of a ZIP, in the order of the pile."""
    return [
        IndexRow(
            number=number,
            group=sheet.group_name,
            name=sheet.full_name,
            language_code=sheet.language,
            language=language_name(sheet.language),
            code=grouped(sheet.code),
            file_name=f"{sheet.code}.pdf",
        )
        for number, sheet in enumerate(sheets, start=1)
    ]


def index_columns() -> tuple[str, ...]:
    """Return the headings of the index."""
    return (_("Nr."), _("Gruppe"), _("Navn"), _("Språk"), _("Kode på arket"), _("Fil"))


def index_cells(row: IndexRow) -> tuple[str, ...]:
    """Return a line of the index, below its headings."""
    return str(row.number), row.group, row.name, row.language, row.code, row.file_name


def _status(line: BatchLine) -> tuple[str, str]:
    progress = line.progress
    if not progress.is_finished:
        return _("Lages nå"), "info"
    if line.batch.cancelled_at is not None:
        return _("Avbrutt"), "neutral"
    if progress.made < progress.total:
        return _("Noen mangler"), "warning"
    return _("Ferdig"), "success"


def _item_row(line: ItemLine) -> ItemRow:
    item, document = line.item, line.document
    status, tone = _item_status(line)
    url, way_out = "", ""
    if item.refusal is not None:
        url, way_out = refusal_way_out(item.refusal, item.participant_id)
    return ItemRow(
        number=item.position,
        name=listed_name(line.given_name, line.family_name),
        url=url_for("declarations.show", participant_id=item.participant_id),
        group=line.group_name or "",
        language=language_name(document.language if document else item.language),
        code=grouped(document.code) if document else "",
        status=status,
        tone=tone,
        reason=issue_refusal(item.refusal) if item.refusal else "",
        way_out_url=url,
        way_out=way_out,
    )


def _item_status(line: ItemLine) -> tuple[str, str]:
    if line.may_be_taken:
        is_old = line.item.wish is PrintWish.REPRINT
        return _("Samme ark som før") if is_old else _("Klart"), "success"
    match line.item.status:
        case ItemStatus.ISSUED if line.document and line.document.status is DocumentStatus.READY:
            return _("Gjelder ikke lenger"), "neutral"
        case ItemStatus.WAITING:
            return _("Venter"), "info"
        case ItemStatus.ISSUED | ItemStatus.REFUSED | ItemStatus.FAILED:
            return _("Kunne ikke lages"), "danger"
        case ItemStatus.CANCELLED:
            return _("Ikke laget"), "neutral"
        case _:
            assert_never(line.item.status)
