"""The code of a session on its printed list: short enough to type, and found again by it."""

import re
from datetime import date
from uuid import UUID

_DIGITS = 6
_CODE = re.compile(r"([0-9]{2})([0-9]{2})[\s.-]?([0-9A-F]{6})")


def code_of(day: date, session_id: UUID) -> str:
    """Return such as `1611-4F09A2`: day and month, and the end of the id."""
    return f"{day:%d%m}-{session_id.hex[-_DIGITS:].upper()}"


def days_of(code: str, today: date) -> tuple[date, ...]:
    """Return the days that a code can mean: this year's and its neighbours'.

    Empty: it is no code.
    """
    read = _CODE.fullmatch(code.strip().upper())
    if read is None:
        return ()
    found = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            found.append(date(year, int(read[2]), int(read[1])))
        except ValueError:
            continue
    return tuple(found)


def is_code_of(code: str, day: date, session_id: UUID) -> bool:
    """Tell whether the code, however it was typed, is this session's."""
    read = _CODE.fullmatch(code.strip().upper())
    return read is not None and f"{read[1]}{read[2]}-{read[3]}" == code_of(day, session_id)
