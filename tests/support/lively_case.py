"""A case in which as much has happened as a case can hold, for tests of what travels with it."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.core.actor import Role
from app.core.clock import today
from app.decisions import service as decisions
from app.decisions.commands import RegisterArrival, RegisterSending
from app.decisions.states import ArrivalSource, SendingWay
from app.enrolment.commands import ChangeHousehold, ChildDetails, HouseholdDetails
from app.enrolment.household import change_household
from app.enrolment.interpreting.commands import Interpreting
from app.enrolment.queries import get_participant
from app.plans.answers.commands import DecideDisagreement, PlanReply
from app.plans.answers.kinds import AnswerKind, DisagreementOutcome
from app.plans.answers.service import decide_disagreement, give_answer
from app.plans.confirmations.commands import LineVerdict, Reply
from app.plans.confirmations.kinds import Verdict
from app.plans.confirmations.service import answer_link
from app.plans.paper.written import TranslationState
from app.plans.proposals.commands import DeclineProposal
from app.plans.proposals.models import PlanProposal
from app.plans.proposals.service import decline_proposal
from app.plans.queries import find_current_plan
from app.plans.reading import get_case
from app.plans.reviews.commands import ReviewPlan, SettleEvent, Talk
from app.plans.reviews.kinds import ReviewOutcome
from app.plans.reviews.service import open_rhythm, review_plan, settle_event
from app.plans.texts.commands import Answerable, TextPlace, WriteTranslation
from app.plans.texts.service import read_texts, write_translation
from tests.support.explained import REGISTERED
from tests.support.full_case import build_full_case
from tests.support.voices import KEY, ask_school
from tests.support.world import FJORDVIK, World


def build_lively_case(session: Session, world: World, domain: str = FJORDVIK) -> UUID:
    """Make the full case, and let everybody say something; return the participant's id."""
    ids = build_full_case(session, world, domain).ids
    who = ids["participant_id"]
    _grow(session, world, domain, who)
    _answer(session, world, domain, who)
    _review(session, world, domain, who)
    _translate(session, world, domain, who)
    _send(session, world, domain, who, ids["decision_id"])
    _reply(session, world, domain, who)
    return who


def _grow(session: Session, world: World, domain: str, who: UUID) -> None:
    actor = world.actor(Role.CASEWORKER, domain)
    participant = get_participant(session, actor.scope, who)
    household = HouseholdDetails(children=(ChildDetails(date(2021, 5, 1)),))
    command = ChangeHousehold(who, participant.row_version, date(2026, 11, 1), household)
    change_household(session, world.clock, actor, command)


def _answer(session: Session, world: World, domain: str, who: UUID) -> None:
    user = world.actor(Role.PARTICIPANT, domain)
    case = get_case(session, user.scope, who)
    assert case.current is not None
    reply = PlanReply(case.current.version, AnswerKind.DISAGREES, "ar", "لا أريد هذا.", "ar")
    answer = give_answer(session, world.clock, user, case, reply)
    stands = DecideDisagreement(
        who, answer.number, DisagreementOutcome.PLAN_STANDS, "Praksisen gir mest norsk."
    )
    decide_disagreement(session, world.clock, world.actor(Role.LEADER, domain), stands)


def _review(session: Session, world: World, domain: str, who: UUID) -> None:
    actor = world.actor(Role.CASEWORKER, domain)
    talk = Talk(
        ReviewOutcome.PLAN_STANDS, "ar", Interpreting(REGISTERED), participant_words="أنا راضية.",
        words_language="ar", took_part="Lærer",
    )  # fmt: skip
    on = today(world.clock)
    command = ReviewPlan(who, on, "Hun har nådd A2 muntlig.", date(2027, 2, 1), talk)
    review_plan(session, world.clock, actor, command)
    waiting = open_rhythm(session, world.clock, actor, who)
    settled = SettleEvent(
        who, waiting.open[0].happening.key, ReviewOutcome.PLAN_STANDS, "Planen passer fortsatt."
    )
    settle_event(session, world.clock, actor, settled)


def _translate(session: Session, world: World, domain: str, who: UUID) -> None:
    actor = world.actor(Role.CASEWORKER, domain)
    plan = find_current_plan(session, actor.scope, who)
    assert plan is not None
    opened = read_texts(session, actor, who, plan.version)
    piece = opened.pieces[0]
    by = Answerable(TranslationState.CHECKED, "Tolk Tolkesen", today(world.clock))
    place = TextPlace(who, plan.version, "ar")
    command = WriteTranslation(place, piece.key, piece.digest, "", "أريد أن أعمل.", by)
    write_translation(session, world.clock, actor, command)


def _send(session: Session, world: World, domain: str, who: UUID, decision_id: UUID) -> None:
    actor, on = world.actor(Role.CASEWORKER, domain), today(world.clock)
    sending = RegisterSending(who, decision_id, SendingWay.POST, on)
    decisions.register_sending(session, world.clock, actor, sending)
    arrival = RegisterArrival(who, decision_id, on, ArrivalSource.RECEIPT)
    decisions.register_arrival(session, world.clock, actor, arrival)


def _reply(session: Session, world: World, domain: str, who: UUID) -> None:
    actor = world.actor(Role.CASEWORKER, domain)
    secret = ask_school(session, world, actor, who)
    plan = find_current_plan(session, actor.scope, who)
    assert plan is not None
    verdicts = (LineVerdict(plan.elements[0].id, Verdict.CONFIRMED),)
    answer_link(session, world.clock, secret, KEY, Reply("Rektor Hansen", "rektor", verdicts))
    proposal = session.query(PlanProposal).filter_by(participant_id=who).one()
    decline_proposal(
        session, world.clock, actor, DeclineProposal(who, proposal.id, "Ikke plass i uka nå.")
    )
