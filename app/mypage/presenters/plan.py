"""The plan as she reads it: in her own language, with the Norwegian beside it if she likes."""

from dataclasses import dataclass
from datetime import date

from app.core.pii import IdentityNumber
from app.i18n.format import short_date
from app.i18n.locales import DEFAULT, Use, find_language
from app.mypage.service import OwnPlan
from app.plans.models import IntegrationPlan, PlanElement
from app.plans.paper.content import PlanSheet
from app.plans.paper.facts import plan_content
from app.plans.paper.presenters.timeline import TimelineView, labels_in, timeline_view
from app.plans.paper.rows import Row, row_of, written_row
from app.plans.paper.sections import (
    ElementRows,
    Section,
    elements_of,
    goal_sections,
    right_sections,
)
from app.plans.paper.words import PlanWords, plan_words, word_languages
from app.plans.paper.written import Written
from app.plans.reading import next_review_on, programme_period

_NO_NUMBER = IdentityNumber("")
_NORWEGIAN = frozenset({DEFAULT.code, "nn"})


@dataclass(frozen=True, slots=True)
class Fact:
    """A label in each language, with a value that is the same in all."""

    label: Row
    value: str


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A talk about the plan, as it was written down."""

    reviewed_on: str
    note: Row


@dataclass(frozen=True, slots=True)
class OwnPlanView:
    """The whole page; every row has her language first, and the Norwegian if it is shown."""

    version: int
    language: str
    direction: str
    title: Row
    notes: tuple[Row, ...]
    """What the plan is, which text applies, and that nobody has checked the fixed words."""
    facts: tuple[Fact, ...]
    goals: tuple[Section, ...]
    timeline_heading: Row
    timeline: TimelineView
    elements_heading: Row
    when: Row
    elements: tuple[ElementRows, ...]
    rights: tuple[Section, ...]
    reviews: tuple[ReviewRow, ...]
    shows_norwegian: bool
    may_show_norwegian: bool
    """False: she reads Norwegian anyway."""


def reading_language(own: str, page: str) -> str:
    """Return the language of the plan's own words for a reader.

    `own`: the language that she reads; `page`: the one that the page is in. Where the portal is
    written in her language, she has chosen the page's; else the plan is in hers all the same.
    """
    found = find_language(own)
    has_no_pages = found is not None and Use.PAGES not in found.use
    if has_no_pages and own in word_languages():
        return own
    return page if page in word_languages() else DEFAULT.code


def own_plan_view(
    own: OwnPlan,
    plan: IntegrationPlan,
    page_language: str,
    today: date,
    *,
    with_norwegian: bool,
) -> OwnPlanView:
    """Return the plan that holds now, in the reader's language."""
    language = reading_language(own.case.participant.reading_language, page_language)
    is_foreign = language not in _NORWEGIAN
    words = _columns(language, with_norwegian=with_norwegian and is_foreign)
    sheet = _sheet(own, plan, words, today)
    return OwnPlanView(
        version=plan.version,
        language=words[0].language.code,
        direction=words[0].language.direction,
        title=row_of(sheet, "headings.title"),
        notes=tuple(_notes(sheet, words[0])),
        facts=tuple(_facts(sheet)),
        goals=tuple(goal_sections(sheet)),
        timeline_heading=row_of(sheet, "headings.timeline"),
        timeline=_timeline(own, plan, words[0], today),
        elements_heading=row_of(sheet, "headings.elements"),
        when=row_of(sheet, "labels.when"),
        elements=tuple(elements_of(sheet)),
        rights=tuple(right_sections(sheet)),
        reviews=tuple(
            ReviewRow(
                short_date(review.reviewed_on),
                written_row(sheet, Written(review.note, DEFAULT.code)),
            )
            for review in own.case.reviews
        ),
        shows_norwegian=len(words) > 1,
        may_show_norwegian=is_foreign,
    )


def _columns(language: str, *, with_norwegian: bool) -> tuple[PlanWords, ...]:
    codes = (language, DEFAULT.code) if with_norwegian else (language,)
    return tuple(plan_words(code) for code in codes)


def _sheet(
    own: OwnPlan, plan: IntegrationPlan, words: tuple[PlanWords, ...], today: date
) -> PlanSheet:
    number = own.case.participant.identity_number or _NO_NUMBER
    content = plan_content(own.case, plan, number, own.municipality, own.texts)
    return PlanSheet(content, words, code="", issued_on=today)


def _notes(sheet: PlanSheet, words: PlanWords) -> list[Row]:
    keys = ["about.purpose"]
    if words.language != DEFAULT:
        keys.append("about.binding")
    if words.is_draft:
        keys.append("about.draft_words")
    return [row_of(sheet, key) for key in keys]


def _facts(sheet: PlanSheet) -> list[Fact]:
    content = sheet.content
    first_day, last_day = content.programme.first_day, content.programme.last_day
    values = (
        ("programme_period", f"{short_date(first_day)}–{short_date(last_day)}"),
        ("months", str(content.months)),
        ("made_on", short_date(content.made_on)),
        ("plan_version", str(content.version)),
        ("next_review", short_date(content.review_due_on)),
    )
    return [Fact(row_of(sheet, f"labels.{key}"), value) for key, value in values]


def _timeline(own: OwnPlan, plan: IntegrationPlan, words: PlanWords, today: date) -> TimelineView:
    def name_of(element: PlanElement) -> str:
        return words.element_name(element.kind, element.catalogue_id)

    return timeline_view(
        plan,
        programme_period(own.case, plan),
        review_on=next_review_on(own.case, plan),
        today=today,
        name_of=name_of,
        labels=labels_in(words),
    )
