"""The pages of the mapping: every part with what is known, one part's form, and the history."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.enrolment.mapping import wording
from app.enrolment.mapping.kinds import MappingPart
from app.enrolment.mapping.models import MappingEntry
from app.enrolment.mapping.presenters.rows import rows_of
from app.enrolment.models import Participant
from app.enrolment.presenters.fields import Row
from app.i18n import format as fmt
from app.i18n.bidi import isolated_text
from app.i18n.text import gettext as _
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.web.law_views import ProvisionLink

_PROVISIONS = {
    MappingPart.CONVERSATION: INTEGRERINGSLOVEN.section("10"),
    MappingPart.GUIDANCE: INTEGRERINGSLOVEN.section("11"),
    MappingPart.PRE_SETTLEMENT: INTEGRERINGSFORSKRIFTEN.section("2"),
}
_WHAT_MAY_BE_KEPT = INTEGRERINGSFORSKRIFTEN.section("47")

SLUGS = {
    MappingPart.CONVERSATION: "samtale",
    MappingPart.EDUCATION: "utdanning",
    MappingPart.WORK: "arbeid",
    MappingPart.LANGUAGES: "sprak",
    MappingPart.SKILLS: "ferdigheter",
    MappingPart.WISHES: "onsker",
    MappingPart.GUIDANCE: "veiledning",
    MappingPart.PRE_SETTLEMENT: "for-bosetting",
}
"""What a part is called in an address."""


@dataclass(frozen=True, slots=True)
class PartView:
    """One part with what is known."""

    slug: str
    title: str
    lead: str
    provision: ProvisionLink
    rows: tuple[Row, ...]
    """Empty: nothing was registered."""
    saved: str
    """Who saved it and when, in a sentence, or empty."""


@dataclass(frozen=True, slots=True)
class PartLink:
    """The part that comes next."""

    slug: str
    title: str


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One version of one part."""

    title: str
    saved: str
    rows: tuple[Row, ...]
    is_newest: bool


def mapping_view(
    entries: Mapping[MappingPart, MappingEntry], names: Mapping[UUID, str]
) -> tuple[PartView, ...]:
    """Return every part, in order."""
    return tuple(part_view(part, entries.get(part), names) for part in MappingPart)


def part_view(part: MappingPart, entry: MappingEntry | None, names: Mapping[UUID, str]) -> PartView:
    """Return one part with what is known."""
    return PartView(
        slug=SLUGS[part],
        title=wording.part_text(part),
        lead=wording.lead_text(part),
        provision=ProvisionLink.of(_PROVISIONS.get(part, _WHAT_MAY_BE_KEPT)),
        rows=rows_of(entry.content) if entry else (),
        saved=_saved(entry, names) if entry else "",
    )


def known_already(part: MappingPart, participant: Participant) -> dict[str, Any]:
    """Return what the enrolment has told already, as values of the part's form."""
    match part:
        case MappingPart.CONVERSATION:
            return {"interpreter_language": participant.interpreter_language}
        case MappingPart.LANGUAGES:
            return {"skills": [{"language": participant.first_language}]}
        case _:
            return {}


def next_part(part: MappingPart) -> PartLink | None:
    """Return the part that comes after this one, or None."""
    order = tuple(MappingPart)
    position = order.index(part) + 1
    if position == len(order):
        return None
    return PartLink(SLUGS[order[position]], wording.part_text(order[position]))


def progress_text(entries: Collection[MappingPart]) -> str:
    """Return how many parts have been saved."""
    return _("%(done)s av %(all)s deler er lagret.", done=len(entries), all=len(MappingPart))


def history_view(
    entries: Collection[MappingEntry], names: Mapping[UUID, str]
) -> tuple[HistoryRow, ...]:
    """Return every version of every part, in the order given."""
    newest = {
        part: max(each.version for each in entries if each.part is part)
        for part in {entry.part for entry in entries}
    }
    return tuple(
        HistoryRow(
            wording.part_text(entry.part),
            _saved(entry, names),
            rows_of(entry.content),
            entry.version == newest[entry.part],
        )
        for entry in entries
    )


def _saved(entry: MappingEntry, names: Mapping[UUID, str]) -> str:
    at = isolated_text(fmt.moment(entry.recorded_at))
    name = names.get(entry.recorded_by, "") if entry.recorded_by else ""
    if not name:
        return _("Lagret %(at)s.", at=at)
    return _("Lagret %(at)s av %(name)s.", at=at, name=isolated_text(name))
