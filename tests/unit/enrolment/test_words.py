"""Every code of enrolment has words, and every reason stands at a field of its form."""

from collections.abc import Callable, Iterator
from enum import StrEnum

import pytest
from flask import Flask
from flask_babel import Babel

from app.enrolment import wording
from app.enrolment.errors import LinkRefusal, ParticipantRefusal
from app.enrolment.forms import EnrolForm, HouseholdForm
from app.enrolment.kinds import AddressProtection, Literacy, Sex
from app.enrolment.presenters.next_step import NextStep, _place, _words
from app.enrolment.queries import Status
from app.enrolment.refusals import link_refusal_text, refusal_text
from app.enrolment.target_group_view import (
    _ENDS,
    _MET,
    doubt_text,
    ground_text,
    group_tone,
    number_warnings,
)
from app.rules.eligibility import PermitGround, TargetGroup, TargetGroupDoubt, TargetGroupGround
from app.rules.programme import EducationLevel


@pytest.fixture(autouse=True)
def request_context() -> Iterator[None]:
    app = Flask(__name__)
    app.config["SECRET_KEY"] = "only for tests"
    Babel(app, default_locale="nb")
    with app.test_request_context():
        yield


WORDS: list[tuple[type[StrEnum], Callable[..., object]]] = [
    (Sex, wording.sex_text),
    (Literacy, wording.literacy_text),
    (AddressProtection, wording.protection_text),
    (PermitGround, wording.permit_text),
    (EducationLevel, wording.education_text),
    (TargetGroup, wording.group_text),
    (Status, wording.status_text),
    (TargetGroupGround, ground_text),
    (TargetGroupDoubt, doubt_text),
    (TargetGroup, group_tone),
    (NextStep, _words),
    (LinkRefusal, link_refusal_text),
    (ParticipantRefusal, refusal_text),
]


@pytest.mark.parametrize(("kind", "words"), WORDS)
def test_every_member_has_its_own_words(kind: type[StrEnum], words: Callable[..., object]) -> None:
    texts = [words(member) for member in kind]
    assert all(texts)
    assert len(set(texts)) == len(texts)


def test_every_reason_stands_at_a_field_that_exists() -> None:
    forms = (EnrolForm([]), HouseholdForm())
    fields = {field.name for form in forms for field in form}
    for reason in ParticipantRefusal:
        sentence, field = refusal_text(reason)
        assert sentence.endswith(".")
        assert field in fields


def test_a_ground_is_either_met_or_ends_it_or_leaves_an_offer() -> None:
    assert not _MET & _ENDS
    left = set(TargetGroupGround) - _MET - _ENDS
    assert left == {
        TargetGroupGround.FAMILY_OF_OTHERS,
        TargetGroupGround.FAMILY_AFTER_FIVE_YEARS,
        TargetGroupGround.OVER_AGE_LIMIT,
        TargetGroupGround.SETTLED_WITHOUT_AGREEMENT,
    }


def test_every_next_step_but_nothing_has_a_place() -> None:
    for step in NextStep:
        endpoint, link_text = _place(step)
        assert bool(endpoint) is bool(link_text) is (step is not NextStep.NOTHING)


@pytest.mark.parametrize(
    ("number", "word"),
    [("", ""), ("201512345699", "DUF-nummeret"), ("12345678901", "")],
)
def test_a_number_to_look_twice_at_is_told(number: str, word: str) -> None:
    told = " ".join(number_warnings(number))
    assert word in told
    assert bool(told) is bool(word)
