"""Whom to warn, and what was said, as the pages show it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import url_for

from app.benefit.presenters.amounts import kr
from app.benefit.presenters.payment import period_text
from app.benefit.warnings.models import AbsenceContact
from app.benefit.warnings.warning import Pending, WarningText, warning_text
from app.benefit.warnings.wording import kind_text, way_text
from app.core.period import Period
from app.i18n import format as fmt
from app.i18n.locales import DEFAULT


@dataclass(frozen=True, slots=True)
class PendingRow:
    """One participant and month."""

    name: str
    month: str
    days: str
    amount: str
    last_day: str
    warned: str
    """Empty: nobody has told her."""
    url: str


@dataclass(frozen=True, slots=True)
class ContactRow:
    """Something that was said."""

    what: str
    held_on: str
    way: str
    words: str
    language: str
    registered: str


@dataclass(frozen=True, slots=True)
class WarningPage:
    """A warning in her language, with the Norwegian beside it."""

    month: str
    hers: WarningText
    norwegian: WarningText | None
    """None: hers is the Norwegian one."""
    amount: str


def pending_rows(pending: Iterable[Pending]) -> list[PendingRow]:
    """Return whom to warn, in the reader's language."""
    return [
        PendingRow(
            name=each.full_name,
            month=period_text(each.month),
            days=fmt.joined(fmt.short_date(day) for day in each.days),
            amount=kr(each.amount_ore),
            last_day=fmt.short_date(each.closes_on),
            warned=fmt.short_date(each.warned_on) if each.warned_on else "",
            url=warning_url(each.participant_id, each.month),
        )
        for each in pending
    ]


def warning_url(participant_id: UUID, month: Period) -> str:
    """Return the address of the warning of a month."""
    first = month.first_day
    return url_for(
        "warnings.warn", participant_id=participant_id, year=first.year, month=first.month
    )


def warning_page(pending: Pending, language: str) -> WarningPage:
    """Return the warning of a month. `language`: what she reads."""
    hers = warning_text(pending, language)
    is_norwegian = hers.language == DEFAULT.code
    return WarningPage(
        month=period_text(pending.month),
        hers=hers,
        norwegian=None if is_norwegian else warning_text(pending, DEFAULT.code),
        amount=kr(pending.amount_ore),
    )


def contact_rows(contacts: Sequence[AbsenceContact], names: Mapping[UUID, str]) -> list[ContactRow]:
    """Return what was said. `names`: of the municipality's users."""
    return [
        ContactRow(
            what=kind_text(each.kind),
            held_on=fmt.short_date(each.held_on),
            way=way_text(each.way),
            words=each.words,
            language=each.language,
            registered=f"{names.get(each.registered_by, '')} {fmt.moment(each.registered_at)}",
        )
        for each in contacts
    ]
