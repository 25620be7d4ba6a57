"""A participant sends a picture of a doctor's certificate, and somebody says what it documents."""

import io
from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask
from PIL import Image
from sqlalchemy import select

from app.attendance.certificates import receiving, service
from app.attendance.certificates.commands import AnswerCertificate
from app.attendance.certificates.errors import (
    CannotAnswerCertificate,
    CannotReceiveCertificate,
    CertificateAnswerRefusal,
    CertificateRefusal,
)
from app.attendance.certificates.kinds import CertificateOutcome, Target, Use
from app.attendance.certificates.models import (
    AbsenceCertificate,
    AbsenceCertificateAnswer,
    AbsenceCertificatePage,
    CertificateTouched,
)
from app.attendance.certificates.queries import list_waiting_certificates
from app.attendance.claims import claimed_days
from app.attendance.models import Absence
from app.attendance.statements.commands import Said
from app.attendance.statements.kinds import Answer, StatementKind
from app.attendance.statements.queries import get_statement
from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Actor, Role
from app.core.errors import NotFound, NotPermitted
from app.core.period import month_period
from app.extensions import db
from app.rules.absence import AbsenceReason
from tests.support import statements
from tests.support.certificates import photo, send
from tests.support.client import Browser, words
from tests.support.own_case import ILL, OwnCase, build_own_case
from tests.support.world import DALHEIM, World

FIRST, LAST = date(2026, 11, 18), date(2026, 11, 20)
BrowserFor = Callable[..., Browser]
SENDING = "/min-side/meld/legeerklaering"


@pytest.fixture
def own(world: World) -> OwnCase:
    with world.app.app_context():
        return build_own_case(db.session, world)


@pytest.fixture
def caseworker(world: World) -> Actor:
    with world.app.app_context():
        return world.actor(Role.CASEWORKER)


def sent(
    world: World, own: OwnCase, days: tuple[date, date] = (FIRST, LAST), **changes: bytes
) -> AbsenceCertificate:
    actor = world.actor(Role.PARTICIPANT)
    return send(db.session, world.clock, actor, own.participant_id, days, **changes)


def answer(
    world: World,
    actor: Actor,
    certificate: AbsenceCertificate,
    target: Target | None,
    reason: str = "",
) -> AbsenceCertificateAnswer:
    command = AnswerCertificate(
        certificate.participant_id, certificate.id, target, FIRST, LAST, reason
    )
    return service.answer_certificate(db.session, world.clock, actor, command)


def absence_of(answer: AbsenceCertificateAnswer) -> Absence:
    assert answer.outcome is CertificateOutcome.ACCEPTED
    return db.session.get_one(Absence, answer.absence_id)


def test_the_picture_is_kept_without_what_the_phone_wrote_into_it(
    app: Flask, world: World, own: OwnCase
) -> None:
    with app.app_context():
        certificate = sent(world, own)
        page = db.session.scalars(select(AbsenceCertificatePage)).one()
        assert (page.certificate_id, page.number) == (certificate.id, 1)
        picture = Image.open(io.BytesIO(page.picture))
        assert (picture.format, picture.size, dict(picture.getexif())) == ("JPEG", (60, 80), {})


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", CertificateRefusal.NO_PICTURE),
        (b"no picture", CertificateRefusal.UNREADABLE),
        (photo()[:200], CertificateRefusal.UNREADABLE),
        (b"\xff" * (receiving.MOST_BYTES + 1), CertificateRefusal.TOO_LARGE),
    ],
    ids=["nothing", "text", "cut off", "too large"],
)
def test_what_cannot_be_read_is_refused(
    app: Flask, world: World, own: OwnCase, content: bytes, why: CertificateRefusal
) -> None:
    with app.app_context():
        with pytest.raises(CannotReceiveCertificate) as refused:
            sent(world, own, content=content)
        assert refused.value.reason is why
        assert db.session.scalars(select(AbsenceCertificate)).all() == []


def test_more_than_a_certificate_has_pages(app: Flask, world: World, own: OwnCase) -> None:
    stack = io.BytesIO()
    pages = [Image.new("L", (60, 80), 255) for _ in range(receiving.MOST_PAGES + 1)]
    pages[0].save(stack, "PDF", save_all=True, append_images=pages[1:])
    with app.app_context(), pytest.raises(CannotReceiveCertificate) as refused:
        sent(world, own, content=stack.getvalue())
    assert refused.value.reason is CertificateRefusal.TOO_MANY_PAGES


