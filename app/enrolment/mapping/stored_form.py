"""The values of a part as JSON, and back: dates as ISO texts, lists of lines as lists."""

from dataclasses import asdict, fields
from datetime import date
from enum import StrEnum
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from app.enrolment.mapping.contents import CONTENTS, Content
from app.enrolment.mapping.kinds import MappingPart

T = TypeVar("T")


def to_stored(content: Content) -> dict[str, Any]:
    """Return the values as the database keeps them."""
    return {name: _plain(value) for name, value in asdict(content).items()}


def from_stored(part: MappingPart, stored: dict[str, Any]) -> Content:
    """Return the values of a part. A value that was not known then has its default.

    Raises:
        TypeError, ValueError: it is not what `to_stored` writes.
    """
    return _record(CONTENTS[part], stored)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [{name: _plain(inner) for name, inner in line.items()} for line in value]
    return value


def _record(kind: type[T], stored: dict[str, Any]) -> T:
    hints = get_type_hints(kind)
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    return kind(**{name: _read(hints[name], stored[name]) for name in stored if name in known})


def _read(hint: Any, value: Any) -> Any:
    if get_origin(hint) is tuple:
        return tuple(_record(get_args(hint)[0], line) for line in value)
    kinds = [each for each in get_args(hint) if each is not NoneType] or [hint]
    kind = kinds[0]
    if value is None and NoneType in get_args(hint):
        return None
    if kind is date:
        return date.fromisoformat(value)
    if issubclass(kind, StrEnum):
        return kind(value)
    if type(value) is not kind:
        raise TypeError(f"{kind.__name__} expected")
    return value
