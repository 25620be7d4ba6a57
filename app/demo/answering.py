"""What the demo people say of their plans: most agree, two do not, some have not been asked."""

from datetime import timedelta

from app.demo.calendar import ONE_WEEK, clock_on
from app.demo.enrolling import Enrolled
from app.demo.planning import made_on_of
from app.demo.stage import Stage
from app.enrolment.interpreting.commands import Interpreter, Interpreting
from app.enrolment.interpreting.kinds import (
    InterpretingMode,
    Kinship,
    NoInterpreterReason,
    QualificationCategory,
)
from app.i18n.locales import DEFAULT
from app.plans.answers.commands import DecideDisagreement, PlanReply, RegisterReply
from app.plans.answers.kinds import AnswerKind, DisagreementOutcome
from app.plans.answers.service import decide_disagreement, register_answer

DECIDED, UNDECIDED = 3, 7
"""Those who do not agree, by their number."""
NOT_ASKED = 9
"""Every so many have not been asked."""
WORDS = "Deltakeren vil heller ha praksis i butikk enn på sykehjem."
DECISION = (
    "Vi har ingen plass i butikk før sommeren. Praksisen på sykehjemmet gir mye norsk hver dag. "
    "Vi ser på dette igjen ved neste vurdering."
)


def answer_plans(stage: Stage, planned: list[Enrolled]) -> None:
    """Register what was said in a talk a week after each plan was made."""
    for number, enrolled in enumerate(planned):
        asked_on = made_on_of(enrolled) + ONE_WEEK
        if asked_on > stage.calendar.today or number % NOT_ASKED == NOT_ASKED - 1:
            continue
        disagrees = number in {DECIDED, UNDECIDED}
        reply = PlanReply(
            version=1,
            kind=AnswerKind.DISAGREES if disagrees else AnswerKind.AGREES,
            language=enrolled.person.language,
            words=WORDS if disagrees else "",
            words_language=DEFAULT.code,
        )
        command = RegisterReply(
            enrolled.participant_id, reply, asked_on, _interpreting(enrolled, number)
        )
        register_answer(stage.session, clock_on(asked_on), stage.caseworker, command)
        if number == DECIDED:
            decide_disagreement(
                stage.session,
                clock_on(asked_on + timedelta(days=2)),
                stage.leader,
                DecideDisagreement(
                    enrolled.participant_id, 1, DisagreementOutcome.PLAN_STANDS, DECISION
                ),
            )


def _interpreting(enrolled: Enrolled, number: int) -> Interpreting:
    if enrolled.person.language == DEFAULT.code:
        return Interpreting(None, NoInterpreterReason.SPEAKS_NORWEGIAN)
    return Interpreting(
        Interpreter(
            name="",
            register_id=str(10_700 + number),
            mode=InterpretingMode.SCREEN if number % 2 else InterpretingMode.PHONE,
            kinship=Kinship.NONE,
            is_adult=True,
            category=list(QualificationCategory)[number % len(QualificationCategory)],
        )
    )
