"""The value of a column as plain JSON, and back: what does not fit the column is refused."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import JSON, BigInteger, Column, Enum, String

from app.core.pii import IdentityNumber
from app.handover.errors import BadBundle, BundleFault
from app.persistence.types import IdentityNumberType, UtcDateTime

Plain = Any
"""What JSON can hold."""
_Day = TypeVar("_Day", date, datetime)
_MOST_TEXT = 100_000
_SMALLEST, _GREATEST = -(2**31), 2**31 - 1
"""What an ordinary whole number of a database holds."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{6})?[+-]\d{2}:\d{2}", re.ASCII)
_HOUR = re.compile(r"\d{2}:\d{2}:\d{2}(\.\d{6})?", re.ASCII)
_JOINERS = "\u200c\u200d"
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_OURS: Mapping[type, type] = {UtcDateTime: datetime, IdentityNumberType: IdentityNumber}
"""What our own column types hold."""


def plain(value: Any) -> Plain:
    """Return a value of a row as JSON holds it."""
    match value:
        case UUID():
            return str(value)
        case datetime() | date() | time():
            return value.isoformat()
        case StrEnum():
            return value.value
        case IdentityNumber():
            return value.reveal()
        case _:
            return value


def value_for(column: Column[Any], given: Plain) -> Any:
    """Return the value for a column.

    Raises:
        BadBundle: it is missing, of another type, too long or unknown.
    """
    if given is None:
        if column.nullable:
            return None
        raise _bad(column)
    kind = column.type
    if isinstance(kind, JSON):
        return _of_type(column, given, (dict, list))  # its shape: app.handover.proofreading
    if isinstance(kind, Enum):
        return _enumerated(column, kind, given)
    python_type = _OURS.get(type(kind)) or kind.python_type
    if python_type in _READERS:
        text = _of_type(column, given, (str,))
        try:
            return _READERS[python_type](text)
        except ValueError as error:
            raise _bad(column) from error
    if python_type is str:
        return _text(column, given)
    if python_type is int:
        return _whole(column, given)
    return _of_type(column, given, (python_type,))


def _identity_number(text: str) -> IdentityNumber:
    if not text.isascii() or not text.isdigit() or len(text) > 20:
        raise ValueError("not digits")
    return IdentityNumber(text)


def _uuid(text: str) -> UUID:
    found = UUID(text)
    if str(found) != text:
        raise ValueError("not as we write it")
    return found


def _day(text: str) -> date:
    return _in_our_times(date.fromisoformat(_written_as(_DAY, text)))


def _moment(text: str) -> datetime:
    return _in_our_times(datetime.fromisoformat(_written_as(_MOMENT, text)))


def _hour(text: str) -> time:
    return time.fromisoformat(_written_as(_HOUR, text))


def _written_as(form: re.Pattern[str], text: str) -> str:
    if not form.fullmatch(text):
        raise ValueError("not as we write it")
    return text


def _in_our_times(day: _Day) -> _Day:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ValueError("of another time")
    return day


_READERS: Mapping[Any, Callable[[str], Any]] = {
    UUID: _uuid,
    datetime: _moment,
    date: _day,
    time: _hour,
    IdentityNumber: _identity_number,
}


def _enumerated(column: Column[Any], kind: Enum, given: Plain) -> Any:
    members = kind.enum_class
    assert members is not None, "every enumeration of ours is a class"
    try:
        return members(_of_type(column, given, (str,)))
    except ValueError as error:
        raise _bad(column) from error


def _text(column: Column[Any], given: Plain) -> str:
    text: str = _of_type(column, given, (str,))
    longest = column.type.length if isinstance(column.type, String) else None
    allowed = _JOINERS if longest else f"{_JOINERS}\n\r\t"
    is_seen = (
        character in allowed or unicodedata.category(character) not in _UNSEEN for character in text
    )
    if len(text) > (longest or _MOST_TEXT) or not all(is_seen):
        raise _bad(column)
    return text


def _whole(column: Column[Any], given: Plain) -> int:
    number: int = _of_type(column, given, (int,))
    is_small = isinstance(column.type, BigInteger) or _SMALLEST <= number <= _GREATEST
    if isinstance(given, bool) or not is_small:
        raise _bad(column)
    return number


def _of_type(column: Column[Any], given: Plain, types: tuple[type, ...]) -> Any:
    if not isinstance(given, types):
        raise _bad(column)
    return given


def _bad(column: Column[Any]) -> BadBundle:
    return BadBundle(BundleFault.BAD_CONTENT, f"{column.table.name}.{column.name}")
