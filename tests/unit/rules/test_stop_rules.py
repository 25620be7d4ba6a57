"""Stans: what the act lets the municipality choose, and what it must weigh."""

from datetime import date

import pytest

from app.rules.decision.stop import (
    StopCause,
    StopDoubt,
    StopFacts,
    StopGround,
    assess_stop,
)
from app.rules.law import BadFacts

MONDAY, FRIDAY = date(2026, 9, 7), date(2026, 9, 11)


@pytest.mark.parametrize(
    ("cause", "ground", "first_doubt", "citation"),
    [
        (StopCause.LARGE_ABSENCE, StopGround.NAMED_IN_THE_ACT, "how_much_is_large", "il § 18"),
        (StopCause.CONDUCT, StopGround.NAMED_IN_THE_ACT, "something_milder", "il § 18"),
        (StopCause.ILLNESS, StopGround.NAMED_IN_THE_ACT, "leave_instead", "if § 15"),
        (StopCause.OTHER, StopGround.NOT_NAMED, "is_it_objective", "il § 18"),
    ],
)
def test_the_examples_of_the_act_and_anything_like_them_can_carry_a_stop(
    cause: StopCause, ground: StopGround, first_doubt: str, citation: str
) -> None:
    answer = assess_stop(StopFacts(cause, MONDAY))
    assert answer.is_possible
    assert [each.code for each in answer.grounds] == [ground]
    assert answer.clarifications[0].code.value == first_doubt
    assert answer.clarifications[0].provision.citation == citation
    assert StopDoubt.SOMETHING_MILDER in {each.code for each in answer.clarifications}
    assert StopDoubt.HOW_LONG not in {each.code for each in answer.clarifications}


def test_a_stop_for_a_time_asks_how_long() -> None:
    answer = assess_stop(StopFacts(StopCause.CONDUCT, MONDAY, FRIDAY))
    assert [each.code for each in answer.clarifications] == [
        StopDoubt.SOMETHING_MILDER,
        StopDoubt.HOW_LONG,
    ]


@pytest.mark.parametrize(
    ("warned_on", "last_day", "is_possible", "grounds"),
    [
        (date(2026, 9, 6), FRIDAY, True, ["warned_in_writing"]),
        (MONDAY, FRIDAY, False, ["not_warned"]),
        (None, FRIDAY, False, ["not_warned"]),
        (date(2026, 9, 6), None, False, ["warned_in_writing", "only_for_a_time"]),
    ],
)
def test_a_covered_face_needs_a_warning_before_and_an_end(
    warned_on: date | None, last_day: date | None, is_possible: bool, grounds: list[str]
) -> None:
    answer = assess_stop(StopFacts(StopCause.COVERED_FACE, MONDAY, last_day, warned_on))
    assert answer.is_possible is is_possible
    assert [each.code.value for each in answer.grounds] == grounds
    assert {each.provision.citation for each in answer.grounds} == {"il § 40 (2)"}


def test_the_last_day_cannot_come_before_the_first() -> None:
    with pytest.raises(BadFacts, match=r"stop\.last_day"):
        assess_stop(StopFacts(StopCause.OTHER, FRIDAY, MONDAY))
    assert assess_stop(StopFacts(StopCause.OTHER, FRIDAY, FRIDAY)).is_possible
