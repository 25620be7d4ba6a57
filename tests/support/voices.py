"""A proposal of a participant, and a link about her plan: made through the services."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.core.actor import Actor, Role
from app.enrolment.queries import get_participant
from app.plans.confirmations.commands import AskConfirmation
from app.plans.confirmations.service import ask_confirmation
from app.plans.proposals.commands import ProposeChange
from app.plans.proposals.kinds import ProposalKind
from app.plans.proposals.service import propose_change
from app.plans.queries import find_current_plan
from tests.support.world import World

KEY = "only for tests, never anywhere else"
WORDS = "أريد أن أعمل في روضة أطفال"


def raise_voices(session: Session, world: World, participant_id: UUID, domain: str) -> str:
    """Let the participant propose a line, and ask a school about a line; return its address."""
    user = world.actor(Role.PARTICIPANT, domain)
    participant = get_participant(session, user.scope, participant_id)
    command = ProposeChange(ProposalKind.NEW_ELEMENT, WORDS, "ar")
    propose_change(session, world.clock, user, participant, command)
    return ask_school(session, world, world.actor(Role.CASEWORKER, domain), participant_id)


def ask_school(
    session: Session,
    world: World,
    actor: Actor,
    participant_id: UUID,
    *,
    lines: int = 1,
    shows_name: bool = False,
) -> str:
    """Make a link about the first lines of the plan that holds, and return its secret part."""
    plan = find_current_plan(session, actor.scope, participant_id)
    assert plan is not None
    chosen = tuple(each.id for each in plan.elements[:lines])
    command = AskConfirmation(
        participant_id, "Fjord skole", "Rektor Hansen", chosen, 14, shows_name=shows_name
    )
    _link, secret = ask_confirmation(session, world.clock, actor, command, KEY)
    return secret
