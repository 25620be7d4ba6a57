"""A paper that is not signed: registered with guidance, and of no consequence whatever."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from app.benefit import service as benefit
from app.benefit.commands import PrepareRun
from app.benefit.models import Payment
from app.core.actor import Role
from app.core.clock import fixed_clock
from app.declarations.commands import RegisterNotSigned, WithdrawDeclaration
from app.declarations.errors import CannotRegisterSigning
from app.declarations.kinds import WithdrawalGround
from app.declarations.models import Declaration, SigningStatus
from app.declarations.outcomes.service import register_not_signed, withdraw_declaration
from app.extensions import db
from app.papers import service as papers
from tests.support.client import Browser
from tests.support.own_case import build_own_case
from tests.support.paper_case import SHEET, PaperOut, paper_out
from tests.support.world import NOW, World

BrowserFor = Callable[..., Browser]
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
TOUCHED = {"declaration", "audit_event"}
"""What the outcome of a paper is written to."""


@pytest.fixture
def paper(app: Flask, world: World) -> PaperOut:
    with app.app_context():
        return paper_out(db.session, world)


def stored(app: Flask) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of all tables."""
    with app.app_context():
        file = db.engine.url.database
    assert file is not None
    with closing(sqlite3.connect(file)) as connection:
        named = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: connection.execute(f"SELECT * FROM '{name}'").fetchall()
            for (name,) in named.fetchall()
        }


def test_reason_and_guidance_show_apart(paper: PaperOut, browser_for: BrowserFor) -> None:
    browser = browser_for(Role.CASEWORKER)
    form = browser.get(f"{paper.url}/ikke-underskrevet").text
    assert "Dette har ingen virkning for programmet eller stønaden." in form
    fields = {"not_signed_on": "2026-11-20", "reason": "Vil tenke.", "guidance": "Nytt møte."}
    browser.submit(f"{paper.url}/ikke-underskrevet", fields)
    page = browser.get(paper.pages).text
    for told in ("Ikke underskrevet", "20.11.2026", "Vil tenke.", "Nytt møte."):
        assert told in page, told


@on_sqlite
@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"not_signed_on": ""}, "Skriv dagen dere snakket om papiret."),
        ({"not_signed_on": "2026-11-19"}, "Samtalen kan ikke ha vært før arket ble laget."),
        ({"not_signed_on": "2026-11-21"}, "Samtalen kan ikke ha vært etter i dag."),
        ({"reason": " "}, "Skriv hvorfor papiret ikke er underskrevet."),
        ({"guidance": ""}, "Skriv hvilken veiledning deltakeren fikk."),
    ],
)
def test_all_three_are_needed(
    app: Flask,
    paper: PaperOut,
    browser_for: BrowserFor,
    changes: dict[str, str],
    message: str,
) -> None:
    fields = {"not_signed_on": "2026-11-20", "reason": "Vil tenke.", "guidance": "Nytt møte."}
    browser = browser_for(Role.CASEWORKER)
    answer = browser.submit(f"{paper.url}/ikke-underskrevet", {**fields, **changes}, status=200)
    assert answer.text.count(message) == 2, "at the field and in the summary"
    with app.app_context():
        assert paper.status(db.session) is SigningStatus.ISSUED


@pytest.mark.parametrize(("reason", "guidance"), [("", "Nytt møte."), ("Vil tenke.", "")])
def test_the_service_takes_no_refusal_without_words(
    app: Flask, paper: PaperOut, reason: str, guidance: str
) -> None:
    command = RegisterNotSigned(date(2026, 11, 20), reason, guidance, 1)
    ids = (paper.participant_id, paper.declaration_id)
    with app.app_context():
        clock, actor = paper.world.clock, paper.actor
        with pytest.raises(CannotRegisterSigning, match="no_words"):
            register_not_signed(db.session, clock, actor, *ids, command)


@on_sqlite
@pytest.mark.parametrize("outcome", ["not_signed", "withdrawn"])
def test_no_programme_no_plan_and_no_krone_changes(app: Flask, world: World, outcome: str) -> None:
    """The whole database before and after, and the benefit reckoned anew: nothing else differs."""
    with app.app_context():
        own = build_own_case(db.session, world)
        actor, in_december = world.actor(Role.CASEWORKER), fixed_clock(NOW.replace(month=12))
        declaration = db.session.scalars(select(Declaration)).one()
        papers.store_content(db.session, world.clock, declaration.document_id, SHEET)
        benefit.prepare_run(db.session, in_december, actor, PrepareRun(2026, 11))
        db.session.commit()
        paid = reckoned()
        assert {row[0] for row in paid} == {own.participant_id}
        before = stored(app)
        ids = (own.participant_id, declaration.id)
        if outcome == "not_signed":
            refusal = RegisterNotSigned(
                date(2026, 11, 20), "Vil ikke.", "Nytt møte.", declaration.row_version
            )
            register_not_signed(db.session, world.clock, actor, *ids, refusal)
        else:
            withdrawal = WithdrawDeclaration(
                WithdrawalGround.OTHER, "Feil ark.", declaration.row_version
            )
            withdraw_declaration(db.session, world.clock, actor, *ids, withdrawal)
        db.session.commit()
        after = stored(app)
        assert {name for name in after if after[name] != before[name]} == TOUCHED
        benefit.prepare_run(db.session, in_december, actor, PrepareRun(2026, 11))
        db.session.commit()
        assert reckoned() == paid


def reckoned() -> list[tuple[object, ...]]:
    """Return what everybody is paid, reason by reason."""
    rows = db.session.scalars(select(Payment).order_by(Payment.participant_id, Payment.run_id))
    return [
        (each.participant_id, each.payout_ore, each.assessment, each.has_open_clarifications)
        for each in rows
    ]
