"""Every reason, ground, doubt and refusal has a sentence of its own."""

from collections.abc import Callable
from enum import StrEnum
from fractions import Fraction

import pytest
from flask_babel import force_locale

from app.attendance.errors import (
    AbsenceRefusal,
    GroupRefusal,
    MarkRefusal,
    MemberRefusal,
    SlotRefusal,
)
from app.attendance.forms.absences import AbsenceForm
from app.attendance.forms.groups import ChangeGroupForm, SlotForm
from app.attendance.presenters.absences import absence_refusal, reason_choices
from app.attendance.presenters.groups import (
    group_refusal,
    member_refusal,
    slot_refusal,
    weekday_text,
)
from app.attendance.presenters.reasons import (
    doubt_text,
    ground_text,
    reason_explanation,
    reason_text,
    welfare_ground_text,
)
from app.attendance.presenters.verdicts import length_text
from app.attendance.presenters.week import mark_refusal
from app.rules.absence import AbsenceDoubt, AbsenceGround, AbsenceReason, WelfareGround
from tests.support.templates import template_app


@pytest.fixture(autouse=True)
def bokmal() -> object:
    with template_app().test_request_context("/"), force_locale("nb"):
        yield


SENTENCES: list[tuple[type[StrEnum], Callable[..., object]]] = [
    (AbsenceReason, reason_text),
    (AbsenceGround, ground_text),
    (AbsenceDoubt, doubt_text),
    (WelfareGround, welfare_ground_text),
    (AbsenceRefusal, absence_refusal),
    (GroupRefusal, group_refusal),
    (SlotRefusal, slot_refusal),
    (MemberRefusal, member_refusal),
    (MarkRefusal, mark_refusal),
]


@pytest.mark.parametrize(("kind", "say"), SENTENCES)
def test_each_member_has_its_own_words(kind: type[StrEnum], say: Callable[..., object]) -> None:
    said = [say(member) for member in kind]
    assert all(said)
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("reason", AbsenceReason)
def test_each_reason_is_explained(reason: AbsenceReason) -> None:
    assert reason_explanation(reason).endswith(".")


def test_every_reason_can_be_chosen_and_is_escaped() -> None:
    choices = dict(reason_choices())
    assert list(choices) == [reason.value for reason in AbsenceReason]
    assert choices["own_illness"].startswith("<strong>Egen sykdom.</strong> Egenmelding")


@pytest.mark.parametrize(
    ("refusals", "say", "form"),
    [
        (AbsenceRefusal, absence_refusal, AbsenceForm),
        (GroupRefusal, group_refusal, ChangeGroupForm),
        (SlotRefusal, slot_refusal, SlotForm),
    ],
)
def test_refusals_point_at_fields_that_exist(
    refusals: type[StrEnum], say: Callable[..., tuple[str | None, str]], form: type
) -> None:
    fields = set(form(meta={"csrf": False})._fields)
    assert {say(reason)[0] for reason in refusals} - {None} <= fields


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (1, "1 minutt"),
        (20, "20 minutter"),
        (60, "1 time"),
        (90, "1,5 timer"),
        (120, "2 timer"),
        (61, "1 time og 1 minutt"),
        (140, "2 timer og 20 minutter"),
    ],
)
def test_lengths_are_written_as_people_say_them(minutes: int, text: str) -> None:
    assert length_text(Fraction(minutes, 60)) == text


def test_weekdays_run_from_monday() -> None:
    assert [weekday_text(day) for day in (1, 5)] == ["man.", "fre."]
