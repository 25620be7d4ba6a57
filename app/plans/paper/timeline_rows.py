"""The timeline of a printed plan: a bar for each element, a mark for what happens on one day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from app.i18n.bidi import isolate
from app.i18n.format import short_date
from app.plans.paper.content import PlanSheet
from app.plans.paper.rows import Row, Said, row_of, said
from app.plans.paper.timeline import Bar, bar_in, day_in, quarters_of


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A line of the picture: a bar, or a mark on one day."""

    names: tuple[Said, ...]
    """In the order of the columns."""
    title: str
    """What the picture shows, in Norwegian, for whoever does not see it."""
    bar: Bar | None = None
    mark_x: int | None = None


@dataclass(frozen=True, slots=True)
class SheetTimeline:
    """The picture with its words; the tables of the sheet say the same with dates."""

    heading: Row
    quarters: tuple[str, ...]
    rows: tuple[TimelineRow, ...]
    issued_x: int | None
    """Where the day of issue is; None: outside the programme."""


def timeline_of(sheet: PlanSheet) -> SheetTimeline:
    """Return the timeline as it was on the day of issue."""
    programme = sheet.content.programme
    return SheetTimeline(
        heading=row_of(sheet, "headings.timeline"),
        quarters=tuple(short_date(day) for day in quarters_of(programme)),
        rows=(*_elements(sheet), *_days(sheet)),
        issued_x=day_in(sheet.issued_on, programme),
    )


def _elements(sheet: PlanSheet) -> Iterator[TimelineRow]:
    for element in sheet.content.elements:
        names = tuple(
            said(words, words.element_name(element.kind, element.catalogue_id))
            for words in sheet.words
        )
        title = sheet.words[0].text(
            "office.bar",
            name=names[0].text,
            first_day=short_date(element.days.first_day),
            last_day=short_date(element.days.last_day),
        )
        yield TimelineRow(names, title, bar_in(element.days, sheet.content.programme))


def _days(sheet: PlanSheet) -> Iterator[TimelineRow]:
    content = sheet.content
    days: tuple[tuple[str, date], ...] = (
        ("issued", sheet.issued_on),
        ("review", content.review_due_on),
        ("end", content.programme.last_day),
    )
    for key, day in days:
        x = day_in(day, content.programme)
        if x is None:
            continue
        names = tuple(
            said(
                words,
                Markup("{}: {}").format(words.texts[f"timeline.{key}"], isolate(short_date(day))),
            )
            for words in sheet.words
        )
        norwegian = sheet.words[0]
        title = norwegian.text(
            "office.mark", name=norwegian.texts[f"timeline.{key}"], day=short_date(day)
        )
        yield TimelineRow(names, title, mark_x=x)
