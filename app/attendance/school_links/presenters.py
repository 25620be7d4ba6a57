"""What the pages of links for schools show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from uuid import UUID

from flask import url_for

from app.attendance.presenters.groups import full_name
from app.attendance.presenters.verdicts import length_text, span_text
from app.attendance.queries.groups import MemberLine
from app.attendance.school_import.presenters import ShownRow, shown_rows
from app.attendance.school_import.service import LookedThrough
from app.attendance.school_links.errors import AnswerRefusal, LinkRefusal
from app.attendance.school_links.models import SchoolLink
from app.attendance.school_links.queries import ReportFile
from app.attendance.school_links.rows import Place, place_name, read_rows
from app.attendance.school_links.service import OpenedLink, is_over
from app.i18n import format as fmt
from app.i18n.bidi import isolated_text
from app.i18n.text import gettext as _
from app.i18n.text import ngettext

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link, for the caseworker."""

    link_id: UUID
    title: str
    days: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class ReportRow:
    """What a school told."""

    title: str
    what: str
    state: str
    tone: str
    url: str


@dataclass(frozen=True, slots=True)
class Pupil:
    """A pupil of the week, with the fields of her days."""

    name: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WeekPage:
    """A week, for the school."""

    group: str
    days: str
    pupils: Sequence[Pupil]
    labels: Sequence[tuple[str, str, int]]
    """Name, label and most hours of each field."""
    places: Mapping[str, Place]
    told: str
    """What was told of the week before; empty: nothing."""
    earlier: date | None
    later: date | None


def link_rows(links: Sequence[SchoolLink], on: date) -> list[LinkRow]:
    """Return the links of a group, newest first."""
    return [
        LinkRow(
            each.id,
            f"{each.school}, {each.contact}",
            span_text(each.first_day, each.last_day),
            not is_over(each, on),
        )
        for each in links
    ]


def report_rows(files: Sequence[ReportFile]) -> list[ReportRow]:
    """Return what came, newest first."""
    return [_report(each) for each in files]


def absent_rows(looked: LookedThrough) -> list[ShownRow]:
    """Return what a report registers, without the row that says that nobody was away."""
    nothing = {each.said.line for each in looked.rows if not each.problem and not each.minutes}
    return [row for row in shown_rows(looked) if row.line not in nothing]


def week_page(opened: OpenedLink, on: date) -> WeekPage:
    """Return a week with a field for each pupil and day that has been."""
    names = {
        each.participant_id: _name(each, is_secret=each.participant_id in opened.protected)
        for each in opened.rows.members
    }
    planned = sorted(opened.hours_planned(on).items(), key=lambda item: item[0][1])
    fields = {place: place_name(*place) for place, _hours in planned}
    return WeekPage(
        group=opened.group.name,
        days=span_text(opened.days.first_day, opened.days.last_day),
        pupils=[
            Pupil(name, tuple(field for (who, _day), field in fields.items() if who == each))
            for each, name in names.items()
        ],
        labels=[(fields[place], _label(place[1], hours), ceil(hours)) for place, hours in planned],
        places={field: place for place, field in fields.items()},
        told=_told(opened),
        earlier=_neighbour(opened, -_WEEK),
        later=_neighbour(opened, _WEEK),
    )


def told_hours(opened: OpenedLink) -> dict[str, Fraction]:
    """Return what was told before, by the name of the field."""
    if opened.last is None:
        return {}
    return {place_name(*place): hours for place, hours in read_rows(opened.last.rows)}


def link_refusal(reason: LinkRefusal) -> tuple[str, str]:
    """Return the field concerned, and why a link was not made."""
    match reason:
        case LinkRefusal.LAST_DAY_BEFORE_FIRST:
            return "last_day", _("Den siste dagen er før den første.")
        case LinkRefusal.TOO_LONG:
            return "last_day", _("En lenke kan gjelde i høyst to måneder.")
        case LinkRefusal.OVER:
            return "last_day", _("Dagene er for lenge siden.")


def answer_refusal(reason: AnswerRefusal) -> tuple[str | None, str]:
    """Return the field concerned, and why a report was not answered."""
    match reason:
        case AnswerRefusal.ANSWERED:
            return None, _("Meldingen er behandlet.")
        case AnswerRefusal.NO_REASON:
            return "reason", _("Skriv hvorfor meldingen legges bort.")


def _report(file: ReportFile) -> ReportRow:
    report, link, answer = file.report, file.link, file.answer
    if answer is None:
        state, tone = _("Venter"), "warning"
    elif answer.is_taken_in:
        state, tone = _("Ført"), "success"
    else:
        state, tone = _("Lagt bort"), "neutral"
    return ReportRow(
        title=f"{link.school}: {span_text(report.first_day, report.last_day)}",
        what=_sent(file.report.sender, fmt.moment(report.sent_at), report.absences),
        state=state,
        tone=tone,
        url=url_for("school_links.show_report", group_id=link.group_id, report_id=report.id),
    )


def _name(member: MemberLine, *, is_secret: bool) -> str:
    if not is_secret:
        return full_name(member.given_name, member.family_name)
    words = f"{member.given_name} {member.family_name}".split()
    return " ".join(f"{word[0]}." for word in words)


def _label(day: date, hours: Fraction) -> str:
    return _(
        "%(day)s: timer borte av %(hours)s",
        day=f"{fmt.weekday_name(day)} {isolated_text(fmt.short_date(day))}",
        hours=length_text(hours),
    )


def _told(opened: OpenedLink) -> str:
    last = opened.last
    return "" if last is None else _sent(last.sender, fmt.moment(last.sent_at), last.absences)


def _sent(sender: str, moment: str, absences: int) -> str:
    return ngettext(
        "Sendt %(moment)s av %(sender)s: %(num)s dag med fravær.",
        "Sendt %(moment)s av %(sender)s: %(num)s dager med fravær.",
        absences,
        moment=isolated_text(moment),
        sender=isolated_text(sender),
    )


def _neighbour(opened: OpenedLink, step: timedelta) -> date | None:
    """Return a day of the week before or after, where the link reaches there."""
    monday = opened.days.first_day - timedelta(days=opened.days.first_day.weekday())
    first = monday + step
    link = opened.link
    reaches = first <= link.last_day and first + timedelta(days=6) >= link.first_day
    return first if reaches else None
