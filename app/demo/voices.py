"""What the demo people propose in their plans, and what others confirm of them."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from app.config import Settings
from app.core.actor import Actor, Role
from app.demo.calendar import clock_on
from app.demo.enrolling import Enrolled
from app.demo.stage import Stage
from app.enrolment.queries import get_participant
from app.plans.confirmations.commands import AskConfirmation, LineVerdict, Reply
from app.plans.confirmations.kinds import Verdict
from app.plans.confirmations.service import answer_link, ask_confirmation
from app.plans.proposals.commands import DeclineProposal, ProposeChange
from app.plans.proposals.kinds import ProposalKind
from app.plans.proposals.service import decline_proposal, propose_change
from app.plans.queries import find_current_plan
from app.rules.plan import ElementKind

LINK_DAYS = 14
ANSWERED, OPEN = 0, 1
"""Whose lines somebody was asked about, by their number among those with a plan."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody proposes, and why it does not come into the plan, if it does not."""

    kind: ProposalKind
    words: str
    element_kind: ElementKind | None = None
    no: str = ""
    translated_no: str = ""


WISHES = {
    "ar": Wish(
        ProposalKind.NEW_ELEMENT,
        "أريد أن أعمل في روضة أطفال يومين في الأسبوع.",
        ElementKind.WORK_PRACTICE,
    ),
    "uk": Wish(
        ProposalKind.CHANGE_GOAL,
        "Я хочу працювати медсестрою, як в Україні.",
        no="Vi tar det opp på møtet etter at utdanningen din er vurdert.",
        translated_no="Ми обговоримо це на зустрічі після оцінки вашої освіти.",
    ),
}
"""By the language of a login."""


def raise_voices(stage: Stage, settings: Settings, planned: list[Enrolled]) -> None:
    """Let some participants propose something, and ask others to confirm lines of some plans."""
    for enrolled in planned:
        wish = WISHES.get(enrolled.person.login or "")
        if wish is not None:
            _propose(stage, enrolled, wish)
    for number in (ANSWERED, OPEN):
        who, key = planned[number].participant_id, settings.secret_key
        _ask(stage, who, key, is_answered=number == ANSWERED)


def _propose(stage: Stage, enrolled: Enrolled, wish: Wish) -> None:
    session, today = stage.session, stage.calendar.today
    who = get_participant(session, stage.scope, enrolled.participant_id)
    if who.user_id is None:
        return
    actor = Actor(who.user_id, Role.PARTICIPANT, stage.scope)
    clock = clock_on(today - timedelta(days=3))
    language = enrolled.person.login or ""
    command = ProposeChange(wish.kind, wish.words, language, element_kind=wish.element_kind)
    proposal = propose_change(session, clock, actor, who, command)
    if wish.no:
        answer = DeclineProposal(who.id, proposal.id, wish.no, wish.translated_no)
        decline_proposal(session, clock_on(today), stage.caseworker, answer)


def _ask(stage: Stage, participant_id: UUID, key: str, *, is_answered: bool) -> None:
    session, today = stage.session, stage.calendar.today
    plan = find_current_plan(session, stage.scope, participant_id)
    if plan is None:
        return
    line = plan.elements[0]
    clock = clock_on(today - timedelta(days=2))
    command = AskConfirmation(
        participant_id, f"{stage.place.name} voksenopplæring", "Marit Solli", (line.id,), LINK_DAYS
    )
    _link, address = ask_confirmation(session, clock, stage.caseworker, command, key)
    if is_answered:
        less = LineVerdict(
            line.id,
            Verdict.WITH_CHANGES,
            minutes_per_week=max(60, line.minutes_per_week - 60),
            note="Vi har undervisning fire dager i uka.",
        )
        answer_link(session, clock_on(today), address, key, Reply("Marit Solli", "Rektor", (less,)))
