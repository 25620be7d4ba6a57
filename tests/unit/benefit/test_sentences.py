"""Every code of a payment has a sentence of its own."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction
from uuid import UUID

import pytest
from flask import Flask

from app.benefit.deductions.errors import DeductionRefusal
from app.benefit.deductions.kinds import DeductionKind
from app.benefit.deductions.wording import kind_text as deduction_text
from app.benefit.deductions.wording import refusal_text as deduction_refusal
from app.benefit.errors import ApproveRefusal, FileRefusal, PrepareRefusal
from app.benefit.holds.kinds import HoldKind
from app.benefit.holds.wording import kind_text as hold_text
from app.benefit.models import RunStatus
from app.benefit.presenters.doubts import doubt_row, doubt_sentence, read_code
from app.benefit.presenters.payment import (
    kind_text,
    kind_tone,
    other_text,
    payment_view,
    period_text,
    rate_sentence,
)
from app.benefit.presenters.policies import policy_answers, policy_question, policy_sentence
from app.benefit.presenters.refusals import approve_refusal, file_refusal, prepare_refusal
from app.benefit.presenters.remedies import remedy_text
from app.benefit.presenters.run import status_text, status_tone
from app.benefit.snapshot import Doubt, SnapshotProblem, Source
from app.core.period import Period
from app.rules.absence import AbsenceDoubt
from app.rules.benefit import (
    BenefitDoubt,
    DayKind,
    OtherReductionKind,
    PaymentGround,
    Policy,
    PolicyKey,
)
from tests.support.payments import OCTOBER, snapshot_of
from tests.support.templates import make_template_app

WHO = UUID("00000000-0000-4000-8000-000000000001")


@pytest.fixture(scope="module")
def portal() -> Flask:
    """An application that knows where things are settled."""
    app = make_template_app()
    for path, endpoint in (
        ("", "participants.show"),
        ("/fravaer", "absences.list_absences"),
        ("/utbetaling/annet", "deductions.list_all"),
        ("/utbetaling/utsatt", "holds.show"),
    ):
        app.add_url_rule(f"/deltakere/<uuid:participant_id>{path}", endpoint)
    return app


@pytest.fixture(autouse=True)
def request_context(portal: Flask) -> Iterator[None]:
    with portal.test_request_context("/"):
        yield


@pytest.mark.parametrize(
    ("family", "sentence"),
    [
        (PrepareRefusal, prepare_refusal),
        (ApproveRefusal, approve_refusal),
        (FileRefusal, file_refusal),
        (RunStatus, status_text),
        (RunStatus, status_tone),
        (DayKind, kind_text),
        (DayKind, kind_tone),
        (OtherReductionKind, other_text),
        (PolicyKey, policy_question),
        (AbsenceDoubt, doubt_sentence),
        (BenefitDoubt, doubt_sentence),
        (SnapshotProblem, doubt_sentence),
        (DeductionKind, deduction_text),
        (DeductionRefusal, deduction_refusal),
        (HoldKind, hold_text),
    ],
)
def test_every_member_has_its_own(family: type[StrEnum], sentence: object) -> None:
    assert callable(sentence)
    said = [sentence(member) for member in family]
    assert all(said)
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("key", list(PolicyKey))
def test_every_value_of_a_setting_has_a_sentence(key: PolicyKey) -> None:
    answers = policy_answers(key)
    default = Policy().value(key)
    kind = type(getattr(Policy(), key.value))
    possible = {True, False} if kind is bool else {member.value for member in kind}
    assert set(answers) == possible
    assert policy_sentence(key, default) == answers[default]
    assert len(set(answers.values())) == len(answers)


@pytest.mark.parametrize("code", [*AbsenceDoubt, *BenefitDoubt, *SnapshotProblem])
def test_every_doubt_is_settled_somewhere(code: StrEnum) -> None:
    assert read_code(code.value) is code
    doubt = Doubt(code.value, Source("integreringsloven § 20", "https://lovdata.no"))
    for_staff = doubt_row(doubt, WHO, for_staff=True)
    assert for_staff.settle_url.startswith(f"/deltakere/{WHO}")
    assert doubt_row(doubt, WHO, for_staff=False).settle_url == ""


def test_impossible_absences_are_settled_among_the_absences() -> None:
    doubt = Doubt(SnapshotProblem.BAD_FACTS.value, None, "absences[2].hours")
    assert doubt_row(doubt, WHO, for_staff=True).settle_url.endswith("/fravaer")


def test_impossible_benefits_are_settled_among_the_benefits() -> None:
    doubt = Doubt(SnapshotProblem.BAD_FACTS.value, None, "other.programme_work.days[0].date")
    assert doubt_row(doubt, WHO, for_staff=True).settle_url.endswith("/annet")


def test_an_unknown_code_is_an_error() -> None:
    with pytest.raises(ValueError, match="nonsense"):
        read_code("nonsense")


def test_rates_by_fraction() -> None:
    fractions = [Fraction(1), Fraction(5, 6), Fraction(2, 3), Fraction(1, 3), Fraction(5, 9)]
    assert len({rate_sentence(fraction) for fraction in fractions}) == 5
    assert "5/9" in rate_sentence(fractions[-1])


def test_a_part_of_a_month_is_named_by_its_days() -> None:
    assert "2026" in period_text(OCTOBER)
    part = Period(OCTOBER.first_day, OCTOBER.first_day.replace(day=15))
    assert period_text(part) == "01.10.2026–15.10.2026"


def test_a_day_off_within_absence_is_explained() -> None:
    kept = snapshot_of(Fraction(136_549, 6), [Fraction(136_549, 180)])
    (line,) = kept.absences
    code = PaymentGround.DAY_OFF_WITHIN_ABSENCE.value
    shown = payment_view(
        replace(kept, absences=(replace(line, grounds=(code,)),)), WHO, for_staff=False
    )
    assert shown.absences[0].why == ("Fridagen ligger mellom to hele dager med ugyldig fravær.",)


def test_the_view_adds_up_to_the_payout() -> None:
    kept = snapshot_of(
        Fraction(136_549, 6), [Fraction(136_549, 180)], [Fraction(50)], recovery=Fraction(100)
    )
    view = payment_view(kept, WHO, for_staff=False)
    shown = [row.value for row in view.sums]
    assert shown[0] == "22\N{NO-BREAK SPACE}758,17\N{NO-BREAK SPACE}kr"
    assert shown[1].startswith("\N{MINUS SIGN}758,61")
    assert len(shown) == 4
    assert view.payout == "21\N{NO-BREAK SPACE}849,56\N{NO-BREAK SPACE}kr"
    assert view.policies == (policy_sentence(PolicyKey.WHOLE_DAY_BASIS, "day"),)
    assert view.others[0].provision.text == "integreringsloven § 25"


def test_what_cannot_be_put_right_promises_nothing() -> None:
    assert remedy_text(["quota_used"]) == ""
    assert remedy_text(["day_off_within_absence"]) == ""
    assert remedy_text(["self_certified_days_used"]) != remedy_text(["not_documented"]) != ""
