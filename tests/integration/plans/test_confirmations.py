"""Links with which somebody outside confirms lines of the plan: what they show, and to whom."""

import base64
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select, text

from app.audit.models import AuditEvent
from app.core.actor import Role
from app.core.clock import fixed_clock
from app.core.errors import NotFound
from app.enrolment.kinds import AddressProtection
from app.extensions import db
from app.plans import service as plans_service
from app.plans.confirmations.commands import AskConfirmation, LineVerdict, Reply
from app.plans.confirmations.errors import (
    AskRefusal,
    CannotAskConfirmation,
    CannotReply,
    CannotUseLink,
    ReplyRefusal,
)
from app.plans.confirmations.kinds import LinkState, Verdict
from app.plans.confirmations.models import (
    PlanConfirmation,
    PlanConfirmationLine,
    PlanConfirmationReply,
    PlanConfirmationVerdict,
    ReplyTouched,
)
from app.plans.confirmations.presenters import initials, link_page
from app.plans.confirmations.queries import get_confirmation, list_confirmations, newest_answers
from app.plans.confirmations.service import (
    MOST_DAYS,
    answer_link,
    ask_confirmation,
    open_link,
    revoke_confirmation,
)
from app.plans.confirmations.tokens import hash_of, new_token, sign, token_in
from app.plans.queries import find_current_plan
from tests.integration.plans.conftest import Plans
from tests.support.client import Browser, Fields, words
from tests.support.voices import KEY, ask_school
from tests.support.world import NOW

BrowserFor = Callable[..., Browser]
CONFIRMED = {"line_1-verdict": "confirmed", "name": "Rektor Hansen", "role": "Rektor"}
_CSRF = re.compile(r'value="[^"]*"')


@pytest.fixture
def fixed(app: Flask, plans: Plans) -> Plans:
    with app.app_context():
        plans.fixed()
    return plans


@pytest.fixture
def address(app: Flask, fixed: Plans) -> str:
    """The path of a link about the first line of the plan."""
    with app.app_context():
        secret = ask_school(db.session, fixed.world, fixed.actor, fixed.participant_id)
        db.session.commit()
    return f"/bekreft/{secret}"


def only_link() -> PlanConfirmation:
    return db.session.scalars(select(PlanConfirmation)).one()


def asked_lines() -> list[UUID]:
    """Return the ids of the lines of the links, in their order."""
    wanted = select(PlanConfirmationLine.element_id).order_by(PlanConfirmationLine.position)
    return list(db.session.scalars(wanted))


def current_lines(plans: Plans) -> list[UUID]:
    plan = find_current_plan(db.session, plans.actor.scope, plans.participant_id)
    return [line.id for line in plan.elements] if plan else []


def age_link(app: Flask, moment: datetime) -> None:
    """Let the link run out at another moment."""
    with app.app_context():
        only_link().expires_at = moment
        db.session.commit()


def recorded() -> list[tuple[str, str | None]]:
    events = db.session.scalars(
        select(AuditEvent)
        .where(AuditEvent.subject_kind == "plan_confirmation")
        .order_by(AuditEvent.id)
    )
    return [(event.action.value, event.details.get("by")) for event in events]


