"""The sections of a printed plan: what integreringsloven § 15 asks for, and what a reader needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from app.i18n.bidi import isolate
from app.i18n.format import hours, short_date
from app.plans.paper.content import ElementContent, PlanContent, PlanSheet
from app.plans.paper.rows import Row, Said, row_of, said, written_cell, written_row
from app.plans.paper.words import PlanWords
from app.rules.plan import CefrLevel

MINUTES_PER_HOUR = 60


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its rows."""

    key: str
    """Of its heading among the fixed words."""
    heading: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ElementRows:
    """One element of the programme."""

    days: str
    rows: tuple[Row, ...]
    """What it is, how much and where, and why."""


def goal_sections(sheet: PlanSheet) -> Iterator[Section]:
    """Return what the participant is to reach, and how much training leads there."""
    content = sheet.content
    goal = content.end_goal
    yield _section(
        sheet,
        "end_goal",
        Row(tuple((said(each, each.end_goal(goal), "name"),) for each in sheet.words)),
    )
    yield _section(sheet, "norwegian_goals", *_norwegian_goals(sheet))
    if content.long_term_goals.text:
        yield _section(sheet, "long_term_goals", written_row(sheet, content.long_term_goals))
    if content.participation.text:
        yield _section(sheet, "participation", written_row(sheet, content.participation))
    yield _section(sheet, "extent", *_extent(sheet))


def elements_of(sheet: PlanSheet) -> Iterator[ElementRows]:
    """Return the elements of the programme, in the order in which they begin."""
    for element in sheet.content.elements:
        days = element.days
        yield ElementRows(
            f"{short_date(days.first_day)}–{short_date(days.last_day)}",
            tuple(_element_rows(sheet, element)),
        )


def right_sections(sheet: PlanSheet) -> Iterator[Section]:
    """Return why the plan is as it is, and what the participant may do about it."""
    content = sheet.content
    if content.reasons.text:
        yield _section(sheet, "reasons", written_row(sheet, content.reasons))
    guided = "guided" if content.is_competence_validation_guided else "not_guided"
    yield _fixed(sheet, "competence_validation", "right", guided)
    yield _section(
        sheet,
        "reviews",
        row_of(sheet, "reviews.due", date=short_date(content.review_due_on)),
        row_of(sheet, "reviews.sooner"),
    )
    yield _fixed(sheet, "duties", "follow", "disagreement")
    yield _section(
        sheet,
        "appeal",
        row_of(sheet, "appeal.right"),
        row_of(sheet, "appeal.deadline"),
        row_of(sheet, "appeal.how", municipality=content.municipality),
        row_of(sheet, "appeal.who_decides"),
        row_of(sheet, "appeal.postponement"),
        row_of(sheet, "appeal.access"),
    )


def _section(sheet: PlanSheet, key: str, *rows: Row) -> Section:
    return Section(key, row_of(sheet, f"headings.{key}"), rows)


def _fixed(sheet: PlanSheet, key: str, *texts: str) -> Section:
    return _section(sheet, key, *(row_of(sheet, f"{key}.{text}") for text in texts))


def _norwegian_goals(sheet: PlanSheet) -> Iterator[Row]:
    content = sheet.content
    for skill, level in _skills(content):
        yield Row(tuple((_skill(words, skill, level),) for words in sheet.words))
    if content.norwegian_goals_reason.text:
        yield _labelled(sheet, "goal_reason")
        yield written_row(sheet, content.norwegian_goals_reason)


def _skills(content: PlanContent) -> tuple[tuple[str, CefrLevel], ...]:
    return (
        ("listening", content.listening),
        ("reading", content.reading),
        ("writing", content.writing),
        ("speaking", content.speaking),
    )


def _skill(words: PlanWords, skill: str, level: CefrLevel) -> Said:
    text = Markup("<strong>{}: {}.</strong> {}").format(
        words.texts[f"skills.{skill}"], isolate(level.value), words.level(level)
    )
    return said(words, text)


def _labelled(sheet: PlanSheet, key: str) -> Row:
    return row_of(sheet, f"labels.{key}", "label")


def _extent(sheet: PlanSheet) -> Iterator[Row]:
    content = sheet.content
    yield row_of(sheet, "extent.full_time")
    for key, amount in (
        ("norwegian_hours", content.norwegian_hours),
        ("social_studies_hours", content.social_studies_hours),
    ):
        if amount:  # nobody with collective protection has social studies
            yield Row(
                tuple((said(words, _pair(words, key, str(amount))),) for words in sheet.words)
            )


def _pair(words: PlanWords, label: str, value: str) -> Markup:
    return Markup("{}: {}").format(words.texts[f"labels.{label}"], isolate(value))


def _element_rows(sheet: PlanSheet, element: ElementContent) -> Iterator[Row]:
    yield Row(tuple(_element_name(sheet, words, element) for words in sheet.words))
    yield Row(tuple((said(words, _facts(words, element)),) for words in sheet.words))
    if element.reason.text:
        yield written_row(sheet, element.reason)


def _element_name(sheet: PlanSheet, words: PlanWords, element: ElementContent) -> tuple[Said, ...]:
    name = said(words, words.element_name(element.kind, element.catalogue_id), "name")
    explanation = said(words, words.element_explanation(element.kind, element.catalogue_id))
    title = written_cell(sheet, words, element.title) if element.title.text else ()
    return (name, *title, explanation)


def _facts(words: PlanWords, element: ElementContent) -> Markup:
    """Return hours, place and who, as far as they are known, in one paragraph."""
    weekly = hours(Fraction(element.minutes_per_week, MINUTES_PER_HOUR))
    known = [
        ("hours_per_week", weekly),
        ("place", element.place),
        ("provider", element.provider),
        ("responsible", element.responsible),
    ]
    return Markup(" · ").join(_pair(words, label, value) for label, value in known if value)
