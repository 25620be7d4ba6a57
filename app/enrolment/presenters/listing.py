"""The list of participants in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.enrolment.kinds import AddressProtection
from app.enrolment.listing import ParticipantPage
from app.enrolment.presenters.next_step import next_step_view
from app.enrolment.target_group_view import group_tone
from app.enrolment.wording import group_text
from app.i18n import format as fmt
from app.i18n.text import ngettext

NEIGHBOURS = 2
"""How many pages are named on each side of the one that is shown."""


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """One participant in the list."""

    participant_id: UUID
    name: str
    born_on: str
    adviser: str
    group: str
    tone: str
    next_step: str
    next_tone: str
    has_protected_address: bool


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of the list."""

    number: int
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class ListView:
    """The list as the page shows it."""

    rows: tuple[ParticipantRow, ...]
    caption: str
    pages: tuple[PageLink | None, ...]
    """Empty if there is only one; None is a gap."""
    previous_url: str | None
    next_url: str | None


def list_view(
    page: ParticipantPage,
    advisers: dict[UUID, str],
    present_day: date,
    page_url: Callable[[int], str],
) -> ListView:
    """Return a page of participants in words."""
    rows = []
    for participant, assessment in page.rows:
        step = next_step_view(participant, assessment, present_day)
        rows.append(
            ParticipantRow(
                participant_id=participant.id,
                name=f"{participant.family_name}, {participant.given_name}",
                born_on=fmt.short_date(participant.born_on),
                adviser=advisers.get(participant.adviser_id, "") if participant.adviser_id else "",
                group=group_text(assessment.group),
                tone=group_tone(assessment.group),
                next_step=step.title,
                next_tone=step.tone,
                has_protected_address=participant.address_protection is not AddressProtection.NONE,
            )
        )
    number, count = page.number, page.page_count
    return ListView(
        rows=tuple(rows),
        caption=ngettext("%(num)s deltaker", "%(num)s deltakere", page.total),
        pages=_pages(number, count, page_url) if count > 1 else (),
        previous_url=page_url(number - 1) if number > 1 else None,
        next_url=page_url(number + 1) if number < count else None,
    )


def _pages(number: int, count: int, page_url: Callable[[int], str]) -> tuple[PageLink | None, ...]:
    """Return first, last and the neighbours, with gaps between."""
    named = [
        each
        for each in range(1, count + 1)
        if each in (1, count) or abs(each - number) <= NEIGHBOURS
    ]
    pages: list[PageLink | None] = []
    for before, each in zip([0, *named], named, strict=False):
        if each - before > 1:
            pages.append(None)
        pages.append(PageLink(each, page_url(each), each == number))
    return tuple(pages)