def test_a_line_is_asked_about_and_confirmed(
    app: Flask, fixed: Plans, browser_for: BrowserFor, anonymous: Browser
) -> None:
    staff = browser_for(Role.CASEWORKER)
    plan_url = f"/deltakere/{fixed.participant_id}/plan"
    list_url = f"{plan_url}/bekreftelser"
    with app.app_context():
        plan = find_current_plan(db.session, fixed.actor.scope, fixed.participant_id)
        assert plan is not None
        line = next(each for each in plan.elements if each.provider)
    filled = staff.filled(f"{list_url}/ny")
    assert filled["days"] == "14"
    filled |= {"organisation": "Fjordvik bakeri", "person": "Bo Baker", "elements": [str(line.id)]}
    made = staff.send(f"{list_url}/ny", filled, status=201)
    found = re.search(r">(http[^<]+/bekreft/[^<]+)<", made.text)
    assert found
    link = urlsplit(found[1]).path
    again = staff.send(f"{list_url}/ny", filled)
    assert again.location == list_url, "sent twice: one link, and its address is told once"
    assert link not in staff.get(list_url).text

    page = anonymous.get(link)
    said = words(page)
    assert "Bakeriet på torget" in said
    assert "14.09.2026–13.09.2027" in said
    assert "A. T." in said
    for hidden in ("Amina", "Testesen", str(fixed.participant_id)):
        assert hidden not in page.text
    answer: Fields = {
        "line_1-verdict": "with_changes",
        "line_1-hours_per_week": "15",
        "line_1-note": "Vi har plass fra mandag til torsdag.",
        "name": "Bo Baker",
        "role": "Daglig leder",
    }
    assert anonymous.submit(link, answer).location == "/bekreft/takk"
    assert "Takk for svaret" in anonymous.get("/bekreft/takk").text

    for url in (plan_url, list_url):
        said = words(staff.get(url))
        assert "Ja, men annerledes" in said
        assert "15 timer i uka" in said
        assert "Vi har plass fra mandag til torsdag." in said
        assert "Bo Baker, Daglig leder, Fjordvik bakeri, 20.11.2026" in said
    with app.app_context():
        after = find_current_plan(db.session, fixed.actor.scope, fixed.participant_id)
        assert after is not None
        assert [each.minutes_per_week for each in after.elements if each.id == line.id] == [
            line.minutes_per_week
        ], "the answer changes nothing by itself"
        assert after.row_version == plan.row_version


class TestUnusableLinks:
    """Wrong, tampered, expired, revoked, used and out of date look the same."""

    def expect_nothing(self, browser: Browser, link: str) -> str:
        for answer in (browser.get(link, 404), browser.get(link, 404)):
            assert "Lenken kan ikke brukes" in answer.text
            assert "Bakeri" not in answer.text
            assert answer.headers["Cache-Control"] == "no-store"
        fields = {**CONFIRMED, "csrf_token": browser.csrf_token("/logg-inn")}
        browser.send(link, fields, status=404)
        return _CSRF.sub("", answer.text).replace(link, "")

    def test_every_one_says_the_same(
        self, app: Flask, fixed: Plans, anonymous: Browser, address: str
    ) -> None:
        secret = address.removeprefix("/bekreft/")
        token, _dot, signature = secret.partition(".")
        other = sign(new_token(), KEY)
        wrong = [
            other,
            sign(new_token(), "another key"),
            token,
            f"{token}.{signature[:-2]}xx",
            f"{other.partition('.')[0]}.{signature}",
            f"x{secret}",
            secret.upper(),
            "x" * 5000,
            "%F0%9F%92%A9.%F0%9F%92%A9",
            "takk.html",
        ]
        pages = {self.expect_nothing(anonymous, f"/bekreft/{each}") for each in wrong}
        anonymous.get(address)
        age_link(app, NOW)
        pages.add(self.expect_nothing(anonymous, address))
        age_link(app, NOW + timedelta(days=1))
        anonymous.get(address)
        with app.app_context():
            revoke_confirmation(
                db.session, fixed.world.clock, fixed.actor, fixed.participant_id, only_link().id
            )
            db.session.commit()
        pages.add(self.expect_nothing(anonymous, address))
        assert len({page for page in pages if "%" not in page}) == 1

    def test_a_link_is_used_once(self, app: Flask, anonymous: Browser, address: str) -> None:
        filled = anonymous.filled(address, CONFIRMED)
        other_tab = anonymous.filled(address, {**CONFIRMED, "name": "En annen"})
        assert anonymous.send(address, filled).location == "/bekreft/takk"
        assert anonymous.send(address, filled).location == "/bekreft/takk", "the same form again"
        anonymous.send(address, other_tab, status=404)
        self.expect_nothing(anonymous, address)
        with app.app_context():
            assert db.session.scalars(select(PlanConfirmationReply.name)).all() == ["Rektor Hansen"]

    def test_a_new_version_of_the_plan_ends_the_link(
        self, app: Flask, fixed: Plans, anonymous: Browser, address: str
    ) -> None:
        with app.app_context():
            plans_service.start_new_version(
                db.session, fixed.world.clock, fixed.actor, fixed.participant_id
            )
            db.session.commit()
        anonymous.get(address)
        with app.app_context():
            fixed.judge()
            fixed.fix()
            db.session.commit()
        self.expect_nothing(anonymous, address)
        with app.app_context():
            (asked,) = list_confirmations(db.session, fixed.actor.scope, fixed.participant_id)
            assert asked.state(NOW) is LinkState.REPLACED

    def test_the_last_day_counts_to_midnight_in_norway(
        self, app: Flask, fixed: Plans, address: str
    ) -> None:
        secret = address.removeprefix("/bekreft/")
        with app.app_context():
            last = datetime(2026, 12, 4, 22, 59, tzinfo=UTC)
            open_link(db.session, fixed_clock(last), secret, KEY)
            with pytest.raises(CannotUseLink):
                open_link(db.session, fixed_clock(last + timedelta(minutes=1)), secret, KEY)


