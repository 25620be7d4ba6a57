"""A week in words: days with their times, and what has hours without a time."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction

from babel.dates import format_date

from app.attendance.calendar.errors import WeekSheetRefusal
from app.attendance.calendar.queries import OwnSession
from app.attendance.calendar.service import OwnWeek
from app.core.clock import OSLO
from app.core.period import Period
from app.enrolment.kinds import AddressProtection
from app.i18n.format import hours, short_date
from app.i18n.text import gettext as _
from app.plans.paper.words import PlanWords

DAYS = 7
MINUTES_PER_HOUR = 60
_WEEK_FORM = "%G-W%V"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of the day."""

    time: str
    title: str
    is_cancelled: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the week."""

    name: str
    date: str
    is_today: bool
    meetings: tuple[Meeting, ...]
    is_review: bool


@dataclass(frozen=True, slots=True)
class Line:
    """An element of the plan that goes on in the week."""

    name: str
    """In the language of the sheet; empty if the municipality has named it itself."""
    own_name: str
    """The municipality's own name, in Norwegian; empty: it has none."""
    hours: str
    place: str


@dataclass(frozen=True, slots=True)
class WeekView:
    """The whole week."""

    number: int
    code: str
    """The week as `week_of` reads it, and below the weeks before and after."""
    first_day: str
    last_day: str
    previous: str
    following: str
    days: tuple[Day, ...]
    lines: tuple[Line, ...]
    link_made_on: str
    """Empty: there is no link to the calendar."""
    link_used_on: str


def week_of(typed: str | None, on: date) -> Period:
    """Return the week `2026-W48`; the week of the day if nothing else can be understood."""
    try:
        first_day = datetime.strptime(f"{typed}-1", "%G-W%V-%u").date()  # noqa: DTZ007 (a day)
    except ValueError:
        first_day = on
    if abs(first_day.year - on.year) > 3:
        first_day = on
    first_day -= timedelta(days=first_day.weekday())
    return Period(first_day, first_day + timedelta(days=DAYS - 1))


def week_view(own: OwnWeek, words: PlanWords) -> WeekView:
    """Return the week in the language of the words."""
    week = timedelta(days=DAYS)
    link = own.link
    return WeekView(
        number=own.week.first_day.isocalendar().week,
        code=f"{own.week.first_day:{_WEEK_FORM}}",
        first_day=short_date(own.week.first_day),
        last_day=short_date(own.week.last_day),
        previous=f"{own.week.first_day - week:{_WEEK_FORM}}",
        following=f"{own.week.first_day + week:{_WEEK_FORM}}",
        days=tuple(_day(own, words, day) for day in own.week.days() if _is_shown(own, day)),
        lines=_lines(own, words),
        link_made_on=short_date(link.made_at.astimezone(OSLO).date()) if link else "",
        link_used_on=short_date(own.used_on) if own.used_on else "",
    )


def sheet_refusal(reason: WeekSheetRefusal) -> str:
    """Return why there is no sheet."""
    if reason is WeekSheetRefusal.BUSY:
        return _("Noen andre skriver ut en ukeplan nå. Prøv igjen om litt.")
    return _("Ukeplanen kan ikke skrives ut. Meld fra til kommunen.")


def _is_shown(own: OwnWeek, day: date) -> bool:
    """Leave out Saturday and Sunday unless something happens then."""
    is_weekend = day.isoweekday() > 5
    return not is_weekend or day == own.review_on or any(each.day == day for each in own.sessions)


def _day(own: OwnWeek, words: PlanWords, day: date) -> Day:
    return Day(
        name=format_date(day, "EEEE", locale=words.language.locale),
        date=short_date(day),
        is_today=day == own.on,
        meetings=tuple(_meeting(each) for each in own.sessions if each.day == day),
        is_review=day == own.review_on,
    )


def _meeting(each: OwnSession) -> Meeting:
    begins = datetime.combine(each.day, each.starts_at)
    ends = begins + timedelta(minutes=each.minutes)
    return Meeting(f"{begins:%H:%M}–{ends:%H:%M}", each.title, each.is_cancelled)


def _lines(own: OwnWeek, words: PlanWords) -> tuple[Line, ...]:
    shows_place = own.participant.address_protection is AddressProtection.NONE
    return tuple(
        Line(
            name="" if each.title else words.element_name(each.kind, each.catalogue_id),
            own_name=each.title,
            hours=hours(Fraction(each.minutes_per_week, MINUTES_PER_HOUR)),
            place=each.place if shows_place else "",
        )
        for each in own.elements
    )
