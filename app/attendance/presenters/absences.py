"""A participant's absences, as the caseworker's pages show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import assert_never
from uuid import UUID

from markupsafe import Markup

from app.attendance.commands import AbsenceContent
from app.attendance.errors import AbsenceRefusal
from app.attendance.models import Absence, AbsenceStatus
from app.attendance.presenters.reasons import (
    reason_explanation,
    reason_text,
    welfare_ground_text,
)
from app.attendance.presenters.verdicts import (
    MINUTES_PER_HOUR,
    BalanceRow,
    Verdict,
    balance_rows,
    length_text,
    span_text,
    verdict_word,
    verdicts,
)
from app.attendance.service import AbsenceBook
from app.i18n import format as fmt
from app.i18n.text import gettext as _
from app.rules.absence import AbsenceAssessment, AbsenceReason, DayAssessment, WelfareGround

CHOICE = Markup("<strong>{}.</strong> {}")


@dataclass(frozen=True, slots=True)
class Tag:
    """A word with its tone."""

    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """One absence of the list."""

    id: UUID
    row_version: int
    period: str
    reason: str
    extent: str
    documentation: str
    tags: tuple[Tag, ...]
    is_withdrawn: bool


@dataclass(frozen=True, slots=True)
class UnexplainedRow:
    """A day that lacks a reason."""

    day: date
    minutes: int
    text: str
    extent: str


@dataclass(frozen=True, slots=True)
class AbsencesPage:
    """Everything about a participant's absence."""

    participant_id: UUID
    rows: tuple[AbsenceRow, ...]
    unexplained: tuple[UnexplainedRow, ...]
    balances: tuple[BalanceRow, ...]
    doubts: tuple[Verdict, ...]
    has_programme: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What the rules would say of an absence that is not saved yet."""

    verdicts: tuple[Verdict, ...]
    extends_programme: bool
    balances: tuple[BalanceRow, ...]


def absences_page(book: AbsenceBook) -> AbsencesPage:
    """Return the page of a participant's absences."""
    assessment = book.assessment
    return AbsencesPage(
        participant_id=book.participant.id,
        rows=tuple(_row(row, book.days.get(row.id, ())) for row in book.absences),
        unexplained=tuple(
            UnexplainedRow(
                each.day,
                each.minutes,
                f"{fmt.weekday_name(each.day)} {fmt.short_date(each.day)}",
                _minutes_text(each.minutes),
            )
            for each in book.unexplained
        ),
        balances=balance_rows(assessment.balances) if assessment else (),
        doubts=verdicts(assessment, ()) if assessment else (),
        has_programme=assessment is not None,
    )


def preview(assessment: AbsenceAssessment, content: AbsenceContent) -> Preview:
    """Return what the rules say of the days of this absence."""
    days = [day for day in assessment.days if _is_of(day, content)]
    return Preview(
        verdicts=verdicts(assessment, days),
        extends_programme=any(day.extends_programme for day in days),
        balances=balance_rows(assessment.balances),
    )


def reason_choices() -> list[tuple[str, str]]:
    """Return every reason with what it takes, for the form."""
    return [
        (reason.value, CHOICE.format(reason_text(reason), reason_explanation(reason)))
        for reason in AbsenceReason
    ]


def welfare_choices() -> list[tuple[str, str]]:
    """Return every ground for welfare leave, for the form."""
    return [(ground.value, welfare_ground_text(ground)) for ground in WelfareGround]


def child_text(born_on: date) -> str:
    """Return how a child is named: by birth date, as no name is stored."""
    return _("Barnet født %(day)s", day=fmt.short_date(born_on))