def test_the_page_keeps_its_address_to_itself(anonymous: Browser, address: str) -> None:
    for link, status in ((address, 200), ("/bekreft/unknown", 404), ("/bekreft/takk", 200)):
        headers = anonymous.get(link, status).headers
        assert headers["Referrer-Policy"] == "strict-origin"
        assert headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
        assert headers["Cache-Control"] == "no-store"
        assert "default-src 'none'" in headers["Content-Security-Policy"]
    page = anonymous.get(address).text
    assert re.findall(r'(?:href|src)="(https?:|//)', page) == [], "nothing leads elsewhere"


def test_a_form_without_our_token_answers_nothing(
    app: Flask, anonymous: Browser, address: str
) -> None:
    filled = anonymous.filled(address, CONFIRMED)
    for token in ("", "forged"):
        anonymous.send(address, {**filled, "csrf_token": token}, status=400)
    with app.app_context():
        assert db.session.scalars(select(PlanConfirmationReply)).all() == []


def test_behind_https_the_form_and_the_language_menu_work(
    app: Flask, anonymous: Browser, address: str
) -> None:
    """The protection of forms asks for a referrer there: the host alone is enough."""
    filled = anonymous.filled(address, CONFIRMED)
    host = {"base_url": "https://localhost", "headers": {"Referer": "https://localhost/"}}
    answer = anonymous.client.post(
        "/sprak/en", data={"csrf_token": filled["csrf_token"], "next": address}, **host
    )
    assert answer.location == address
    assert anonymous.client.post(address, data=filled, **host).location == "/bekreft/takk"


def test_the_secret_is_not_in_the_database(app: Flask, address: str) -> None:
    secret = address.removeprefix("/bekreft/")
    token = token_in(secret, KEY)
    assert len(base64.urlsafe_b64decode(f"{token}=")) == 32
    with app.app_context():
        assert only_link().token_hash == hash_of(token)
        for table in ("plan_confirmation", "audit_event", "submission"):
            rows = db.session.execute(text(f"SELECT * FROM {table}")).all()
            assert token not in str(rows)
            assert secret not in str(rows)


def test_the_name_is_shown_only_when_it_was_ticked(
    app: Flask, fixed: Plans, anonymous: Browser
) -> None:
    with app.app_context():
        secret = ask_school(
            db.session, fixed.world, fixed.actor, fixed.participant_id, shows_name=True
        )
        db.session.commit()
    assert "Amina Testesen" in words(anonymous.get(f"/bekreft/{secret}"))


