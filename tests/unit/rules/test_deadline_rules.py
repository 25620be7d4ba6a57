"""Digital notice, the deadlines of the municipality, reviews of plans, and appeals."""

from dataclasses import replace
from typing import Any

import pytest

from app.rules.decision import (
    Channel,
    DeadlineKind,
    DeadlineStep,
    DigitalNoticeFacts,
    DigitalNoticeGround,
    NotificationFacts,
    PlanReviewFacts,
    PlanReviewGround,
    appeal_deadline,
    complaint_about_test_deadline,
    decision_and_start_deadline,
    digital_notice,
    plan_review,
    registration_deadline,
    self_certification_review_deadline,
    training_offer_deadline,
)
from app.rules.law import BadFacts, FactProblem
from tests.support.rule_facts import HOLIDAYS, day

ALERTED = DigitalNoticeFacts(made_available_on=day("2026-12-01"), alert_sent_on=day("2026-12-02"))


@pytest.mark.parametrize(
    ("changes", "code", "second_alert"),
    [
        ({}, DigitalNoticeGround.NOT_OPENED, "2026-12-09"),
        (
            {"made_available_on": day("2026-12-03")},
            DigitalNoticeGround.NOT_OPENED,
            "2026-12-10",
        ),
        ({"opened_on": day("2026-12-09")}, DigitalNoticeGround.OPENED_IN_TIME, None),
        ({"opened_on": day("2026-12-10")}, DigitalNoticeGround.NOT_OPENED, "2026-12-09"),
        ({"alert_sent_on": None}, DigitalNoticeGround.NOT_YET_ALERTED, None),
        ({"made_available_on": None}, DigitalNoticeGround.NOT_YET_ALERTED, None),
    ],
)
def test_who_has_not_opened_a_decision_within_a_week_is_alerted_again(
    changes: dict[str, Any], code: DigitalNoticeGround, second_alert: str | None
) -> None:
    notice = digital_notice(replace(ALERTED, **changes))
    assert notice.channel is Channel.DIGITAL
    assert [ground.code for ground in notice.grounds] == [code]
    found = notice.second_alert and notice.second_alert.last_day.isoformat()
    assert found == second_alert


def test_who_has_reserved_gets_paper() -> None:
    notice = digital_notice(replace(ALERTED, has_reserved=True))
    assert (notice.channel, notice.second_alert) == (Channel.PAPER, None)


def test_nothing_is_opened_before_it_is_available() -> None:
    with pytest.raises(BadFacts) as error:
        digital_notice(replace(ALERTED, opened_on=day("2026-11-30")))
    assert (error.value.problem, error.value.field) == (
        FactProblem.WRONG_ORDER,
        "digital_notice.opened_on",
    )


def test_the_deadlines_of_the_municipality_are_counted_in_months() -> None:
    from_day = day("2026-12-31")
    found = [
        decision_and_start_deadline(day("2026-11-30")),
        training_offer_deadline(day("2026-11-30")),
        registration_deadline(from_day),
        registration_deadline(from_day, by_county=True),
        self_certification_review_deadline(day("2026-08-31")),
    ]
    assert [(row.kind, row.last_day.isoformat(), row.provision.citation) for row in found] == [
        (DeadlineKind.DECISION_AND_START, "2027-02-28", "il § 12 (2)"),
        (DeadlineKind.TRAINING_OFFER, "2027-02-28", "il § 30 (3)"),
        (DeadlineKind.REGISTRATION, "2027-02-28", "if § 58 (2)"),
        (DeadlineKind.REGISTRATION, "2027-02-28", "if § 59 (2)"),
        (DeadlineKind.SELF_CERTIFICATION_REVIEW, "2027-02-28", "if § 9 (3)"),
    ]


def test_a_complaint_about_a_test_has_three_weeks() -> None:
    deadline = complaint_about_test_deadline(day("2026-12-04"), HOLIDAYS)
    assert deadline.last_day == day("2026-12-28")
    assert deadline.provision.citation == "if § 42 (4)"


REVIEW = PlanReviewFacts(
    assessed_on=day("2026-11-30"),
    made_or_reviewed_on=day("2026-09-01"),
    next_review_on=day("2026-12-01"),
)


@pytest.mark.parametrize(
    ("changes", "is_due", "deadline", "grounds"),
    [
        ({}, False, "2026-12-01", [PlanReviewGround.DATE_AHEAD]),
        (
            {"assessed_on": day("2026-12-01")},
            True,
            "2026-12-01",
            [PlanReviewGround.DATE_REACHED],
        ),
        (
            {"life_changed_on": day("2026-09-02")},
            True,
            "2026-09-02",
            [PlanReviewGround.LIFE_CHANGED],
        ),
        (
            {"life_changed_on": day("2026-09-01")},
            False,
            "2026-12-01",
            [PlanReviewGround.DATE_AHEAD],
        ),
        (
            {"life_changed_on": day("2026-12-01")},
            False,
            "2026-12-01",
            [PlanReviewGround.DATE_AHEAD],
        ),
        ({"next_review_on": None}, False, None, []),
    ],
)
def test_a_plan_is_reviewed_when_the_municipality_said_or_life_changes(
    changes: dict[str, Any], is_due: bool, deadline: str | None, grounds: list[PlanReviewGround]
) -> None:
    review = plan_review(replace(REVIEW, **changes))
    assert review.is_due is is_due
    assert (review.deadline and review.deadline.isoformat()) == deadline
    assert [ground.code for ground in review.grounds] == grounds
    assert bool(review.clarifications) is (deadline is None)


def test_an_appeal_shows_how_it_was_counted_and_starts_anew_with_the_reasons() -> None:
    told = NotificationFacts(Channel.PAPER, reached_on=day("2026-12-04"))
    deadline = appeal_deadline(told, HOLIDAYS)
    assert [step.what for step in deadline.steps] == [
        DeadlineStep.COUNTED,
        DeadlineStep.MOVED_PAST_DAYS_OFF,
    ]
    anew = appeal_deadline(replace(told, reasons_reached_on=day("2026-12-14")), HOLIDAYS)
    assert anew.last_day == day("2027-01-04")
    assert anew.latest_possible == deadline.latest_possible == day("2027-12-04")
    assert "fvl § 29 (3)" in {row.citation for row in anew.provisions}
    with pytest.raises(BadFacts) as error:
        appeal_deadline(replace(told, reasons_reached_on=day("2026-12-03")), HOLIDAYS)
    assert error.value.field == "reasons_reached_on"