def absence_refusal(reason: AbsenceRefusal) -> tuple[str | None, str]:  # noqa: C901
    """Return the field that a refusal concerns (None: the whole form), and the sentence."""
    match reason:
        case AbsenceRefusal.LAST_DAY_BEFORE_FIRST:
            return "last_day", _("Den siste dagen kan ikke være før den første.")
        case AbsenceRefusal.TOO_LONG:
            return "last_day", _("Fraværet er lengre enn ett år. Sjekk datoene.")
        case AbsenceRefusal.LONGER_THAN_DAY:
            return "hours", _("Dette er flere timer enn det er planlagt program en av dagene.")
        case AbsenceRefusal.OVERLAPS:
            return "first_day", _("Det er allerede registrert fravær for en av disse dagene.")
        case AbsenceRefusal.CHILD_MISSING:
            return "child_id", _("Velg hvilket barn som er sykt.")
        case AbsenceRefusal.UNKNOWN_CHILD:
            return "child_id", _("Velg et av barna i listen.")
        case AbsenceRefusal.NOTICE_MISSING:
            return "notice_on", _("Skriv når deltakeren sa fra.")
        case AbsenceRefusal.NO_PROGRAMME:
            return None, _("Deltakeren har ikke noe program ennå.")
        case AbsenceRefusal.BEFORE_PROGRAMME:
            return "first_day", _("Dagen er før programmet begynte.")
        case AbsenceRefusal.WITHDRAWN:
            return None, _("Fraværet er trukket tilbake og kan ikke endres.")
        case _:
            assert_never(reason)


def changes_by_others(
    typed: AbsenceContent, current: Mapping[str, object], children: Mapping[UUID, str]
) -> list[str]:
    """Say what the absence says now, for each field that differs from what was typed."""
    now = AbsenceContent(**current)  # type: ignore[arg-type]  # the service made it from one
    return [
        sentence
        for before, sentence in zip(
            _sentences(typed, children), _sentences(now, children), strict=True
        )
        if before != sentence
    ]


def _sentences(content: AbsenceContent, children: Mapping[UUID, str]) -> list[str]:
    ground = content.welfare_ground
    child = children.get(content.child_id, "–") if content.child_id else "–"
    return [
        _("Periode: %(value)s", value=span_text(content.first_day, content.last_day)),
        _("Grunn: %(value)s", value=reason_text(content.reason)),
        _("Omfang: %(value)s", value=_extent(content.minutes)),
        _("Egenmelding: %(value)s", value=_yes_no(is_so=content.is_self_certified)),
        _("Legeerklæring: %(value)s", value=_yes_no(is_so=content.has_medical_certificate)),
        _("Innvilget: %(value)s", value=_yes_no(is_so=content.is_granted)),
        _(
            "Sa fra: %(value)s",
            value=fmt.short_date(content.notice_on) if content.notice_on else "–",
        ),
        _("Barn: %(value)s", value=child),
        _("Velferdsgrunn: %(value)s", value=welfare_ground_text(ground) if ground else "–"),
        _("Merknad: %(value)s", value=content.note or "–"),
    ]


def _yes_no(*, is_so: bool) -> str:
    return _("ja") if is_so else _("nei")


def _row(row: Absence, days: Sequence[DayAssessment]) -> AbsenceRow:
    is_withdrawn = row.status is AbsenceStatus.WITHDRAWN
    words = dict.fromkeys(verdict_word(day) for day in days)
    tags = [Tag(text, tone) for tone, text in words]
    if is_withdrawn:
        tags = [Tag(_("Trukket tilbake"), "neutral")]
    ground = f" ({welfare_ground_text(row.welfare_ground)})" if row.welfare_ground else ""
    return AbsenceRow(
        id=row.id,
        row_version=row.row_version,
        period=span_text(row.first_day, row.last_day),
        reason=reason_text(row.reason) + ground,
        extent=_extent(row.minutes),
        documentation=_documentation(row),
        tags=tuple(tags),
        is_withdrawn=is_withdrawn,
    )


def _extent(minutes: int | None) -> str:
    return _("Hele dager") if minutes is None else _minutes_text(minutes)


def _minutes_text(minutes: int) -> str:
    return length_text(Fraction(minutes, MINUTES_PER_HOUR))


def _documentation(row: Absence) -> str:
    shown = []
    if row.is_self_certified:
        shown.append(_("egenmelding"))
    if row.has_medical_certificate:
        shown.append(_("legeerklæring"))
    if row.is_granted:
        shown.append(_("innvilget"))
    if row.notice_on:
        shown.append(_("sa fra %(day)s", day=fmt.short_date(row.notice_on)))
    return fmt.joined(shown) or "–"


def _is_of(day: DayAssessment, content: AbsenceContent) -> bool:
    absence = day.absence
    hours = None if content.minutes is None else Fraction(content.minutes, MINUTES_PER_HOUR)
    return (absence.first_day, absence.last_day, absence.reason, absence.hours) == (
        content.first_day,
        content.last_day,
        content.reason,
        hours,
    )
