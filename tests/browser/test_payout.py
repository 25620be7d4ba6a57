"""From the choice of Visma Lønn to the answer of the payroll system."""

from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import expect

from app.benefit import service
from app.benefit.commands import PrepareRun
from app.core.actor import Role
from app.core.period import month_period
from app.extensions import db
from tests.support.school import attend, open_school
from tests.support.served import DESKTOP, PHONE, check, served
from tests.support.world import World


@pytest.mark.browser
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("language", "width"), [("nb", DESKTOP), ("ar", PHONE)])
def test_from_preset_to_receipt(
    app: Flask, world: World, tmp_path: Path, language: str, width: int
) -> None:
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        school = open_school(db.session, world.clock, actor, members=1)
        attend(db.session, world.clock, actor, school, month_period(2026, 10))
        (who,) = school.member_ids
        run = service.prepare_run(db.session, world.clock, actor, PrepareRun(2026, 10))
        run_id = run.id
        db.session.commit()
    url = f"/utbetaling/{run_id}"
    with served(world, Role.CASEWORKER, Role.LEADER, Role.ADMINISTRATOR) as portal:
        admin = portal.page(Role.ADMINISTRATOR, language, width)
        admin.goto("/innstillinger/lonnsfil")
        check(admin)
        admin.locator("a[href$='forslag=visma']").press("Enter")
        admin.locator("#benefit").fill("5100")
        admin.locator("main form.stack button[type=submit]").press("Enter")
        admin.wait_for_url("**/innstillinger/lonnsfil")
        expect(admin.locator("#layouts tbody tr")).to_have_count(2)
        check(admin)

        page = portal.page(Role.CASEWORKER, language, width)
        page.goto(url)
        check(page)
        page.locator(f"a[href='/deltakere/{who}/lonnsnummer']").press("Enter")
        check(page)
        page.locator("#number").fill("4711")
        page.locator("main form.stack button[type=submit]").press("Enter")
        page.wait_for_url("**/utbetaling")

        leader = portal.page(Role.LEADER, language, width)
        leader.goto(url)
        leader.locator(f"form[action='{url}/godkjenning'] button").press("Enter")
        expect(leader.locator(f"form[action='{url}/fil'] button")).to_be_visible()

        page.goto(url)
        page.locator(f"form[action='{url}/fil'] button").press("Enter")
        with page.expect_download() as download:
            page.locator(f"a[href='{url}/fil']").click()
        content = Path(download.value.path()).read_bytes()
        assert content == b"4711;5100;30,00;758,61;22758,17\r\n"

        answer = tmp_path / "kvittering.csv"
        answer.write_text("Ansattnummer;Beløp;Status;Årsak\n4711;22758,17;Avvist;Ukjent konto\n")
        page.locator(f"a[href='{url}/kvittering']").press("Enter")
        page.locator("#file").set_input_files(answer)
        page.locator("main form.stack button[type=submit]").press("Enter")
        expect(page.locator("#differences tbody tr")).to_have_count(1)
        expect(page.locator("#differences")).to_contain_text("Ukjent konto")
        check(page)
        page.goto(f"{url}/protokoll")
        check(page)
        page.goto(f"{url}/{who}?sprak=ti")
        expect(page.locator("#forklaring [lang=ti] dl > div").first).to_be_visible()
        check(page)
        page.goto("/utbetaling/lonnsnummer")
        page.locator("#rows").fill(f"{who};4712\nukjent;5")
        page.locator("main form.stack button[type=submit]").first.press("Enter")
        expect(page.locator("#numbers tbody tr")).to_have_count(2)
        check(page)