def test_every_look_and_answer_is_recorded_as_by_link(
    app: Flask, anonymous: Browser, address: str, browser_for: BrowserFor
) -> None:
    filled = anonymous.filled(address, {"name": "Rektor Hansen", "role": "Rektor"})
    anonymous.send(address, filled, status=200)
    anonymous.send(address, {**filled, **CONFIRMED})
    with app.app_context():
        assert recorded() == [
            ("plan_confirmation_asked", None),
            ("plan_confirmation_link_viewed", "link"),
            ("plan_confirmation_link_viewed", "link"),
            ("plan_confirmation_link_viewed", "link"),
            ("plan_confirmation_answered", "link"),
        ]
        events = db.session.scalars(select(AuditEvent)).all()
        mine = [event for event in events if event.details.get("by") == "link"]
        assert {event.municipality_id for event in mine} == {only_link_municipality()}
        assert "Hansen" not in str([event.details for event in mine])

    log = browser_for(Role.PRIVACY_OFFICER).get("/innsynslogg")
    assert "Noen med en lenke" in words(log)


def only_link_municipality() -> object:
    link = only_link()
    query = text("SELECT municipality_id FROM participant WHERE id = :id")
    found = db.session.execute(
        query.columns(municipality_id=PlanConfirmation.id.type), {"id": link.participant_id.hex}
    )
    return found.scalar_one()


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({}, "line_1-verdict"),
        ({"line_1-verdict": "with_changes"}, "line_1-first_day"),
        ({"line_1-verdict": "refused"}, "line_1-note"),
        (
            {
                "line_1-verdict": "with_changes",
                "line_1-first_day": "2027-01-02",
                "line_1-last_day": "2027-01-01",
            },
            "line_1-last_day",
        ),
        ({"line_1-verdict": "with_changes", "line_1-first_day": "2027-01-02"}, "line_1-last_day"),
        ({"line_1-verdict": "with_changes", "line_1-hours_per_week": "0"}, "line_1-hours_per_week"),
        ({"line_1-verdict": "perhaps"}, "line_1-verdict"),
    ],
)
def test_what_an_answer_lacks_is_said_at_its_field(
    app: Flask, anonymous: Browser, address: str, sent: Fields, field: str
) -> None:
    filled = anonymous.filled(address, {"name": "Rektor Hansen", "role": "Rektor", **sent})
    page = anonymous.send(address, filled, status=200).text
    assert f'id="{field}-error"' in page
    assert f'href="#{field}"' in page, "the summary leads there"
    with app.app_context():
        assert db.session.scalars(select(PlanConfirmationReply)).all() == []


