"""Appeal deadlines, the document of § 16, settings, and days off."""

from fractions import Fraction
from typing import Any

import pytest

from app.rules.calendar import Schedule, is_virkedag
from app.rules.decision import Channel, NotificationFacts, appeal_deadline
from app.rules.law import BadFacts, FactProblem, InstallationDates
from app.rules.policy import Policy, PolicyKey, RateChanges
from app.rules.programme import Section16Document, required_document
from tests.support.rule_facts import HOLIDAYS, day


@pytest.mark.parametrize(
    ("facts", "last_day"),
    [
        (NotificationFacts(Channel.PAPER, reached_on=day("2026-11-02")), "2026-11-23"),
        (NotificationFacts(Channel.PAPER, reached_on=day("2026-11-07")), "2026-11-30"),
        (NotificationFacts(Channel.PAPER, reached_on=day("2026-04-26")), "2026-05-18"),
        (
            NotificationFacts(
                Channel.DIGITAL,
                made_available_on=day("2026-11-03"),
                alert_sent_on=day("2026-11-02"),
            ),
            "2026-11-24",
        ),
    ],
)
def test_an_appeal_has_three_weeks_and_moves_past_days_off(
    facts: NotificationFacts, last_day: str
) -> None:
    assert appeal_deadline(facts, HOLIDAYS).last_day == day(last_day)


def test_the_outer_limit_counts_from_the_decision() -> None:
    facts = NotificationFacts(
        Channel.PAPER, reached_on=day("2026-11-02"), decided_on=day("2026-10-30")
    )
    deadline = appeal_deadline(facts, HOLIDAYS)
    assert deadline.latest_possible == day("2027-10-30")
    assert "efv § 11 (2)" not in {row.citation for row in deadline.provisions}


@pytest.mark.parametrize(
    ("facts", "problem", "field"),
    [
        (NotificationFacts(Channel.PAPER), FactProblem.MISSING, "reached_on"),
        (
            NotificationFacts(Channel.DIGITAL, alert_sent_on=day("2026-11-02")),
            FactProblem.MISSING,
            "made_available_on",
        ),
        (
            NotificationFacts(Channel.DIGITAL, made_available_on=day("2026-11-02")),
            FactProblem.MISSING,
            "alert_sent_on",
        ),
        (
            NotificationFacts(
                Channel.PAPER, reached_on=day("2026-11-02"), decided_on=day("2026-11-03")
            ),
            FactProblem.WRONG_ORDER,
            "decided_on",
        ),
    ],
)
def test_notice_must_be_known(facts: NotificationFacts, problem: FactProblem, field: str) -> None:
    with pytest.raises(BadFacts) as error:
        appeal_deadline(facts, HOLIDAYS)
    assert (error.value.problem, error.value.field) == (problem, field)


@pytest.mark.parametrize(
    ("made", "document"),
    [
        ("2026-12-31", Section16Document.INTEGRATION_CONTRACT),
        ("2027-01-01", Section16Document.INTEGRATION_DECLARATION),
        ("2027-01-02", Section16Document.INTEGRATION_DECLARATION),
    ],
)
def test_the_day_of_the_plan_chooses_the_document(made: str, document: Section16Document) -> None:
    dates = InstallationDates(declaration_in_force_from=day("2027-01-01"))
    assert required_document(day(made), dates) is document
    contract = Section16Document.INTEGRATION_CONTRACT
    assert required_document(day(made), InstallationDates()) is contract


def test_settings_survive_storage() -> None:
    policy = Policy(rate_changes=RateChanges.NEXT_MONTH, cap_day_at_day_rate=False)
    stored = policy.to_mapping()
    assert set(stored) == {key.value for key in PolicyKey}
    assert Policy.from_mapping(stored) == policy
    assert Policy.from_mapping({}) == Policy()


@pytest.mark.parametrize(
    "values",
    [
        {"unknown": True},
        {"rate_changes": "some_day"},
        {"rate_changes": True},
        {"cap_day_at_day_rate": "true"},
        {"cap_day_at_day_rate": 1},
        {"cap_day_at_day_rate": None},
    ],
)
def test_settings_that_do_not_exist_are_refused(values: dict[str, Any]) -> None:
    with pytest.raises(BadFacts) as error:
        Policy.from_mapping(values)
    assert error.value.field == f"policy.{next(iter(values))}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-06-05", True),
        ("2026-06-06", False),
        ("2026-06-07", False),
        ("2026-05-14", False),
        ("2026-12-24", True),
        ("2026-12-31", True),
    ],
)
def test_virkedager_are_monday_to_friday_without_holy_days(text: str, expected: bool) -> None:
    assert is_virkedag(day(text), HOLIDAYS) is expected


@pytest.mark.parametrize(
    ("text", "hours"), [("2026-06-01", 6), ("2026-06-02", 0), ("2026-06-06", 0), ("2026-06-03", 0)]
)
def test_a_schedule_knows_weekdays_days_off_and_closed_days(text: str, hours: int) -> None:
    schedule = Schedule(
        HOLIDAYS,
        weekdays=frozenset({1, 3, 6}),
        hours_per_day=Fraction(6),
        closed=frozenset({day("2026-06-03")}),
    )
    assert schedule.hours_on(day(text)) == hours
