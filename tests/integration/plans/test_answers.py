"""What a participant says of her plan: kept as it was said, with language, time and version."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from app.audit.models import AuditEvent
from app.core.actor import Actor, Role
from app.core.errors import NotFound
from app.enrolment.interpreting.commands import Interpreting
from app.enrolment.interpreting.errors import InterpretingRefusal
from app.enrolment.interpreting.kinds import InterpreterUse, Kinship, NoInterpreterReason
from app.enrolment.service import link_user
from app.extensions import db
from app.plans import service
from app.plans.answers.commands import DecideDisagreement, PlanReply, RegisterReply
from app.plans.answers.errors import (
    AnswerRefusal,
    CannotAnswerPlan,
    CannotDecideDisagreement,
    CannotRegisterTalk,
    DisagreementRefusal,
)
from app.plans.answers.kinds import AnswerKind, AnswerWay, DisagreementOutcome, WaitingFor
from app.plans.answers.models import AnswerTouched, DisagreementDecision, PlanAnswer
from app.plans.answers.queries import (
    ANSWER_WITHIN,
    find_last_answer,
    list_answers,
    list_waiting,
)
from app.plans.answers.service import (
    decide_disagreement,
    disagreements,
    give_answer,
    register_answer,
)
from app.plans.answers.service.disagreements import find_disagreement
from app.plans.paper.words import plan_words
from app.plans.queries import find_draft
from app.plans.reading import get_case
from tests.integration.plans.conftest import Plans
from tests.support.client import Browser
from tests.support.explained import REGISTERED, explanation_fields
from tests.support.world import NOW

BrowserFor = Callable[..., Browser]

SPOKEN = "لا أريد العمل في المخبز."
NO_NEED = Interpreting(None, NoInterpreterReason.SPEAKS_NORWEGIAN)
DISAGREES = PlanReply(1, AnswerKind.DISAGREES, "ar", SPOKEN, "ar")
AGREES = PlanReply(1, AnswerKind.AGREES, "ar")


def herself(plans: Plans) -> Actor:
    return plans.world.actor(Role.PARTICIPANT, plans.domain)


def say(plans: Plans, reply: PlanReply) -> PlanAnswer:
    """Answer on her own page."""
    case = get_case(db.session, plans.actor.scope, plans.participant_id)
    return give_answer(db.session, plans.world.clock, herself(plans), case, reply)


def told(plans: Plans, reply: PlanReply, interpreting: Interpreting = NO_NEED) -> RegisterReply:
    return RegisterReply(plans.participant_id, reply, date(2026, 11, 20), interpreting)


def register(plans: Plans, command: RegisterReply) -> PlanAnswer:
    return register_answer(db.session, plans.world.clock, plans.actor, command)


def settle(plans: Plans, **changes: object) -> DisagreementDecision:
    plain = DecideDisagreement(
        plans.participant_id, 1, DisagreementOutcome.PLAN_STANDS, "Praksisen gir norsk."
    )
    command = replace(plain, **changes)  # type: ignore[arg-type]
    return decide_disagreement(db.session, plans.world.clock, plans.actor, command)


def link(plans: Plans) -> None:
    user = plans.world.user(Role.PARTICIPANT, plans.domain)
    link_user(db.session, plans.world.clock, plans.actor, plans.participant_id, user.id)


@pytest.mark.usefixtures("app_context")
def test_her_own_answer_is_kept_with_language_time_and_version(plans: Plans) -> None:
    plan = plans.fixed()
    answer = say(plans, DISAGREES)
    db.session.commit()
    assert (answer.plan_id, answer.kind, answer.way) == (
        plan.id,
        AnswerKind.DISAGREES,
        AnswerWay.OWN_PAGE,
    )
    assert (answer.words, answer.words_language, answer.language) == (SPOKEN, "ar", "ar")
    assert (answer.registered_at, answer.answered_on) == (NOW, date(2026, 11, 20))
    assert answer.registered_by == herself(plans).user_id
    event = db.session.scalars(select(AuditEvent).where(AuditEvent.action == "plan_answered")).one()
    assert event.details == {"version": 1, "answer": "disagrees", "way": "own_page"}
    assert SPOKEN not in str(event.details)


@pytest.mark.usefixtures("app_context")
def test_a_newer_answer_follows_and_the_older_one_stays(plans: Plans) -> None:
    plans.fixed()
    for kind in (AnswerKind.DISAGREES, AnswerKind.AGREES, AnswerKind.READ):
        say(plans, replace(DISAGREES, kind=kind))
    db.session.commit()
    answers = list_answers(db.session, plans.actor.scope, plans.participant_id)
    assert [each.answer.kind for each in answers] == [
        AnswerKind.READ,
        AnswerKind.AGREES,
        AnswerKind.DISAGREES,
    ]
    last = find_last_answer(answers, 1)
    assert last is not None
    assert last.answer.kind is AnswerKind.AGREES, "a receipt takes nothing back"
    for spoil in (
        lambda: setattr(last.answer, "kind", AnswerKind.DISAGREES),
        lambda: db.session.delete(last.answer),
    ):
        spoil()
        with pytest.raises(AnswerTouched):
            db.session.flush()
        db.session.rollback()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"version": 2}, AnswerRefusal.OTHER_VERSION),
        ({"words": ""}, AnswerRefusal.NO_WORDS),
        ({"words_language": ""}, AnswerRefusal.NO_LANGUAGE),
        ({"language": ""}, AnswerRefusal.NO_LANGUAGE),
    ],
)
@pytest.mark.usefixtures("app_context")
def test_half_an_answer_is_refused(
    plans: Plans, changes: dict[str, object], reason: AnswerRefusal
) -> None:
    plans.fixed()
    with pytest.raises(CannotAnswerPlan) as refused:
        say(plans, replace(DISAGREES, **changes))  # type: ignore[arg-type]
    assert refused.value.reason is reason


@pytest.mark.usefixtures("app_context")
def test_a_draft_is_not_answered(plans: Plans) -> None:
    plans.create()
    with pytest.raises(CannotAnswerPlan) as refused:
        say(plans, AGREES)
    assert refused.value.reason is AnswerRefusal.NO_FIXED_PLAN


@pytest.mark.usefixtures("app_context")
def test_an_answer_at_a_meeting_says_who_interpreted(plans: Plans) -> None:
    plans.fixed()
    answer = register(plans, told(plans, DISAGREES, Interpreting(REGISTERED)))
    db.session.commit()
    assert answer.way is AnswerWay.MEETING
    assert answer.interpreter_use is InterpreterUse.REGISTERED
    assert (answer.interpreter_name, answer.is_adult) == ("Tolk Tolkesen", True)
    assert answer.registered_by == plans.actor.user_id


@pytest.mark.parametrize(
    ("interpreting", "reason"),
    [
        (Interpreting(None), InterpretingRefusal.NO_REASON),
        (
            Interpreting(None, NoInterpreterReason.DECLINED),
            InterpretingRefusal.NO_NOTE,
        ),
        (
            Interpreting(replace(REGISTERED, name="", register_id="")),
            InterpretingRefusal.NO_INTERPRETER_NAMED,
        ),
        (
            Interpreting(replace(REGISTERED, kinship=Kinship.CHILD)),
            InterpretingRefusal.INTERPRETER_IS_CHILD,
        ),
        (
            Interpreting(replace(REGISTERED, is_adult=False)),
            InterpretingRefusal.ADULT_NOT_CONFIRMED,
        ),
        (
            Interpreting(replace(REGISTERED, category=None)),
            InterpretingRefusal.NO_EXEMPTION,
        ),
        (
            Interpreting(replace(REGISTERED, kinship=Kinship.RELATIVE)),
            InterpretingRefusal.NO_NOTE,
        ),
    ],
)
@pytest.mark.usefixtures("app_context")
def test_a_meeting_without_its_stamp_is_refused(
    plans: Plans, interpreting: Interpreting, reason: InterpretingRefusal
) -> None:
    plans.fixed()
    with pytest.raises(CannotRegisterTalk) as refused:
        register(plans, told(plans, AGREES, interpreting))
    assert refused.value.reason is reason


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2026, 11, 21), AnswerRefusal.IN_THE_FUTURE),
        (date(2026, 11, 19), AnswerRefusal.BEFORE_PLAN),
    ],
)
@pytest.mark.usefixtures("app_context")
def test_a_meeting_is_held_after_the_plan_was_fixed(
    plans: Plans, day: date, reason: AnswerRefusal
) -> None:
    plans.fixed()
    with pytest.raises(CannotAnswerPlan) as refused:
        register(plans, replace(told(plans, AGREES), answered_on=day))
    assert refused.value.reason is reason


@pytest.mark.parametrize(
    "broken",
    [
        {"words": ""},
        {"words_language": ""},
        {"way": "meeting"},
        {"interpreter_use": "none"},
        {"interpreter_use": "registered", "mode": "phone", "kinship": "none"},
    ],
)
@pytest.mark.usefixtures("app_context")
def test_the_database_itself_refuses_half_an_answer(plans: Plans, broken: dict[str, str]) -> None:
    plans.fixed()
    answer = say(plans, DISAGREES)
    db.session.commit()
    with pytest.raises(IntegrityError):
        db.session.execute(update(PlanAnswer).where(PlanAnswer.id == answer.id).values(**broken))
    db.session.rollback()


@pytest.mark.usefixtures("app_context")
def test_a_named_person_decides_a_disagreement_once(plans: Plans) -> None:
    plans.fixed()
    say(plans, DISAGREES)
    with pytest.raises(CannotDecideDisagreement) as refused:
        settle(plans, reason="")
    assert refused.value.reason is DisagreementRefusal.NO_REASON
    decision = settle(plans)
    db.session.commit()
    assert decision.decided_by == plans.actor.user_id
    with pytest.raises(CannotDecideDisagreement) as refused:
        settle(plans)
    assert refused.value.reason is DisagreementRefusal.NOTHING_TO_DECIDE
    assert find_draft(db.session, plans.actor.scope, plans.participant_id) is None
    decision.reason = "Noe annet"
    with pytest.raises(AnswerTouched):
        db.session.flush()
    db.session.rollback()


@pytest.mark.usefixtures("app_context")
def test_of_two_who_decide_at_once_one_is_told(
    plans: Plans, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans.fixed()
    say(plans, DISAGREES)
    case = get_case(db.session, plans.actor.scope, plans.participant_id)
    seen = find_disagreement(db.session, plans.actor, case)
    settle(plans)
    monkeypatch.setattr(disagreements, "find_disagreement", lambda *_whose: seen)
    with pytest.raises(CannotDecideDisagreement) as refused:
        settle(plans)
    assert refused.value.reason is DisagreementRefusal.NOTHING_TO_DECIDE
    assert len(db.session.scalars(select(DisagreementDecision)).all()) == 1


@pytest.mark.usefixtures("app_context")
def test_a_plan_that_is_to_change_gets_a_draft(plans: Plans) -> None:
    plans.fixed()
    say(plans, DISAGREES)
    settle(plans, outcome=DisagreementOutcome.PLAN_CHANGES)
    draft = find_draft(db.session, plans.actor.scope, plans.participant_id)
    assert draft is not None
    assert draft.version == 2


@pytest.mark.usefixtures("app_context")
def test_only_the_newest_disagreement_with_the_plan_that_holds_is_decided(plans: Plans) -> None:
    plans.fixed()
    say(plans, DISAGREES)
    say(plans, DISAGREES)
    with pytest.raises(CannotDecideDisagreement):
        settle(plans, number=1)
    say(plans, AGREES)
    with pytest.raises(CannotDecideDisagreement):
        settle(plans, number=2)
    say(plans, DISAGREES)
    service.start_new_version(db.session, plans.world.clock, plans.actor, plans.participant_id)
    plans.judge()
    plans.fix()
    with pytest.raises(CannotDecideDisagreement):
        settle(plans, number=4)


@pytest.mark.usefixtures("app_context")
def test_what_waits_is_listed_until_it_is_settled(plans: Plans, foreign: Plans) -> None:
    plans.fixed()
    db.session.commit()
    scope = plans.actor.scope

    def waiting(after: timedelta) -> list[WaitingFor]:
        return [each.what for each in list_waiting(db.session, scope, NOW + after)]

    assert waiting(ANSWER_WITHIN - timedelta(seconds=1)) == []
    assert waiting(ANSWER_WITHIN) == [WaitingFor.ANSWER]
    assert waiting(timedelta(days=366)) == [], "the programme is over"
    assert list_waiting(db.session, foreign.actor.scope, NOW + ANSWER_WITHIN) == []
    say(plans, replace(AGREES, kind=AnswerKind.READ))
    assert waiting(ANSWER_WITHIN) == [WaitingFor.ANSWER], "a receipt is not an answer"
    say(plans, DISAGREES)
    assert waiting(ANSWER_WITHIN) == [WaitingFor.DISAGREEMENT]
    assert list_waiting(db.session, foreign.actor.scope, NOW) == []
    settle(plans, number=2)
    assert waiting(ANSWER_WITHIN) == []


@pytest.mark.usefixtures("app_context")
def test_another_municipality_neither_reads_nor_registers(plans: Plans, foreign: Plans) -> None:
    plans.fixed()
    say(plans, DISAGREES)
    db.session.commit()
    assert list_answers(db.session, foreign.actor.scope, plans.participant_id) == []
    stranger = replace(foreign, participant_id=plans.participant_id)
    with pytest.raises(NotFound):
        register(stranger, told(plans, AGREES))
    with pytest.raises(NotFound):
        settle(stranger)


def test_she_reads_answers_and_sees_what_was_decided(
    app: Flask, plans: Plans, browser_for: BrowserFor
) -> None:
    with app.app_context():
        plans.fixed()
        link(plans)
        db.session.commit()
    mine, theirs = browser_for(Role.PARTICIPANT), browser_for(Role.CASEWORKER)
    url = f"/deltakere/{plans.participant_id}/plan"
    assert "Svar på planen" in mine.get("/min-side/plan").text
    assert "Planen gjelder nå, også hvis du ikke er enig." in mine.get("/min-side/plan/svar").text
    refused = mine.submit("/min-side/plan/svar", {"kind": "disagrees"}, status=200)
    assert "Skriv hva uenigheten gjelder." in refused.text
    mine.submit(
        "/min-side/plan/svar", {"kind": "disagrees", "words": SPOKEN, "words_language": "ar"}
    )
    page = mine.get("/min-side/plan").text
    assert f'<blockquote class="written" lang="ar" dir="auto">{SPOKEN}</blockquote>' in page
    assert "Kommunen har ikke bestemt noe ennå." in page
    assert "Avgjør uenigheten" in theirs.get(url).text
    assert "Avgjør uenigheten om planen" in theirs.get("/arbeidsliste?hvem=alle").text
    theirs.submit(
        f"{url}/uenighet", {"outcome": "plan_stands", "reason": "Praksisen gir mest norsk."}
    )
    for page in (theirs.get(url).text, mine.get("/min-side/plan").text):
        assert "Kommunen har bestemt at planen blir som den er." in page
        assert "Praksisen gir mest norsk." in page
    assert "Det er ingen uenighet å avgjøre nå." in theirs.get(f"{url}/uenighet").text


def test_who_reads_a_language_without_pages_answers_in_it(
    app: Flask, plans_for: Callable[..., Plans], browser_for: BrowserFor
) -> None:
    plans = plans_for(reading_language="ti", first_language="ti")
    with app.app_context():
        plans.fixed()
        link(plans)
        db.session.commit()
    mine = browser_for(Role.PARTICIPANT)
    page = mine.get("/min-side/plan/svar").text
    words = plan_words("ti")
    for key in ("signing.read", "signing.agree", "signing.disagree", "appeal.right"):
        assert words.text(key) in page
    assert f'lang="ti" dir="ltr">{words.text("signing.agree")}</label>' in page
    assert "Jeg er enig i planen." not in page
    mine.submit("/min-side/plan/svar", {"kind": "agrees"})
    with app.app_context():
        (answer,) = db.session.scalars(select(PlanAnswer))
        assert (answer.kind, answer.language) == (AnswerKind.AGREES, "ti")


def test_an_answer_to_a_plan_that_was_replaced_meanwhile_is_not_kept(
    app: Flask, plans: Plans, browser_for: BrowserFor
) -> None:
    with app.app_context():
        plans.fixed()
        link(plans)
        db.session.commit()
    mine = browser_for(Role.PARTICIPANT)
    filled = mine.filled("/min-side/plan/svar", {"kind": "agrees"})
    with app.app_context():
        service.start_new_version(db.session, plans.world.clock, plans.actor, plans.participant_id)
        plans.judge()
        plans.fix()
        db.session.commit()
    page = mine.send("/min-side/plan/svar", filled, status=200).text
    assert "Les den før du svarer." in page
    with app.app_context():
        assert db.session.scalars(select(PlanAnswer)).all() == []
    assert "Nytt i planen din" in mine.get("/min-side/plan/endringer").text


def test_the_caseworker_registers_what_was_said(
    app: Flask, plans: Plans, browser_for: BrowserFor
) -> None:
    with app.app_context():
        plans.fixed()
    browser = browser_for(Role.CASEWORKER)
    url = f"/deltakere/{plans.participant_id}/plan/svar"
    filled = {**explanation_fields(), "kind": "disagrees", "words": SPOKEN, "words_language": "ar"}
    page = browser.submit(url, filled, status=200).text
    assert "Forklar hva svaret betyr, og kryss av." in page
    assert SPOKEN in page
    browser.submit(url, {**filled, "is_consequence_explained": "y"})
    page = browser.get(url).text
    assert "Tolk Tolkesen" in page
    assert SPOKEN in page


def test_her_page_does_not_tell_who_interpreted_for_others(
    app: Flask, plans: Plans, browser_for: BrowserFor
) -> None:
    with app.app_context():
        plans.fixed()
        register(plans, told(plans, AGREES, Interpreting(REGISTERED)))
        link(plans)
        db.session.commit()
    page = browser_for(Role.PARTICIPANT).get("/min-side/plan").text
    assert "Sagt i en samtale" in page
    assert "Tolk Tolkesen" not in page


def test_the_same_form_twice_is_one_answer(
    app: Flask, plans: Plans, browser_for: BrowserFor
) -> None:
    with app.app_context():
        plans.fixed()
        link(plans)
        db.session.commit()
    mine = browser_for(Role.PARTICIPANT)
    filled = mine.filled("/min-side/plan/svar", {"kind": "agrees"})
    for _again in range(2):
        mine.send("/min-side/plan/svar", filled)
    with app.app_context():
        ids: list[UUID] = [each.id for each in db.session.scalars(select(PlanAnswer))]
        assert len(ids) == 1


def test_the_first_plan_has_no_news(app: Flask, plans: Plans, browser_for: BrowserFor) -> None:
    with app.app_context():
        plans.fixed()
        link(plans)
        db.session.commit()
    mine = browser_for(Role.PARTICIPANT)
    assert "Dette er den første planen din." in mine.get("/min-side/plan/endringer").text
