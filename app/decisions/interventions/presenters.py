"""What the pages of interventions show."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from flask import url_for

from app.attendance.restrictions.kinds import RestrictionKind
from app.attendance.restrictions.models import Restriction
from app.decisions.interventions import wording
from app.decisions.interventions.assessment import SelfCertification
from app.decisions.interventions.models import Intervention
from app.decisions.interventions.service import InterventionBook
from app.decisions.notices.queries import NoticeFile
from app.decisions.notices.wording import stage_text
from app.decisions.presenters import Fact
from app.i18n.bidi import isolated_text
from app.i18n.format import short_date
from app.i18n.text import gettext as _
from app.rules.decision import StopAssessment, self_certification_review_deadline


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A notice of an intervention."""

    title: str
    days: str
    stage: str
    tone: str
    url: str


@dataclass(frozen=True, slots=True)
class RestrictionRow:
    """What holds, or held."""

    title: str
    state: str
    tone: str
    facts: tuple[Fact, ...]
    lifted_reason: str
    review_reason: str
    """Why it stood at the last new look."""
    decision_url: str
    lift_url: str
    """Empty: it is over."""
    review_url: str
    """Empty: nothing is to be looked at anew."""


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """Everything about one participant."""

    notices: Sequence[NoticeRow]
    restrictions: Sequence[RestrictionRow]
    used: str
    """How often self-certification was used; empty: no programme runs."""


def overview_page(book: InterventionBook, on: date) -> OverviewPage:
    """Return the participant's notices and restrictions, newest first."""
    return OverviewPage(
        notices=[_notice(each, on) for each in book.notices],
        restrictions=[_restriction(row, book, on) for row in book.restrictions],
        used=used_text(book.self_certification),
    )


def used_text(used: SelfCertification | None) -> str:
    """Return how often self-certification was used, and what that allows."""
    if used is None:
        return ""
    count = str(used.occasions)
    told = _(
        "Fravær med egenmelding uten legeerklæring de siste 12 månedene: %(count)s.", count=count
    )
    allows = _("Kommunen kan vurdere om retten til egenmelding skal falle bort.")
    return f"{told} {allows}" if used.may_be_withdrawn else told


def about_text(intervention: Intervention) -> str:
    """Return what is considered, with its days."""
    days = wording.days_text(intervention.kind, intervention.first_day, intervention.last_day)
    return f"{wording.kind_text(intervention.kind)}, {days}"


def doubt_texts(assessed: StopAssessment | None) -> list[str]:
    """Return what must be weighed before a stop."""
    if assessed is None:
        return []
    return [wording.doubt_text(each.code) for each in assessed.clarifications]


def restriction_facts(row: Restriction) -> list[Fact]:
    """Return what a restriction is, for the pages that change it."""
    return [
        Fact(_("Vedtak"), wording.kind_text(row.kind)),
        Fact(_("Gjelder"), wording.days_text(row.kind, row.first_day, row.last_day)),
    ]


def review_due_on(row: Restriction, reviewed_on: date | None) -> date | None:
    """Return when it must be looked at anew; None: no provision says so."""
    if row.kind is not RestrictionKind.NO_SELF_CERTIFICATION or row.lifted_from is not None:
        return None
    return self_certification_review_deadline(reviewed_on or row.decided_on).last_day


def _notice(file: NoticeFile, on: date) -> NoticeRow:
    considered, notice = file.intervention, file.notice
    assert considered is not None, "only notices of interventions are shown here"
    stage, tone = stage_text(file.stage(on))
    return NoticeRow(
        title=wording.kind_text(considered.kind),
        days=wording.days_text(considered.kind, considered.first_day, considered.last_day),
        stage=stage,
        tone=tone,
        url=url_for("notices.show", participant_id=notice.participant_id, notice_id=notice.id),
    )


def _restriction(row: Restriction, book: InterventionBook, on: date) -> RestrictionRow:
    review = book.reviews.get(row.id)
    due_on = review_due_on(row, review.reviewed_on if review else None)
    is_over = row.lifted_from is not None or (row.last_day is not None and row.last_day < on)
    state, tone = _state(row, on)
    who, decision_id = row.participant_id, book.decisions.get(row.id)
    lift_url = url_for("interventions.lift", participant_id=who, restriction_id=row.id)
    review_url = url_for("interventions.review", participant_id=who, restriction_id=row.id)
    return RestrictionRow(
        title=wording.kind_text(row.kind),
        state=state,
        tone=tone,
        facts=tuple(_facts(row, due_on)),
        lifted_reason=row.lifted_reason,
        review_reason=review.reason if review else "",
        decision_url=""
        if decision_id is None
        else url_for("decisions.show", participant_id=row.participant_id, decision_id=decision_id),
        lift_url="" if is_over else lift_url,
        review_url="" if is_over or due_on is None else review_url,
    )


def _state(row: Restriction, on: date) -> tuple[str, str]:
    if row.lifted_from is not None:
        return _("Opphevet"), "neutral"
    if row.last_day is not None and row.last_day < on:
        return _("Over"), "neutral"
    if row.first_day > on:
        return _("Begynner senere"), "info"
    return _("Gjelder nå"), "warning"


def _facts(row: Restriction, due_on: date | None) -> Iterator[Fact]:
    yield Fact(_("Gjelder"), wording.days_text(row.kind, row.first_day, row.last_day))
    if row.lifted_from is not None:
        yield Fact(_("Opphevet fra og med"), isolated_text(short_date(row.lifted_from)))
    if due_on is not None:
        yield Fact(_("Vurderes på nytt senest"), isolated_text(short_date(due_on)))
