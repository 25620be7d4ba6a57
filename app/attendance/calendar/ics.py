"""Calendars as other programs read them (RFC 5545), as far as a week needs it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

MEDIA_TYPE = "text/calendar"
LONGEST_LINE = 75
"""Octets of a line before it is folded (section 3.1)."""
_PRODUCT = "-//Introportalen//Ukeplan//NO"
_REFRESH = "PT6H"
_BREAK = re.compile(r"\r\n|[\r\x85\u2028\u2029]")
"""What programs take for the end of a line, besides the one of the format."""
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One thing in a calendar: from one moment to another, or on a whole day."""

    uid: str
    """Stays the same for as long as it is the same thing, so that a change replaces it."""
    begins: datetime | date
    """An aware moment, or the whole day."""
    ends: datetime | None
    """None for a whole day."""
    title: str
    place: str = ""
    is_cancelled: bool = False


def calendar_file(name: str, events: Iterable[CalendarEvent], made_at: datetime) -> bytes:
    """Return a calendar with these events, in UTC, with folded lines."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{_REFRESH}",
        f"X-PUBLISHED-TTL:{_REFRESH}",
    ]
    for event in events:
        lines += _event(event, made_at)
    lines.append("END:VCALENDAR")
    return b"".join(piece for line in lines for piece in _folded(line))


def _event(event: CalendarEvent, made_at: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.uid)}"
    yield f"DTSTAMP:{_moment(made_at)}"
    if isinstance(event.begins, datetime):
        yield f"DTSTART:{_moment(event.begins)}"
        yield f"DTEND:{_moment(event.ends or event.begins)}"
    else:
        yield f"DTSTART;VALUE=DATE:{event.begins:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{event.begins + timedelta(days=1):%Y%m%d}"
        yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_text(event.title)}"
    if event.place:
        yield f"LOCATION:{_text(event.place)}"
    yield f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}"
    yield "END:VEVENT"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    """Return a text with what has a meaning of its own escaped (section 3.3.11)."""
    plain = _BREAK.sub("\n", value)
    escaped = plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return _UNSEEN.sub("", escaped.replace("\n", "\\n"))


def _folded(line: str) -> Iterator[bytes]:
    """Yield a line as pieces of at most 75 octets; no character is cut in two."""
    piece = b""
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > LONGEST_LINE:
            yield piece + b"\r\n"
            piece = b" "
        piece += octets
    yield piece + b"\r\n"
