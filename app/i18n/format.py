"""How dates, months, amounts and hours are written.

Dates and amounts are written the Norwegian way in every language, because they are compared with
paper, payslips and letters; long forms in running text follow the reader's language.
"""

from collections.abc import Iterable
from datetime import date, datetime
from fractions import Fraction

import flask_babel
from babel.dates import format_date, format_skeleton

from app.core.clock import OSLO
from app.core.money import to_ore


def short_date(day: date) -> str:
    """Return `01.09.2026`."""
    return f"{day:%d.%m.%Y}"


def joined(parts: Iterable[str]) -> str:
    """Return short pieces after one another, with the comma of the reader's script."""
    locale = flask_babel.get_locale()
    is_arabic = locale is not None and locale.text_direction == "rtl"
    return ("\N{ARABIC COMMA} " if is_arabic else ", ").join(parts)


def long_date(day: date) -> str:
    """Return the date in words, in the reader's language."""
    return format_date(day, "long", locale=flask_babel.get_locale() or "nb")


def weekday_name(day: date) -> str:
    """Return the short name of the day of the week, in the reader's language."""
    return format_date(day, "EEE", locale=flask_babel.get_locale() or "nb")


def month_name(day: date) -> str:
    """Return month and year in words, in the reader's language."""
    return format_skeleton("yMMMM", day, locale=flask_babel.get_locale() or "nb")


def moment(at: datetime) -> str:
    """Return `01.09.2026 kl. 14.05`-like text in Norwegian time, without words."""
    local = at.astimezone(OSLO)
    return f"{local:%d.%m.%Y %H:%M}"


def amount(kroner: Fraction) -> str:
    """Return `22 758,17` with non-breaking spaces; the unit is the sentence's business."""
    return ore_amount(to_ore(kroner))


def ore_amount(ore: int) -> str:
    """Return stored øre as `22 758,17`."""
    sign = "\N{MINUS SIGN}" if ore < 0 else ""
    whole, rest = divmod(abs(ore), 100)
    return f"{sign}{whole:,}".replace(",", "\N{NO-BREAK SPACE}") + f",{rest:02d}"


def hours(value: Fraction) -> str:
    """Return hours with at most two decimals and a comma: `7,5`."""
    hundredths = round(value * 100)
    text = f"{hundredths // 100},{hundredths % 100:02d}".rstrip("0")
    return text.rstrip(",")