@pytest.mark.parametrize(
    "days",
    [
        (LAST, FIRST),
        (FIRST, FIRST + receiving.LONGEST + timedelta(days=1)),
        (date(2029, 1, 1), date(2029, 1, 2)),
    ],
)
def test_days_that_no_certificate_has(
    app: Flask, world: World, own: OwnCase, days: tuple[date, date]
) -> None:
    with app.app_context(), pytest.raises(CannotReceiveCertificate) as refused:
        sent(world, own, days)
    assert refused.value.reason is CertificateRefusal.DAYS


def test_nobody_fills_the_disk(
    app: Flask, world: World, own: OwnCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "MOST_IN_A_DAY", 2)
    with app.app_context():
        sent(world, own)
        sent(world, own)
        with pytest.raises(CannotReceiveCertificate) as refused:
            sent(world, own)
        assert refused.value.reason is CertificateRefusal.TOO_MANY_TODAY


def test_it_documents_what_is_registered(
    app: Flask, world: World, own: OwnCase, caseworker: Actor
) -> None:
    with app.app_context():
        certificate = sent(world, own, (ILL, ILL))
        (ill,) = service.absences_to_document(
            db.session, caseworker.scope, _file(caseworker, certificate)
        )
        assert not ill.has_medical_certificate
        kept = answer(world, caseworker, certificate, Target(Use.ABSENCE, ill.id))
        documented = absence_of(kept)
        assert (documented.id, documented.has_medical_certificate) == (ill.id, True)
        assert documented.is_self_certified, "what she said herself stays said"


def test_it_answers_what_she_has_said(
    app: Flask, world: World, own: OwnCase, caseworker: Actor
) -> None:
    with app.app_context():
        hers = world.actor(Role.PARTICIPANT)
        ill = Said(StatementKind.OWN_ILLNESS, FIRST, LAST)
        said = statements.say(db.session, world.clock, hers, own.participant_id, ill)
        kept = answer(world, caseworker, sent(world, own), Target(Use.STATEMENT, said.id))
        file = get_statement(db.session, caseworker.scope, own.participant_id, said.id)
        assert file.answer is not None
        assert file.answer.answer is Answer.CERTIFIED
        assert file.answer.absence_id == kept.absence_id


def test_it_registers_what_nobody_has_registered(
    app: Flask, world: World, own: OwnCase, caseworker: Actor
) -> None:
    with app.app_context():
        kept = answer(world, caseworker, sent(world, own), Target(Use.OWN_ILLNESS))
        absence = absence_of(kept)
        assert (absence.reason, absence.first_day, absence.last_day) == (
            AbsenceReason.OWN_ILLNESS,
            FIRST,
            LAST,
        )
        assert absence.has_medical_certificate


def test_a_no_has_a_reason_and_one_answer_is_enough(
    app: Flask, world: World, own: OwnCase, caseworker: Actor
) -> None:
    with app.app_context():
        certificate = sent(world, own)
        with pytest.raises(CannotAnswerCertificate) as unfounded:
            answer(world, caseworker, certificate, None)
        assert unfounded.value.reason is CertificateAnswerRefusal.NO_REASON
        assert answer(world, caseworker, certificate, None, "Uten navn.").absence_id is None
        with pytest.raises(CannotAnswerCertificate) as again:
            answer(world, caseworker, certificate, Target(Use.OWN_ILLNESS))
        assert again.value.reason is CertificateAnswerRefusal.ALREADY_ANSWERED


@pytest.mark.parametrize("use", [Use.ABSENCE, Use.STATEMENT])
@pytest.mark.parametrize("which", [None, uuid4()])
def test_it_documents_only_what_is_there(
    app: Flask, world: World, own: OwnCase, caseworker: Actor, use: Use, which: UUID | None
) -> None:
    with app.app_context():
        with pytest.raises(CannotAnswerCertificate) as refused:
            answer(world, caseworker, sent(world, own), Target(use, which))
        assert refused.value.reason is CertificateAnswerRefusal.NOT_POSSIBLE


