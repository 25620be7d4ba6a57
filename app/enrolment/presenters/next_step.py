"""What to do next for a participant, and by when."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

from app.enrolment.models import Participant
from app.i18n import format as fmt
from app.i18n.text import gettext as _
from app.rules.eligibility import TargetGroup, TargetGroupAssessment

SOON = timedelta(days=30)


class NextStep(StrEnum):
    """The first thing that is not done, in the order in which the law asks for it."""

    CLARIFY = "clarify"
    MAP = "map"
    GUIDE = "guide"
    DECIDE = "decide"
    FOLLOW_UP = "follow_up"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class NextStepView:
    """The next step in words."""

    step: NextStep
    title: str
    sentence: str
    tone: str
    endpoint: str
    """The page where it is done, or empty."""
    link_text: str


def find_next_step(participant: Participant, assessment: TargetGroupAssessment) -> NextStep:
    """Return the first thing that is not done."""
    if participant.decided_on is not None:
        return NextStep.FOLLOW_UP
    if assessment.clarifications:
        return NextStep.CLARIFY
    if assessment.group is TargetGroup.OUTSIDE:
        return NextStep.NOTHING
    if not participant.mapped_on and not participant.mapping_missing_reason:
        return NextStep.MAP
    if not participant.guided_on and not participant.guidance_missing_reason:
        return NextStep.GUIDE
    return NextStep.DECIDE


def next_step_view(
    participant: Participant, assessment: TargetGroupAssessment, present_day: date
) -> NextStepView:
    """Return the next step in words."""
    step = find_next_step(participant, assessment)
    deadline = assessment.decision_and_start_deadline
    title, sentence = _words(step)
    if step is NextStep.DECIDE and deadline:
        title = _("Fatt vedtak innen %(day)s", day=fmt.short_date(deadline))
        sentence = _(
            "Vedtaket skal være fattet og programmet begynt innen %(day)s. "
            "Lag integreringsplanen først.",
            day=fmt.short_date(deadline),
        )
    endpoint, link_text = _place(step)
    tone = _tone(step, deadline, present_day)
    return NextStepView(step, title, sentence, tone, endpoint, link_text)


def _words(step: NextStep) -> tuple[str, str]:
    match step:
        case NextStep.CLARIFY:
            return _("Avklar målgruppen"), _(
                "Noe må avklares før det er sikkert hvilken målgruppe personen er i."
            )
        case NextStep.MAP:
            return _("Kartlegg kompetansen"), _(
                "Planen skal bygge på kartleggingen. "
                "Registrer den, eller skriv hvorfor den mangler."
            )
        case NextStep.GUIDE:
            return _("Registrer karriereveiledning"), _(
                "Karriereveiledningen bør være gitt før vedtaket. "
                "Registrer den, eller skriv hvorfor den mangler."
            )
        case NextStep.DECIDE:
            return _("Vurder tilbud om program"), _(
                "Kommunen bestemmer om personen skal få tilbud. Lag integreringsplanen først."
            )
        case NextStep.FOLLOW_UP:
            return _("Følg opp planen"), _("Vedtaket er fattet. Planen vurderes jevnlig.")
        case NextStep.NOTHING:
            return _("Ikke noe nå"), _("Personen er utenfor målgruppen.")
        case _:
            assert_never(step)


def _place(step: NextStep) -> tuple[str, str]:
    match step:
        case NextStep.CLARIFY:
            return "participants.change", _("Rett opplysningene")
        case NextStep.MAP | NextStep.GUIDE:
            return "mapping.show", _("Til kartleggingen")
        case NextStep.DECIDE | NextStep.FOLLOW_UP:
            return "plans.show", _("Til planen")
        case NextStep.NOTHING:
            return "", ""
        case _:
            assert_never(step)


def _tone(step: NextStep, deadline: date | None, present_day: date) -> str:
    """Return the colour: the deadline runs until the decision is made, whatever the step is."""
    if step in (NextStep.FOLLOW_UP, NextStep.NOTHING):
        return "neutral"
    if deadline is not None and deadline < present_day:
        return "danger"
    is_near = deadline is not None and deadline - present_day <= SOON
    return "warning" if is_near or step is NextStep.CLARIFY else "info"
