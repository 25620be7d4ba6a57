"""The difference between two versions in words, for staff and for the participant."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from app.core.clock import OSLO
from app.i18n.bidi import isolated_text
from app.i18n.format import short_date
from app.i18n.locales import DEFAULT
from app.i18n.text import gettext as _
from app.plans import wording as plan_wording
from app.plans.commands import ElementDetails, PlanDetails
from app.plans.versions import wording
from app.plans.versions.difference import ElementChange, FieldChange, PlacedElement, PlanContent
from app.plans.versions.facts import content_of
from app.plans.versions.field_words import (
    ELEMENT_FIELDS,
    PLAN_FIELDS,
    SILENT,
    FieldWords,
    Group,
    group_heading,
)
from app.plans.versions.models import PlanChangeKind
from app.plans.versions.service import Compared
from app.rules.plan import ESSENTIAL_CHANGE, ChangeKind
from app.web.law_views import FindingView, ProvisionLink


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change: a sentence, or for what somebody wrote, both texts."""

    sentence: str
    before: str = ""
    after: str = ""
    is_written: bool = False
    before_language: str = DEFAULT.code
    after_language: str = DEFAULT.code


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """Changes of one part of the plan."""

    heading: str
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class ElementLines:
    """An element that came, went or was changed."""

    name: str
    own_title: str
    """What the municipality calls it, in Norwegian; empty: only the catalogue's name."""
    tag: str
    tone: str
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """What somebody wrote about an element, in Norwegian."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class SideRow:
    """One field in both versions."""

    label: str
    before: str
    after: str
    tag: str
    """What happened to it in a word; empty: nothing."""
    is_written: bool
    before_language: str = DEFAULT.code
    after_language: str = DEFAULT.code
    before_parts: tuple[WrittenPart, ...] = ()
    after_parts: tuple[WrittenPart, ...] = ()


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """Two versions of a plan beside each other."""

    before: int
    after: int
    before_made_on: str
    after_made_on: str
    groups: tuple[ChangeGroup, ...]
    elements: tuple[ElementLines, ...]
    rows: tuple[SideRow, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.groups and not self.elements


@dataclass(frozen=True, slots=True)
class JudgementView:
    """What was decided about a change."""

    text: str
    tone: str
    is_essential: bool
    is_stale: bool
    """The draft was changed after it was judged."""
    reason: str
    signature: str
    """Who and when."""


def difference_view(compared: Compared) -> DifferenceView:
    """Return what differs, in the reader's language."""
    before, after = content_of(compared.before), content_of(compared.after)
    difference = compared.difference
    told = {each.name: each for each in difference.fields if each.name not in SILENT}
    languages = _languages(before, after)
    groups = (
        ChangeGroup(
            group_heading(group),
            tuple(
                _line(words, told[name], languages)
                for name, words in PLAN_FIELDS.items()
                if words.group is group and name in told
            ),
        )
        for group in Group
    )
    return DifferenceView(
        before=compared.before.version,
        after=compared.after.version,
        before_made_on=short_date(compared.before.made_on),
        after_made_on=short_date(compared.after.made_on),
        groups=tuple(group for group in groups if group.lines),
        elements=(
            *(_whole(each, _("Nytt"), "success") for each in difference.added),
            *(_whole(each, _("Tatt ut"), "danger") for each in difference.removed),
            *(lines for lines in map(_changed, difference.changed) if lines.lines),
        ),
        rows=(*_plan_rows(before, after, languages), *_element_rows(compared)),
    )


def judgement_view(
    judged: PlanChangeKind | None, row_version: int | None, names: Mapping[UUID, str]
) -> JudgementView | None:
    """Return what was decided; `row_version` is that of a draft, None: it is fixed."""
    if judged is None:
        return None
    day = short_date(judged.decided_at.astimezone(OSLO).date())
    name = isolated_text(names.get(judged.decided_by, _("ukjent")))
    return JudgementView(
        text=wording.kind_text(judged.kind),
        tone="warning" if judged.kind is ChangeKind.ESSENTIAL else "neutral",
        is_essential=judged.kind is ChangeKind.ESSENTIAL,
        is_stale=row_version is not None and judged.plan_row_version != row_version,
        reason=judged.reason,
        signature=_("%(day)s av %(name)s", day=isolated_text(day), name=name),
    )


def sign_views(compared: Compared) -> tuple[FindingView, ...]:
    """Return what points to an essential change, with where it stands in the law."""
    return tuple(
        FindingView(
            tone="warning",
            label=_("Tegn på vesentlig endring"),
            sentence=wording.sign_text(ground.code),
            provisions=(ProvisionLink.of(ground.provision), ProvisionLink.of(ESSENTIAL_CHANGE)),
        )
        for ground in compared.assessment.grounds
    )


