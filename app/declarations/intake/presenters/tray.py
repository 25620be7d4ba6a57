"""The tray: why a page lies there, and what can be done with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from flask import url_for

from app.i18n.format import moment
from app.i18n.text import gettext as _
from app.papers.code import grouped
from app.papers.intake.kinds import PageOutcome, PageState
from app.papers.intake.models import ScanPage
from app.papers.reading.types import PageFault


@dataclass(frozen=True, slots=True)
class TrayRow:
    """A page in the tray."""

    url: str
    picture_url: str | None
    """None for a page that cannot be drawn."""
    title: str
    reason: str
    place: str
    """Where in its stack it lay."""


@dataclass(frozen=True, slots=True)
class PageView:
    """One page, large."""

    row: TrayRow
    advice: str
    code: str
    """Read off the square; empty if there is none."""
    stack_url: str
    is_in_tray: bool
    now: str
    """Where it is when it is not in the tray any more."""
    may_be_filed: bool
    earlier_url: str | None
    """Picture of the scan that it is a duplicate of."""
    may_be_used_instead: bool


def tray_rows(pages: Iterable[ScanPage]) -> list[TrayRow]:
    """Return the pages as rows."""
    return [_row(page) for page in pages]


def page_view(page: ScanPage) -> PageView:
    """Return what is shown about one page."""
    outcome = page.outcome or PageOutcome.UNREADABLE
    is_in_tray = page.state is PageState.IN_TRAY
    is_copy = outcome is PageOutcome.DUPLICATE and page.duplicate_of_id is not None
    return PageView(
        row=_row(page),
        advice=_advice(outcome),
        code=grouped(page.marked_code) if page.marked_code else "",
        stack_url=url_for("intake.show_stack", stack_id=page.stack_id),
        is_in_tray=is_in_tray,
        now=_now(page),
        may_be_filed=is_in_tray and page.fault is not PageFault.BROKEN,
        earlier_url=url_for("intake.show_picture", page_id=page.duplicate_of_id)
        if is_copy
        else None,
        may_be_used_instead=is_in_tray and is_copy and page.document_id is not None,
    )


def _row(page: ScanPage) -> TrayRow:
    title, reason = _reason(page)
    is_broken = page.fault is PageFault.BROKEN
    return TrayRow(
        url=url_for("intake.show_page", page_id=page.id),
        picture_url=None if is_broken else url_for("intake.show_picture", page_id=page.id),
        title=title,
        reason=reason,
        place=_("Side %(number)s, skannet %(at)s", number=page.number, at=moment(page.read_at)),
    )


def _reason(page: ScanPage) -> tuple[str, str]:  # noqa: C901 (one sentence per outcome)
    match page.outcome or PageOutcome.UNREADABLE:
        case PageOutcome.FILED:
            return _("Lagt i saken"), _("Siden fant arket sitt.")
        case PageOutcome.DUPLICATE:
            return _("Kopi"), _("Den samme siden er skannet før.")
        case PageOutcome.UNKNOWN_CODE:
            return _("Ukjent kode"), _("Kommunen har ikke laget noe ark med denne koden.")
        case PageOutcome.UNREADABLE:
            if page.fault is PageFault.BROKEN:
                return _("Kan ikke vises"), _("Siden er skadet i filen.")
            return _("Fant ingen kode"), _("Koden på arket kunne ikke leses.")
        case PageOutcome.BLANK:
            return _("Blank side"), _("Det står ingenting på siden.")
        case PageOutcome.SEVERAL:
            return _("Flere ark"), _("Det er mer enn ett ark på bildet.")
        case PageOutcome.REPLACED_VERSION:
            return _("Gammelt ark"), _("Arket er erstattet av et nyere ark.")
        case PageOutcome.WITHDRAWN:
            return _("Trukket tilbake"), _("Arket er trukket tilbake.")
        case PageOutcome.ALREADY_REGISTERED:
            return _("Allerede registrert"), _(
                "Det er allerede registrert hva som skjedde med arket."
            )
        case PageOutcome.NOT_A_PAGE_OF_IT:
            return _("Feil sidetall"), _("Arket har ikke så mange sider.")
        case PageOutcome.PAGE_NOT_SAID:
            return _("Ukjent side"), _("Koden på arket sier ikke hvilken side det er.")
        case _ as outcome:
            assert_never(outcome)


def _advice(outcome: PageOutcome) -> str:
    match outcome:
        case PageOutcome.UNREADABLE | PageOutcome.UNKNOWN_CODE | PageOutcome.NOT_A_PAGE_OF_IT:
            return _("Står det en kode på arket? Skriv den her, så blir siden lagt i saken.")
        case PageOutcome.PAGE_NOT_SAID:
            return _("Skriv hvilken side det er, så blir den lagt i saken.")
        case PageOutcome.SEVERAL:
            return _("Skann arkene hver for seg. Legg så bort dette bildet.")
        case PageOutcome.REPLACED_VERSION | PageOutcome.WITHDRAWN:
            return _("Deltakeren må skrive under på det arket som gjelder nå.")
        case PageOutcome.DUPLICATE:
            return _("Sammenlign bildene. Bruk denne siden hvis den er bedre enn den forrige.")
        case PageOutcome.BLANK | PageOutcome.ALREADY_REGISTERED | PageOutcome.FILED:
            return _("Legg bort siden hvis den ikke trengs.")
        case _:
            assert_never(outcome)


def _now(page: ScanPage) -> str:
    match page.state:
        case PageState.IN_TRAY:
            return ""
        case PageState.IN_CASE:
            return _("Siden ligger i saken.")
        case PageState.SET_ASIDE:
            if page.set_aside_reason:
                return _("Siden er lagt bort: %(reason)s", reason=page.set_aside_reason)
            return _("Siden er lagt bort.")
        case PageState.UNPLACED:
            return _("Siden er lest, men ikke slått opp ennå.")
        case _:
            assert_never(page.state)
