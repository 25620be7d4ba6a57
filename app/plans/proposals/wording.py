"""What the closed lists of proposals are called, and why something is refused, in sentences."""

from typing import assert_never

from app.i18n.text import gettext as _
from app.plans.proposals.errors import AnswerRefusal, ProposalRefusal
from app.plans.proposals.kinds import ProposalKind, ProposalState


def kind_text(kind: ProposalKind) -> str:
    """Return what is proposed."""
    match kind:
        case ProposalKind.NEW_ELEMENT:
            return _("Noe nytt i planen")
        case ProposalKind.CHANGE_ELEMENT:
            return _("Endre noe i planen")
        case ProposalKind.CHANGE_GOAL:
            return _("Endre et mål")
        case _:
            assert_never(kind)


def state_text(state: ProposalState) -> str:
    """Return where a proposal stands, in few words."""
    match state:
        case ProposalState.WAITING:
            return _("Venter på svar")
        case ProposalState.IN_DRAFT:
            return _("Tatt inn i utkastet")
        case ProposalState.IN_PLAN:
            return _("Tatt inn i planen")
        case ProposalState.NOT_TAKEN:
            return _("Ikke tatt inn")
        case _:
            assert_never(state)


def state_tone(state: ProposalState) -> str:
    """Return the colour that repeats the state."""
    match state:
        case ProposalState.WAITING:
            return "warning"
        case ProposalState.IN_DRAFT:
            return "info"
        case ProposalState.IN_PLAN:
            return "success"
        case ProposalState.NOT_TAKEN:
            return "neutral"
        case _:
            assert_never(state)


def proposal_refusal_text(reason: ProposalRefusal, most: int) -> str:
    """Return why the participant cannot propose this; `most` is how many she may make in a day."""
    match reason:
        case ProposalRefusal.TOO_MANY_TODAY:
            return _(
                "Du kan sende %(most)s forslag på én dag, og det har du gjort. Kom tilbake i "
                "morgen, eller snakk med rådgiveren din.",
                most=most,
            )
        case ProposalRefusal.NO_SUCH_LINE:
            return _("Planen din er endret. Gå tilbake til planen og velg på nytt.")
        case ProposalRefusal.NO_WORDS:
            return _("Skriv hva du ønsker.")
        case _:
            assert_never(reason)


def answer_refusal_text(reason: AnswerRefusal) -> str:
    """Return why a proposal is not answered like this."""
    match reason:
        case AnswerRefusal.ALREADY_ANSWERED:
            return _("Forslaget har fått svar allerede.")
        case AnswerRefusal.NO_DRAFT:
            return _("Planen har ikke noe utkast. Lag en ny versjon av planen først.")
        case AnswerRefusal.NO_REASON:
            return _("Skriv hvorfor forslaget ikke blir tatt inn.")
        case _:
            assert_never(reason)
