"""What the pages about bundles show."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from flask import url_for

from app.core.clock import OSLO
from app.handover import wording
from app.handover.models import HandoverMade, HandoverReceived, KnownSender
from app.handover.months import Month
from app.handover.service import Preview, Sent
from app.handover.tables import ROOT
from app.i18n.bidi import isolated_text
from app.i18n.format import hours, month_name, ore_amount, short_date
from app.i18n.text import gettext as _


@dataclass(frozen=True, slots=True)
class MadeRow:
    """A bundle that was made."""

    recipient: str
    made_on: str
    made_by: str
    ground: str
    reason: str
    download_url: str


@dataclass(frozen=True, slots=True)
class SenderRow:
    """A sender that somebody vouches for."""

    sender: str
    fingerprint: str
    confirmed: str
    forget_url: str


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A month in the municipality that the case comes from."""

    month: str
    municipality: str
    scheduled: str
    missed: str
    gross: str
    payout: str


@dataclass(frozen=True, slots=True)
class ReceivedRow:
    """A bundle that came in."""

    sender: str
    received_on: str
    status: str
    tone: str
    url: str
    participant_url: str
    """Empty: nobody has taken the case in."""


@dataclass(frozen=True, slots=True)
class SentView:
    """The way a case has gone."""

    may_send: bool
    """False: her address is protected from the reader."""
    origin: ReceivedRow | None
    made: tuple[MadeRow, ...]


@dataclass(frozen=True, slots=True)
class PreviewView:
    """A bundle before it is taken in."""

    sender: str
    recipient: str
    made_on: str
    name: str
    born_on: str
    fingerprint: str
    is_for_us: bool
    is_known: bool
    is_person_here: bool
    contents: tuple[tuple[str, str], ...]
    months: tuple[MonthRow, ...]
    participant_url: str


def sent_view(sent: Sent, names: Mapping[UUID, str], *, may_send: bool) -> SentView:
    """Return where a case came from, and the bundles that were made of it."""
    origin = None if sent.origin is None else received_rows([sent.origin])[0]
    return SentView(may_send, origin, tuple(_made_row(each, names) for each in sent.made))


def sender_rows(known: Iterable[KnownSender], names: Mapping[UUID, str]) -> list[SenderRow]:
    """Return those whose fingerprint somebody has compared."""
    return [
        SenderRow(
            sender=each.sender,
            fingerprint=each.fingerprint,
            confirmed=_(
                "%(day)s av %(name)s",
                day=short_date(each.confirmed_at.astimezone(OSLO).date()),
                name=isolated_text(names.get(each.confirmed_by, _("ukjent"))),
            ),
            forget_url=url_for("takeovers.forget_sender", sender_id=each.id),
        )
        for each in known
    ]


def _month_row(month: Month) -> MonthRow:
    return MonthRow(
        month=month_name(date.fromisoformat(month.first_day)),
        municipality=month.municipality,
        scheduled=hours(Fraction(month.scheduled_minutes, 60)),
        missed=hours(Fraction(month.missed_minutes, 60)),
        gross="" if month.gross_ore is None else ore_amount(month.gross_ore),
        payout="" if month.payout_ore is None else ore_amount(month.payout_ore),
    )


def _made_row(each: HandoverMade, names: Mapping[UUID, str]) -> MadeRow:
    return MadeRow(
        recipient=each.recipient,
        made_on=short_date(each.made_at.astimezone(OSLO).date()),
        made_by=names.get(each.made_by, _("ukjent")),
        ground=wording.ground_text(each.ground),
        reason=each.reason,
        download_url=url_for(
            "handover.download", participant_id=each.participant_id, handover_id=each.id
        ),
    )


def received_rows(received: Sequence[HandoverReceived]) -> list[ReceivedRow]:
    """Return the bundles that came in."""
    return [
        ReceivedRow(
            sender=each.sender,
            received_on=short_date(each.uploaded_at.astimezone(OSLO).date()),
            status=_("Tatt inn") if each.participant_id else _("Venter"),
            tone="success" if each.participant_id else "warning",
            url=url_for("takeovers.show_received", received_id=each.id),
            participant_url=_participant(each),
        )
        for each in received
    ]


def preview_view(preview: Preview) -> PreviewView:
    """Return what a bundle holds."""
    bundle = preview.bundle
    rows = {table: len(each) for table, each in bundle.case["tables"].items()}
    people = bundle.case["tables"].get(ROOT) or [{}]
    person = people[0]
    return PreviewView(
        sender=bundle.sender,
        recipient=bundle.recipient,
        made_on=short_date(bundle.made_at.astimezone(OSLO).date()),
        name=f"{person.get('given_name', '')} {person.get('family_name', '')}".strip(),
        born_on=_day(str(person.get("born_on", ""))),
        fingerprint=bundle.fingerprint,
        is_for_us=preview.is_for_us,
        is_known=preview.is_known,
        is_person_here=preview.is_person_here,
        contents=tuple((name, str(count)) for name, count in wording.contents(rows)),
        months=tuple(map(_month_row, preview.months)),
        participant_url=_participant(preview.received),
    )


def _day(written: str) -> str:
    try:
        return short_date(date.fromisoformat(written))
    except ValueError:
        return written  # taking the case in will refuse it


def _participant(received: HandoverReceived) -> str:
    if received.participant_id is None:
        return ""
    return url_for("participants.show", participant_id=received.participant_id)
