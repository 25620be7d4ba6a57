"""What is a decision, who hears an appeal, advance notice, and what a notification holds."""

from dataclasses import replace
from typing import Any

import pytest

from app.rules.decision import (
    Act,
    ActFacts,
    AppealBody,
    DeadlineStep,
    DecisionGround,
    DecisionStatus,
    NoticeException,
    NoticeFacts,
    NoticeGround,
    NoticeNeed,
    NotificationContentFacts,
    NotificationItem,
    Weight,
    assess_notice,
    classify_act,
    notification_contents,
    response_deadline,
)
from app.rules.decision.acts import ACT_RULES
from app.rules.law import BadFacts, FactProblem
from app.rules.policy import Policy, PolicyKey
from tests.support.rule_facts import HOLIDAYS, day

LETTERS = {
    "a": {Act.AWARD_PROGRAMME, Act.AWARD_BENEFIT, Act.SET_BENEFIT_RATE, Act.AWARD_TRAINING},
    "b": {Act.EXEMPT_FROM_TRAINING, Act.EXEMPT_FROM_TEST},
    "c": {Act.MAKE_PLAN, Act.CHANGE_PLAN},
    "d": {Act.STOP_PROGRAMME, Act.STOP_TRAINING},
    "e": {
        Act.PERMIT_ABSENCE,
        Act.GRANT_LEAVE,
        Act.GRANT_LEAVE_FROM_TRAINING,
        Act.CLASSIFY_ABSENCE,
    },
    "f": {Act.EXTEND_PROGRAMME},
    "g": {Act.REDUCE_BENEFIT},
    "h": {Act.DEMAND_REPAYMENT},
    "i": {Act.CLAIM_REFUND},
}
NOT_DECISIONS = {
    Act.GRANT_HOLIDAY,
    Act.INTEGRATION_CONTRACT,
    Act.INTEGRATION_DECLARATION,
    Act.ADVANCE_NOTICE,
    Act.WARN_ABOUT_FACE_COVERING,
    Act.ISSUE_CERTIFICATE,
}


def test_every_act_has_a_place() -> None:
    assert set(ACT_RULES) == set(Act)


@pytest.mark.parametrize("letter", LETTERS)
def test_each_letter_of_section_46_has_its_acts(letter: str) -> None:
    citation = f"il § 46 (2) {letter}"
    found = {act for act, rule in ACT_RULES.items() if rule.listed_in.citation == citation}
    assert found == LETTERS[letter]


@pytest.mark.parametrize("act", Act)
def test_an_act_is_a_decision_unless_the_law_leaves_it_out(act: Act) -> None:
    assessment = classify_act(ActFacts(act, is_essential=True, meets_46_g=True))
    if act is Act.CLASSIFY_ABSENCE:
        assert assessment.status is DecisionStatus.A_PERSON_DECIDES
        assert assessment.is_treated_as_decision
        assert len(assessment.clarifications) == 1
    else:
        assert assessment.is_treated_as_decision is (act not in NOT_DECISIONS)
        assert assessment.clarifications == ()
    assert (assessment.appeal_body is None) is (act in NOT_DECISIONS)
    assert assessment.may_be_automated is (act is Act.AUTOMATED_TEST_RESULT)
    assert assessment.policies == ()


@pytest.mark.parametrize(
    ("act", "body", "provision"),
    [
        (Act.STOP_PROGRAMME, AppealBody.COUNTY_GOVERNOR, "il § 47"),
        (Act.WITHDRAW_SELF_CERTIFICATION, AppealBody.COUNTY_GOVERNOR, "if § 70 (1)"),
        (Act.WITHDRAW_ILLNESS_BENEFIT, AppealBody.COUNTY_GOVERNOR, "if § 70 (1)"),
        (Act.DISMISS_CASE, AppealBody.COUNTY_GOVERNOR, "il § 47"),
        (Act.AUTOMATED_TEST_RESULT, AppealBody.MUNICIPALITY, "if § 42"),
    ],
)
def test_appeals_go_to_the_county_governor(act: Act, body: AppealBody, provision: str) -> None:
    assessment = classify_act(ActFacts(act))
    assert assessment.appeal_body is body
    assert assessment.appeal_provision is not None
    assert assessment.appeal_provision.citation == provision


@pytest.mark.parametrize(
    ("act", "field"), [(Act.CHANGE_PLAN, "essential"), (Act.REDUCE_BENEFIT, "meets_46_g")]
)
def test_what_an_act_turns_on_must_be_given(act: Act, field: str) -> None:
    with pytest.raises(BadFacts) as error:
        classify_act(ActFacts(act))
    assert (error.value.problem, error.value.field) == (FactProblem.MISSING, field)


@pytest.mark.parametrize(
    ("meets", "always", "code", "policies"),
    [
        (True, False, DecisionGround.REACHES_THRESHOLD, ()),
        (True, True, DecisionGround.REACHES_THRESHOLD, ()),
        (
            False,
            True,
            DecisionGround.MUNICIPALITY_ALWAYS_DECIDES,
            (PolicyKey.ALWAYS_DECIDE_REDUCTIONS,),
        ),
        (False, False, DecisionGround.BELOW_THRESHOLD, (PolicyKey.ALWAYS_DECIDE_REDUCTIONS,)),
    ],
)
def test_the_setting_is_named_only_below_the_threshold(
    meets: bool, always: bool, code: DecisionGround, policies: tuple[PolicyKey, ...]
) -> None:
    facts = ActFacts(Act.REDUCE_BENEFIT, meets_46_g=meets)
    assessment = classify_act(facts, Policy(always_decide_reductions=always))
    assert [ground.code for ground in assessment.grounds] == [code]
    assert assessment.policies == policies
    is_decision = code is not DecisionGround.BELOW_THRESHOLD
    assert assessment.is_treated_as_decision is is_decision


