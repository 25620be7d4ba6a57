"""The stored form of a payment: to JSON and back, and the digest that an approval is bound to."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from itertools import chain
from typing import Any

from app.benefit.snapshot import (
    FORMAT,
    AbsenceLine,
    Doubt,
    OtherLine,
    SegmentLine,
    Snapshot,
    Source,
)
from app.core.period import Period
from app.rules.absence import AbsenceReason
from app.rules.benefit import Basis, DayKind, OtherReductionKind, PolicyKey

Json = dict[str, Any]


def digest_of(period: Period, lines: Iterable[Sequence[Any]]) -> str:
    """Return the SHA-256 of a month: one øre more or less makes another digest.

    `lines`: everybody's payment and corrections, in an order that does not depend on chance.
    """
    digest = hashlib.sha256()
    for line in chain([_period(period)], lines):
        digest.update(json.dumps(line, sort_keys=True, ensure_ascii=True).encode())
        digest.update(b"\n")
    return digest.hexdigest()


def to_json(snapshot: Snapshot) -> Json:
    """Return the snapshot as it is stored."""
    return {
        "format": FORMAT,
        "version": snapshot.version,
        "known_on": snapshot.known_on.isoformat(),
        "period": _period(snapshot.period),
        "segments": [_segment(line) for line in snapshot.segments],
        "absences": [_absence(line) for line in snapshot.absences],
        "others": [
            {"kind": line.kind.value, "amount": line.amount_ore, "provision": _of(line.provision)}
            for line in snapshot.others
        ],
        "gross": snapshot.gross_ore,
        "absence_reduction": snapshot.absence_reduction_ore,
        "unpaid_leave_reduction": snapshot.unpaid_leave_reduction_ore,
        "other_reductions": snapshot.other_reductions_ore,
        "payout": snapshot.payout_ore,
        "decision_required_by_46_g": snapshot.is_decision_required_by_46_g,
        "decision_required": snapshot.is_decision_required,
        "policies": [[key.value, value] for key, value in snapshot.policies],
        "doubts": [
            {
                "code": doubt.code,
                "provision": _of(doubt.provision) if doubt.provision else None,
                "field": doubt.field,
            }
            for doubt in snapshot.doubts
        ],
        "unmarked": [[day.isoformat(), minutes] for day, minutes in snapshot.unmarked],
        "suspended": [day.isoformat() for day in snapshot.suspended],
        "facts": snapshot.facts,
    }


def from_json(stored: Json) -> Snapshot:
    """Return the snapshot that was stored.

    Raises:
        ValueError: it was stored in a form that this version does not know.
    """
    if stored["format"] != FORMAT:
        raise ValueError(f"payment stored in format {stored['format']}")
    return Snapshot(
        period=_read_period(stored["period"]),
        segments=tuple(map(_read_segment, stored["segments"])),
        absences=tuple(map(_read_absence, stored["absences"])),
        others=tuple(
            OtherLine(OtherReductionKind(line["kind"]), line["amount"], Source(*line["provision"]))
            for line in stored["others"]
        ),
        gross_ore=stored["gross"],
        absence_reduction_ore=stored["absence_reduction"],
        unpaid_leave_reduction_ore=stored["unpaid_leave_reduction"],
        other_reductions_ore=stored["other_reductions"],
        payout_ore=stored["payout"],
        is_decision_required_by_46_g=stored["decision_required_by_46_g"],
        is_decision_required=stored["decision_required"],
        policies=tuple((PolicyKey(key), value) for key, value in stored["policies"]),
        doubts=tuple(
            Doubt(
                doubt["code"],
                Source(*doubt["provision"]) if doubt["provision"] else None,
                doubt["field"],
            )
            for doubt in stored["doubts"]
        ),
        unmarked=tuple((date.fromisoformat(day), minutes) for day, minutes in stored["unmarked"]),
        facts=stored["facts"],
        known_on=date.fromisoformat(stored["known_on"]),
        version=stored["version"],
        # Payments from before reductions could be held have none.
        suspended=tuple(date.fromisoformat(day) for day in stored.get("suspended", ())),
    )


def _segment(line: SegmentLine) -> Json:
    return {
        "period": _period(line.period),
        "fraction": str(line.fraction),
        "base_amount": line.base_amount,
        "days": line.days_counted,
        "month_rate": line.month_rate_ore,
        "day_rate": line.day_rate_ore,
        "hour_rate": line.hour_rate_ore,
        "amount": line.amount_ore,
        "provisions": [_of(source) for source in line.provisions],
    }


def _read_segment(stored: Json) -> SegmentLine:
    return SegmentLine(
        period=_read_period(stored["period"]),
        fraction=Fraction(stored["fraction"]),
        base_amount=stored["base_amount"],
        days_counted=stored["days"],
        month_rate_ore=stored["month_rate"],
        day_rate_ore=stored["day_rate"],
        hour_rate_ore=stored["hour_rate"],
        amount_ore=stored["amount"],
        provisions=tuple(Source(*source) for source in stored["provisions"]),
    )


def _absence(line: AbsenceLine) -> Json:
    return {
        "day": line.day.isoformat(),
        "kind": line.kind.value,
        "basis": line.basis.value,
        "hours": None if line.hours is None else str(line.hours),
        "rate": line.rate_ore,
        "amount": line.amount_ore,
        "reason": line.reason.value,
        "grounds": list(line.grounds),
        "provisions": [_of(source) for source in line.provisions],
        "is_explained": line.is_explained,
    }


def _read_absence(stored: Json) -> AbsenceLine:
    return AbsenceLine(
        day=date.fromisoformat(stored["day"]),
        kind=DayKind(stored["kind"]),
        basis=Basis(stored["basis"]),
        hours=None if stored["hours"] is None else Fraction(stored["hours"]),
        rate_ore=stored["rate"],
        amount_ore=stored["amount"],
        reason=AbsenceReason(stored["reason"]),
        grounds=tuple(stored["grounds"]),
        provisions=tuple(Source(*source) for source in stored["provisions"]),
        is_explained=stored["is_explained"],
    )


def _of(source: Source) -> list[str]:
    return [source.text, source.link]


def _period(period: Period) -> list[str]:
    return [period.first_day.isoformat(), period.last_day.isoformat()]


def _read_period(stored: list[str]) -> Period:
    first_day, last_day = map(date.fromisoformat, stored)
    return Period(first_day, last_day)
