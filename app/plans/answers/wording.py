"""Approvals and answers in words, and why something was refused."""

from typing import assert_never

from app.i18n.text import gettext as _
from app.plans.answers.errors import AnswerRefusal, ApprovalRefusal, DisagreementRefusal
from app.plans.answers.kinds import AnswerKind, ApprovalOutcome, DisagreementOutcome

Refused = tuple[str | None, str]
"""The field concerned, if one is, and the sentence."""


def own_answer_choices() -> list[tuple[str, str]]:
    """Return what the participant can answer, as she says it."""
    return [
        (AnswerKind.READ.value, _("Jeg har lest planen. Jeg sier ikke ja eller nei nå.")),
        (AnswerKind.AGREES.value, _("Jeg er enig i planen.")),
        (AnswerKind.DISAGREES.value, _("Jeg er ikke enig i planen.")),
    ]


def answer_text(kind: AnswerKind) -> str:
    """Return what the participant has answered."""
    match kind:
        case AnswerKind.READ:
            return _("Har lest planen")
        case AnswerKind.AGREES:
            return _("Enig")
        case AnswerKind.DISAGREES:
            return _("Ikke enig")
        case _:
            assert_never(kind)


def answer_tone(kind: AnswerKind) -> str:
    """Return the colour of an answer."""
    match kind:
        case AnswerKind.READ:
            return "info"
        case AnswerKind.AGREES:
            return "success"
        case AnswerKind.DISAGREES:
            return "warning"
        case _:
            assert_never(kind)


def staff_answer_choices() -> list[tuple[str, str]]:
    """Return what the participant can have said at a meeting."""
    return [(kind.value, answer_text(kind)) for kind in AnswerKind]


def approval_choices() -> list[tuple[str, str]]:
    """Return what a leader can answer."""
    return [
        (ApprovalOutcome.APPROVED.value, _("Godkjenn utkastet")),
        (ApprovalOutcome.SENT_BACK.value, _("Send tilbake")),
    ]


def outcome_text(outcome: DisagreementOutcome) -> str:
    """Return what the municipality decided."""
    match outcome:
        case DisagreementOutcome.PLAN_STANDS:
            return _("Kommunen har bestemt at planen blir som den er.")
        case DisagreementOutcome.PLAN_CHANGES:
            return _("Kommunen har bestemt at planen skal endres.")
        case _:
            assert_never(outcome)


def outcome_choices() -> list[tuple[str, str]]:
    """Return what can be decided about a disagreement."""
    return [
        (DisagreementOutcome.PLAN_STANDS.value, _("Planen blir som den er")),
        (
            DisagreementOutcome.PLAN_CHANGES.value,
            _("Planen skal endres. Det blir laget et utkast til ny versjon."),
        ),
    ]


def approval_refusal(reason: ApprovalRefusal) -> Refused:
    """Return why the draft was not sent, approved or sent back."""
    match reason:
        case ApprovalRefusal.NOT_DEMANDED:
            return None, _("Kommunen har valgt at planer ikke trenger godkjenning.")
        case ApprovalRefusal.INCOMPLETE:
            return None, _("Planen mangler noe loven krever. Rett det før du sender den.")
        case ApprovalRefusal.CHANGE_NOT_JUDGED:
            return None, _("Avgjør først om endringen er liten eller vesentlig.")
        case ApprovalRefusal.ALREADY_SENT:
            return None, _("Utkastet er allerede sendt til en leder.")
        case ApprovalRefusal.NOTHING_SENT:
            return None, _("Ingen utkast venter på godkjenning. Åpne planen på nytt.")
        case ApprovalRefusal.CHANGED_SINCE:
            return None, _("Utkastet er endret etter at det ble sendt. Det må sendes på nytt.")
        case ApprovalRefusal.OWN_WORK:
            return None, _("Du har sendt eller skrevet i utkastet. En annen leder må se på det.")
        case ApprovalRefusal.NO_REASON:
            return "reason", _("Skriv hvorfor du sender utkastet tilbake.")
        case _:
            assert_never(reason)


def answer_refusal(reason: AnswerRefusal) -> Refused:
    """Return why the answer was not kept."""
    match reason:
        case AnswerRefusal.NO_FIXED_PLAN:
            return None, _("Det er ingen ferdig plan å svare på.")
        case AnswerRefusal.OTHER_VERSION:
            return None, _("Planen er ny siden siden ble åpnet. Les den før du svarer.")
        case AnswerRefusal.NO_WORDS:
            return "words", _("Skriv hva uenigheten gjelder.")
        case AnswerRefusal.NO_LANGUAGE:
            return "words_language", _("Velg språket teksten er skrevet på.")
        case AnswerRefusal.IN_THE_FUTURE:
            return "explained_on", _("Samtalen kan ikke ha en dato fram i tid.")
        case AnswerRefusal.BEFORE_PLAN:
            return "explained_on", _("Samtalen kan ikke ha vært før planen ble fastsatt.")
        case _:
            assert_never(reason)


def disagreement_refusal(reason: DisagreementRefusal) -> Refused:
    """Return why nothing was decided."""
    match reason:
        case DisagreementRefusal.NOTHING_TO_DECIDE:
            return None, _("Det er ingen uenighet å avgjøre nå. Se svarene på nytt.")
        case DisagreementRefusal.NO_REASON:
            return "reason", _("Skriv hvorfor. Deltakeren leser det.")
        case _:
            assert_never(reason)
