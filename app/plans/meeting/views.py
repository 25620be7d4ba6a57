"""The page of the plan meeting."""

from collections.abc import Sequence
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import get_municipality
from app.core.actor import CASE_STAFF
from app.core.errors import NotFound
from app.enrolment.presenters import full_name
from app.i18n.text import gettext as _
from app.plans import service, wording
from app.plans.catalogue import STANDARD_ELEMENTS
from app.plans.commands import ElementDetails, RemoveElement
from app.plans.elements import proposed_element
from app.plans.errors import CannotSavePlan, PlanChanged
from app.plans.facts import details_of, programme_details_of
from app.plans.foundations import PlanProposals, proposals_for, text_in
from app.plans.meeting import presenters
from app.plans.meeting.errors import CannotSaveLine
from app.plans.meeting.forms import MeetingForm
from app.plans.meeting.queries import find_reused
from app.plans.meeting.service import save_meeting
from app.plans.meeting.texts import free_texts
from app.plans.models import IntegrationPlan
from app.plans.presenters import FindUrl, TheirValue, goal_findings, goal_labels, their_values
from app.plans.reading import PlanCase, end_goal_options, get_case, programme_period
from app.rules.plan import EDUCATION_ORIENTED, WORK_ORIENTED
from app.rules.programme import EducationLevel
from app.web.access import access
from app.web.context import actor, clock, current_day, scope, session
from app.web.looks import shown
from app.web.transactions import transactional

bp = Blueprint("plan_meeting", __name__, url_prefix="/deltakere/<uuid:participant_id>/plan/mote")

ADD, PROPOSE, TAKE_OUT = "add:", "propose:", "take_out:"
"""What the buttons say in the field `action`; anything else only saves."""


