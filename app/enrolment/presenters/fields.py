"""Each saved field of a participant in words: its name and its value."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from app.enrolment.commands import ParticipantDetails
from app.enrolment.errors import ParticipantChanged
from app.enrolment.facts import MINUTES_PER_HOUR, details_of
from app.enrolment.models import Participant
from app.enrolment.wording import (
    education_text,
    literacy_text,
    permit_text,
    protection_text,
    sex_text,
)
from app.i18n import format as fmt
from app.i18n.bidi import isolate
from app.i18n.spoken import language_name
from app.i18n.text import gettext as _
from app.rules.eligibility import PermitGround


@dataclass(frozen=True, slots=True)
class Row:
    """One fact, for components/summary_list.html."""

    term: str
    value: str


def full_name(participant: Participant) -> str:
    """Return given name and family name."""
    return f"{participant.given_name} {participant.family_name}"


def yes_no(*, is_so: bool) -> str:
    """Return yes or no."""
    return _("Ja") if is_so else _("Nei")


def day_text(day: date | None) -> str:
    """Return a date kept in order, or that there is none."""
    return isolate(fmt.short_date(day)) if day else _("Ikke registrert")


def value_text(text: str) -> str:
    """Return what somebody typed, kept in its own direction, or that there is nothing."""
    return isolate(text) if text else _("Ikke registrert")


def identity_rows(details: ParticipantDetails) -> list[Row]:
    """Return who she is. The identity number stands here in full: only her own pages show this."""
    number = details.identity_number
    return [
        Row(_("Fødselsdato"), day_text(details.born_on)),
        Row(_("Fødselsnummer, D-nummer eller DUF-nummer"), value_text(number)),
        Row(_("Kjønn"), sex_text(details.sex)),
    ]


def language_rows(details: ParticipantDetails) -> list[Row]:
    """Return what she speaks and reads."""
    interpreter = details.interpreter_language
    return [
        Row(_("Morsmål"), language_name(details.first_language)),
        Row(_("Språk for skriftlig informasjon"), language_name(details.reading_language)),
        Row(_("Leseferdighet på dette språket"), literacy_text(details.literacy)),
        Row(_("Tolkespråk"), language_name(interpreter) if interpreter else _("Trenger ikke tolk")),
    ]


def contact_rows(details: ParticipantDetails, *, is_shown: bool) -> list[Row]:
    """Return how she is reached; hidden from those who may not see it."""
    hidden = _("Skjult")
    return [
        Row(_("Adressesperre"), protection_text(details.address_protection)),
        Row(_("Telefon"), value_text(details.phone) if is_shown else hidden),
        Row(_("E-post"), value_text(details.email) if is_shown else hidden),
        Row(_("Adresse"), value_text(details.address) if is_shown else hidden),
    ]


def permit_rows(details: ParticipantDetails) -> list[Row]:
    """Return the permit, and what its ground asks for."""
    permit = details.permit
    rows = [
        Row(_("Oppholdsgrunnlag etter utlendingsloven"), permit_text(permit.ground)),
        Row(_("Tillatelsen ble gitt"), day_text(permit.granted_on)),
        Row(_("Gyldig til og med"), day_text(permit.valid_until)),
    ]
    if permit.ground is PermitGround.HUMANITARIAN:
        term = _("Søkte om beskyttelse (asyl) først")
        rows.append(Row(term, yes_no(is_so=permit.is_after_protection_application)))
    if permit.ground is PermitGround.FAMILY:
        reference = permit.reference_ground
        rows += [
            Row(
                _("Referansepersonens oppholdsgrunnlag"),
                permit_text(reference) if reference else _("Ikke kjent"),
            ),
            Row(_("Referansepersonen ble bosatt"), day_text(permit.reference_settled_on)),
            Row(_("Det ble søkt om familieinnvandring"), day_text(permit.family_application_on)),
        ]
    if permit.previous_ground:
        rows.append(Row(_("Tidligere oppholdsgrunnlag"), permit_text(permit.previous_ground)))
    if permit.arrived_on:
        rows.append(Row(_("Kom til Norge"), day_text(permit.arrived_on)))
    return rows


def settlement_rows(details: ParticipantDetails) -> list[Row]:
    """Return where and how she was settled, and what else the target group turns on."""
    rows = [
        Row(_("Bosatt i kommunen"), day_text(details.settled_on)),
        Row(_("Bosatt etter avtale"), yes_no(is_so=details.is_settled_by_agreement)),
        Row(
            _("Bodde første gang i en kommune med tillatelsen"),
            day_text(details.first_lived_with_permit_on),
        ),
        Row(_("Timer i uken i arbeid"), _hours(details.work_minutes_per_week)),
    ]
    if details.claimed_on:
        rows.append(Row(_("Personen krevde program"), day_text(details.claimed_on)))
    if details.is_eea_or_nordic:
        rows.append(Row(_("Borger av et nordisk land eller EØS-land"), _("Ja")))
    if details.has_broken_off:
        rows.append(Row(_("Har avbrutt eller takket nei til program før"), _("Ja")))
    return rows


def mapping_rows(participant: Participant) -> list[Row]:
    """Return what was mapped and guided, or why not."""
    level = participant.education_level
    return [
        Row(_("Utdanningsnivå"), education_text(level) if level else _("Ikke kartlagt ennå")),
        Row(
            _("Kompetansen ble kartlagt"),
            _done_or_why(participant.mapped_on, participant.mapping_missing_reason),
        ),
        Row(
            _("Karriereveiledning ble gitt"),
            _done_or_why(participant.guided_on, participant.guidance_missing_reason),
        ),
    ]


def stale_text(
    participant: Participant,
    changed: ParticipantChanged,
    advisers: dict[UUID, str],
    *,
    is_contact_shown: bool,
) -> tuple[Row, ...]:
    """Return what the others changed, with their values. Needs Part.PERMIT.

    What no row of the page says is named in general words.
    """
    rows: list[Row] = []
    details = details_of(participant)
    by_field = {
        "given_name": Row(_("Fornavn"), value_text(details.given_name)),
        "family_name": Row(_("Etternavn"), value_text(details.family_name)),
        **dict(zip(("born_on", "identity_number", "sex"), identity_rows(details), strict=True)),
        **dict(
            zip(
                ("first_language", "reading_language", "literacy", "interpreter_language"),
                language_rows(details),
                strict=True,
            )
        ),
        **dict(
            zip(
                ("address_protection", "phone", "email", "address"),
                contact_rows(details, is_shown=is_contact_shown),
                strict=True,
            )
        ),
        **dict(
            zip(
                ("education_level", "mapped_on", "guided_on"),
                mapping_rows(participant),
                strict=True,
            )
        ),
        "adviser_id": Row(
            _("Programrådgiver"),
            value_text(advisers.get(details.adviser_id, "") if details.adviser_id else ""),
        ),
        "household": Row(_("Husholdning"), _("Se fanen for husholdningen.")),
        "decided_on": Row(_("Vedtak om program"), day_text(participant.decided_on)),
    }
    groups = {
        "permit": permit_rows(details),
        "settlement": settlement_rows(details),
    }
    for name in changed.fields:
        if name in by_field:
            rows.append(by_field[name])
        elif name.startswith("permit."):
            rows += groups.pop("permit", [])
        elif name in _SETTLEMENT:
            rows += groups.pop("settlement", [])
        elif name == "mapping_missing_reason":
            rows.append(by_field["mapped_on"])
        elif name == "guidance_missing_reason":
            rows.append(by_field["guided_on"])
    return tuple(dict.fromkeys(rows))


_SETTLEMENT = frozenset(
    {
        "settled_on",
        "is_settled_by_agreement",
        "first_lived_with_permit_on",
        "claimed_on",
        "work_minutes_per_week",
        "is_eea_or_nordic",
        "has_broken_off",
    }
)


def _done_or_why(day: date | None, reason: str) -> str:
    if day:
        return day_text(day)
    return isolate(reason) if reason else _("Ikke gjort, og ikke begrunnet")


def _hours(minutes: int) -> str:
    return isolate(fmt.hours(Fraction(minutes, MINUTES_PER_HOUR)))
