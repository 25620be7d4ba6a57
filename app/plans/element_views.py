"""The pages of one element of the draft."""

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.actor import CASE_STAFF
from app.core.errors import NotFound
from app.enrolment.presenters import full_name
from app.i18n.text import gettext as _
from app.plans import elements, presenters, service, wording
from app.plans.catalogue import STANDARD_ELEMENTS, CatalogueEntry
from app.plans.commands import ElementDetails, RemoveElement
from app.plans.elements import proposed_element
from app.plans.errors import CannotSaveElement, PlanChanged
from app.plans.forms import ConfirmForm, ElementForm
from app.plans.models import PlanElement
from app.plans.reading import PlanCase, get_case, programme_period
from app.plans.views import bp
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.looks import shown
from app.web.transactions import transactional

__all__ = ["bp"]


@bp.route("/elementer/ny", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def add_element(participant_id: UUID) -> ResponseReturnValue:
    """Choose a standard element, and add it with dates and hours."""
    case = _case_with_draft(participant_id)
    form = ElementForm()
    if not form.is_submitted():
        entry = STANDARD_ELEMENTS.get(request.args.get("type", ""))
        if entry is None:
            return _page("plans/catalogue.html", case, entries=presenters.catalogue_views())
        form.show(_proposal(case, entry))
    elif form.validate():
        try:
            elements.add_element(session(), clock(), actor(), form.to_addition(participant_id))
        except CannotSaveElement as refusal:
            _refuse(form, refusal)
        else:
            flash(_("Elementet er lagt til."), "success")
            return _to_elements(participant_id)
    return _page("plans/element.html", case, form=form, theirs=(), element=None)


@bp.route("/elementer/<uuid:element_id>/rediger", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def edit_element(participant_id: UUID, element_id: UUID) -> ResponseReturnValue:
    """Change an element of the draft."""
    case = _case_with_draft(participant_id)
    element = _element(case, element_id)
    form = ElementForm()
    theirs: tuple[presenters.TheirValue, ...] = ()
    if not form.is_submitted():
        form.show(elements.details_of_element(element))
        form.row_version.data = element.row_version
    elif form.validate():
        command = form.to_change(participant_id, element_id)
        try:
            elements.change_element(session(), clock(), actor(), command)
        except CannotSaveElement as refusal:
            _refuse(form, refusal)
        except PlanChanged as changed:
            theirs = _renew(form, element, changed)
        else:
            flash(_("Elementet er lagret."), "success")
            return _to_elements(participant_id)
    return _page("plans/element.html", case, form=form, theirs=theirs, element=element_id)


@bp.route("/elementer/<uuid:element_id>/slett", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def remove_element(participant_id: UUID, element_id: UUID) -> ResponseReturnValue:
    """Ask, and take an element out of the draft."""
    case = _case_with_draft(participant_id)
    element = _element(case, element_id)
    form = ConfirmForm(obj=element)
    if form.validate_on_submit():
        command = RemoveElement(participant_id, element_id, form.row_version.data)
        elements.remove_element(session(), clock(), actor(), command)
        flash(_("Elementet er tatt ut av planen."), "success")
        return _to_elements(participant_id)
    title = wording.element_name(element.kind, element.title, element.catalogue_id)
    return _page("plans/remove_element.html", case, form=form, title=title)


def _case_with_draft(participant_id: UUID) -> PlanCase:
    """Return the case; a look is recorded when a form is shown."""
    case = shown(
        lambda: service.open_case(session(), clock(), actor(), participant_id),
        lambda: get_case(session(), scope(), participant_id),
    )
    if case.draft is None:
        raise NotFound
    return case


def _element(case: PlanCase, element_id: UUID) -> PlanElement:
    assert case.draft is not None, "asked for already"
    for element in case.draft.elements:
        if element.id == element_id:
            return element
    raise NotFound


def _proposal(case: PlanCase, entry: CatalogueEntry) -> ElementDetails:
    assert case.draft is not None, "asked for already"
    return proposed_element(programme_period(case, case.draft), entry)


def _refuse(form: ElementForm, refusal: CannotSaveElement) -> None:
    reason = refusal.reason
    form.refuse(wording.element_refusal_text(reason), wording.element_refusal_field(reason))


def _renew(
    form: ElementForm, element: PlanElement, changed: PlanChanged
) -> tuple[presenters.TheirValue, ...]:
    """Let the form be sent again from the version that is saved now; return what changed."""
    form.row_version.data = changed.row_version
    labels = {field.name: field.label.text for field in form}
    labels["minutes_per_week"] = form.hours_per_week.label.text
    saved = elements.details_of_element(element)
    return presenters.their_values(changed.fields, labels, saved)


def _to_elements(participant_id: UUID) -> ResponseReturnValue:
    return redirect(url_for(".show", participant_id=participant_id, _anchor="elements"), 303)


def _page(template: str, case: PlanCase, **context: object) -> str:
    return render_template(
        template,
        participant_id=case.participant.id,
        person=full_name(case.participant),
        **context,
    )
