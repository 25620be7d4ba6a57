"""Statements in words, for caseworkers."""

from typing import assert_never

from app.attendance.presenters.reasons import reason_text, welfare_ground_text
from app.attendance.statements.commands import Said
from app.attendance.statements.errors import StatementAnswerRefusal
from app.attendance.statements.kinds import Answer, meant_by
from app.i18n.text import gettext as _


def said_text(said: Said) -> str:
    """Return what she says, in the words of the rules."""
    meant = meant_by(said.kind, said.ground)
    if meant.welfare_ground is None:
        return reason_text(meant.reason)
    return f"{reason_text(meant.reason)}: {welfare_ground_text(meant.welfare_ground)}"


def answer_text(answer: Answer) -> str:
    """Return what a caseworker can make of it."""
    match answer:
        case Answer.SELF_CERTIFIED:
            return _("Registrer fraværet med egenmelding")
        case Answer.CERTIFIED:
            return _("Registrer fraværet med legeerklæring som er levert")
        case Answer.GRANTED:
            return _("Si ja til dagene, og registrer dem")
        case Answer.REJECTED:
            return _("Ikke godta det")
        case Answer.DECIDED | Answer.WITHDRAWN:
            return answered_text(answer)
        case _:
            assert_never(answer)


def answered_text(answer: Answer) -> str:
    """Return what became of it."""
    match answer:
        case Answer.SELF_CERTIFIED:
            return _("Registrert med egenmelding")
        case Answer.CERTIFIED:
            return _("Registrert med legeerklæring")
        case Answer.GRANTED:
            return _("Godtatt og registrert")
        case Answer.DECIDED:
            return _("Avgjort med vedtak")
        case Answer.REJECTED:
            return _("Ikke godtatt")
        case Answer.WITHDRAWN:
            return _("Trukket tilbake av deltakeren")
        case _:
            assert_never(answer)


def answer_refusal_text(refusal: StatementAnswerRefusal) -> tuple[str, str]:
    """Return the field that it concerns, empty for none, and why the answer is not kept."""
    match refusal:
        case StatementAnswerRefusal.ALREADY_ANSWERED:
            return "", _("Meldingen er besvart eller trukket tilbake.")
        case StatementAnswerRefusal.NO_REASON:
            return "reason", _("Skriv hvorfor dere ikke godtar det.")
        case StatementAnswerRefusal.NOT_POSSIBLE:
            return "answer", _("Velg ett av alternativene i listen.")
        case _:
            assert_never(refusal)
