"""What the pages about applications for leave show."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from flask import url_for

from app.attendance.presenters.absences import child_text
from app.attendance.presenters.reasons import reason_text, welfare_ground_text
from app.attendance.presenters.verdicts import (
    MINUTES_PER_HOUR,
    BalanceRow,
    Verdict,
    balance_rows,
    length_text,
    span_text,
    verdicts,
)
from app.decisions.leave import wording
from app.decisions.leave.assessment import days_of, refusal_of
from app.decisions.leave.kinds import LeaveStage
from app.decisions.leave.models import LeaveApplication
from app.decisions.leave.queries import LeaveFile
from app.enrolment.models import Participant
from app.i18n.format import short_date
from app.i18n.text import gettext as _
from app.rules.absence import AbsenceAssessment, AbsenceReason


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and its value."""

    term: str
    value: str


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """One application in the list."""

    title: str
    stage: str
    tone: str
    facts: tuple[Fact, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Assessed:
    """What the rules say of the days if they are granted."""

    verdicts: tuple[Verdict, ...]
    extends_programme: bool
    balances: tuple[BalanceRow, ...]


@dataclass(frozen=True, slots=True)
class ApplicationPage:
    """One application."""

    title: str
    stage: str
    tone: str
    facts: tuple[Fact, ...]
    words: str
    language: str
    confirmed: str
    """What she read and confirmed on her own page; empty: it came otherwise."""
    closing: str
    """Why nothing was decided; empty: it is not closed."""
    assessed: Assessed | None
    """None: it is decided, or the rules cannot look at the days."""
    problem: str
    """Why the days cannot be granted as they are; empty: they can."""
    decision_url: str
    absences_url: str
    may_decide: bool


def application_rows(files: Iterable[LeaveFile], person: Participant) -> list[ApplicationRow]:
    """Return the applications of the list."""
    return [_row(file, person) for file in files]


def application_page(
    file: LeaveFile, person: Participant, assessment: AbsenceAssessment | None
) -> ApplicationPage:
    """Return one application with what the rules say of it."""
    application = file.application
    text, tone = wording.stage_text(file.stage)
    is_open = file.stage is LeaveStage.RECEIVED
    refusal = refusal_of(assessment, application) if is_open else None
    decision, who = file.decision, application.participant_id
    absences = url_for("absences.list_absences", participant_id=who) if file.absence_id else ""
    return ApplicationPage(
        title=reason_text(application.reason),
        stage=text,
        tone=tone,
        facts=tuple(_facts(file, person)),
        words=application.words,
        language=application.language,
        confirmed=file.statement.shown if file.statement else "",
        closing=file.closing.reason if file.closing else "",
        assessed=_assessed(assessment, application) if is_open and assessment else None,
        problem=wording.decide_refusal(refusal)[1] if refusal else "",
        decision_url=(
            url_for("decisions.show", participant_id=who, decision_id=decision.id)
            if decision
            else ""
        ),
        absences_url=absences,
        may_decide=is_open,
    )


def child_choices(person: Participant) -> list[tuple[UUID, str]]:
    """Return the participant's children, for the form."""
    return [(child.id, child_text(child.born_on)) for child in person.children]


def _row(file: LeaveFile, person: Participant) -> ApplicationRow:
    application = file.application
    text, tone = wording.stage_text(file.stage)
    return ApplicationRow(
        title=reason_text(application.reason),
        stage=text,
        tone=tone,
        facts=tuple(_facts(file, person)),
        url=url_for(
            "leave.show",
            participant_id=application.participant_id,
            application_id=application.id,
        ),
    )


def _facts(file: LeaveFile, person: Participant) -> Iterator[Fact]:
    application = file.application
    yield Fact(_("Søkt om"), span_text(application.first_day, application.last_day))
    if application.minutes is not None:
        each_day = length_text(Fraction(application.minutes, MINUTES_PER_HOUR))
        yield Fact(_("Borte hver dag"), each_day)
    if application.welfare_ground is not None:
        yield Fact(_("Velferdsgrunn"), welfare_ground_text(application.welfare_ground))
    for child in person.children:
        if child.id == application.child_id:
            yield Fact(_("Barn"), child_text(child.born_on))
    if application.has_medical_certificate:
        yield Fact(_("Dokumentasjon"), _("Legeerklæring"))
    elif application.reason is AbsenceReason.LONG_ILLNESS_UNPAID:
        yield Fact(_("Dokumentasjon"), _("Legeerklæring mangler"))
    yield Fact(_("Mottatt"), short_date(application.received_on))
    yield Fact(_("Søknaden kom"), wording.way_text(application.way))
    decided = file.decided
    if decided is not None:
        yield Fact(_("Avgjørelse"), wording.outcome_text(decided.outcome))
    granted = file.granted
    if granted is not None:
        yield Fact(_("Innvilgede dager"), span_text(granted.first_day, granted.last_day))


def _assessed(assessment: AbsenceAssessment, application: LeaveApplication) -> Assessed:
    days = days_of(assessment, application)
    return Assessed(
        verdicts=verdicts(assessment, days),
        extends_programme=any(day.extends_programme for day in days),
        balances=balance_rows(assessment.balances),
    )
