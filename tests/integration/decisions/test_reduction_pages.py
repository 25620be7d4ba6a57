"""The pages of reductions and complaints, as a caseworker and a participant use them."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from app.core.actor import Role
from app.core.clock import fixed_clock
from app.decisions.complaints.models import Complaint
from app.decisions.models import AdministrativeDecision
from app.decisions.notices.models import AdvanceNotice, NoticeReply
from app.decisions.words import summary_words
from app.extensions import db
from app.papers import service as papers
from tests.support.client import Browser
from tests.support.notices import LETTER, REASONS
from tests.support.own_case import OwnCase, build_own_case
from tests.support.world import NOW, World

BrowserFor = Callable[..., Browser]
WORDS = "كنت عند الطبيب مع ابنتي."


@pytest.fixture
def own(world: World) -> OwnCase:
    with world.app.app_context():
        return build_own_case(db.session, world)


def make_letter(app: Flask, model: type[AdvanceNotice] | type[AdministrativeDecision]) -> None:
    """Store the bytes that the job would make."""
    with app.app_context():
        document_id = db.session.scalars(select(model.document_id)).one()
        assert document_id is not None
        papers.store_content(db.session, fixed_clock(NOW), document_id, LETTER)
        db.session.commit()


def only(app: Flask, model: type[AdvanceNotice] | type[Complaint]) -> str:
    with app.app_context():
        return str(db.session.scalars(select(model.id)).one())


def test_from_the_notice_to_the_complaint(
    app: Flask, own: OwnCase, browser_for: BrowserFor
) -> None:
    caseworker, participant = browser_for(Role.CASEWORKER), browser_for(Role.PARTICIPANT)
    cases = f"/deltakere/{own.participant_id}/vedtak"
    overview = caseworker.get(f"{cases}/trekk").text
    assert "758,61" in overview
    new = f"{cases}/trekk/nytt/{own.run_id}"
    unwritten = {"reasons": REASONS, "reply_by": "21.11.2026", "form": "nb"}
    assert "minst tre dager" in caseworker.submit(new, unwritten, status=200).text
    written = {"reasons": REASONS, "reply_by": "08.12.2026", "form": "nb"}
    caseworker.submit(new, written)
    notice = f"{cases}/trekk/varsel/{only(app, AdvanceNotice)}"
    assert REASONS in caseworker.get(notice).text
    caseworker.submit(f"{notice}/rediger", {"reasons": f"{REASONS} Ring oss."})
    caseworker.submit(notice, action=f"{notice}/ferdig")
    make_letter(app, AdvanceNotice)
    caseworker.submit(f"{notice}/sendt", {"way": "handed_over"})
    assert "svarfristen løper" in caseworker.get(notice).text

    mine = participant.get("/min-side/papirer").text
    assert summary_words("ar").texts["page.reduction_notice"] in mine
    answer = f"/min-side/varsel/{only(app, AdvanceNotice)}"
    assert answer in mine
    participant.submit(answer, {"words": WORDS, "language": "ar"})
    with app.app_context():
        assert db.session.scalars(select(NoticeReply.words)).one() == WORDS
    assert WORDS in participant.get(answer).text
    assert WORDS in caseworker.get(notice).text

    begun = caseworker.submit(notice, action=f"{notice}/vedtak")
    assert begun.location is not None
    caseworker.submit(begun.location, {"reasons": "Timen er ikke vist."})
    draft = begun.location.removesuffix("/rediger")
    decision = draft.replace("/utkast", "")
    assert WORDS in caseworker.get(decision).text
    caseworker.submit(decision, action=f"{draft}/gjor-vedtak")
    make_letter(app, AdministrativeDecision)
    assert "sosialhjelp" in caseworker.get(decision).text
    caseworker.submit(decision, action=f"{decision}/sosialhjelp")
    assert "Deltakeren er orientert" not in caseworker.get(decision).text
    title = summary_words("ar").texts["page.benefit_reduction"]
    assert title in participant.get("/min-side/papirer").text

    complained = {"way": "letter", "words": "Jeg klager.", "language": "ar"}
    caseworker.submit(f"{decision}/klage", complained)
    complaint = f"{cases}/klage/{only(app, Complaint)}"
    assert "Jeg klager." in caseworker.get(complaint).text
    form = ("is_by_party", "is_signed", "names_decision", "names_change")
    assert "kort frist" in caseworker.submit(f"{complaint}/vurdering", {}, status=200).text
    caseworker.submit(f"{complaint}/vurdering", dict.fromkeys(form, "y"))
    caseworker.submit(f"{complaint}/utsettelse", {"waits": "yes", "reason": "Vi er i tvil."})
    assert "vedtaket virker ikke nå" in caseworker.get(complaint).text
    less = {"kind": "changed", "kroner": "500", "ore": "50", "reason": "Legen sa det."}
    caseworker.submit(f"{complaint}/svar", less)
    shown = caseworker.get(complaint).text
    assert "500,50" in shown
    assert "Avgjort" in shown