def test_days_with_a_waiting_certificate_are_held(
    app: Flask, world: World, own: OwnCase, caseworker: Actor
) -> None:
    with app.app_context():
        certificate = sent(world, own, (FIRST, date(2026, 12, 2)))
        held = claimed_days(db.session, caseworker.scope, month_period(2026, 11))
        assert held == {
            own.participant_id: frozenset(FIRST + timedelta(days=number) for number in range(13))
        }
        answer(world, caseworker, certificate, Target(Use.OWN_ILLNESS))
        assert claimed_days(db.session, caseworker.scope, month_period(2026, 11)) == {}


def test_nothing_that_was_sent_changes(app: Flask, world: World, own: OwnCase) -> None:
    with app.app_context():
        sent(world, own).last_day = FIRST
        with pytest.raises(CertificateTouched):
            db.session.flush()


def test_others_neither_see_nor_answer(
    app: Flask, world: World, own: OwnCase, browser_for: BrowserFor
) -> None:
    with app.app_context():
        certificate = sent(world, own)
        db.session.commit()
        stranger = world.actor(Role.CASEWORKER, DALHEIM)
        assert list_waiting_certificates(db.session, stranger.scope) == []
        with pytest.raises(NotFound):
            answer(world, stranger, certificate, Target(Use.OWN_ILLNESS))
        with pytest.raises(NotPermitted):
            answer(world, world.actor(Role.TEACHER), certificate, Target(Use.OWN_ILLNESS))
        url = f"/deltakere/{own.participant_id}/fravaer/legeerklaeringer/{certificate.id}"
    browser_for(Role.CASEWORKER, DALHEIM).get(f"{url}/side/1", 404)
    browser_for(Role.TEACHER).get(f"{url}/side/1", 403)
    staff = browser_for(Role.CASEWORKER)
    staff.get(f"{url}/side/2", 404)
    assert staff.client.get(f"{url}/side/1").mimetype == "image/jpeg"


def test_from_a_photo_to_a_documented_absence(
    app: Flask, world: World, own: OwnCase, browser_for: BrowserFor
) -> None:
    hers, staff = browser_for(Role.PARTICIPANT), browser_for(Role.CASEWORKER)
    days = {"first_day": "18.11.2026", "last_day": "20.11.2026"}
    assert SENDING in hers.get("/min-side/meld").text
    nothing = hers.submit(SENDING, days, status=200)
    assert _errors_of(nothing.text) == 1
    unreadable = hers.submit(SENDING, {**days, "picture": (io.BytesIO(b"?"), "x")}, status=200)
    assert _errors_of(unreadable.text) == 1
    hers.submit(SENDING, {**days, "picture": (io.BytesIO(photo()), "lege.jpg")})
    assert "18.11.2026–20.11.2026" in words(hers.get("/min-side/meld"))
    told = f"/deltakere/{own.participant_id}/fravaer/meldinger"
    assert told in staff.get("/arbeidsliste").text
    with app.app_context():
        certificate = db.session.scalars(select(AbsenceCertificate)).one()
        where = f"/deltakere/{own.participant_id}/fravaer/legeerklaeringer/{certificate.id}"
    assert where in staff.get(told).text
    assert "Velg hva legeerklæringen dokumenterer." in words(staff.submit(where, status=200))
    refused = staff.submit(where, {"target": "rejected"}, status=200)
    assert "Skriv hvorfor dere ikke godtar den." in words(refused)
    staff.submit(where, {"target": "own_illness"})
    assert "Godtatt" in words(staff.get(told))
    answered = staff.get(where)
    assert "own_illness" not in answered.text
    token = staff.csrf_token(where)
    staff.send(where, {"csrf_token": token, "target": "own_illness"}, status=200)
    with app.app_context():
        seen = {
            Action.CERTIFICATE_SENT,
            Action.CERTIFICATE_VIEWED,
            Action.CERTIFICATE_ANSWERED,
        }
        rows = select(AuditEvent.action).where(AuditEvent.action.in_(seen)).distinct()
        assert set(db.session.scalars(rows)) == seen


def _errors_of(page: str) -> int:
    return page.count('aria-invalid="true"')


def _file(actor: Actor, certificate: AbsenceCertificate) -> service.CertificateFile:
    return service.get_certificate(
        db.session, actor.scope, certificate.participant_id, certificate.id
    )
