"""The difference list: what was sent beside what was answered, differences first."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from flask import url_for

from app.benefit.presenters.amounts import kr
from app.benefit.presenters.payment import period_text
from app.benefit.receipts.kinds import Outcome
from app.benefit.receipts.models import PaymentReceiptLine
from app.benefit.receipts.queries import SentPerson
from app.benefit.receipts.service import OpenedReceipts
from app.benefit.receipts.wording import outcome_text, outcome_tone
from app.core.period import Period
from app.i18n import format as fmt
from app.i18n.text import gettext as _


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """Something that did not go as it was sent, or was not answered."""

    name: str
    """The person; where nobody is known, the reference."""
    sent: str
    answered: str
    what: str
    tone: str
    reason: str
    settled: str
    """What was done, by whom and when; empty: nothing yet."""
    settle_url: str
    """Empty: nothing to settle."""


@dataclass(frozen=True, slots=True)
class ReceiptsView:
    """The page of a month's receipts."""

    month: str
    read: tuple[str, ...]
    """Who read which receipt, and when."""
    counts: tuple[tuple[str, str], ...]
    differences: tuple[DifferenceRow, ...]


def receipts_view(opened: OpenedReceipts, names: Mapping[UUID, str]) -> ReceiptsView:
    """Return the receipts of a month. `names`: of the municipality's users.

    What counts for a person is what the newest receipt says of her; whatever else was answered
    and not settled is listed too.
    """
    people = {each.sent.participant_id: each for each in opened.people}
    newest = {line.participant_id: line for line in opened.lines if line.participant_id}
    rows = [
        _row(
            opened.run.id,
            line,
            people.get(line.participant_id) if line.participant_id else None,
            names,
        )
        for line in opened.lines
        if line.outcome is not Outcome.PAID
    ]
    silent = [
        each
        for who, each in people.items()
        if opened.receipts and who not in newest and each.sent.amount_ore
    ]
    rows += [_silent(each) for each in silent]
    outcomes = [line.outcome for line in newest.values()]
    outcomes += [line.outcome for line in opened.lines if line.outcome is Outcome.UNKNOWN]
    return ReceiptsView(
        month=period_text(Period(opened.run.first_day, opened.run.last_day)),
        read=tuple(
            f"{names.get(each.read_by, '')} {fmt.moment(each.read_at)}" for each in opened.receipts
        ),
        counts=(
            *((outcome_text(each), str(outcomes.count(each))) for each in Outcome),
            (_("Ikke svart ennå"), str(len(silent) if opened.receipts else len(people))),
        ),
        differences=tuple(rows),
    )


def _row(
    run_id: UUID,
    line: PaymentReceiptLine,
    person: SentPerson | None,
    names: Mapping[UUID, str],
) -> DifferenceRow:
    is_settled = line.settled_by is not None and line.settled_at is not None
    return DifferenceRow(
        name=_name(person) if person else line.reference,
        sent=kr(person.sent.amount_ore) if person else "",
        answered="" if line.amount_ore is None else kr(line.amount_ore),
        what=outcome_text(line.outcome),
        tone=outcome_tone(line.outcome),
        reason=line.reason,
        settled=_(
            "%(note)s (%(name)s, %(moment)s)",
            note=line.note,
            name=names.get(line.settled_by, ""),
            moment=fmt.moment(line.settled_at),
        )
        if is_settled and line.settled_by and line.settled_at
        else "",
        settle_url="" if is_settled else url_for("receipts.settle", run_id=run_id, line_id=line.id),
    )


def _silent(person: SentPerson) -> DifferenceRow:
    return DifferenceRow(
        name=_name(person),
        sent=kr(person.sent.amount_ore),
        answered="",
        what=_("Ikke svart ennå"),
        tone="neutral",
        reason="",
        settled="",
        settle_url="",
    )


def _name(person: SentPerson) -> str:
    return f"{person.family_name}, {person.given_name}"
