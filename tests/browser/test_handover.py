"""A participant moves: her case is packed in one municipality and taken in by the next."""

from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from app.core.actor import Role
from app.extensions import db
from app.handover.signing import fingerprint, public_bytes, signing_key
from tests.integration.handover.test_round_trip import finish_papers
from tests.support.lively_case import build_lively_case
from tests.support.served import DESKTOP, PHONE, check, served
from tests.support.world import DALHEIM, World

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]


def submit(page: Page) -> None:
    page.locator("main form.stack button[type=submit]").first.press("Enter")


@pytest.mark.parametrize(("language", "width"), [("nb", DESKTOP), ("ar", PHONE)])
def test_a_case_goes_from_one_municipality_to_the_next(
    app: Flask, world: World, tmp_path: Path, language: str, width: int
) -> None:
    with app.app_context():
        who = build_lively_case(db.session, world)
        finish_papers()
        db.session.commit()
    own_print = fingerprint(public_bytes(signing_key(app.config["SECRET_KEY"])))
    bundle = tmp_path / "overlevering.zip"

    with served(world, Role.CASEWORKER, Role.PARTICIPANT) as here:
        page = here.page(Role.CASEWORKER, language, width)
        page.goto(f"/deltakere/{who}")
        page.locator(f"a[href='/deltakere/{who}/overlevering']").click()
        check(page)
        expect(page.get_by_text(own_print)).to_be_visible()
        submit(page)
        expect(page.locator("#recipient[aria-invalid=true]")).to_be_visible()
        check(page)
        page.locator("#recipient").fill("Dalheim")
        page.locator("input[name=ground][value=task]").check()
        page.locator("#reason").fill("Hun flytter 1. desember og skal fortsette programmet.")
        submit(page)
        newest = page.locator("a[href*='/overlevering/']").first
        expect(newest).to_be_visible()
        check(page)
        with page.expect_download() as download:
            newest.click()
        download.value.save_as(bundle)
        own = here.page(Role.PARTICIPANT, language, width)
        own.goto("/min-side/papirer")
        expect(own.get_by_text("Dalheim").first).to_be_visible()
        check(own)

    with served(world, Role.CASEWORKER, Role.LEADER, domain=DALHEIM) as there:
        page = there.page(Role.CASEWORKER, language, width)
        page.goto("/deltakere")
        page.locator("a[href='/overtakelser']").click()
        check(page)
        page.locator("#bundle").set_input_files(
            {"name": "x.zip", "mimeType": "application/zip", "buffer": b"PK not a bundle"}
        )
        submit(page)
        expect(page.locator("#bundle[aria-invalid=true]")).to_be_visible()
        page.locator("#bundle").set_input_files(bundle)
        submit(page)
        expect(page.get_by_text(own_print)).to_be_visible()
        expect(page.locator("#months")).to_be_visible()
        check(page)
        submit(page)
        expect(page.locator("#is_confirmed[aria-invalid=true]")).to_be_visible()
        page.locator("#is_confirmed").check()
        submit(page)
        page.wait_for_url("**/deltakere/*")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Fjordkanari")
        check(page)
        taken_in = page.url
        page.goto(f"{taken_in}/plan")
        check(page)
        page.goto(f"{taken_in}/vedtak")
        check(page)
        page.goto(f"{taken_in}/overlevering")
        expect(page.get_by_text("Fjordvik").first).to_be_visible()
        leader = there.page(Role.LEADER, language, width)
        leader.goto("/overtakelser")
        check(leader)
        leader.locator("form[action*='/avsendere/'] button").press("Enter")
        expect(leader.locator("form[action*='/avsendere/']")).to_have_count(0)
