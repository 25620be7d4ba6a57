"""A month page by page: the sums are everybody's, the page names a few."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from flask import Flask

from app.audit.actions import Action
from app.benefit import run_pages, service
from app.benefit.holds.kinds import HoldKind
from app.benefit.holds.service import PlaceHold, place_hold, release_hold
from app.benefit.queries import find_payment
from app.benefit.service import looks
from app.core.actor import Role
from app.core.clock import fixed_clock
from app.core.errors import NotFound
from app.extensions import db
from tests.integration.benefit.conftest import Month
from tests.support.client import Browser


def test_a_page_names_its_own(
    app: Flask,
    month: Month,
    browser_for: Callable[..., Browser],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(looks, "PAGE_SIZE", 2)
    monkeypatch.setattr(run_pages, "PAGE_SIZE", 2)
    with app.app_context():
        run_id = month.prepare().id
        clock, actor = month.world.clock, month.caseworker
        pages = [service.open_run(db.session, clock, actor, run_id, page) for page in (1, 2)]
        assert [len(page.lines) for page in pages] == [2, 1]
        assert {page.sums.payout_ore for page in pages} == {3 * 2_275_817}
        seen = [set(e.details["participant_ids"]) for e in month.events(Action.PAYMENTS_VIEWED)]
        assert [len(each) for each in seen] == [2, 1]
        for page in (0, 3):
            with pytest.raises(NotFound):
                service.open_run(db.session, clock, actor, run_id, page)
        db.session.commit()
    browser = browser_for(Role.CASEWORKER)
    second = browser.get(f"/utbetaling/{run_id}?side=2").text
    assert "68\N{NO-BREAK SPACE}274,51" in second
    assert f"/utbetaling/{run_id}?side=1" in second
    assert browser.client.get(f"/utbetaling/{run_id}?side=9").status_code == 404


def test_a_caseworker_reads_why_in_the_participants_language(
    app: Flask, month: Month, browser_for: Callable[..., Browser]
) -> None:
    with app.app_context():
        month.miss(0, date(2026, 10, 6))
        run_id = month.prepare().id
        payment = find_payment(
            db.session, month.caseworker.scope, run_id, month.school.member_ids[0]
        )
        assert payment is not None
        assert payment.registrars == {"2026-10-06": [str(month.caseworker.user_id)]}
    browser = browser_for(Role.CASEWORKER)
    url = f"/utbetaling/{run_id}/{month.school.member_ids[0]}"
    page = browser.get(f"{url}?sprak=so").text
    assert "Maqnaansho 06.10.2026" in re.sub("[\u2066-\u2069]", "", page)
    assert "Turjumaaddani waa qabyo" in page
    assert "Borte" in browser.get(f"{url}?sprak=xx").text


def test_who_registered_is_kept_as_it_was(app: Flask, month: Month) -> None:
    with app.app_context():
        month.miss(0, date(2026, 10, 6))
        run_id = month.prepare().id
        who = month.school.member_ids[0]
        month.explain(0, date(2026, 10, 6), date(2026, 10, 7))
        opened = service.open_payment(db.session, month.world.clock, month.caseworker, run_id, who)
        assert set(opened.registered_by) == {date(2026, 10, 6)}
        db.session.commit()


def test_the_protocol_tells_what_was_held_when_the_month_was_computed(
    app: Flask, month: Month, browser_for: Callable[..., Browser]
) -> None:
    with app.app_context():
        month.miss(0, date(2026, 10, 6))
        who, day = month.school.member_ids[0], date(2026, 10, 6)
        clock, actor = month.world.clock, month.caseworker
        command = PlaceHold(who, HoldKind.SUSPENDED, day, day, "Klage 7")
        hold = place_hold(db.session, clock, actor, command)
        db.session.commit()
        run_id = month.prepare().id
        later = fixed_clock(clock() + timedelta(days=1))
        release_hold(db.session, later, actor, who, hold.id)
        place_hold(db.session, later, actor, replace(command, reason="Klage 8"))
        db.session.commit()
    page = browser_for(Role.LEADER).get(f"/utbetaling/{run_id}/protokoll").text
    assert "Klage 7" in page
    assert "Klage 8" not in page


def test_no_protocol_of_anothers(month: Month, foreign: Month, app: Flask) -> None:
    with app.app_context():
        run_id = month.prepare().id
        with pytest.raises(NotFound):
            service.open_protocol(db.session, month.world.clock, foreign.caseworker, run_id)
