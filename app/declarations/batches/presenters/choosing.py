"""The page where a caseworker chooses whom to print for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never
from uuid import UUID

from flask import url_for

from app.declarations.batches.commands import MOST_SHEETS
from app.declarations.batches.errors import PrintRefusal
from app.declarations.batches.field_names import language_field, paper_field
from app.declarations.batches.kinds import PrintWish
from app.declarations.batches.queries.candidates import Paper
from app.declarations.batches.service.choosing import Prospect
from app.declarations.errors import IssueRefusal
from app.declarations.models import SigningStatus
from app.declarations.presenters import issue_refusal, language_choices
from app.i18n.format import short_date
from app.i18n.text import gettext as _


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a list."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ProspectRow:
    """Somebody for whom a sheet can be printed."""

    number: int
    name: str
    url: str
    group: str
    note: str
    """About the paper that she has; empty: she has none."""
    paper_field: str
    papers: tuple[Option, ...]
    language_field: str
    languages: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class BlockedRow:
    """Somebody for whom nothing can be printed, and where that is mended."""

    name: str
    group: str
    reason: str
    url: str
    link: str


@dataclass(frozen=True, slots=True)
class ChoosePage:
    """Everybody of the selection."""

    rows: tuple[ProspectRow, ...]
    blocked: tuple[BlockedRow, ...]


def choose_page(prospects: Sequence[Prospect], sent: Mapping[str, str] | None) -> ChoosePage:
    """Return the page; `sent` is what was chosen when the form comes back, None at first."""
    choices: dict[int, list[tuple[str, str]]] = {}
    rows, blocked = [], []
    for number, each in enumerate(prospects, start=1):
        if each.refusal is not None:
            blocked.append(_blocked(each, each.refusal))
            continue
        assert each.bundle is not None
        if id(each.bundle) not in choices:  # one or two texts for hundreds of participants
            choices[id(each.bundle)] = language_choices(each.bundle)
        rows.append(_row(number, each, choices[id(each.bundle)], sent))
    return ChoosePage(tuple(rows), tuple(blocked))


def print_refusal(reason: PrintRefusal) -> str:
    """Return why no batch was begun."""
    match reason:
        case PrintRefusal.NOBODY_CHOSEN:
            return _("Velg et ark for minst én deltaker.")
        case PrintRefusal.TOO_MANY:
            return _(
                "Skriv ut høyst %(most)s ark om gangen. Velg en mindre gruppe.", most=MOST_SHEETS
            )
        case _:
            assert_never(reason)


def refusal_way_out(reason: IssueRefusal, participant_id: UUID) -> tuple[str, str]:
    """Return the address of the page where it is mended, and what the link says."""
    match reason:
        case IssueRefusal.NO_FIXED_PLAN:
            return url_for("plans.show", participant_id=participant_id), _("Gå til planen")
        case IssueRefusal.NO_IDENTITY_NUMBER:
            return (
                url_for("participants.change", participant_id=participant_id),
                _("Registrer nummeret"),
            )
        case IssueRefusal.NAME_UNPRINTABLE:
            return url_for("participants.change", participant_id=participant_id), _("Rett navnet")
        case _:
            return (
                url_for("declarations.show", participant_id=participant_id),
                _("Gå til erklæringen"),
            )


def listed_name(given_name: str, family_name: str) -> str:
    """Return a name as lists sort it."""
    return f"{family_name}, {given_name}"


def _row(
    number: int,
    prospect: Prospect,
    choices: Sequence[tuple[str, str]],
    sent: Mapping[str, str] | None,
) -> ProspectRow:
    candidate = prospect.candidate
    wish = prospect.proposed_wish or ""
    language = prospect.proposed_language
    if sent is not None:
        wish = sent.get(paper_field(candidate.participant_id), "")
        language = sent.get(language_field(candidate.participant_id), language)
    papers = [
        ("", _("Ikke skriv ut")),
        *((each.value, wish_text(each)) for each in prospect.wishes),
    ]
    return ProspectRow(
        number=number,
        name=listed_name(candidate.given_name, candidate.family_name),
        url=url_for("declarations.show", participant_id=candidate.participant_id),
        group=candidate.group_name,
        note=_note(candidate.paper) if candidate.paper else "",
        paper_field=paper_field(candidate.participant_id),
        papers=_options(papers, wish),
        language_field=language_field(candidate.participant_id),
        languages=_options(choices, language),
    )


def wish_text(wish: PrintWish) -> str:
    """Return what can be asked for."""
    match wish:
        case PrintWish.NEW:
            return _("Nytt ark")
        case PrintWish.REPRINT:
            return _("Samme ark en gang til")
        case PrintWish.REPLACE:
            return _("Nytt ark i stedet for det gamle")
        case _:
            assert_never(wish)


def _note(paper: Paper) -> str:
    day = short_date(paper.issued_on)
    match paper.status:
        case SigningStatus.ISSUED:
            return _("Arket fra %(day)s venter på underskrift.", day=day)
        case SigningStatus.SIGNED:
            return _("Arket fra %(day)s er underskrevet.", day=day)
        case _:
            return _("Arket fra %(day)s ble ikke underskrevet.", day=day)


def _options(choices: Sequence[tuple[str, str]], chosen: str) -> tuple[Option, ...]:
    return tuple(Option(value, label, value == chosen) for value, label in choices)


def _blocked(prospect: Prospect, reason: IssueRefusal) -> BlockedRow:
    candidate = prospect.candidate
    url, link = refusal_way_out(reason, candidate.participant_id)
    return BlockedRow(
        name=listed_name(candidate.given_name, candidate.family_name),
        group=candidate.group_name,
        reason=issue_refusal(reason),
        url=url,
        link=link,
    )
