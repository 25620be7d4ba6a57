"""A decision on its way: due, written, approved, decided, sent, arrived, and read on a phone."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from uuid import UUID

import pypdfium2
import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from app.accounts.queries import get_municipality
from app.core.actor import Role
from app.enrolment.service import link_user
from app.extensions import db
from tests.support.builders import enrol, fix_plan
from tests.support.decisions import REASONS, begin
from tests.support.print_batches import run_first_job
from tests.support.served import DESKTOP, PHONE, Served, check, served
from tests.support.world import World

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]


@dataclass(frozen=True)
class Portal(Served):
    """A running portal with somebody whose plan is fixed."""

    participant_id: UUID

    @property
    def decisions(self) -> str:
        return f"/deltakere/{self.participant_id}/vedtak"


@pytest.fixture
def portal(app: Flask, world: World) -> Iterator[Portal]:
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        participant = enrol(db.session, world.clock, actor, adviser_id=actor.user_id)
        fix_plan(db.session, world.clock, actor, participant)
        municipality = get_municipality(db.session, actor.scope)
        municipality.policies = {**municipality.policies, "decision_approval": "leader"}
        who = world.user(Role.PARTICIPANT)
        link_user(db.session, world.clock, actor, participant.id, who.id)
        participant_id = participant.id
        db.session.commit()
    with served(world, Role.CASEWORKER, Role.LEADER, Role.PARTICIPANT) as found:
        yield Portal(found.address, found.browser, found.tokens, participant_id)


def press(page: Page, name: str) -> None:
    """Press a button as somebody without a mouse does."""
    page.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).first.focus()
    page.keyboard.press("Enter")


def text_of(pdf: bytes) -> str:
    """Return what a PDF says, with single spaces."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).split())


def test_a_decision_from_the_worklist_to_the_participant(app: Flask, portal: Portal) -> None:
    caseworker = portal.page(Role.CASEWORKER)
    caseworker.goto("/arbeidsliste")
    expect(
        caseworker.get_by_role("cell", name="Skriv vedtaket om planen fra 20.11.2026")
    ).to_be_visible()
    caseworker.goto(portal.decisions)
    check(caseworker)
    press(caseworker, "Skriv vedtaket")
    caseworker.locator("[name=reasons]").fill(REASONS)
    check(caseworker)
    press(caseworker, "Lagre og les brevet")
    letter = caseworker.locator("article.decision-letter")
    expect(letter).to_contain_text(REASONS)
    expect(letter).to_contain_text("klage")
    check(caseworker)
    expect(caseworker.get_by_role("button", name="Gjør vedtaket")).to_have_count(0)
    press(caseworker, "Send til leder")

    leader = portal.page(Role.LEADER)
    leader.goto("/arbeidsliste?visning=alle")
    expect(
        leader.get_by_role("cell", name="Godkjenn utkastet til vedtak, eller send det tilbake")
    ).to_be_visible()
    leader.goto(portal.decisions)
    leader.locator("main .ds-card a").first.click()
    follow(leader, "Godkjenn eller send tilbake")
    expect(leader.get_by_role("heading", level=1)).to_contain_text("Godkjenn vedtaket")
    check(leader)
    leader.locator("[name=outcome][value=approved]").check()
    press(leader, "Lagre svaret")
    expect(leader.get_by_text("Godkjent av leder").first).to_be_visible()

    caseworker.reload()
    press(caseworker, "Gjør vedtaket")
    expect(
        caseworker.get_by_text("Brevet lages nå. Siden viser det når det er klart.")
    ).to_be_visible()
    run_first_job(app)
    caseworker.reload()
    with caseworker.expect_download() as taken:
        caseworker.get_by_role("link", name="Last ned brevet").click()
    assert REASONS in text_of(taken.value.path().read_bytes())

    follow(caseworker, "Registrer at brevet er sendt")
    expect(caseworker.get_by_role("heading", level=1)).to_contain_text(
        "Registrer at brevet er sendt"
    )
    check(caseworker)
    caseworker.locator("[name=way][value=post]").check()
    press(caseworker, "Lagre")
    expect(caseworker.get_by_text("Sendt, ikke kjent når det kom fram")).to_be_visible()
    follow(caseworker, "Registrer når brevet kom fram")
    expect(caseworker.get_by_role("heading", level=1)).to_contain_text(
        "Registrer når brevet kom fram"
    )
    check(caseworker)
    caseworker.locator("[name=source][value=receipt]").check()
    press(caseworker, "Lagre")
    expect(caseworker.get_by_text("11.12.2026")).to_be_visible()
    check(caseworker)

    participant = portal.page(Role.PARTICIPANT, "ar", PHONE)
    participant.goto("/min-side/papirer")
    own = participant.locator("main [lang=ar][dir=rtl]", has_text="11.12.2026")
    expect(own.first).to_be_visible()
    check(participant)
    with participant.expect_download() as her_copy:
        own.first.get_by_role("link").click()
    assert her_copy.value.path().read_bytes().startswith(b"%PDF-")
    caseworker.reload()
    expect(caseworker.get_by_text("Deltakeren lastet ned brevet 20.11.2026.")).to_be_visible()


@pytest.mark.parametrize(("language", "width"), [("nb", PHONE), ("ar", PHONE), ("ar", DESKTOP)])
def test_pages_of_decisions_fit_the_screen(
    app: Flask, world: World, portal: Portal, language: str, width: int
) -> None:
    with app.app_context():
        draft = begin(db.session, world, world.actor(Role.CASEWORKER), portal.participant_id)
        draft_id = draft.id
        db.session.commit()
    page = portal.page(Role.CASEWORKER, language, width)
    for path in ("", f"/{draft_id}", f"/utkast/{draft_id}/rediger", f"/utkast/{draft_id}/forkast"):
        page.goto(portal.decisions + path)
        check(page)
