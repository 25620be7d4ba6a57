"""Decisions about the demo people's plans: nearly all are made, and most letters have arrived."""

from datetime import timedelta

from app.config import Settings
from app.decisions import service
from app.decisions.commands import (
    BeginDecision,
    ChangeDraft,
    DraftDetails,
    Place,
    RegisterSending,
)
from app.decisions.models import AdministrativeDecision
from app.decisions.queries import list_files
from app.decisions.states import DecisionKind, SendingWay
from app.demo.calendar import clock_on
from app.demo.enrolling import Enrolled
from app.demo.planning import made_on_of
from app.demo.stage import Stage
from app.rules.law import InstallationDates
from app.rules.programme import EndGoal

NOT_DECIDED = 2
"""The newest have no decision yet; the one before them has only a draft."""
TOWARDS_WORK = (
    "Du har arbeidet før og vil raskt ut i arbeid igjen. Praksisen gir deg norsk hver dag, og "
    "arbeidsgivere som kan anbefale deg."
)
TOWARDS_EDUCATION = (
    "Du trenger mer opplæring for å få varig arbeid i Norge. Derfor er opplæring hoveddelen av "
    "programmet ditt, og norsken bygger opp under fagene."
)


def decide_plans(stage: Stage, settings: Settings, planned: list[Enrolled]) -> None:
    """Decide each plan on the day it was made."""
    dates = InstallationDates(settings.declaration_in_force_from, settings.age_sixty_in_force_from)
    decided = planned[: len(planned) - NOT_DECIDED]
    for number, enrolled in enumerate(decided):
        is_to_work = enrolled.person.end_goal is EndGoal.WORK
        draft = _write(stage, enrolled, TOWARDS_WORK if is_to_work else TOWARDS_EDUCATION)
        if number < len(decided) - 1:
            clock = clock_on(made_on_of(enrolled))
            service.issue_decision(stage.session, clock, stage.caseworker, dates, _place(draft))


def send_letters(stage: Stage, planned: list[Enrolled]) -> None:
    """Register what became of the letters: handed over, but one is in the post and one is here."""
    out = [
        (enrolled, file.decision)
        for enrolled in planned
        for file in list_files(stage.session, stage.scope, enrolled.participant_id)
        if not file.is_draft
    ]
    for number, (enrolled, decision) in enumerate(out[:-1]):
        sent_on = made_on_of(enrolled) + timedelta(days=2)
        way = SendingWay.POST if number == len(out) - 2 else SendingWay.HANDED_OVER
        command = RegisterSending(enrolled.participant_id, decision.id, way, sent_on)
        service.register_sending(stage.session, clock_on(sent_on), stage.caseworker, command)


def _write(stage: Stage, enrolled: Enrolled, reasons: str) -> AdministrativeDecision:
    clock, actor = clock_on(made_on_of(enrolled)), stage.caseworker
    command = BeginDecision(enrolled.participant_id, DecisionKind.PROGRAMME_AND_PLAN)
    draft = service.begin_decision(stage.session, clock, actor, command)
    details = DraftDetails(draft.form, draft.summary_language, None, reasons)
    change = ChangeDraft(_place(draft), details)
    return service.change_draft(stage.session, clock, actor, change)


def _place(decision: AdministrativeDecision) -> Place:
    return Place(decision.participant_id, decision.id, decision.row_version)