@pytest.mark.parametrize(
    ("changes", "need", "ground"),
    [
        ({}, NoticeNeed.DUE, NoticeGround.PARTY_NOT_HEARD),
        ({"is_decision": False}, NoticeNeed.NOT_DUE, NoticeGround.NOT_A_DECISION),
        ({"is_on_application": True}, NoticeNeed.NOT_DUE, NoticeGround.PARTY_APPLIED),
        ({"has_been_heard": True}, NoticeNeed.NOT_DUE, NoticeGround.PARTY_HEARD),
        (
            {"exception": NoticeException.ADDRESS_UNKNOWN},
            NoticeNeed.NOT_DUE,
            NoticeGround.EXCEPTION,
        ),
        (
            {"act": Act.STOP_TRAINING, "has_been_heard": True},
            NoticeNeed.ALWAYS,
            NoticeGround.STOP_OR_DEDUCTION,
        ),
        (
            {"act": Act.REDUCE_BENEFIT, "is_decision": False},
            NoticeNeed.ALWAYS,
            NoticeGround.STOP_OR_DEDUCTION,
        ),
    ],
)
def test_the_party_is_told_before(
    changes: dict[str, Any], need: NoticeNeed, ground: NoticeGround
) -> None:
    facts = replace(NoticeFacts(Act.WITHDRAW_SELF_CERTIFICATION, is_decision=True), **changes)
    assessment = assess_notice(facts)
    assert assessment.need is need
    assert [row.code for row in assessment.grounds] == [ground]
    assert assessment.clarifications == ()


@pytest.mark.parametrize(
    ("exception", "letter"),
    [
        (NoticeException.NOT_POSSIBLE, "a"),
        (NoticeException.ADDRESS_UNKNOWN, "b"),
        (NoticeException.CLEARLY_UNNECESSARY, "c"),
    ],
)
def test_an_exception_names_its_letter_and_never_settles_a_stop(
    exception: NoticeException, letter: str
) -> None:
    facts = NoticeFacts(Act.DEMAND_REPAYMENT, is_decision=True, exception=exception)
    (ground,) = assess_notice(facts).grounds
    assert ground.provision.citation == f"fvl § 16 (3) {letter}"
    stop = assess_notice(replace(facts, act=Act.STOP_PROGRAMME))
    assert stop.need is NoticeNeed.ALWAYS
    assert len(stop.clarifications) == 1


@pytest.mark.parametrize(
    ("sent", "days", "last_day", "is_moved"),
    [
        ("2026-12-08", 1, "2026-12-09", False),
        ("2026-12-10", 14, "2026-12-24", False),
        ("2026-12-11", 14, "2026-12-28", True),
        ("2026-03-26", 7, "2026-04-07", True),
    ],
)
def test_a_notice_is_answered_from_the_day_it_was_sent(
    sent: str, days: int, last_day: str, is_moved: bool
) -> None:
    deadline = response_deadline(day(sent), days, HOLIDAYS)
    assert deadline.last_day == day(last_day)
    steps = {step.what for step in deadline.steps}
    assert (DeadlineStep.MOVED_PAST_DAYS_OFF in steps) is is_moved


def test_a_notice_may_name_the_day() -> None:
    sunday = day("2026-12-13")
    deadline = response_deadline(day("2026-12-10"), 14, HOLIDAYS, stated_last_day=sunday)
    assert deadline.last_day == sunday
    assert [step.what for step in deadline.steps] == [DeadlineStep.STATED]


@pytest.mark.parametrize(
    ("days", "stated", "problem", "field"),
    [
        (0, None, FactProblem.NOT_POSITIVE, "notice.days"),
        (-1, None, FactProblem.NOT_POSITIVE, "notice.days"),
        (14, "2026-12-09", FactProblem.WRONG_ORDER, "notice.stated_last_day"),
    ],
)
def test_an_impossible_answering_time_is_refused(
    days: int, stated: str | None, problem: FactProblem, field: str
) -> None:
    with pytest.raises(BadFacts) as error:
        response_deadline(day("2026-12-10"), days, HOLIDAYS, day(stated) if stated else None)
    assert (error.value.problem, error.value.field) == (problem, field)


def test_a_refusal_is_notified_in_full() -> None:
    items = {row.item: row for row in notification_contents(NotificationContentFacts())}
    assert set(NotificationItem) - set(items) == {
        NotificationItem.WHERE_REASONS_ARE,
        NotificationItem.DIGITAL_APPEAL,
    }
    assert items[NotificationItem.MAIN_CONSIDERATIONS].weight is Weight.SHOULD
    assert items[NotificationItem.GUIDANCE].weight is Weight.WHERE_CALLED_FOR


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"uses_discretion": False}, NotificationItem.MAIN_CONSIDERATIONS),
        ({"can_harm_before_appeal": False}, NotificationItem.POSTPONEMENT),
        (
            {"grants_application": True, "may_dissatisfy": False},
            NotificationItem.RULES,
        ),
    ],
)
def test_some_contents_depend_on_the_case(
    changes: dict[str, bool], missing: NotificationItem
) -> None:
    facts = replace(NotificationContentFacts(), **changes)
    assert missing not in {row.item for row in notification_contents(facts)}


@pytest.mark.parametrize("grants", [True, False])
def test_reasons_wait_only_where_nobody_can_be_dissatisfied(grants: bool) -> None:
    facts = NotificationContentFacts(grants_application=grants, may_dissatisfy=not grants)
    assert facts.may_leave_out_reasons is grants
    assert not replace(facts, may_dissatisfy=True).may_leave_out_reasons
