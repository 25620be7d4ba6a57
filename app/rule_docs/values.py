"""How values of the rules are written on a page, in Norwegian."""

from datetime import date
from fractions import Fraction

from app.rules.law.parameter import Unit
from app.rules.parameters.programme_duration import ProgrammeLength

_MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)

_UNITS = {
    Unit.CALENDAR_DAYS: ("kalenderdag", "kalenderdager"),
    Unit.VIRKEDAGER: ("virkedag", "virkedager"),
    Unit.WEEKS: ("uke", "uker"),
    Unit.MONTHS: ("måned", "måneder"),
    Unit.YEARS_OF_AGE: ("år", "år"),
    Unit.HOURS: ("time", "timer"),
    Unit.HOURS_PER_WEEK: ("time i uka", "timer i uka"),
    Unit.MINUTES: ("minutt", "minutter"),
    Unit.MINUTES_PER_WEEK: ("minutt i uka", "minutter i uka"),
    Unit.COUNT: ("", ""),
    Unit.KRONER: ("krone", "kroner"),
    Unit.SHARE: ("", ""),
    Unit.DATE: ("", ""),
    Unit.RULE: ("", ""),
}


def written_day(day: date) -> str:
    """Return `1. mai 2026`."""
    return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"


def written_value(value: object, unit: Unit, absent: str) -> str:
    """Return a value with its unit; `absent` is what None means.

    Raises `TypeError` for a kind of value without a wording.
    """
    match value:
        case None:
            return absent
        case bool():
            return "ja" if value else "nei"
        case date():
            return written_day(value)
        case ProgrammeLength():
            return _written_length(value)
        case int() | Fraction():
            one, many = _UNITS[unit]
            return f"{_number(value)} {one if value == 1 else many}".rstrip()
        case _:
            raise TypeError(f"no Norwegian wording for {type(value).__name__}")


def _number(value: int | Fraction) -> str:
    if isinstance(value, Fraction) and value.denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    return f"{int(value):,}".replace(",", "\N{NO-BREAK SPACE}")


def _written_length(length: ProgrammeLength) -> str:
    normal = f"inntil {length.months} måneder"
    if not length.extension_months:
        return f"{normal}, kan ikke forlenges"
    extension = f"{normal}, kan forlenges med inntil {length.extension_months} måneder"
    if length.extension_duty:
        return f"{extension}, og skal forlenges når det kan hjelpe"
    return extension
