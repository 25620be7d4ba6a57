"""Decisions in words: kinds, stages, ways of sending, and why something was refused."""

from typing import assert_never

from app.accounts.models import LanguageForm
from app.decisions.errors import (
    ApprovalRefusal,
    CannotIssueDecision,
    DraftRefusal,
    IssueRefusal,
    RegistrationRefusal,
)
from app.decisions.states import ArrivalSource, DecisionKind, SendingWay, Stage
from app.i18n.text import gettext as _
from app.plans.answers.kinds import ApprovalOutcome

Refused = tuple[str | None, str]
"""The field concerned, if one is, and the sentence."""


def kind_text(kind: DecisionKind) -> str:  # noqa: C901 (one sentence each)
    """Return what a decision is about."""
    match kind:
        case DecisionKind.PROGRAMME_AND_PLAN:
            return _("Introduksjonsprogram og integreringsplan")
        case DecisionKind.ESSENTIAL_CHANGE:
            return _("Vesentlig endring av integreringsplanen")
        case DecisionKind.BENEFIT_REDUCTION:
            return _("Trekk i introduksjonsstønaden")
        case DecisionKind.ABSENCE_PERMISSION:
            return _("Tillatelse til fravær")
        case DecisionKind.LEAVE:
            return _("Permisjon")
        case DecisionKind.RELIGIOUS_DAYS:
            return _("Fri på religiøs høytid")
        case DecisionKind.SELF_CERTIFICATION_WITHDRAWAL:
            return _("Bortfall av retten til egenmelding")
        case DecisionKind.ILLNESS_BENEFIT_WITHDRAWAL:
            return _("Ingen stønad ved langvarig sykdom")
        case DecisionKind.SUSPENSION:
            return _("Midlertidig stans av programmet")
        case DecisionKind.TERMINATION:
            return _("Varig stans av programmet")
        case _:
            assert_never(kind)


def missing_text(kind: DecisionKind) -> str:
    """Return why a decision is due."""
    match kind:
        case DecisionKind.PROGRAMME_AND_PLAN:
            return _(
                "Planen er fastsatt, men deltakeren har ikke fått vedtak om program og plan. "
                "Vedtaket skal være skriftlig, gi en begrunnelse og si hvordan man kan klage."
            )
        case DecisionKind.ESSENTIAL_CHANGE:
            return _(
                "Planen er vesentlig endret siden forrige vedtak. Endringen er et enkeltvedtak, og "
                "deltakeren skal få et brev om den."
            )
        case DecisionKind.BENEFIT_REDUCTION:
            return _("Deltakeren er varslet om trekk. Trekket skal skrives som et vedtak.")
        case DecisionKind.ABSENCE_PERMISSION | DecisionKind.LEAVE | DecisionKind.RELIGIOUS_DAYS:
            return _("Deltakeren har søkt. Svaret skal skrives som et vedtak.")
        case (
            DecisionKind.SELF_CERTIFICATION_WITHDRAWAL
            | DecisionKind.ILLNESS_BENEFIT_WITHDRAWAL
            | DecisionKind.SUSPENSION
            | DecisionKind.TERMINATION
        ):
            return _("Deltakeren er varslet. Det dere bestemmer, skal skrives som et vedtak.")
        case _:
            assert_never(kind)


def stage_text(stage: Stage) -> tuple[str, str]:
    """Return how far a decision has come, and the colour that repeats it."""
    match stage:
        case Stage.DRAFT:
            return _("Utkast"), "warning"
        case Stage.WAITING_FOR_LEADER:
            return _("Venter på leder"), "info"
        case Stage.SENT_BACK:
            return _("Sendt tilbake"), "warning"
        case Stage.APPROVED:
            return _("Godkjent av leder"), "success"
        case Stage.ISSUED:
            return _("Gjort, ikke sendt"), "warning"
        case Stage.SENT:
            return _("Sendt, ikke kjent når det kom fram"), "warning"
        case Stage.REACHED:
            return _("Kommet fram, klagefristen løper"), "info"
        case Stage.FINAL:
            return _("Klagefristen er ute"), "neutral"
        case _:
            assert_never(stage)


def form_choices() -> list[tuple[str, str]]:
    """Return the forms of Norwegian."""
    return [(LanguageForm.NB.value, _("Bokmål")), (LanguageForm.NN.value, _("Nynorsk"))]


def way_text(way: SendingWay) -> str:
    """Return how a letter was sent."""
    match way:
        case SendingWay.HANDED_OVER:
            return _("Gitt til deltakeren")
        case SendingWay.POST:
            return _("Sendt i posten")
        case SendingWay.DIGITAL:
            return _("Gjort tilgjengelig digitalt, og varslet")
        case _:
            assert_never(way)


def way_choices() -> list[tuple[str, str]]:
    """Return the ways of sending."""
    return [(way.value, way_text(way)) for way in SendingWay]


def source_text(source: ArrivalSource) -> str:
    """Return how it is known that a letter arrived."""
    match source:
        case ArrivalSource.HANDED_OVER:
            return _("Vi ga det til deltakeren")
        case ArrivalSource.RECEIPT:
            return _("Kvittering fra posten")
        case ArrivalSource.PARTICIPANT_SAID_SO:
            return _("Deltakeren har sagt det")
        case ArrivalSource.ESTIMATED:
            return _("Vi vet det ikke, og har regnet det ut")
        case ArrivalSource.ALERTED:
            return _("Digitalt: tilgjengelig, og varslet er sendt")
        case _:
            assert_never(source)


