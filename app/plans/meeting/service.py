"""Saving a whole draft at once: everything or nothing."""

from sqlalchemy.orm import Session

from app.core.actor import Actor
from app.core.clock import Clock
from app.plans.commands import AddElement, ChangeElement
from app.plans.elements import add_element, change_element, details_of_element, remove_element
from app.plans.errors import CannotSaveElement
from app.plans.meeting.commands import SaveMeeting, WrittenElement
from app.plans.meeting.errors import CannotSaveLine
from app.plans.models import IntegrationPlan, PlanElement
from app.plans.queries import get_draft
from app.plans.service import change_plan


def save_meeting(
    session: Session, clock: Clock, actor: Actor, command: SaveMeeting
) -> IntegrationPlan:
    """Save the draft as it stands on the page, and return it with its elements.

    Raises:
        NotFound: there is no draft, or it does not have one of the elements.
        PlanChanged: somebody saved the draft, or one of its elements, since the page was opened.
        CannotSavePlan: goal or dates are refused.
        CannotSaveLine: dates or hours of an element are impossible.
    """
    participant_id = command.plan.participant_id
    with session.begin_nested():
        draft = change_plan(session, clock, actor, command.plan)
        for removal in command.removed:
            remove_element(session, clock, actor, removal)
        saved = {element.id: element for element in draft.elements}
        for line, written in enumerate(command.elements):
            if written.element_id in saved and _is_as_saved(written, saved[written.element_id]):
                continue
            try:
                if written.element_id is None:
                    addition = AddElement(participant_id, written.details)
                    add_element(session, clock, actor, addition)
                else:
                    change = ChangeElement(
                        participant_id, written.element_id, written.row_version, written.details
                    )
                    change_element(session, clock, actor, change)
            except CannotSaveElement as refusal:
                raise CannotSaveLine(refusal.reason, line) from refusal
        for details in command.added:
            add_element(session, clock, actor, AddElement(participant_id, details))
    return get_draft(session, actor.scope, participant_id)


def _is_as_saved(written: WrittenElement, element: PlanElement) -> bool:
    return written.row_version == element.row_version and written.details == details_of_element(
        element
    )
