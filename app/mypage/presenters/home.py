"""The first page: this week, and what is next."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from flask import url_for

from app.attendance.calendar.queries import OwnSession
from app.benefit.presenters.amounts import kr
from app.benefit.warnings.warning import WarningTitle, warning_title
from app.declarations.presenters import document_title
from app.i18n.format import long_date, month_name, short_date, weekday_name
from app.i18n.text import gettext as _
from app.i18n.text import ngettext
from app.mypage.service import OwnHome


@dataclass(frozen=True, slots=True)
class MeetingView:
    """One meeting of the day."""

    time: str
    title: str
    group: str
    is_cancelled: bool


@dataclass(frozen=True, slots=True)
class DayView:
    """One day with meetings."""

    label: str
    date: str
    is_today: bool
    meetings: tuple[MeetingView, ...]


@dataclass(frozen=True, slots=True)
class NextThing:
    """Something the participant should know or do."""

    title: str
    value: str
    """A date, an amount or a name."""
    sentence: str
    url: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The whole page."""

    given_name: str
    today: str
    adviser_name: str
    next: tuple[NextThing, ...]
    days: tuple[DayView, ...]
    warning: WarningTitle | None
    """That a reason is missing, in the language that she reads; None: none is."""


def home_view(home: OwnHome) -> HomeView:
    """Return the first page in the reader's language."""
    return HomeView(
        given_name=home.participant.given_name,
        today=long_date(home.days.first_day),
        adviser_name=home.adviser_name,
        next=(*_to_do(home), *_to_know(home)),
        days=tuple(
            _day(day, list(meetings), home.days.first_day)
            for day, meetings in groupby(home.sessions, key=lambda each: each.day)
        ),
        warning=warning_title(home.participant.reading_language) if home.unexplained else None,
    )


def _to_do(home: OwnHome) -> list[NextThing]:
    things = [
        NextThing(
            title=_("Papir til underskrift"),
            value=document_title(each.document.kind),
            sentence=_("Kommunen har gått gjennom papiret sammen med deg. Du kan skrive under.")
            if each.explanations
            else _("Kommunen går gjennom papiret sammen med deg før du skriver under."),
            url=url_for("mypage.show_papers"),
        )
        for each in home.unsigned
    ]
    if home.unanswered_on is not None:
        things.append(
            NextThing(
                title=_("Svar på planen"),
                value=short_date(home.unanswered_on),
                sentence=_("Les planen din, og si om du er enig."),
                url=url_for("mypage.answer_plan"),
            )
        )
    if home.unexplained:
        things.append(
            NextThing(
                title=_("Fravær uten grunn"),
                value=ngettext("%(num)s dag", "%(num)s dager", len(home.unexplained)),
                sentence=_("Fortell rådgiveren din hvorfor du var borte."),
                url=url_for("mypage.show_absences"),
            )
        )
    return things


def _to_know(home: OwnHome) -> list[NextThing]:
    things = []
    if home.last_payment is not None:
        month = month_name(home.last_payment.period.first_day)
        things.append(
            NextThing(
                title=_("Siste utbetaling"),
                value=kr(home.last_payment.payment.payout_ore),
                sentence=_("Introduksjonsstønad for %(month)s", month=month),
                url=month_url(home.last_payment.period.first_day),
            )
        )
    if home.review_on is not None:
        things.append(
            NextThing(
                title=_("Samtale om planen"),
                value=short_date(home.review_on),
                sentence=_("Senest denne dagen ser du og rådgiveren på planen sammen."),
                url=url_for("mypage.show_plan"),
            )
        )
    return things


def month_url(first_day: date) -> str:
    """Return where the participant reads about this month."""
    return url_for("mypage.show_month", year=first_day.year, month=first_day.month)


def _day(day: date, meetings: list[OwnSession], today: date) -> DayView:
    is_today = day == today
    return DayView(
        label=_("I dag") if is_today else weekday_name(day),
        date=short_date(day),
        is_today=is_today,
        meetings=tuple(
            MeetingView(_times(each), each.title, each.group_name, each.is_cancelled)
            for each in meetings
        ),
    )


def _times(meeting: OwnSession) -> str:
    starts = datetime.combine(meeting.day, meeting.starts_at)
    ends = starts + timedelta(minutes=meeting.minutes)
    return f"{starts:%H:%M}–{ends:%H:%M}"
