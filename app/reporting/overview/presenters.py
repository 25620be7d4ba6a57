"""The overview as tables; the picture of the months repeats their numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby
from uuid import UUID

from flask import url_for

from app.attendance.presenters.reasons import reason_text
from app.attendance.presenters.verdicts import MINUTES_PER_HOUR, length_text, span_text
from app.i18n import format as fmt
from app.i18n.text import gettext as _
from app.i18n.text import ngettext
from app.reporting.overview.queries import ILLNESS, MonthSum
from app.reporting.overview.service import Overview

HEIGHT = 100
"""Of the picture, in its own units."""


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A month of the municipality."""

    name: str
    people: str
    reduced: str
    gross: str
    absence: str
    unpaid_leave: str
    other: str
    payout: str
    bar: int
    """Height of the reductions for absence, of `HEIGHT`."""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """What somebody has not delivered."""

    name: str
    when: str
    what: str
    month: str
    """Where the days are reduced without it."""
    url: str


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """The whole page."""

    months: tuple[MonthRow, ...]
    papers: tuple[PaperRow, ...]
    papers_since: str


def overview_page(overview: Overview) -> OverviewPage:
    """Return the overview."""
    highest = max((month.absence for month in overview.months), default=0)
    papers = sorted((*_unexplained(overview), *_undocumented(overview)), key=lambda pair: pair[0])
    return OverviewPage(
        months=tuple(_month(month, highest) for month in overview.months),
        papers=tuple(row for _day, row in papers),
        papers_since=fmt.short_date(overview.papers_since),
    )


def _month(month: MonthSum, highest: int) -> MonthRow:
    return MonthRow(
        name=fmt.month_name(month.first_day),
        people=str(month.people),
        reduced=str(month.reduced),
        gross=fmt.ore_amount(month.gross),
        absence=fmt.ore_amount(month.absence),
        unpaid_leave=fmt.ore_amount(month.unpaid_leave),
        other=fmt.ore_amount(month.other),
        payout=fmt.ore_amount(month.payout),
        bar=-(-month.absence * HEIGHT // highest) if highest else 0,
    )


def _unexplained(overview: Overview) -> Iterator[tuple[tuple[date, UUID], PaperRow]]:
    """Yield a line for each person and month with days that nobody has explained."""
    days = sorted(overview.unexplained, key=lambda each: (each.participant_id, each.day))
    runs = groupby(days, key=lambda each: (each.participant_id, each.day.replace(day=1)))
    for (who, month), run in runs:
        found = list(run)
        minutes = sum(each.minutes for each in found)
        count = ngettext(
            "Grunnen til %(num)s dag borte", "Grunnen til %(num)s dager borte", len(found)
        )
        yield (
            (found[0].day, who),
            _row(
                overview,
                who,
                when=span_text(found[0].day, found[-1].day),
                what=f"{count} ({length_text(Fraction(minutes, MINUTES_PER_HOUR))})",
                month=month,
            ),
        )


def _undocumented(overview: Overview) -> Iterator[tuple[tuple[date, UUID], PaperRow]]:
    for each in overview.undocumented:
        asked = (
            _("Egenmelding eller legeerklæring")
            if each.reason in ILLNESS
            else _("Søknaden er ikke innvilget")
        )
        yield (
            (each.first_day, each.participant_id),
            _row(
                overview,
                each.participant_id,
                when=span_text(each.first_day, each.last_day),
                what=f"{reason_text(each.reason)}: {asked}",
                month=each.first_day,
            ),
        )


def _row(overview: Overview, who: UUID, *, when: str, what: str, month: date) -> PaperRow:
    return PaperRow(
        name=overview.people[who].full_name,
        when=when,
        what=what,
        month=fmt.month_name(month),
        url=url_for("absences.list_absences", participant_id=who),
    )
