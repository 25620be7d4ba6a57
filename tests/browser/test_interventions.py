"""A stop, considered, notified, answered on a phone, decided and lifted; and a certificate."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from playwright.sync_api import expect

from app.core.actor import Role
from app.extensions import db
from app.jobs.service import list_waiting
from tests.support.interventions import REASONS, WORDS
from tests.support.keyboard import follow, go, press
from tests.support.own_case import build_own_case
from tests.support.print_batches import run_first_job
from tests.support.served import DESKTOP, PHONE, Served, check, served
from tests.support.world import World

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]


@dataclass(frozen=True)
class Portal(Served):
    """A running portal with somebody whose programme runs."""

    case: str
    """Where her pages begin."""


@pytest.fixture
def portal(app: Flask, world: World) -> Iterator[Portal]:
    with app.app_context():
        own = build_own_case(db.session, world)
    run_all_jobs(app)
    with served(world, Role.CASEWORKER, Role.PARTICIPANT) as found:
        case = f"/deltakere/{own.participant_id}"
        yield Portal(found.address, found.browser, found.tokens, case)


def run_all_jobs(app: Flask) -> None:
    """Make the papers that wait."""
    while True:
        with app.app_context():
            if not list_waiting(db.session):
                return
        run_first_job(app)


def test_a_stop_from_the_notice_to_its_end(app: Flask, portal: Portal) -> None:
    caseworker = portal.page(Role.CASEWORKER)
    caseworker.goto(f"{portal.case}/vedtak")
    follow(caseworker, "Stans og bortfall av egenmelding")
    check(caseworker)
    follow(caseworker, "Skriv varsel")
    caseworker.locator("[name=kind][value=suspension]").check()
    caseworker.locator("[name=cause][value=conduct]").check()
    caseworker.locator("[name=first_day]").fill("2026-12-14")
    caseworker.locator("[name=reasons]").fill(REASONS)
    caseworker.locator("[name=reply_by]").fill("2026-12-08")
    press(caseworker, "Lagre og les brevet")
    expect(caseworker.get_by_text("Skriv den siste dagen stansen skal vare.").first).to_be_visible()
    check(caseworker)
    caseworker.locator("[name=last_day]").fill("2026-12-20")
    press(caseworker, "Lagre og les brevet")
    expect(caseworker.locator("article.decision-letter")).to_contain_text(REASONS)
    check(caseworker)
    press(caseworker, "Gjør varselet ferdig")
    expect(caseworker.get_by_text("Brevet lages nå.").first).to_be_visible()
    run_first_job(app)
    caseworker.reload()
    follow(caseworker, "Registrer at brevet er sendt")
    caseworker.locator("[name=way][value=handed_over]").check()
    press(caseworker, "Lagre")
    expect(caseworker.get_by_text("Sendt, svarfristen løper").first).to_be_visible()

    participant = portal.page(Role.PARTICIPANT, "ar", PHONE)
    participant.goto("/min-side/papirer")
    check(participant)
    go(participant, participant.locator("main a[href*='/min-side/varsel/']").first)
    participant.locator("[name=words]").fill(WORDS)
    check(participant)
    go(participant, participant.locator("main form button[type=submit]").last)

    caseworker.reload()
    expect(caseworker.get_by_text(WORDS)).to_be_visible()
    follow(caseworker, "Skriv vedtaket")
    expect(caseworker.get_by_role("heading", level=1)).to_contain_text("Skriv vedtaket")
    check(caseworker)
    press(caseworker, "Skriv vedtaket")
    caseworker.locator("[name=reasons]").fill(REASONS)
    press(caseworker, "Lagre og les brevet")
    expect(caseworker.locator("article.decision-letter")).to_contain_text("midlertidig")
    check(caseworker)
    press(caseworker, "Gjør vedtaket")
    expect(caseworker.get_by_text("Brevet lages nå.").first).to_be_visible()
    run_first_job(app)

    caseworker.goto(f"{portal.case}/vedtak/stans")
    expect(caseworker.get_by_text("Begynner senere")).to_be_visible()
    check(caseworker)
    follow(caseworker, "Opphev: Midlertidig stans av programmet")
    caseworker.locator("[name=free_from]").fill("2026-12-16")
    caseworker.locator("[name=reason]").fill("Klagen førte fram.")
    check(caseworker)
    press(caseworker, "Opphev")
    expect(caseworker.get_by_text("Opphevet", exact=True)).to_be_visible()
    participant.reload()
    expect(participant.locator("main")).to_contain_text("إيقاف البرنامج التعريفي")
    check(participant)


def test_a_participation_certificate_reaches_the_participant(app: Flask, portal: Portal) -> None:
    caseworker = portal.page(Role.CASEWORKER)
    caseworker.goto(f"{portal.case}/deltakerbevis")
    check(caseworker)
    follow(caseworker, "Skriv deltakerbevis")
    check(caseworker)
    caseworker.locator("[name=ending][value=broken_off]").check()
    caseworker.locator("[name=results]").fill("Norskprøve A2")
    press(caseworker, "Vis beviset først")
    expect(caseworker.get_by_text("Programmet ble avbrutt før den fastsatte tiden")).to_be_visible()
    check(caseworker)
    press(caseworker, "Gi deltakerbeviset")
    expect(caseworker.get_by_text("Lages nå", exact=True)).to_be_visible()
    run_first_job(app)
    caseworker.reload()
    expect(caseworker.get_by_text("Gjelder", exact=True)).to_be_visible()
    check(caseworker)
    participant = portal.page(Role.PARTICIPANT, "ar", PHONE)
    participant.goto("/min-side/papirer")
    check(participant)
    with participant.expect_download() as taken:
        participant.locator("main a[href*='/deltakerbevis/']").first.click()
    assert taken.value.path().read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(("language", "width"), [("nb", PHONE), ("ar", PHONE), ("ar", DESKTOP)])
def test_the_pages_fit_the_screen(portal: Portal, language: str, width: int) -> None:
    page = portal.page(Role.CASEWORKER, language, width)
    for place in (
        "/vedtak/stans",
        "/vedtak/stans/nytt",
        "/deltakerbevis",
        "/deltakerbevis/nytt",
        "/fravaer/norsktilbud",
    ):
        page.goto(f"{portal.case}{place}")
        check(page)
