"""A complaint from the letter that came to what the county governor decided."""

import pytest
from flask import Flask
from playwright.sync_api import expect

from app.core.actor import Role
from app.extensions import db
from app.jobs.service import list_waiting
from tests.support.complaints import WORDS
from tests.support.keyboard import follow, go, press
from tests.support.own_case import build_own_case
from tests.support.print_batches import run_first_job
from tests.support.reductions import decide_reduction
from tests.support.served import DESKTOP, PHONE, check, served
from tests.support.world import World

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]
REASONS = "Legen har ikke skrevet noe om denne dagen."


def decided(app: Flask, world: World) -> str:
    """Have a decision that takes a day from October, and return where it stands."""
    with app.app_context():
        own = build_own_case(db.session, world)
        actor, who = world.actor(Role.CASEWORKER), own.participant_id
        decision = decide_reduction(db.session, world.clock, actor, who, own.run_id)
        db.session.commit()
        return f"/deltakere/{who}/vedtak/{decision.id}"


def run_all_jobs(app: Flask) -> None:
    """Let nothing wait; the letters of the case are there already, so their jobs give up."""
    while True:
        with app.app_context():
            if not list_waiting(db.session):
                return
        run_first_job(app)


def test_from_a_letter_to_the_ruling(app: Flask, world: World) -> None:
    place = decided(app, world)
    run_all_jobs(app)
    with served(world, Role.CASEWORKER, Role.PARTICIPANT) as portal:
        page = portal.page(Role.CASEWORKER)
        page.goto(place)
        follow(page, "Registrer klage")
        page.locator("[name=way][value=letter]").check()
        page.locator("[name=language]").select_option("nb")
        page.locator("[name=asks_postponement]").check()
        check(page)
        press(page, "Registrer klagen")
        expect(page.get_by_text("Skriv hva deltakeren klager på.").first).to_be_visible()
        expect(page.locator("[name=asks_postponement]")).to_be_checked()
        page.locator("[name=words]").fill(WORDS)
        press(page, "Registrer klagen")
        expect(page.get_by_text(WORDS)).to_be_visible()
        check(page)

        follow(page, "Vurder form og frist")
        for each in ("is_by_party", "is_signed", "names_decision", "names_change"):
            page.locator(f"[name={each}]").check()
        check(page)
        press(page, "Lagre vurderingen")
        follow(page, "Bestem om vedtaket skal vente")
        page.locator("[name=waits][value=yes]").check()
        page.locator("[name=reason]").fill("Saken er ikke klar.")
        check(page)
        go(page, page.locator("main form button[type=submit]").last)
        expect(page.get_by_text("Ja, vedtaket virker ikke nå")).to_be_visible()
        check(page)

        follow(page, "Svar på klagen")
        page.locator("[name=kind][value=forwarded]").check()
        page.locator("[name=reason]").fill(REASONS)
        check(page)
        go(page, page.locator("main form button[type=submit]").last)
        expect(page.get_by_text("Brevet lages nå.").first).to_be_visible()
        run_first_job(app)
        page.reload()
        follow(page, "Registrer at brevet er sendt")
        page.locator("[name=way][value=post]").check()
        check(page)
        press(page, "Lagre")
        follow(page, "Registrer når brevet kom fram")
        page.locator("[name=day]").fill("2026-11-19")
        press(page, "Lagre")
        expect(page.locator("[name=day]")).to_have_attribute("aria-invalid", "true")
        expect(page.locator("[name=day]")).to_have_value("2026-11-19")
        page.locator("[name=day]").fill("2026-11-20")
        check(page)
        press(page, "Lagre")
        expect(page.get_by_text("Svaret kom fram", exact=True)).to_be_visible()
        check(page)

        follow(page, "Registrer hva statsforvalteren bestemte")
        page.locator("[name=outcome][value=annulled]").check()
        page.locator("[name=decided_on]").fill("2026-11-20")
        check(page)
        go(page, page.locator("main form button[type=submit]").last)
        expect(page.locator("main ol")).to_contain_text("Vedtaket er opphevet")
        check(page)

        participant = portal.page(Role.PARTICIPANT, "ar", PHONE)
        participant.goto("/min-side/papirer")
        check(participant)
        with participant.expect_download() as taken:
            participant.locator("main a[href*='/vedtak/klage/']").first.click()
        assert taken.value.path().read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(("language", "width"), [("ar", DESKTOP), ("ar", PHONE)])
def test_a_complaint_is_dismissed_in_arabic(
    app: Flask, world: World, language: str, width: int
) -> None:
    place = decided(app, world)
    with served(world, Role.CASEWORKER) as portal:
        page = portal.page(Role.CASEWORKER, language, width)
        page.goto(place)
        go(page, page.locator("main a[href$='/klage']"))
        page.locator("[name=way][value=talk]").check()
        page.locator("[name=language]").select_option("ar")
        page.locator("[name=words]").fill("كنت عند الطبيب.")
        check(page)
        go(page, page.locator("main form button[type=submit]").last)
        go(page, page.locator("main a[href$='/vurdering']"))
        page.locator("[name=is_by_party]").check()
        page.locator("[name=mend_by]").fill("2026-11-01")
        go(page, page.locator("main form button[type=submit]").last)
        expect(page.locator("[name=mend_by]")).to_have_attribute("aria-invalid", "true")
        check(page)
        page.locator("[name=mend_by]").fill("2026-11-27")
        go(page, page.locator("main form button[type=submit]").last)
        expect(page.locator("main .ds-alert li")).to_have_count(3)
        check(page)
