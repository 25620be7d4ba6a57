"""The participant's own pages: what they show, to whom, and what is recorded."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from flask import Flask
from sqlalchemy import select

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.benefit.models import Payment
from app.core.actor import Role
from app.extensions import db
from app.plans.paper.words import plan_words
from tests.support.client import Browser
from tests.support.own_case import OwnCase
from tests.support.world import DALHEIM

BrowserFor = Callable[..., Browser]
CountQueries = Callable[[], AbstractContextManager[list[str]]]

PAGES = ("", "/plan", "/maaned", "/maaned/2026-10", "/fravaer", "/papirer")


@pytest.fixture
def participant(browser_for: BrowserFor) -> Browser:
    return browser_for(Role.PARTICIPANT)


def read_in(browser: Browser, code: str) -> None:
    """Choose the language of the pages."""
    token = browser.csrf_token("/min-side")
    browser.send("/min-side", {"csrf_token": token, "next": "/min-side"}, action=f"/sprak/{code}")


def test_the_first_page_says_what_is_next(participant: Browser, own: OwnCase) -> None:
    page = participant.get("/min-side").text
    assert "Layla" in page
    assert "Papir til underskrift" in page
    assert "Siste utbetaling" in page
    assert "07.12.2026" in page, "the review of the plan"
    assert "Fravær uten grunn" in page
    assert "Svar på planen" in page
    assert "09:00–15:00" in page, "today is a Friday with a lesson"
    assert "Caseworker Fjordvik" in page


def test_the_start_page_leads_here(participant: Browser, own: OwnCase) -> None:
    assert participant.client.get("/").location == "/min-side"


def test_the_plan_is_the_one_that_the_caseworker_fixed(participant: Browser, own: OwnCase) -> None:
    page = participant.get("/min-side/plan").text
    assert "Praksis på en arbeidsplass" in page
    assert 'Timer i uka: <bdi dir="ltr">18</bdi>' in page
    assert '<p class="as-written" lang="nb" dir="ltr">Jeg vil arbeide i barnehage.</p>' in page
    assert "Ikke oversatt" not in page, "a Norwegian page needs no such note"
    assert "norsk=ja" not in page, "and no Norwegian beside it"


def test_text_in_norwegian_is_announced_in_other_languages(
    participant: Browser, own: OwnCase
) -> None:
    read_in(participant, "ar")
    page = participant.get("/min-side/plan").text
    assert '<html lang="ar" dir="rtl"' in page
    assert page.count('class="as-written" lang="nb" dir="ltr"') == 2, "goals and reasons"
    note = plan_words("ar").texts["text_status.not_translated"].split("{")[0]
    assert page.count(f'class="quiet own-plan__note" lang="ar" dir="rtl">{note}') == 2
    assert plan_words("ar").texts["elements.work_practice.name"] in page
    assert plan_words("nb").texts["elements.work_practice.name"] not in page


def test_norwegian_stands_beside_her_language_when_she_wants_it(
    participant: Browser, own: OwnCase
) -> None:
    read_in(participant, "ar")
    page = participant.get("/min-side/plan?norsk=ja").text
    for code in ("ar", "nb"):
        assert plan_words(code).texts["elements.work_practice.name"] in page
        assert plan_words(code).texts["duties.follow"] in page
    assert page.count("Jeg vil arbeide i barnehage.") == 1, "in its own column only"


def amounts(text: str, pattern: str) -> list[int]:
    """Return the amounts that stand after the pattern, in øre."""
    found = re.findall(
        pattern + r'.*?<bdi dir="ltr">(−?[\d\u00a0]+),(\d\d)\u00a0kr</bdi>', text, re.S
    )
    return [int((whole + rest).replace("−", "-").replace("\u00a0", "")) for whole, rest in found]


def test_the_lines_of_the_month_add_up_to_the_payout(
    app: Flask, participant: Browser, own: OwnCase
) -> None:
    page = participant.get("/min-side/maaned/2026-10").text
    account = page[page.index("own-account") : page.index("<h2>")]
    *lines, payout = amounts(account, "<dd>")
    assert len(lines) >= 2
    assert sum(lines) == payout
    with app.app_context():
        kept = db.session.scalar(select(Payment.payout_ore))
    assert payout == kept
    assert lines[1] < 0, "a day without a reason costs something"
    assert "06.10.2026" in page
    assert "integreringsloven § 21" in page


@pytest.mark.parametrize("language", ["ti", "fa-AF", "nb"])
def test_why_this_krone_in_her_language_adds_up(
    participant: Browser, own: OwnCase, language: str
) -> None:
    page = participant.get(f"/min-side/maaned/2026-10?sprak={language}").text
    whole = page[page.index('id="forklaring"') :]
    whole = whole[: whole.index("</dl>")]
    assert f'lang="{language}"' in whole
    *lines, payout = amounts(whole, "<dd>")
    assert len(lines) >= 2
    assert sum(lines) == payout
    assert whole.count("integreringsloven §") >= len(lines)
    assert "Caseworker Fjordvik" in whole


def test_the_month_is_shown_without_its_number_too(participant: Browser, own: OwnCase) -> None:
    assert "oktober 2026" in participant.get("/min-side/maaned").text


@pytest.mark.parametrize("month", ["2026-09", "2026-11", "2026-13", "2026-00", "0000-10"])
def test_a_month_that_is_not_final_does_not_exist(
    participant: Browser, own: OwnCase, month: str
) -> None:
    participant.get(f"/min-side/maaned/{month}", status=404)


def test_absences_come_with_what_they_mean(participant: Browser, own: OwnCase) -> None:
    page = participant.get("/min-side/fravaer").text
    assert "Egen sykdom" in page
    assert "17.11.2026" in page
    assert "12.11.2026" in page, "missed, and nobody knows why"
    assert "Ringte." not in page, "the caseworker's note is hers"


def test_a_paper_can_be_downloaded_when_it_is_made(
    participant: Browser, own: OwnCase, run_jobs: Callable[[], int]
) -> None:
    assert "/pdf" not in participant.get("/min-side/papirer").text
    run_jobs()
    page = participant.get("/min-side/papirer").text
    assert "Venter på underskrift" in page
    link = re.search(r'href="([^"]+/pdf)"', page)
    assert link is not None
    answer = participant.client.get(link[1])
    assert answer.status_code == 200
    assert answer.data.startswith(b"%PDF-")


def test_each_look_is_recorded(app: Flask, participant: Browser, own: OwnCase) -> None:
    for page in PAGES:
        participant.get(f"/min-side{page}")
    with app.app_context():
        looks = select(AuditEvent).where(AuditEvent.action == Action.OWN_PAGES_VIEWED)
        events = list(db.session.scalars(looks.order_by(AuditEvent.id)))
    assert [event.participant_id for event in events] == [own.participant_id] * len(PAGES)
    assert [event.details for event in events] == [
        {"page": page} for page in ("home", "plan", "months", "months", "absences", "papers")
    ]


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PARTICIPANT}))
def test_only_participants_have_own_pages(browser_for: BrowserFor, role: Role) -> None:
    staff = browser_for(role)
    for page in PAGES:
        staff.get(f"/min-side{page}", status=403)


def test_a_user_without_a_participant_gets_a_friendly_page(
    app: Flask, browser_for: BrowserFor, own: OwnCase
) -> None:
    stranger = browser_for(Role.PARTICIPANT, DALHEIM)
    for page in PAGES:
        text = stranger.get(f"/min-side{page}").text
        assert "ikke klar ennå" in text
        assert "Layla" not in text
    with app.app_context():
        looks = select(AuditEvent.id).where(AuditEvent.action == Action.OWN_PAGES_VIEWED)
        assert db.session.scalars(looks).all() == []


@pytest.mark.parametrize("code", ["nb", "nn", "en", "ar"])
def test_every_page_is_sound_in_every_language(
    participant: Browser, own: OwnCase, code: str
) -> None:
    read_in(participant, code)
    for page in PAGES:
        assert f'<html lang="{code}"' in participant.get(f"/min-side{page}").text


def test_a_page_asks_the_database_little(
    participant: Browser, own: OwnCase, count_queries: CountQueries
) -> None:
    for page in PAGES:
        with count_queries() as statements:
            participant.get(f"/min-side{page}")
        # What days without a reason would cost is asked of the rules, with all that they ask for.
        most = 42 if page == "/fravaer" else 28
        assert len(statements) <= most, statements
