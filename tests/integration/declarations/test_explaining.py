"""A paper becomes explained with the whole stamp, and in no other way."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.core.clock import fixed_clock
from app.declarations.commands import SigningByScan
from app.declarations.errors import CannotRegisterSigning
from app.declarations.explanations.commands import ExplainDocument, TeachBack
from app.declarations.explanations.errors import CannotExplainDocument, ExplanationRefusal
from app.declarations.explanations.forms import ANSWER, ExplanationForm
from app.declarations.explanations.models import DocumentExplanation
from app.declarations.explanations.service import explain_document
from app.declarations.explanations.teach_back import QUESTIONS
from app.declarations.models import SigningStatus
from app.declarations.outcomes.service import register_signing_with_scan
from app.enrolment.interpreting.kinds import (
    Exemption,
    InterpreterUse,
    InterpretingMode,
    Kinship,
    NoInterpreterReason,
)
from app.extensions import db
from app.papers import service as papers
from tests.support.access_matrix import routes
from tests.support.builders import enrol
from tests.support.client import Browser
from tests.support.explained import explanation_fields, interpreted, without_interpreter
from tests.support.paper_case import PaperOut, paper_out, png
from tests.support.world import NOW, World

BrowserFor = Callable[..., Browser]
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def paper(app: Flask, world: World) -> PaperOut:
    with app.app_context():
        return paper_out(db.session, world)


def explain(paper: PaperOut, command: ExplainDocument) -> DocumentExplanation:
    issued = paper.issued(db.session)
    return explain_document(db.session, paper.world.clock, paper.actor, issued, command)


def count() -> int:
    return db.session.scalar(select(func.count()).select_from(DocumentExplanation)) or 0


def test_the_stamp_shows_on_the_case(app: Flask, paper: PaperOut, browser_for: BrowserFor) -> None:
    browser = browser_for(Role.CASEWORKER)
    fields = explanation_fields(answer_about="Om planen min.", answer_own_part="Møte hver dag.")
    browser.submit(f"{paper.url}/forklart", fields)
    page = browser.get(paper.pages).text
    assert "Forklart 20.11.2026. Språk: arabisk." in page
    assert "Forklart, venter på underskrift" in page
    for told in ("Tolk Tolkesen", "10400", "C: statsautorisert", "På skjerm", "Møte hver dag."):
        assert told in page, told
    with app.app_context():
        [stamp] = paper.issued(db.session).explanations
        assert stamp.teach_back == [
            {"question": "about", "answer": "Om planen min."},
            {"question": "own_part", "answer": "Møte hver dag."},
        ]
        event = db.session.scalars(
            select(AuditEvent).where(AuditEvent.action == Action.DOCUMENT_EXPLAINED)
        ).one()
        assert event.participant_id == paper.participant_id
        assert "Tolkesen" not in str(event.details), "no personal text in the trace"


def test_each_talk_is_a_row_of_its_own(app: Flask, paper: PaperOut) -> None:
    with app.app_context():
        first = explain(paper, without_interpreter())
        second = explain(paper, interpreted())
        db.session.commit()
        stored = paper.issued(db.session).explanations
        assert {each.id for each in stored} == {first.id, second.id}
        assert {each.interpreter_use for each in stored} == {
            InterpreterUse.NONE,
            InterpreterUse.REGISTERED,
        }


@on_sqlite
@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (interpreted(on=date(2026, 11, 19)), ExplanationRefusal.BEFORE_ISSUE),
        (interpreted(on=date(2026, 11, 21)), ExplanationRefusal.IN_FUTURE),
        (interpreted(language=""), ExplanationRefusal.NO_LANGUAGE),
        (interpreted(name="", register_id=""), ExplanationRefusal.NO_INTERPRETER_NAMED),
        (interpreted(kinship=Kinship.CHILD), ExplanationRefusal.INTERPRETER_IS_CHILD),
        (interpreted(is_adult=False), ExplanationRefusal.ADULT_NOT_CONFIRMED),
        (interpreted(category=None), ExplanationRefusal.NO_EXEMPTION),
        (
            interpreted(category=None, exemption=Exemption.STRONG_REASONS),
            ExplanationRefusal.NO_NOTE,
        ),
        (interpreted(kinship=Kinship.RELATIVE), ExplanationRefusal.NO_NOTE),
        (without_interpreter(reason=None), ExplanationRefusal.NO_REASON),
        (
            without_interpreter(reason=NoInterpreterReason.DECLINED),
            ExplanationRefusal.NO_NOTE,
        ),
        (
            replace(interpreted(), teach_back=(TeachBack("madeup", "ja"),)),
            ExplanationRefusal.UNKNOWN_QUESTION,
        ),
    ],
)
def test_a_stamp_that_lacks_something_is_refused(
    app: Flask, paper: PaperOut, command: ExplainDocument, reason: ExplanationRefusal
) -> None:
    with app.app_context():
        with pytest.raises(CannotExplainDocument) as refused:
            explain(paper, command)
        assert refused.value.reason is reason
        assert count() == 0


@on_sqlite
@pytest.mark.parametrize(
    "command",
    [
        interpreted(name=""),
        interpreted(register_id=""),
        interpreted(category=None, exemption=Exemption.TRANSITION),
        replace(
            interpreted(category=None, exemption=Exemption.NOT_SAFE_TO_WAIT), note="Det hastet."
        ),
        replace(interpreted(kinship=Kinship.RELATIVE), note="Ingen andre på språket."),
        interpreted(mode=InterpretingMode.PHONE),
        without_interpreter(),
        without_interpreter(reason=NoInterpreterReason.STAFF_SPEAKS_LANGUAGE),
        without_interpreter(reason=NoInterpreterReason.DECLINED, note="Snakker godt engelsk."),
    ],
)
def test_whatever_the_law_allows_is_taken(
    app: Flask, paper: PaperOut, command: ExplainDocument
) -> None:
    with app.app_context():
        explain(paper, command)
        assert paper.issued(db.session).explanations


@on_sqlite
def test_somebody_known_to_be_young_never_interprets(
    app: Flask, world: World, paper: PaperOut
) -> None:
    with app.app_context():
        actor = paper.actor
        young, adult = date(2008, 11, 21), date(2008, 11, 20)
        for name, born_on in (("Ung", young), ("Voksen", adult)):
            enrol(
                db.session,
                world.clock,
                actor,
                given_name=name,
                family_name="Tolk",
                born_on=born_on,
                identity_number="",
            )
        with pytest.raises(CannotExplainDocument) as refused:
            explain(paper, interpreted(name="  ung   TOLK "))
        assert refused.value.reason is ExplanationRefusal.INTERPRETER_IS_CHILD
        explain(paper, interpreted(name="Voksen Tolk"))  # 18 on the day


@on_sqlite
def test_the_general_dispensation_ends_with_the_year(app: Flask, paper: PaperOut) -> None:
    with app.app_context():
        clock = fixed_clock(NOW.replace(year=2027, month=1, day=2))
        issued = paper.issued(db.session)
        command = interpreted(on=date(2026, 12, 31), category=None, exemption=Exemption.TRANSITION)
        explain_document(db.session, clock, paper.actor, issued, command)
        late = replace(command, explained_on=date(2027, 1, 1))
        with pytest.raises(CannotExplainDocument) as refused:
            explain_document(db.session, clock, paper.actor, issued, late)
        assert refused.value.reason is ExplanationRefusal.TRANSITION_IS_OVER


def test_a_sheet_that_is_not_made_or_is_gone_cannot_be_explained(app: Flask, world: World) -> None:
    with app.app_context():
        unmade = paper_out(db.session, world, is_ready=False)
        with pytest.raises(CannotExplainDocument) as refused:
            explain(unmade, interpreted())
        assert refused.value.reason is ExplanationRefusal.NOT_READY
        for status in (SigningStatus.REPLACED, SigningStatus.WITHDRAWN):
            gone = paper_out(db.session, world)
            gone.issued(db.session).declaration.status = status
            with pytest.raises(CannotExplainDocument) as refused:
                explain(gone, interpreted())
            assert refused.value.reason is ExplanationRefusal.NOT_CURRENT


STAMP: dict[str, Any] = {
    "explained_on": date(2026, 11, 20),
    "language": "ar",
    "interpreter_use": "registered",
    "interpreter_name": "Tolk",
    "register_id": "",
    "category": "C",
    "mode": "phone",
    "kinship": "none",
    "is_adult": True,
    "note": "",
    "teach_back": [],
    "registered_at": NOW,
}


@pytest.mark.parametrize(
    "lacking",
    [
        {"language": ""},
        {"interpreter_name": ""},
        {"mode": None},
        {"kinship": None},
        {"kinship": "child"},
        {"is_adult": False},
        {"category": None},
        {"interpreter_use": "unregistered"},
        {"interpreter_use": "none"},
    ],
    ids=str,
)
def test_the_database_itself_refuses_half_a_stamp(
    app: Flask, paper: PaperOut, lacking: dict[str, Any]
) -> None:
    with app.app_context():
        whole = {
            **STAMP,
            "document_id": paper.document_id,
            "registered_by": paper.actor.user_id,
        }
        db.session.execute(insert(DocumentExplanation).values({**whole, "id": paper.document_id}))
        with pytest.raises(IntegrityError):
            db.session.execute(
                insert(DocumentExplanation).values({**whole, **lacking, "id": paper.participant_id})
            )
        db.session.rollback()


@on_sqlite
def test_no_route_leads_to_explained_without_the_stamp(
    app: Flask, paper: PaperOut, browser_for: BrowserFor
) -> None:
    """Every form about a sheet, filled in wholly but for the stamp, leaves it unexplained."""
    browser = browser_for(Role.CASEWORKER)
    everything_else = {
        "signed_on": "2026-11-20",
        "place": "Fjordvik",
        "not_signed_on": "2026-11-20",
        "reason": "Grunn.",
        "guidance": "Veiledning.",
        "ground": "other",
        "language": "ar",
        "is_explained": "y",
        "explained": "y",
        "status": "explained",
        "explained_on": "2026-11-20",
        "answer_about": "Alt.",
        "note": "Alt er forklart.",
        "row_version": "1",
    }
    forms = [
        route.path
        for route in routes(app)
        if route.method == "POST" and "<uuid:declaration_id>" in route.path
    ]
    assert len(forms) >= 5
    for path in forms:
        url = path.replace("<uuid:participant_id>", str(paper.participant_id)).replace(
            "<uuid:declaration_id>", str(paper.declaration_id)
        )
        token = browser.csrf_token(paper.pages)
        browser.client.post(url, data={**everything_else, "csrf_token": token}).close()
        with app.app_context():
            assert count() == 0, path


def test_a_signature_by_form_needs_the_stamp_and_one_by_scan_tells_of_its_lack(
    app: Flask, paper: PaperOut, browser_for: BrowserFor
) -> None:
    with app.app_context():
        issued = paper.issued(db.session)
        clock, actor = paper.world.clock, paper.actor
        scan = papers.store_scan(db.session, clock, actor, issued.document, png())
        by_scan = SigningByScan(scan.id, date(2026, 11, 20), "Fjordvik")
        register_signing_with_scan(db.session, clock, actor, issued.declaration, by_scan)
        db.session.commit()
        assert paper.status(db.session) is SigningStatus.SIGNED
        assert paper.issued(db.session).explanations == ()
    page = browser_for(Role.LEADER).get("/arbeidsliste").text
    assert "Registrer hvordan det underskrevne papiret ble forklart" in page


def test_a_scan_of_another_paper_signs_nothing(app: Flask, world: World, paper: PaperOut) -> None:
    with app.app_context():
        other = paper_out(db.session, world).issued(db.session)
        scan = papers.store_scan(db.session, world.clock, paper.actor, other.document, png())
        by_scan = SigningByScan(scan.id, date(2026, 11, 20), "Fjordvik", interpreted())
        declaration = paper.issued(db.session).declaration
        with pytest.raises(CannotRegisterSigning, match="not_its_scan"):
            register_signing_with_scan(db.session, world.clock, paper.actor, declaration, by_scan)
        assert count() == 0


def test_the_signing_form_asks_for_the_stamp_once(
    app: Flask, paper: PaperOut, browser_for: BrowserFor
) -> None:
    browser = browser_for(Role.CASEWORKER)
    assert "interpreter_use" in browser.get(f"{paper.url}/underskrift").text
    browser.submit(f"{paper.url}/forklart", explanation_fields())
    form = browser.get(f"{paper.url}/underskrift").text
    assert "interpreter_use" not in form
    assert "Forklart 20.11.2026" in form


@on_sqlite
@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"mode": ""}, "Velg hvor tolken var."),
        ({"kinship": ""}, "Velg om tolken er i familie"),
        ({"category": ""}, "Velg kategorien"),
        ({"is_adult": ""}, "Bekreft at tolken er 18 år"),
        ({"kinship": "child"}, "Et barn kan ikke tolke."),
        ({"interpreter_use": "unregistered"}, "Velg hvorfor dere ikke brukte en tolk"),
        ({"interpreter_use": "none"}, "Velg hvorfor det ikke var tolk."),
        ({"interpreter_use": "parrot"}, "Velg ett av alternativene"),
        ({"language": "xx"}, "Velg ett av alternativene"),
        ({"explained_on": ""}, "Skriv dagen dere gikk gjennom papiret."),
    ],
    ids=str,
)
def test_the_form_says_what_is_missing_at_its_field(
    app: Flask,
    paper: PaperOut,
    browser_for: BrowserFor,
    changes: dict[str, str],
    message: str,
) -> None:
    browser = browser_for(Role.CASEWORKER)
    fields = {key: value for key, value in explanation_fields(**changes).items() if value}
    answer = browser.submit(f"{paper.url}/forklart", fields, status=200)
    assert answer.text.count(message) >= 2, "at the field and in the summary"
    with app.app_context():
        assert count() == 0


@on_sqlite
def test_the_form_has_a_place_for_each_question(app: Flask) -> None:
    with app.test_request_context():
        form = ExplanationForm()
        assert [name for name in form._fields if name.startswith(ANSWER)] == [
            ANSWER + question for question in QUESTIONS
        ]
