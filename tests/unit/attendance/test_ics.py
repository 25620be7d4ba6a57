"""Calendars say what they were given, in the form that other programs read."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.attendance.calendar.ics import LONGEST_LINE, CalendarEvent, calendar_file

MADE_AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
OSLO = ZoneInfo("Europe/Oslo")


def read(content: bytes) -> list[tuple[str, str]]:
    """Return the lines of a calendar as (name with parameters, value), unfolded and unescaped.

    Written after RFC 5545 without a look at the writer.
    """
    text = content.replace(b"\r\n ", b"").decode("utf-8")
    assert text.endswith("\r\n")
    lines = []
    for line in text[:-2].split("\r\n"):
        name, _colon, value = line.partition(":")
        plain, rest = "", iter(value)
        for character in rest:
            if character != "\\":
                plain += character
                continue
            escaped = next(rest)
            plain += "\n" if escaped in "nN" else escaped
        lines.append((name, plain))
    return lines


def test_a_meeting_has_its_times_in_utc_in_winter_and_summer() -> None:
    for day, starts, ends in (
        (datetime(2026, 11, 23, 9, 0, tzinfo=OSLO), "20261123T080000Z", "20261123T110000Z"),
        (datetime(2026, 6, 23, 9, 0, tzinfo=OSLO), "20260623T070000Z", "20260623T100000Z"),
    ):
        event = CalendarEvent("a@b", day, day + timedelta(hours=3), "Norsk")
        lines = read(calendar_file("Plan", [event], MADE_AT))
        assert ("DTSTART", starts) in lines
        assert ("DTEND", ends) in lines
        assert ("STATUS", "CONFIRMED") in lines
        assert "LOCATION" not in dict(lines)


def test_a_whole_day_ends_where_the_next_begins() -> None:
    event = CalendarEvent("a@b", date(2026, 12, 31), None, "Neste vurdering", "Rådhuset")
    lines = read(calendar_file("Plan", [event], MADE_AT))
    assert ("DTSTART;VALUE=DATE", "20261231") in lines
    assert ("DTEND;VALUE=DATE", "20270101") in lines
    assert ("LOCATION", "Rådhuset") in lines


def test_a_meeting_that_is_not_held_says_so() -> None:
    begins = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    event = CalendarEvent("a@b", begins, begins, "Norsk", is_cancelled=True)
    assert ("STATUS", "CANCELLED") in read(calendar_file("Plan", [event], MADE_AT))


SEEN = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])


@given(st.lists(st.text(SEEN, max_size=120), max_size=4))
def test_every_text_comes_back_whole_from_lines_that_are_short_enough(titles: list[str]) -> None:
    events = [
        CalendarEvent(f"{number}@b", date(2026, 11, 23), None, title, "\n".join(titles))
        for number, title in enumerate(titles)
    ]
    content = calendar_file("خطة", events, MADE_AT)
    assert all(len(line) <= LONGEST_LINE for line in content.split(b"\r\n"))
    lines = read(content)
    assert [value for name, value in lines if name == "SUMMARY"] == titles
    assert {value for name, value in lines if name == "LOCATION"} <= {"\n".join(titles)}
    assert ("X-WR-CALNAME", "خطة") in lines


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\x85", "\u2028", "\u2029"])
def test_no_text_can_begin_a_line_of_its_own(end: str) -> None:
    title = f"Norsk{end}END:VCALENDAR\x00\x9b{end}ATTENDEE:x"
    content = calendar_file(
        "Plan", [CalendarEvent("a@b", date(2026, 11, 23), None, title)], MADE_AT
    )
    assert content.decode().split("\r\n") == [*content.decode().splitlines(), ""]
    lines = read(content)
    assert [name for name, _value in lines].count("END") == 2
    assert ("SUMMARY", "Norsk\nEND:VCALENDAR\nATTENDEE:x") in lines
