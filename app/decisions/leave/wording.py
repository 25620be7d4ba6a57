"""Applications for leave in words."""

from typing import assert_never

from app.attendance.presenters.reasons import reason_text
from app.decisions.leave.errors import ApplicationRefusal, DecideLeaveRefusal
from app.decisions.leave.kinds import KIND_OF_REASON, LeaveOutcome, LeaveStage, LeaveWay
from app.i18n.text import gettext as _

Refused = tuple[str | None, str]
"""The field concerned, if one is, and the sentence."""


def way_text(way: LeaveWay) -> str:
    """Return how an application came."""
    match way:
        case LeaveWay.TALK:
            return _("Muntlig")
        case LeaveWay.PAPER:
            return _("På papir")
        case LeaveWay.PORTAL:
            return _("I portalen")
        case _:
            assert_never(way)


def way_choices() -> list[tuple[str, str]]:
    """Return how an application that a caseworker registers can have come."""
    return [(way.value, way_text(way)) for way in (LeaveWay.TALK, LeaveWay.PAPER)]


def reason_choices() -> list[tuple[str, str]]:
    """Return what can be applied for."""
    return [(reason.value, reason_text(reason)) for reason in KIND_OF_REASON]


def outcome_text(outcome: LeaveOutcome) -> str:
    """Return what was decided."""
    match outcome:
        case LeaveOutcome.GRANTED:
            return _("Innvilget")
        case LeaveOutcome.PARTLY:
            return _("Delvis innvilget")
        case LeaveOutcome.REFUSED:
            return _("Avslått")
        case _:
            assert_never(outcome)


def outcome_choices() -> list[tuple[str, str]]:
    """Return what can be decided."""
    return [
        (LeaveOutcome.GRANTED.value, _("Innvilg alle dagene")),
        (LeaveOutcome.PARTLY.value, _("Innvilg noen av dagene")),
        (LeaveOutcome.REFUSED.value, _("Avslå søknaden")),
    ]


def stage_text(stage: LeaveStage) -> tuple[str, str]:
    """Return how far an application has come, and the colour that repeats it."""
    match stage:
        case LeaveStage.RECEIVED:
            return _("Ikke avgjort"), "warning"
        case LeaveStage.DRAFT:
            return _("Vedtaket er et utkast"), "info"
        case LeaveStage.DECIDED:
            return _("Avgjort"), "success"
        case LeaveStage.CLOSED:
            return _("Avsluttet uten vedtak"), "neutral"
        case _:
            assert_never(stage)


def application_refusal(reason: ApplicationRefusal) -> Refused:
    """Return why an application was not registered."""
    match reason:
        case ApplicationRefusal.LAST_DAY_BEFORE_FIRST:
            return "last_day", _("Den siste dagen kan ikke være før den første.")
        case ApplicationRefusal.TOO_LONG:
            return "last_day", _("Det er søkt om mer enn ett år. Sjekk datoene.")
        case ApplicationRefusal.IN_THE_FUTURE:
            return "received_on", _("Dagen kan ikke være fram i tid.")
        case ApplicationRefusal.NOT_APPLIED_FOR:
            return "reason", _("Velg en av grunnene i listen.")
        case ApplicationRefusal.NO_GROUND:
            return "welfare_ground", _("Velg velferdsgrunnen.")
        case ApplicationRefusal.NO_CHILD:
            return "child_id", _("Velg hvilket barn det gjelder.")
        case ApplicationRefusal.UNKNOWN_CHILD:
            return "child_id", _("Velg et av barna i listen.")
        case ApplicationRefusal.NO_PROGRAMME:
            return None, _("Deltakeren har ikke noe program ennå.")
        case _:
            assert_never(reason)


def decide_refusal(reason: DecideLeaveRefusal) -> Refused:
    """Return why an application was not decided or closed."""
    match reason:
        case DecideLeaveRefusal.OVER:
            return None, _("Søknaden er avgjort eller avsluttet. Last siden på nytt.")
        case DecideLeaveRefusal.NO_DAYS:
            return "first_day", _("Skriv hvilke dager du innvilger.")
        case DecideLeaveRefusal.OUTSIDE:
            return "first_day", _("Dagene må være blant dem deltakeren søkte om.")
        case DecideLeaveRefusal.ALL_DAYS:
            return "first_day", _("Dette er alle dagene. Velg å innvilge alle dagene.")
        case DecideLeaveRefusal.NOT_VALID:
            return "outcome", _(
                "Etter reglene blir noen av dagene ugyldige og gir trekk selv om de innvilges. "
                "Innvilg færre dager, eller avslutt søknaden og registrer den som tillatelse."
            )
        case DecideLeaveRefusal.IN_THE_WAY:
            return "outcome", _(
                "Annet fravær er registrert på en av dagene, eller de er før programmet begynte. "
                "Rett fraværet først."
            )
        case DecideLeaveRefusal.NO_REASON:
            return "reason", _("Skriv hvorfor søknaden avsluttes.")
        case _:
            assert_never(reason)
