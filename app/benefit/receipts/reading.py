"""A receipt file from the payroll system, line by line, beside what was sent. Reads nothing else.

Columns are known by their headings, in any order; amounts are taken as they are written there.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.benefit.receipts.kinds import LineProblem, Outcome, ReceiptProblem, ReceiptStatus
from app.core.sheets import UnreadableSheet, rows_of

_REFERENCE = frozenset(
    {"referanse", "reference", "deltaker", "ansattnummer", "ansattnr", "lønnsnummer", "lønnsnr"}
)
_AMOUNT = frozenset({"beløp", "belop", "amount", "sum"})
_STATUS = frozenset({"status", "resultat"})
_REASON = frozenset({"årsak", "arsak", "grunn", "melding", "reason", "feilmelding", "merknad"})
_PAID = frozenset({"betalt", "utbetalt", "ok", "paid", "godkjent"})
_REJECTED = frozenset({"avvist", "rejected", "feil", "feilet", "stoppet", "returnert"})
_WHOLE = re.compile(r"-?[0-9]{1,9}")
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:[ .\u00a0\u202f][0-9]{3})+(?:,[0-9]{1,2})?")
_DECIMAL = re.compile(r"-?[0-9]{1,9}[.,][0-9]{1,2}")
_IDENTITY = re.compile(r"[0-9]{11,12}")
_SHOWN = 3
MOST_REFERENCE, MOST_REASON = 60, 500


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent for one person, and how the payroll system may name her."""

    participant_id: UUID
    amount_ore: int
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line of a receipt that could be read."""

    line: int
    participant_id: UUID | None
    reference: str
    amount_ore: int | None
    status: ReceiptStatus
    reason: str
    outcome: Outcome

    @property
    def kept_reference(self) -> str:
        """The reference without an identity number: all but its last three digits are masked."""
        if _IDENTITY.fullmatch(self.reference) is None:
            return self.reference
        return "*" * (len(self.reference) - _SHOWN) + self.reference[-_SHOWN:]


@dataclass(frozen=True, slots=True)
class ReadReceipt:
    """A receipt that could be read."""

    lines: tuple[ReadLine, ...]
    digest: str


class CannotReadReceipt(Exception):
    """The receipt says something that is not understood; nothing of it is kept.

    `problem`: of the whole file; `lines`: where, and what.
    """

    def __init__(
        self, problem: ReceiptProblem | None, lines: Sequence[tuple[int, LineProblem]] = ()
    ) -> None:
        super().__init__("receipt not understood")
        self.problem = problem
        self.lines = tuple(lines)


def read_receipt(text: str, sent: Sequence[Sent]) -> ReadReceipt:
    """Return what a receipt says of what was sent.

    Raises:
        CannotReadReceipt: a column is missing, or a line is not understood.
    """
    try:
        rows = rows_of(text)
    except UnreadableSheet as error:
        raise CannotReadReceipt(ReceiptProblem.UNREADABLE) from error
    if len(rows) <= 1:
        raise CannotReadReceipt(ReceiptProblem.EMPTY)
    places = _places(rows[0])
    people = {reference: each for each in sent for reference in each.references if reference}
    amounts = {each.participant_id: each.amount_ore for each in sent}
    lines, problems = [], []
    for number, cells in enumerate(rows[1:], start=1):
        named = {what: cells[at] for what, at in places.items() if at < len(cells)}
        found = _line(number, named, people, amounts)
        if isinstance(found, LineProblem):
            problems.append((number, found))
        else:
            lines.append(found)
    seen = Counter(line.participant_id or line.reference for line in lines)
    problems += [
        (line.line, LineProblem.REFERENCE_TWICE)
        for line in lines
        if seen[line.participant_id or line.reference] > 1
    ]
    if problems:
        raise CannotReadReceipt(None, sorted(problems))
    return ReadReceipt(tuple(lines), _digest(lines))


def ore_of(typed: str) -> int | None:
    """Return an amount in øre, or None where it is no amount."""
    plain = typed.removesuffix("kr").strip().replace("\N{MINUS SIGN}", "-")
    if _GROUPED.fullmatch(plain):
        plain = re.sub(r"[ .\u00a0\u202f]", "", plain)
    if _WHOLE.fullmatch(plain):
        return int(plain) * 100
    if not _DECIMAL.fullmatch(plain):
        return None
    whole, part = re.split(r"[.,]", plain)
    ore = int(whole.lstrip("-")) * 100 + int(part.ljust(2, "0"))
    return -ore if plain.startswith("-") else ore


def _places(headings: Sequence[str]) -> Mapping[str, int]:
    known = {
        "reference": _REFERENCE,
        "amount": _AMOUNT,
        "status": _STATUS,
        "reason": _REASON,
    }
    plain = [heading.lower() for heading in headings]
    places = {
        what: next((at for at, heading in enumerate(plain) if heading in words), None)
        for what, words in known.items()
    }
    for what, problem in (
        ("reference", ReceiptProblem.NO_REFERENCE),
        ("amount", ReceiptProblem.NO_AMOUNT),
        ("status", ReceiptProblem.NO_STATUS),
    ):
        if places[what] is None:
            raise CannotReadReceipt(problem)
    return {what: at for what, at in places.items() if at is not None}


def _line(
    number: int,
    named: Mapping[str, str],
    people: Mapping[str, Sent],
    amounts: Mapping[UUID, int],
) -> ReadLine | LineProblem:
    reference = named.get("reference", "")[:MOST_REFERENCE]
    if not reference:
        return LineProblem.REFERENCE_MISSING
    word = named.get("status", "").lower()
    if word not in _PAID | _REJECTED:
        return LineProblem.STATUS
    status = ReceiptStatus.PAID if word in _PAID else ReceiptStatus.REJECTED
    typed = named.get("amount", "")
    amount = ore_of(typed)
    if amount is None and (typed or status is ReceiptStatus.PAID):
        return LineProblem.AMOUNT
    person = people.get(reference) or people.get(reference.lower())
    who = person.participant_id if person else None
    return ReadLine(
        line=number,
        participant_id=who,
        reference=reference,
        amount_ore=amount,
        status=status,
        reason=named.get("reason", "")[:MOST_REASON],
        outcome=_outcome(status, amount, amounts[who] if who else None),
    )


def _outcome(status: ReceiptStatus, amount: int | None, sent: int | None) -> Outcome:
    if sent is None:
        return Outcome.UNKNOWN
    if status is ReceiptStatus.REJECTED:
        return Outcome.REJECTED
    return Outcome.PAID if amount == sent else Outcome.OTHER_AMOUNT


def _digest(lines: Sequence[ReadLine]) -> str:
    """Return a digest of what the lines say, wherever they stand in the file."""
    said = sorted(
        [line.reference, line.amount_ore or 0, line.status.value, line.reason] for line in lines
    )
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()
