"""Putting elements into a draft, changing them and taking them out."""

from dataclasses import fields

from sqlalchemy.orm import Session

from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock
from app.core.errors import NotFound
from app.core.ids import new_id
from app.core.period import Period
from app.plans.catalogue import CatalogueEntry
from app.plans.changes import record, require_version, touch
from app.plans.commands import AddElement, ChangeElement, ElementDetails, RemoveElement
from app.plans.errors import CannotSaveElement, ElementRefusal
from app.plans.models import IntegrationPlan, PlanElement
from app.plans.queries import get_draft
from app.plans.reading import PlanCase, get_case, programme_period
from app.plans.sameness import digest_of


def add_element(session: Session, clock: Clock, actor: Actor, command: AddElement) -> PlanElement:
    """Add an element to the draft.

    Raises:
        NotFound: there is no draft.
        CannotSaveElement: its dates or hours are impossible.
    """
    case = get_case(session, actor.scope, command.participant_id)
    draft = _checked_draft(case, command.element)
    element = PlanElement(id=new_id(), plan_id=draft.id, position=_free_position(case))
    _write(element, command.element)
    draft.elements.append(element)
    touch(session, clock, draft)
    details: dict[str, object] = {
        "fields": ["elements"],
        "row_version": draft.row_version,
        "added": str(element.id),
        "kind": element.kind.value,
    }
    record(session, clock, actor, Action.PLAN_CHANGED, draft, details)
    return element


def change_element(
    session: Session, clock: Clock, actor: Actor, command: ChangeElement
) -> PlanElement:
    """Save an element of the draft.

    Raises:
        NotFound: the draft has no such element.
        PlanChanged: somebody saved it since.
        CannotSaveElement: its dates or hours are impossible.
    """
    case = get_case(session, actor.scope, command.participant_id)
    draft = _checked_draft(case, command.element)
    element = element_of(draft, command)
    require_version(session, actor, element, command.row_version)
    changed = [
        field.name
        for field in fields(command.element)
        if getattr(element, field.name) != getattr(command.element, field.name)
    ]
    if changed:
        _write(element, command.element)
        touch(session, clock, draft)
        details: dict[str, object] = {"fields": changed, "row_version": element.row_version}
        record(session, clock, actor, Action.PLAN_CHANGED, draft, details, element_id=element.id)
    return element


def remove_element(session: Session, clock: Clock, actor: Actor, command: RemoveElement) -> None:
    """Take an element out of the draft.

    Raises:
        NotFound: the draft has no such element.
        PlanChanged: somebody saved it since.
    """
    draft = get_draft(session, actor.scope, command.participant_id)
    element = element_of(draft, command)
    require_version(session, actor, element, command.row_version)
    draft.elements.remove(element)
    touch(session, clock, draft)
    details: dict[str, object] = {
        "fields": ["elements"],
        "row_version": draft.row_version,
        "removed": str(element.id),
        "kind": element.kind.value,
    }
    record(session, clock, actor, Action.PLAN_CHANGED, draft, details)


def element_of(plan: IntegrationPlan, command: ChangeElement | RemoveElement) -> PlanElement:
    """Return the element that a command speaks of.

    Raises:
        NotFound: the plan has no such element.
    """
    for element in plan.elements:
        if element.id == command.element_id:
            return element
    raise NotFound


def details_of_element(element: PlanElement) -> ElementDetails:
    """Return what the edit page of an element shows."""
    return ElementDetails(
        kind=element.kind,
        first_day=element.first_day,
        last_day=element.last_day,
        minutes_per_week=element.minutes_per_week,
        title=element.title,
        provider=element.provider,
        catalogue_id=element.catalogue_id,
        place=element.place,
        responsible=element.responsible,
        reason=element.reason,
    )


def proposed_element(
    programme: Period, entry: CatalogueEntry, *, reason: str = ""
) -> ElementDetails:
    """Return a standard element for the whole programme, with the catalogue's hours."""
    return ElementDetails(
        kind=entry.kind,
        first_day=programme.first_day,
        last_day=programme.last_day,
        minutes_per_week=entry.minutes_per_week,
        catalogue_id=entry.variant_id,
        reason=reason,
    )


def _free_position(case: PlanCase) -> int:
    """Return a position that no version has used: it tells which copies are the same element."""
    taken = (each.position for plan in case.versions for each in plan.elements)
    return max(taken, default=0) + 1


def _checked_draft(case: PlanCase, element: ElementDetails) -> IntegrationPlan:
    """Return the draft if the element can be in it."""
    if case.draft is None:
        raise NotFound
    if element.last_day < element.first_day:
        raise CannotSaveElement(ElementRefusal.LAST_DAY_BEFORE_FIRST)
    if element.minutes_per_week <= 0:
        raise CannotSaveElement(ElementRefusal.NO_HOURS)
    within = programme_period(case, case.draft)
    if within.intersection(Period(element.first_day, element.last_day)) != Period(
        element.first_day, element.last_day
    ):
        raise CannotSaveElement(ElementRefusal.OUTSIDE_PROGRAMME)
    return case.draft


def _write(element: PlanElement, details: ElementDetails) -> None:
    for field in fields(details):
        setattr(element, field.name, getattr(details, field.name))
    element.reason_digest = digest_of(details.reason)
