"""Typed reading of a scenario's object: every key is asked for, and the rest is refused."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from app.core.period import Period
from app.scenarios.errors import ScenarioError, ScenarioProblem

Choice = TypeVar("Choice", bound=StrEnum)

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,9})?", re.ASCII)
_YEARS = range(1900, 2200)
"""Further out, deadlines would leave the calendar."""


class Fields:
    """One object of a scenario. Read what is known, then `close()` it."""

    def __init__(self, values: object, path: str = "") -> None:
        if not isinstance(values, Mapping):
            raise ScenarioError(ScenarioProblem.NOT_AN_OBJECT, "Expected an object.", path)
        self._values: Mapping[str, object] = values
        self._path = path
        self._known: set[str] = set()

    def close(self) -> None:
        """Refuse the keys that nobody asked for."""
        for key in self._values:
            if key not in self._known:
                message = f"The key {key!r} is not known here."
                raise ScenarioError(ScenarioProblem.UNKNOWN_KEY, message, self.path(key))

    def path(self, key: str) -> str:
        """Return where a key stands in the whole scenario."""
        return f"{self._path}.{key}" if self._path else key

    def has(self, key: str) -> bool:
        """Whether the key is there with a value."""
        self._known.add(key)
        return self._values.get(key) is not None

    def required(self, key: str) -> object:
        """Return a value that must be there."""
        if not self.has(key):
            message = f"The fact {key!r} is missing."
            raise ScenarioError(ScenarioProblem.MISSING, message, self.path(key))
        return self._values[key]

    def text(self, key: str) -> str:
        """Return a required text."""
        return self._text(key, self.required(key))

    def flag(self, key: str, *, default: bool | None = None) -> bool:
        """Return a truth value; without a default it is required."""
        if default is not None and not self.has(key):
            return default
        value = self.required(key)
        if not isinstance(value, bool):
            raise self._wrong_type(key, "true or false")
        return value

    def whole(self, key: str) -> int:
        """Return a required whole number."""
        value = self.required(key)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self._wrong_type(key, "a whole number")
        return value

    def number(self, key: str, *, default: Fraction | None = None) -> Fraction:
        """Return an exact number, written as a decimal text or a JSON number."""
        if default is not None and not self.has(key):
            return default
        value = self.required(key)
        if isinstance(value, bool) or not isinstance(value, int | str):
            raise self._wrong_type(key, "a number")
        if not _NUMBER.fullmatch(str(value)):
            raise self._wrong_type(key, 'a number such as "7.5"')
        return Fraction(str(value))

    def day(self, key: str) -> date:
        """Return a required date."""
        return self._day(key, self.required(key))

    def day_or_none(self, key: str) -> date | None:
        """Return a date, or None where it is not given."""
        return self.day(key) if self.has(key) else None

    def days(self, key: str) -> tuple[date, ...]:
        """Return a list of dates; empty where it is not given."""
        return tuple(
            self._day(f"{key}[{position}]", value) for position, value in enumerate(self._list(key))
        )

    def period(self, key: str) -> Period:
        """Return a required object with first and last day."""
        fields = self.fields(key)
        first_day, last_day = fields.day("first_day"), fields.day("last_day")
        fields.close()
        if last_day < first_day:
            message = "The last day comes before the first."
            raise ScenarioError(ScenarioProblem.WRONG_ORDER, message, self.path(f"{key}.last_day"))
        return Period(first_day, last_day)

    def choice(self, key: str, choices: type[Choice]) -> Choice:
        """Return a required code of a closed list."""
        return self._choice(key, self.required(key), choices)

    def choices(self, key: str, choices: type[Choice]) -> tuple[Choice, ...]:
        """Return a list of codes of a closed list; empty where it is not given."""
        return tuple(
            self._choice(f"{key}[{position}]", value, choices)
            for position, value in enumerate(self._list(key))
        )

    def fields(self, key: str) -> "Fields":
        """Return a required object."""
        return Fields(self.required(key), self.path(key))

    def fields_or_empty(self, key: str) -> "Fields":
        """Return an object, empty where it is not given."""
        return self.fields(key) if self.has(key) else Fields({}, self.path(key))

    def rows(self, key: str) -> list["Fields"]:
        """Return a list of objects; empty where it is not given."""
        return [
            Fields(value, self.path(f"{key}[{position}]"))
            for position, value in enumerate(self._list(key))
        ]

    def wholes(self, key: str) -> tuple[int, ...]:
        """Return a required list of whole numbers."""
        self.required(key)
        values = self._list(key)
        whole = [
            value for value in values if isinstance(value, int) and not isinstance(value, bool)
        ]
        if len(whole) != len(values):
            raise self._wrong_type(key, "a list of whole numbers")
        return tuple(whole)

    def mapping(self, key: str) -> Mapping[str, object]:
        """Return an object as it is; empty where it is not given."""
        if not self.has(key):
            return {}
        value = self._values[key]
        if not isinstance(value, Mapping):
            raise self._wrong_type(key, "an object")
        return value

    def _list(self, key: str) -> list[object]:
        if not self.has(key):
            return []
        value = self._values[key]
        if not isinstance(value, list):
            raise self._wrong_type(key, "a list")
        return value

    def _text(self, key: str, value: object) -> str:
        if not isinstance(value, str):
            raise self._wrong_type(key, "a text")
        return value

    def _choice(self, key: str, value: object, choices: type[Choice]) -> Choice:
        text = self._text(key, value)
        try:
            return choices(text)
        except ValueError as error:
            known = ", ".join(member.value for member in choices)
            message = f"{text!r} is not one of: {known}."
            raise ScenarioError(ScenarioProblem.UNKNOWN_VALUE, message, self.path(key)) from error

    def _day(self, key: str, value: object) -> date:
        text = self._text(key, value)
        try:
            day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
        except ValueError:
            day = None
        if day is None or day.year not in _YEARS:
            message = f"{text!r} is not a date such as 2026-06-01."
            raise ScenarioError(ScenarioProblem.IMPOSSIBLE_DATE, message, self.path(key))
        return day

    def _wrong_type(self, key: str, expected: str) -> ScenarioError:
        message = f"Expected {expected}."
        return ScenarioError(ScenarioProblem.WRONG_TYPE, message, self.path(key))
