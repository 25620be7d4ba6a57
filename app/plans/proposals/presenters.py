"""Proposals in words, for the caseworker and for the participant herself."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.clock import OSLO
from app.i18n.bidi import isolated_text
from app.i18n.format import short_date
from app.i18n.spoken import language_name
from app.plans.catalogue import CATALOGUE, entry_of
from app.plans.models import IntegrationPlan, PlanElement
from app.plans.proposals import wording
from app.plans.proposals.kinds import ProposalKind, ProposalState
from app.plans.proposals.queries import Standing


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """One proposal with what became of it."""

    id: str
    kind: str
    about: str
    """The line or the standard element that it is about; empty: none."""
    own_title: str
    """What the municipality calls the line, in its own language; empty: only that name."""
    words: str
    language: str
    language_name: str
    made_on: str
    state: str
    tone: str
    is_waiting: bool
    is_about_goal: bool
    version: int | None
    """The version of the plan that it was taken into."""
    reason: str
    """In Norwegian; empty: it was not declined."""
    translation: str
    translation_language: str


def proposal_rows(standings: Sequence[Standing]) -> tuple[ProposalRow, ...]:
    """Return the proposals in the reader's language; what somebody wrote stays as written."""
    return tuple(proposal_row(each) for each in standings)


def proposal_row(standing: Standing) -> ProposalRow:
    """Return one proposal in the reader's language."""
    proposal, answer = standing.proposal, standing.answer
    return ProposalRow(
        id=str(proposal.id),
        kind=wording.kind_text(proposal.kind),
        about=_about(standing),
        own_title=standing.line.title if standing.line else "",
        words=proposal.words,
        language=proposal.language,
        language_name=language_name(proposal.language),
        made_on=short_date(proposal.made_at.astimezone(OSLO).date()),
        state=wording.state_text(standing.state),
        tone=wording.state_tone(standing.state),
        is_waiting=standing.state is ProposalState.WAITING,
        is_about_goal=proposal.kind is ProposalKind.CHANGE_GOAL,
        version=standing.plan_version,
        reason=answer.reason if answer else "",
        translation=answer.translation if answer else "",
        translation_language=answer.translation_language if answer else "",
    )


def line_choices(plan: IntegrationPlan | None) -> list[tuple[str, str]]:
    """Return the lines of a plan with their names, to choose among."""
    if plan is None:
        return []
    return [(str(each.id), _line_text(each)) for each in plan.elements]


def _line_text(line: PlanElement) -> str:
    days = f"{short_date(line.first_day)}–{short_date(line.last_day)}"
    return f"{_name(line)} ({isolated_text(days)})"


def _name(line: PlanElement) -> str:
    return str(entry_of(line.kind, line.catalogue_id).name)


def _about(standing: Standing) -> str:
    if standing.line is not None:
        return _name(standing.line)
    kind = standing.proposal.element_kind
    return str(CATALOGUE[kind].name) if kind else ""
