"""The pages of the month, as a caseworker and a leader use them."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from flask import Flask

from app.audit.actions import Action
from app.benefit.models import RunStatus
from app.benefit.queries import get_run, list_runs
from app.core.actor import CASE_STAFF, Role
from app.extensions import db
from tests.integration.benefit.conftest import OCTOBER, Month
from tests.support.client import Browser
from tests.support.world import DALHEIM, RANDOM_ID

RUNS = "/utbetaling"


def run_url(app: Flask, month: Month) -> str:
    with app.app_context():
        (run,) = list_runs(db.session, month.caseworker.scope)
        return f"{RUNS}/{run.id}"


def status(app: Flask, month: Month) -> RunStatus:
    with app.app_context():
        (run,) = list_runs(db.session, month.caseworker.scope)
        return run.status


def test_from_attendance_to_file(
    app: Flask, month: Month, browser_for: Callable[..., Browser], run_jobs: Callable[[], int]
) -> None:
    with app.app_context():
        month.miss(0, date(2026, 10, 6))
    caseworker, leader = browser_for(Role.CASEWORKER), browser_for(Role.LEADER)
    prepared = caseworker.submit(RUNS, {"month": "2026-10"})
    url = run_url(app, month)
    assert prepared.location == url
    waiting = caseworker.get(url).text
    assert "0 av 3 deltakere er beregnet." in waiting
    assert f"{url}/godkjenning" not in waiting
    status_url = f"{url}/status"
    assert caseworker.client.get(status_url).get_json()["is_finished"] is False
    assert run_jobs() == 1
    assert caseworker.client.get(status_url).json == {
        "settled": 3, "total": 3, "text": "3 av 3 deltakere er beregnet.", "is_finished": True,
    }  # fmt: skip
    page = caseworker.get(url).text
    assert "Utbetaling for oktober 2026" in page
    assert "Mangler grunn" in page
    assert "−758,61\N{NO-BREAK SPACE}kr" in page
    assert f"{url}/godkjenning" not in page

    leader.submit(url, action=f"{url}/godkjenning")
    assert status(app, month) is RunStatus.APPROVED
    caseworker.submit(url, action=f"{url}/fil")
    assert status(app, month) is RunStatus.SENT
    file = caseworker.client.get(f"{url}/fil")
    assert file.mimetype == "text/csv"
    assert "utbetaling-2026-10.csv" in file.headers["Content-Disposition"]
    assert file.data.startswith(b"\xef\xbb\xbf")
    assert caseworker.client.get(f"{url}/fil").data == file.data
    assert "Fil laget" in caseworker.get(RUNS).text


def test_a_payment_explains_every_line(
    app: Flask, month: Month, browser_for: Callable[..., Browser]
) -> None:
    with app.app_context():
        month.miss(0, date(2026, 10, 6))
        run_id = month.prepare().id
    browser = browser_for(Role.CASEWORKER)
    page = browser.get(f"{RUNS}/{run_id}/{month.school.member_ids[0]}").text
    for said in (
        "Ugyldig fravær",
        "Hel stønad: to ganger grunnbeløpet i året.",
        "758,61\N{NO-BREAK SPACE}kr per dag",
        "integreringsloven § 21",
        "En hel dag koster dagsatsen.",
        "Kommunen skriver vedtak om alle reduksjoner, også denne.",
        "Grunn er ikke registrert",
        "Fraværet blir gyldig hvis det hadde en gyldig grunn som blir dokumentert.",
        "Ført av Caseworker Fjordvik",
    ):
        assert said in page, said
    with app.app_context():
        look = month.events(Action.PAYMENTS_VIEWED)[-1]
        assert look.participant_id == month.school.member_ids[0]


@pytest.mark.parametrize(("missed", "must"), [(14, False), (15, True)])
def test_half_the_payment_must_be_a_decision(
    app: Flask, month: Month, browser_for: Callable[..., Browser], missed: int, must: bool
) -> None:
    lessons = [day for day in OCTOBER.days() if day.isoweekday() <= 4]
    with app.app_context():
        month.miss(0, *lessons[:missed])
        run_id = month.prepare().id
    browser = browser_for(Role.CASEWORKER)
    listed = browser.get(f"{RUNS}/{run_id}").text
    page = browser.get(f"{RUNS}/{run_id}/{month.school.member_ids[0]}").text
    assert ("Må være enkeltvedtak" in listed) is must
    assert ("Vedtak etter kommunens valg" in listed) is not must
    assert ("Trekket må være enkeltvedtak" in page) is must
    assert ("integreringsloven § 46 (2) g" in page) is must


def test_a_participants_month_as_it_stands(
    app: Flask, month: Month, browser_for: Callable[..., Browser]
) -> None:
    browser = browser_for(Role.CASEWORKER)
    url = f"/deltakere/{month.school.member_ids[0]}/utbetaling"
    present = browser.get(url).text
    assert "Beløpet kan endre seg." in present
    assert "Det som blir registrert senest 30. november 2026, kommer med i måneden." in present
    before = browser.get(f"{url}?maned=2026-08").text
    assert "Deltakeren har ikke program i denne måneden." in before
    assert "oktober 2026" in browser.get(f"{url}?maned=2026-10").text
    assert "november 2026" in browser.get(f"{url}?maned=tull").text
    with app.app_context():
        assert len(month.events(Action.PAYMENTS_VIEWED)) == 4
        month.prepare()
    assert "22\N{NO-BREAK SPACE}758,17" in browser.get(url).text


def test_a_stale_approval_is_explained(
    app: Flask, month: Month, browser_for: Callable[..., Browser]
) -> None:
    leader = browser_for(Role.LEADER)
    with app.app_context():
        month.prepare()
    url = run_url(app, month)
    stale = leader.filled(url, action=f"{url}/godkjenning")
    with app.app_context():
        month.miss(0, date(2026, 10, 6))
        month.prepare()
    answer = leader.send(url, stale, action=f"{url}/godkjenning", status=409)
    assert "Måneden er endret" in answer.text
    assert status(app, month) is RunStatus.PREPARED


def test_whoever_prepared_is_told_why_she_cannot_approve(
    app: Flask, month: Month, browser_for: Callable[..., Browser], run_jobs: Callable[[], int]
) -> None:
    leader = browser_for(Role.LEADER)
    leader.submit(RUNS, {"month": "2026-10"})
    run_jobs()
    url = run_url(app, month)
    page = leader.get(url).text
    assert "Du har selv beregnet måneden. En annen må godkjenne den." in page
    assert f"{url}/godkjenning" not in page
    token = leader.csrf_token(url)
    with app.app_context():
        (run,) = list_runs(db.session, month.leader.scope)
        digest = _digest(month, run.id)
    leader.send(f"{url}/godkjenning", {"csrf_token": token, "digest": digest})
    assert status(app, month) is RunStatus.PREPARED


def test_what_is_open_is_listed_with_the_way_to_settle_it(
    app: Flask, month: Month, browser_for: Callable[..., Browser]
) -> None:
    with app.app_context():
        month.leave_open(0)
        month.prepare()
    url = run_url(app, month)
    page = browser_for(Role.LEADER).get(url).text
    assert "Må avklares før godkjenning" in page
    assert f'href="/deltakere/{month.school.member_ids[0]}"' in page
    assert f"{url}/godkjenning" not in page


def test_a_form_sent_twice_prepares_once(
    app: Flask, month: Month, browser_for: Callable[..., Browser]
) -> None:
    browser = browser_for(Role.CASEWORKER)
    fields = browser.filled(RUNS, {"month": "2026-10"})
    first = browser.send(RUNS, fields)
    second = browser.send(RUNS, fields)
    assert first.location == second.location
    with app.app_context():
        assert len(month.events(Action.PAYMENT_RUN_STARTED)) == 1


def test_a_month_that_nobody_offered_is_refused(browser_for: Callable[..., Browser]) -> None:
    browser = browser_for(Role.CASEWORKER)
    for typed in ("2026-12", "tull", ""):
        answer = browser.submit(RUNS, {"month": typed}, status=200)
        assert "error-summary" in answer.text
    answer = browser.submit(RUNS, {"month": "2026-08"}, status=200)
    assert "Ingen deltakere har program i denne måneden." in answer.text


def test_no_file_before_approval(
    app: Flask, month: Month, browser_for: Callable[..., Browser]
) -> None:
    with app.app_context():
        month.prepare()
    url = run_url(app, month)
    browser = browser_for(Role.CASEWORKER)
    browser.get(f"{url}/fil", status=404)
    browser.send(f"{url}/fil", {"csrf_token": browser.csrf_token(url)})
    assert "Måneden må godkjennes før utbetalingsfilen kan lages." in browser.get(url).text


def test_the_neighbour_gets_the_same_answer_as_for_nothing(
    app: Flask, month: Month, browser_for: Callable[..., Browser]
) -> None:
    with app.app_context():
        run_id = month.prepare().id
    who = month.school.member_ids[0]
    neighbour = browser_for(Role.LEADER, DALHEIM)
    answers = {
        neighbour.get(url, status=404).text.replace(str(run_id), "x")
        for url in (f"{RUNS}/{run_id}", f"{RUNS}/{RANDOM_ID}")
    }
    assert len({_without_tokens(answer) for answer in answers}) == 1
    neighbour.get(f"{RUNS}/{run_id}/{who}", status=404)
    neighbour.get(f"{RUNS}/{run_id}/fil", status=404)
    neighbour.get(f"/deltakere/{who}/utbetaling", status=404)
    token = neighbour.csrf_token(RUNS)
    for action in ("godkjenning", "fil"):
        neighbour.send(f"{RUNS}/{run_id}/{action}", {"csrf_token": token}, status=404)


@pytest.mark.parametrize("role", sorted(Role))
def test_who_may_open_what(
    app: Flask, month: Month, role: Role, browser_for: Callable[..., Browser]
) -> None:
    with app.app_context():
        run_id = month.prepare().id
    who = month.school.member_ids[0]
    browser = browser_for(role)
    expected = 200 if role in CASE_STAFF else 403
    for url in (RUNS, f"{RUNS}/{run_id}", f"{RUNS}/{run_id}/{who}", f"/deltakere/{who}/utbetaling"):
        browser.get(url, status=expected)
    token = browser.csrf_token("/finnes-ikke", status=404)
    may_approve = role is Role.LEADER
    browser.send(
        f"{RUNS}/{run_id}/godkjenning", {"csrf_token": token}, status=409 if may_approve else 403
    )
    browser.send(
        f"{RUNS}/{run_id}/fil", {"csrf_token": token}, status=303 if role in CASE_STAFF else 403
    )


def test_the_pages_ask_the_database_equally_often(
    app: Flask,
    month_for: Callable[..., Month],
    browser_for: Callable[..., Browser],
    count_queries: Callable[..., Any],
) -> None:
    counts = []
    for domain, members in (("fjordvik.example", 1), (DALHEIM, 6)):
        month = month_for(domain, members)
        browser = browser_for(Role.CASEWORKER, domain)
        with app.app_context():
            run_id = month.prepare().id
        urls = (RUNS, f"{RUNS}/{run_id}", f"/deltakere/{month.school.member_ids[0]}/utbetaling")
        for url in urls:
            with count_queries() as counted:
                browser.get(url)
            counts.append(len(counted))
    assert counts[:3] == counts[3:]
    assert max(counts) <= 30


def _digest(month: Month, run_id: UUID) -> str:
    return get_run(db.session, month.leader.scope, run_id).digest


def _without_tokens(page: str) -> str:
    return re.sub(r'value="[^"]*"|utbetaling/[0-9a-f-]+', "", page)