@bp.route("", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def show(participant_id: UUID) -> ResponseReturnValue:
    """Show and save the draft on one page. Every button saves what is typed first."""
    case, draft, education = _open(participant_id)
    if draft is None or education is None:
        return redirect(_without_draft(case), 303)
    form = _form(case, draft, education)
    theirs: tuple[TheirValue, ...] = ()
    if form.is_submitted():
        action = request.form.get("action", "")
        removed = _taken_out(form, participant_id, action)
        if form.validate():
            added = _added(case, draft, education, action)
            try:
                saved = save_meeting(
                    session(),
                    clock(),
                    actor(),
                    form.to_command(participant_id, added=added, removed=removed),
                )
            except PlanChanged as changed:
                session().expire_all()
                case, draft = _saved(participant_id)
                theirs = _renew(form, case, draft, changed)
            except (CannotSavePlan, CannotSaveLine) as refusal:
                session().expire_all()
                case, draft = _saved(participant_id)
                _refuse(form, refusal)
            else:
                flash(_("Planen er lagret som utkast."), "success")
                anchor = f"element-{saved.elements[-1].id}" if added else None
                return redirect(_url(participant_id, anchor), 303)
        form.put_back()
    return _page(case, draft, education, form, theirs)


@bp.post("/sjekk")
@access(*CASE_STAFF)
@transactional
def check(participant_id: UUID) -> ResponseReturnValue:
    """Tell what the draft would lack if it were saved as it stands. Saves nothing."""
    case, draft = _saved(participant_id)
    education = case.education
    if education is None:
        raise NotFound
    form = _form(case, draft, education)
    problem = ""
    if not form.validate():
        problem = _("Noe er fylt ut feil. Sjekken viser planen slik den er lagret.")
    else:
        try:
            save_meeting(session(), clock(), actor(), form.to_command(participant_id))
        except (CannotSavePlan, CannotSaveLine, PlanChanged):
            problem = _("Dette kan ikke lagres. Trykk på Lagre for å se hvorfor.")
        session().expire_all()
        case, draft = _saved(participant_id)
    # The answer is no redirect, so that nothing of this is kept.
    view = _check(case, draft, _proposals(case, education))
    return render_template("plans/meeting/check.html", check=view, problem=problem)


def _open(
    participant_id: UUID,
) -> tuple[PlanCase, IntegrationPlan | None, EducationLevel | None]:
    """Return the case; a look is recorded when the page is shown."""
    case = shown(
        lambda: service.open_case(session(), clock(), actor(), participant_id),
        lambda: get_case(session(), scope(), participant_id),
    )
    return case, case.draft, case.education


def _saved(participant_id: UUID) -> tuple[PlanCase, IntegrationPlan]:
    case = get_case(session(), scope(), participant_id)
    if case.draft is None:
        raise NotFound
    return case, case.draft


def _without_draft(case: PlanCase) -> str:
    """Return where a draft is begun: its dates are asked for once, on a page of their own."""
    endpoint = "plans.show" if case.versions or case.education is None else "plans.edit"
    return url_for(endpoint, participant_id=case.participant.id)


def _form(case: PlanCase, draft: IntegrationPlan, education: EducationLevel) -> MeetingForm:
    assert case.programme is not None, "a draft belongs to a programme"
    form = MeetingForm()
    if draft.version > 1:
        form.leave_out_programme()
    decision = programme_details_of(case.programme)
    form.offer_goals(goal_labels(end_goal_options(case, education, decision)))
    if not form.is_submitted():
        form.show(details_of(draft), decision if draft.version == 1 else None)
        form.show_elements(draft.elements)
        form.row_version.data = draft.row_version
    return form


def _taken_out(form: MeetingForm, participant_id: UUID, action: str) -> RemoveElement | None:
    number = action.removeprefix(TAKE_OUT)
    if not action.startswith(TAKE_OUT) or not (number.isascii() and number.isdigit()):
        return None
    return form.take_out(participant_id, int(number))


def _added(
    case: PlanCase, draft: IntegrationPlan, education: EducationLevel, action: str
) -> Sequence[ElementDetails]:
    """Return the elements that the button asks for, with first proposals."""
    period = programme_period(case, draft)
    if action.startswith(ADD):
        entry = STANDARD_ELEMENTS.get(action.removeprefix(ADD))
        return (proposed_element(period, entry),) if entry else ()
    if not action.startswith(PROPOSE):
        return ()
    language = get_municipality(session(), scope()).language_form.value
    wanted = presenters.wanted_proposals(
        draft, _proposals(case, education), action.removeprefix(PROPOSE)
    )
    return tuple(
        proposed_element(
            period,
            presenters.entry_of_proposal(each),
            reason=text_in(language, each.reasons)
            if each.kind in WORK_ORIENTED | EDUCATION_ORIENTED
            else "",
        )
        for each in wanted
    )


def _proposals(case: PlanCase, education: EducationLevel) -> PlanProposals:
    assert case.programme is not None, "a draft belongs to a programme"
    decision = programme_details_of(case.programme)
    return proposals_for(case.participant, case.mapping, education, decision)


def _renew(
    form: MeetingForm, case: PlanCase, draft: IntegrationPlan, changed: PlanChanged
) -> tuple[TheirValue, ...]:
    """Let the page be sent again over what is saved now; return what others changed."""
    assert case.programme is not None, "a draft belongs to a programme"
    form.row_version.data = draft.row_version
    form.catch_up(draft.elements)
    labels = {field.name: field.label.text for field in form}
    labels["norwegian_goals"] = _("Norskmål (lytte, lese, skrive, snakke)")
    saved = (details_of(draft), programme_details_of(case.programme))
    values = their_values(changed.fields, labels, *saved)
    return values or (TheirValue(_("Elementer"), _("Se listen på planen.")),)


def _refuse(form: MeetingForm, refusal: CannotSavePlan | CannotSaveLine) -> None:
    if isinstance(refusal, CannotSavePlan):
        field = wording.plan_refusal_field(refusal.reason)
        known = field if field is not None and field in form else None
        form.refuse(wording.plan_refusal_text(refusal.reason), known)
        return
    line = form.lines[refusal.line]
    field = line[wording.element_refusal_field(refusal.reason)]
    field.errors = [*field.errors, wording.element_refusal_text(refusal.reason)]


def _check(
    case: PlanCase, draft: IntegrationPlan, proposals: PlanProposals
) -> presenters.CheckView:
    participant_id = case.participant.id
    digests = {text.digest for text in free_texts(draft)}
    reused = find_reused(session(), scope(), participant_id, digests)
    find_url = _find_url(participant_id)
    return presenters.check_view(case, draft, proposals, reused, current_day(), find_url)


def _find_url(participant_id: UUID) -> FindUrl:
    def find(anchor: str | None) -> str:
        if anchor is None:
            return url_for("mapping.show", participant_id=participant_id)
        return _url(participant_id, anchor)

    return find


def _url(participant_id: UUID, anchor: str | None = None) -> str:
    return url_for(".show", participant_id=participant_id, _anchor=anchor)


def _page(
    case: PlanCase,
    draft: IntegrationPlan,
    education: EducationLevel,
    form: MeetingForm,
    theirs: Sequence[TheirValue],
) -> str:
    assert case.programme is not None, "a draft belongs to a programme"
    proposals = _proposals(case, education)
    decision = programme_details_of(case.programme)
    check = _check(case, draft, proposals)
    return render_template(
        "plans/meeting/show.html",
        participant_id=case.participant.id,
        person=full_name(case.participant),
        form=form,
        theirs=theirs,
        check=check,
        problem="",
        texts={text.field: text for text in check.texts},
        offers=presenters.offers_view(draft, proposals),
        goal_findings=goal_findings(end_goal_options(case, education, decision)),
    )
