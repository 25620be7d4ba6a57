"""Participation certificates: proposed, issued, replaced, and read by the participant."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.core.errors import NotFound
from app.decisions.participation import service
from app.decisions.participation.content import Certificate, thaw
from app.decisions.participation.errors import CannotIssueCertificate, CertificateRefusal
from app.decisions.participation.kinds import ProgrammeEnding
from app.decisions.participation.models import CertificateTouched, ParticipationCertificate
from app.decisions.participation.queries import list_certificates, list_without_certificate
from app.decisions.participation.sheet import render_certificate_html, typeset_certificate
from app.extensions import db
from app.papers import service as papers
from app.papers.models import IssuedDocument
from app.pdf.renderer import PdfRenderer
from app.plans.queries import find_programme
from tests.support.client import Browser
from tests.support.own_case import OwnCase, build_own_case
from tests.support.participation import CONTENTS, LAST_DAY, RESULTS, certificate, give_certificate
from tests.support.world import DALHEIM, World

BrowserFor = Callable[..., Browser]


@pytest.fixture
def own(world: World) -> OwnCase:
    with world.app.app_context():
        return build_own_case(db.session, world)


@pytest.mark.usefixtures("app_context")
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"last_day": date(2026, 11, 21)}, CertificateRefusal.IN_THE_FUTURE),
        ({"last_day": date(2020, 1, 1)}, CertificateRefusal.BEFORE_START),
        ({"contents": " \n "}, CertificateRefusal.NO_CONTENTS),
        ({"contents": "En linje\n" * 31}, CertificateRefusal.TOO_LONG),
        ({"signed_by": ""}, CertificateRefusal.NO_SIGNATURE),
        ({"results": "Kurs \U0001f600"}, CertificateRefusal.UNPRINTABLE),
    ],
)
def test_what_is_no_certificate_is_refused(
    world: World, own: OwnCase, changes: dict[str, Any], reason: CertificateRefusal
) -> None:
    with pytest.raises(CannotIssueCertificate) as refused:
        service.issue(
            db.session,
            world.clock,
            world.actor(Role.CASEWORKER),
            certificate(own.participant_id, **changes),
        )
    assert refused.value.reason is reason


@pytest.mark.usefixtures("app_context")
def test_another_one_replaces_it_and_says_why(world: World, own: OwnCase) -> None:
    actor = world.actor(Role.CASEWORKER)
    first = give_certificate(db.session, world.clock, actor, own.participant_id)
    with pytest.raises(CannotIssueCertificate) as refused:
        give_certificate(db.session, world.clock, actor, own.participant_id)
    assert refused.value.reason is CertificateRefusal.NO_REASON
    why = "Navnet på praksisplassen var feil."
    second = give_certificate(
        db.session, world.clock, actor, own.participant_id, replaces_because=why
    )
    files = list_certificates(db.session, actor.scope, own.participant_id)
    assert [(each.certificate.id, each.is_replaced) for each in files] == [
        (second.id, False),
        (first.id, True),
    ]
    db.session.commit()
    first.last_day = date(2026, 11, 1)
    with pytest.raises(CertificateTouched):
        db.session.flush()
    db.session.rollback()
    given = select(AuditEvent.details).where(
        AuditEvent.action == Action.PARTICIPATION_CERTIFICATE_ISSUED
    )
    assert [each["number"] for each in db.session.scalars(given)] == [1, 2]


@pytest.mark.usefixtures("app_context")
def test_what_is_frozen_is_the_same_paper(world: World, own: OwnCase) -> None:
    actor = world.actor(Role.CASEWORKER)
    shown = service.preview(db.session, world.clock, actor, certificate(own.participant_id))
    row = give_certificate(db.session, world.clock, actor, own.participant_id)
    document = db.session.get_one(IssuedDocument, row.document_id)
    again = thaw(document.model, "", document.issued_on)
    assert again == shown
    html = render_certificate_html(thaw(document.model, document.code, document.issued_on))
    assert html.count("Norskprøve A2") == 1
    assert "Certificate of participation" in html
    assert "fravær" not in html


@pytest.mark.usefixtures("app_context")
def test_a_programme_that_ended_without_one_is_found(world: World, own: OwnCase) -> None:
    actor = world.actor(Role.CASEWORKER)
    programme = find_programme(db.session, actor.scope, own.participant_id)
    assert programme is not None
    programme.ends_on = LAST_DAY
    db.session.flush()
    scope, on = actor.scope, date(2026, 11, 20)
    assert list_without_certificate(db.session, scope, on) == [(own.participant_id, LAST_DAY)]
    assert list_without_certificate(db.session, scope, LAST_DAY) == []
    assert list_without_certificate(db.session, scope, date(2028, 1, 1)) == []
    give_certificate(
        db.session, world.clock, actor, own.participant_id, ending=ProgrammeEnding.TIME_OVER
    )
    assert list_without_certificate(db.session, scope, on) == []
    stranger = world.actor(Role.CASEWORKER, DALHEIM)
    with pytest.raises(NotFound):
        give_certificate(db.session, world.clock, stranger, own.participant_id)


def test_the_pages_from_proposal_to_the_participant(
    world: World, own: OwnCase, browser_for: BrowserFor
) -> None:
    caseworker = browser_for(Role.CASEWORKER)
    pages = f"/deltakere/{own.participant_id}/deltakerbevis"
    assert "ikke fått deltakerbevis" in caseworker.get(pages).text
    proposed = caseworker.get(f"{pages}/nytt").text
    assert "timer i uka" in proposed
    typed = {
        "ending": "broken_off",
        "last_day": "19.11.2026",
        "contents": CONTENTS,
        "results": RESULTS,
    }
    shown = caseworker.submit(f"{pages}/nytt", {**typed, "vis": "1"}, status=200).text
    assert "Programmet ble avbrutt før den fastsatte tiden var over." in shown
    with world.app.app_context():
        assert db.session.scalars(select(ParticipationCertificate)).all() == []
    refused = caseworker.submit(f"{pages}/nytt", {**typed, "last_day": "19.11.2027"}, status=200)
    assert "Dagen er fram i tid." in refused.text
    assert RESULTS in refused.text
    caseworker.submit(f"{pages}/nytt", typed)
    assert "Lages nå" in caseworker.get(pages).text
    participant = browser_for(Role.PARTICIPANT)
    assert "Beviset viser hva du har vært med på" not in participant.get("/min-side/papirer").text
    with world.app.app_context():
        row = db.session.scalars(select(ParticipationCertificate)).one()
        document = db.session.get_one(IssuedDocument, row.document_id)
        made = thaw(document.model, document.code, document.issued_on)
        content = _typeset(made)
        papers.store_content(db.session, world.clock, row.document_id, content)
        db.session.commit()
        paper = f"{pages}/{row.id}/papir"
    assert content.page_count == 2
    assert "Beviset viser hva du har vært med på" in participant.get("/min-side/papirer").text
    assert participant.get(paper).data.startswith(b"%PDF-")
    browser_for(Role.CASEWORKER, DALHEIM).get(paper, status=404)
    browser_for(Role.PARTICIPANT, DALHEIM).get(paper, status=404)


def _typeset(made: Certificate) -> Any:
    with closing(PdfRenderer()) as renderer:
        return typeset_certificate(renderer, made)