def _line(
    words: FieldWords, change: FieldChange, languages: tuple[str, str] | None = None
) -> ChangeLine:
    field = str(words.label)
    if words.is_written:
        is_own = change.name == "long_term_goals" and languages is not None
        before_language, after_language = languages if is_own and languages else (DEFAULT.code,) * 2
        return ChangeLine(
            _("%(field)s: Teksten er endret.", field=field),
            words.show(change.before),
            words.show(change.after),
            is_written=True,
            before_language=before_language,
            after_language=after_language,
        )
    values = {"before": words.show(change.before), "after": words.show(change.after)}
    if not words.is_amount:
        text = _("%(field)s: endret fra %(before)s til %(after)s.", field=field, **values)
    elif _is_more(change):
        text = _("%(field)s: flere, fra %(before)s til %(after)s.", field=field, **values)
    else:
        text = _("%(field)s: færre, fra %(before)s til %(after)s.", field=field, **values)
    return ChangeLine(text)


def _is_more(change: FieldChange) -> bool:
    before, after = change.before, change.after
    return isinstance(before, int) and isinstance(after, int) and after > before


def _languages(before: PlanContent, after: PlanContent) -> tuple[str, str]:
    """Return in which languages the long-term goals are written."""
    return _goals_language(before.details), _goals_language(after.details)


def _goals_language(details: PlanDetails) -> str:
    return details.goals_language or DEFAULT.code


def _whole(element: PlacedElement, tag: str, tone: str) -> ElementLines:
    details = element.details
    sentence = _(
        "Timer i uka: %(hours)s. Fra %(first)s til %(last)s.",
        hours=ELEMENT_FIELDS["minutes_per_week"].show(details.minutes_per_week),
        first=ELEMENT_FIELDS["first_day"].show(details.first_day),
        last=ELEMENT_FIELDS["last_day"].show(details.last_day),
    )
    name = plan_wording.element_name(details.kind)
    return ElementLines(name, details.title, tag, tone, (ChangeLine(sentence),))


def _changed(change: ElementChange) -> ElementLines:
    told = {each.name: each for each in change.fields if each.name not in SILENT}
    details = change.after.details
    return ElementLines(
        name=plan_wording.element_name(details.kind),
        own_title=details.title,
        tag=_("Endret"),
        tone="info",
        lines=tuple(_element_lines(change, told)),
    )


def _element_lines(change: ElementChange, told: Mapping[str, FieldChange]) -> Iterator[ChangeLine]:
    if "first_day" in told or "last_day" in told:
        yield ChangeLine(
            _(
                "Ny tid: fra %(before)s til %(after)s.",
                before=_days(change.before.details),
                after=_days(change.after.details),
            )
        )
    for name, words in ELEMENT_FIELDS.items():
        if name in told and name not in {"first_day", "last_day"}:
            yield _line(words, told[name])


def _days(details: ElementDetails) -> str:
    return isolated_text(f"{short_date(details.first_day)}–{short_date(details.last_day)}")


def _plan_rows(
    before: PlanContent, after: PlanContent, languages: tuple[str, str]
) -> Iterator[SideRow]:
    for name, words in PLAN_FIELDS.items():
        old, new = getattr(before.details, name), getattr(after.details, name)
        if words.is_written and not old and not new:
            continue
        is_own = name == "long_term_goals"
        is_changed = old != new and name not in SILENT
        yield SideRow(
            label=str(words.label),
            before=words.show(old),
            after=words.show(new),
            tag=_("Endret") if is_changed else "",
            is_written=words.is_written,
            before_language=languages[0] if is_own else DEFAULT.code,
            after_language=languages[1] if is_own else DEFAULT.code,
        )


def _element_rows(compared: Compared) -> Iterator[SideRow]:
    difference = compared.difference
    new_by_old = {each.before: each.after for each in difference.changed}
    for old in content_of(compared.before).elements:
        if old in difference.removed:
            yield _element_row(old, None)
        else:
            yield _element_row(old, new_by_old.get(old, old))
    yield from (_element_row(None, each) for each in difference.added)


def _element_row(old: PlacedElement | None, new: PlacedElement | None) -> SideRow:
    shown = new or old
    assert shown is not None, "an element stands in one of the versions"
    return SideRow(
        label=plan_wording.element_name(shown.details.kind),
        before=_summary(old),
        after=_summary(new),
        tag=_element_tag(old, new),
        is_written=False,
        before_parts=_parts(old),
        after_parts=_parts(new),
    )


def _element_tag(old: PlacedElement | None, new: PlacedElement | None) -> str:
    if old is None:
        return _("Nytt")
    if new is None:
        return _("Tatt ut")
    return _("Endret") if old.details != new.details else ""


def _parts(element: PlacedElement | None) -> tuple[WrittenPart, ...]:
    if element is None:
        return ()
    return tuple(
        WrittenPart(str(words.label), text)
        for name, words in ELEMENT_FIELDS.items()
        if words.is_written and (text := getattr(element.details, name))
    )


def _summary(element: PlacedElement | None) -> str:
    if element is None:
        return _("Ikke med")
    return _(
        "Timer i uka: %(hours)s. %(days)s",
        hours=ELEMENT_FIELDS["minutes_per_week"].show(element.details.minutes_per_week),
        days=_days(element.details),
    )
