"""How answers are written: money with two decimals, provisions as citations, codes as codes."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from fractions import Fraction

from app.core.money import decimal_text
from app.rules.law.grounds import Clarification, Ground, Step
from app.rules.law.provision import Provision
from app.rules.policy import Policy, PolicyKey

Answer = dict[str, object]


def answer(
    values: Answer,
    *,
    provisions: Iterable[Provision] = (),
    policies: Answer | None = None,
    clarifications: Iterable[Clarification[StrEnum]] = (),
) -> Answer:
    """Return an answer with the three things that every answer carries."""
    doubts = tuple(clarifications)
    cited = (*provisions, *(doubt.provision for doubt in doubts))
    return {
        **values,
        "provisions": citations(cited),
        "policies": policies or {},
        "clarifications": [_with_provision(doubt.code, doubt.provision) for doubt in doubts],
    }


def influential(keys: Iterable[PolicyKey], policy: Policy) -> Answer:
    """Return the settings that influenced an answer, with their values."""
    return {key.value: policy.value(key) for key in keys}


def citations(provisions: Iterable[Provision]) -> list[str]:
    """Return each provision once, in order."""
    return list(dict.fromkeys(provision.citation for provision in provisions))


def grounds(rows: Iterable[Ground[StrEnum]]) -> list[Answer]:
    """Return grounds as codes with provisions."""
    return [_with_provision(row.code, row.provision) for row in rows]


def steps(rows: Iterable[Step[StrEnum]]) -> list[Answer]:
    """Return the steps of an answer: what was done, with which numbers, under which provision."""
    return [
        {
            "what": row.what.value,
            "numbers": dict(row.numbers),
            "provision": row.provision.citation,
        }
        for row in rows
    ]


def _with_provision(code: StrEnum, provision: Provision) -> Answer:
    return {"code": code.value, "provision": provision.citation}


def hours_text(hours: Fraction | None) -> str | None:
    """Return hours as a short decimal text: `3`, `0.5`; None stays None."""
    return None if hours is None else _short(hours)


def iso(day: date | None) -> str | None:
    """Return a day as text; None stays None."""
    return day.isoformat() if day else None


def count(value: Fraction) -> int | str:
    """Return a number of days: a whole number, or a decimal text where parts of days count."""
    return int(value) if value.denominator == 1 else _short(value)


def _short(value: Fraction) -> str:
    return decimal_text(value).rstrip("0").rstrip(".")