def source_choices() -> list[tuple[str, str]]:
    """Return how it can be known that a letter arrived."""
    return [(source.value, source_text(source)) for source in ArrivalSource]


def approval_choices() -> list[tuple[str, str]]:
    """Return what a leader can answer."""
    return [
        (ApprovalOutcome.APPROVED.value, _("Godkjenn vedtaket")),
        (ApprovalOutcome.SENT_BACK.value, _("Send det tilbake")),
    ]


def draft_refusal(reason: DraftRefusal) -> Refused:
    """Return why a draft was not begun or saved."""
    match reason:
        case DraftRefusal.NOT_DUE:
            return None, _("Det er ikke noe vedtak å skrive om planen nå. Last siden på nytt.")
        case DraftRefusal.ALREADY_BEGUN:
            return None, _("Andre har begynt på dette vedtaket. Åpne utkastet deres.")
        case DraftRefusal.UNKNOWN_LANGUAGE:
            return "summary_language", _("Sammendraget finnes ikke på dette språket.")
        case DraftRefusal.IN_THE_FUTURE:
            return "decided_on", _("Vedtaksdatoen kan ikke være fram i tid.")
        case DraftRefusal.BEFORE_PLAN:
            return "decided_on", _("Vedtaket kan ikke være eldre enn planen det gjelder.")
        case _:
            assert_never(reason)


def approval_refusal(reason: ApprovalRefusal) -> Refused:
    """Return why a draft was not sent, approved or sent back."""
    match reason:
        case ApprovalRefusal.NOT_DEMANDED:
            return None, _("Kommunen har valgt at vedtak ikke trenger godkjenning.")
        case ApprovalRefusal.INCOMPLETE:
            return None, _("Skriv begrunnelsen, og se at vedtaket gjelder planen som holder nå.")
        case ApprovalRefusal.ALREADY_SENT:
            return None, _("Vedtaket er allerede sendt til en leder.")
        case ApprovalRefusal.NOTHING_SENT:
            return None, _("Dette vedtaket venter ikke på godkjenning. Last siden på nytt.")
        case ApprovalRefusal.CHANGED_SINCE:
            return None, _("Vedtaket er endret etter at det ble sendt. Det må sendes på nytt.")
        case ApprovalRefusal.OWN_WORK:
            return None, _("Du har sendt eller skrevet i vedtaket. En annen leder må se på det.")
        case ApprovalRefusal.NO_REASON:
            return "reason", _("Skriv hvorfor du sender vedtaket tilbake.")
        case _:
            assert_never(reason)


def issue_refusal(refusal: CannotIssueDecision) -> str:
    """Return why a decision was not issued."""
    if refusal.reason is IssueRefusal.UNPRINTABLE:
        return _(
            "Et navn eller en tekst har et tegn som ikke kan skrives ut på papir (%(codepoint)s). "
            "Rett teksten, og prøv igjen.",
            codepoint=refusal.codepoint,
        )
    return missing_before_issue(refusal.reason)


def missing_before_issue(reason: IssueRefusal) -> str:
    """Return what must be done before a decision can be issued."""
    match reason:
        case IssueRefusal.NO_REASONS:
            return _("Skriv begrunnelsen først. Et vedtak skal ha en begrunnelse.")
        case IssueRefusal.OTHER_PLAN:
            return _(
                "Vedtaket gjelder en plan som ikke holder lenger. Forkast utkastet, og skriv et "
                "nytt vedtak."
            )
        case IssueRefusal.OTHER_PAYMENT:
            return _(
                "Måneden er beregnet på nytt, og trekket er et annet. Forkast utkastet, og skriv "
                "et nytt vedtak eller varsel."
            )
        case IssueRefusal.OTHER_ABSENCE:
            return _(
                "Dagene kan ikke føres som innvilget: annet fravær er registrert der, eller "
                "reglene sier noe annet nå. Rett fraværet, eller forkast utkastet."
            )
        case IssueRefusal.OTHER_DAYS:
            return _(
                "Vedtaket kan ikke virke fra den dagen det står. Det må gjelde fra tidligst i "
                "morgen, i et program som er i gang. Forkast utkastet, og velg nye dager."
            )
        case IssueRefusal.NOT_APPROVED:
            return _("En leder må godkjenne vedtaket slik det er nå.")
        case IssueRefusal.UNPRINTABLE:
            return _("En tekst har et tegn som ikke kan skrives ut på papir.")
        case _:
            assert_never(reason)


def registration_refusal(reason: RegistrationRefusal) -> Refused:
    """Return why sending or arrival was not registered."""
    match reason:
        case RegistrationRefusal.NOT_ISSUED:
            return None, _("Brevet er ikke ferdig ennå.")
        case RegistrationRefusal.NOT_SENT:
            return None, _("Registrer først at brevet er sendt.")
        case RegistrationRefusal.IN_THE_FUTURE:
            return "day", _("Dagen kan ikke være fram i tid.")
        case RegistrationRefusal.BEFORE_DECISION:
            return "day", _("Brevet kan ikke være sendt før vedtaket ble gjort.")
        case RegistrationRefusal.BEFORE_SENDING:
            return "day", _("Brevet kan ikke ha kommet fram før det ble sendt.")
        case RegistrationRefusal.NO_NOTE:
            return "note", _("Skriv hvordan dere har regnet ut dagen.")
        case _:
            assert_never(reason)