@pytest.mark.usefixtures("app_context")
class TestAsking:
    """What a link can be made for, and by whom it is seen."""

    def ask(self, plans: Plans, **changes: object) -> None:
        lines = tuple(current_lines(plans)[:1])
        plain = AskConfirmation(plans.participant_id, "Skolen", "Rektor", lines, 14)
        command = replace(plain, **changes)  # type: ignore[arg-type]
        ask_confirmation(db.session, plans.world.clock, plans.actor, command, KEY)

    def test_lines_of_somebody_else_are_refused(
        self, fixed: Plans, foreign: Plans, plans_for: Callable[..., Plans]
    ) -> None:
        neighbour = plans_for(family_name="Nabo")
        for other in (neighbour, foreign):
            other.fixed()
            theirs = current_lines(other)[0]
            with pytest.raises(CannotAskConfirmation) as refused:
                self.ask(fixed, element_ids=(theirs,))
            assert refused.value.reason is AskRefusal.NOT_IN_PLAN
        command = AskConfirmation(fixed.participant_id, "Skolen", "Rektor", (theirs,), 14)
        with pytest.raises(NotFound):
            ask_confirmation(db.session, fixed.world.clock, foreign.actor, command, KEY)

    @pytest.mark.parametrize(
        ("changes", "reason"),
        [
            ({"element_ids": ()}, AskRefusal.NO_LINES),
            ({"days": 0}, AskRefusal.DAYS_OUT_OF_RANGE),
            ({"days": MOST_DAYS + 1}, AskRefusal.DAYS_OUT_OF_RANGE),
        ],
    )
    def test_it_needs_lines_and_days(
        self, fixed: Plans, changes: dict[str, object], reason: AskRefusal
    ) -> None:
        with pytest.raises(CannotAskConfirmation) as refused:
            self.ask(fixed, **changes)
        assert refused.value.reason is reason

    def test_a_draft_is_not_asked_about(self, plans: Plans) -> None:
        plans.create()
        with pytest.raises(CannotAskConfirmation) as refused:
            self.ask(plans)
        assert refused.value.reason is AskRefusal.NO_FIXED_PLAN

    def test_name_and_place_of_a_protected_person_do_not_stand_together(
        self, plans_for: Callable[..., Plans]
    ) -> None:
        hidden = plans_for(address_protection=AddressProtection.STRICTLY_CONFIDENTIAL)
        hidden.fixed()
        self.ask(hidden)
        with pytest.raises(CannotAskConfirmation) as refused:
            self.ask(hidden, shows_name=True)
        assert refused.value.reason is AskRefusal.ADDRESS_PROTECTED

    def test_a_link_that_shows_the_name_shows_it_no_more_when_she_is_protected(
        self, app: Flask, fixed: Plans
    ) -> None:
        secret = ask_school(
            db.session, fixed.world, fixed.actor, fixed.participant_id, shows_name=True
        )
        opened = open_link(db.session, fixed.world.clock, secret, KEY)
        name = opened.participant.full_name
        with app.test_request_context():
            assert link_page(opened).participant == name
            opened.participant.address_protection = AddressProtection.CONFIDENTIAL
            assert link_page(opened).participant == initials(opened.participant) != name

    def test_another_municipality_finds_and_revokes_nothing(
        self, fixed: Plans, foreign: Plans
    ) -> None:
        ask_school(db.session, fixed.world, fixed.actor, fixed.participant_id)
        link = only_link()
        scope, who = foreign.actor.scope, fixed.participant_id
        assert list_confirmations(db.session, scope, who) == []
        with pytest.raises(NotFound):
            get_confirmation(db.session, scope, who, link.id)
        with pytest.raises(NotFound):
            revoke_confirmation(db.session, foreign.world.clock, foreign.actor, who, link.id)

    def test_an_answer_stays_although_the_link_is_revoked_afterwards(self, fixed: Plans) -> None:
        secret = ask_school(db.session, fixed.world, fixed.actor, fixed.participant_id)
        link = only_link()
        (line,) = asked_lines()
        reply = Reply("Rektor", "Rektor", (LineVerdict(line, Verdict.CONFIRMED),))
        clock = fixed.world.clock
        answer_link(db.session, clock, secret, KEY, reply)
        revoke_confirmation(db.session, clock, fixed.actor, fixed.participant_id, link.id)
        assert link.revoked_at is None
        answers = newest_answers(db.session, fixed.actor.scope, [line])
        assert answers[line].verdict.verdict is Verdict.CONFIRMED

    def test_a_reply_speaks_of_every_line_and_of_no_other(self, fixed: Plans) -> None:
        secret = ask_school(db.session, fixed.world, fixed.actor, fixed.participant_id, lines=2)
        first, second = asked_lines()
        other = current_lines(fixed)[-1]
        for chosen in ((first,), (first, first), (first, other), (first, second, other)):
            verdicts = tuple(LineVerdict(each, Verdict.CONFIRMED) for each in chosen)
            with pytest.raises(CannotReply) as refused:
                answer_link(db.session, fixed.world.clock, secret, KEY, Reply("R", "R", verdicts))
            assert refused.value.reason is ReplyRefusal.NOT_EVERY_LINE

    def test_what_somebody_answered_is_not_changed_or_deleted(self, fixed: Plans) -> None:
        secret = ask_school(db.session, fixed.world, fixed.actor, fixed.participant_id)
        (line,) = asked_lines()
        given = LineVerdict(line, Verdict.WITH_CHANGES, date(2026, 10, 1), date(2026, 12, 1))
        answer_link(db.session, fixed.world.clock, secret, KEY, Reply("R", "R", (given,)))
        db.session.commit()
        for model, column in ((PlanConfirmationReply, "name"), (PlanConfirmationVerdict, "note")):
            setattr(db.session.scalars(select(model)).one(), column, "noe annet")
            with pytest.raises(ReplyTouched):
                db.session.flush()
            db.session.rollback()
