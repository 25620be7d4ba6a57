"""The words of a sheet are those of the day it was issued, however long the rendering takes."""

from collections.abc import Callable
from uuid import UUID

import pypdfium2
import pytest
from flask import Flask
from sqlalchemy import func, select

from app.core.actor import Role
from app.declarations import service
from app.declarations.bundles.types import BundleKind
from app.declarations.wordings.commands import Place, WriteClause
from app.declarations.wordings.models import FrozenText
from app.declarations.wordings.queries.frozen import text_of
from app.declarations.wordings.service.freezing import freeze_text
from app.declarations.wordings.service.translating import write_clause
from app.extensions import db
from app.papers.models import DocumentStatus, IssuedDocument
from app.rules.law.installation import InstallationDates
from tests.support.builders import enrol, fix_plan
from tests.support.text_files import two_part_bundle
from tests.support.world import World

ENGLISH = Place(BundleKind.INTEGRATION_CONTRACT, "2026-1", "en")
BEFORE, AFTER = "Integration contract (integreringskontrakt)", "A wholly new title"


@pytest.fixture
def participant_id(app: Flask, world: World) -> UUID:
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        participant = enrol(db.session, world.clock, actor)
        fix_plan(db.session, world.clock, actor, participant)
        db.session.commit()
        return participant.id


def issue(world: World, participant_id: UUID) -> IssuedDocument:
    """Issue a sheet in English and return its document."""
    actor, dates = world.actor(Role.CASEWORKER), InstallationDates()
    made = service.issue_declaration(db.session, world.clock, actor, dates, participant_id, "en")
    db.session.commit()
    return db.session.get_one(IssuedDocument, made.document_id)


def translate_title(world: World, seen: int = 0) -> None:
    """Give the English title new words."""
    command = WriteClause(ENGLISH, "title", seen, AFTER, "Ola Translatør")
    write_clause(db.session, world.clock, world.actor(Role.LEADER), command)
    db.session.commit()


def first_page(document: IssuedDocument) -> str:
    assert document.content is not None
    said = pypdfium2.PdfDocument(document.content)[0].get_textpage().get_text_range()
    return " ".join(said.split())


def test_a_translation_that_changes_before_rendering_changes_nothing(
    app: Flask, world: World, participant_id: UUID, run_jobs: Callable[[], int]
) -> None:
    with app.app_context():
        document_id = issue(world, participant_id).id
        translate_title(world)
    run_jobs()
    with app.app_context():
        said = first_page(db.session.get_one(IssuedDocument, document_id))
    assert BEFORE in said
    assert AFTER not in said


def test_the_next_sheet_has_the_new_words(
    app: Flask, world: World, participant_id: UUID, run_jobs: Callable[[], int]
) -> None:
    with app.app_context():
        issue(world, participant_id)
        translate_title(world)
        document_id = issue(world, participant_id).id
    run_jobs()
    with app.app_context():
        document = db.session.get_one(IssuedDocument, document_id)
        assert document.status is DocumentStatus.READY
        assert AFTER in first_page(document)


def test_sheets_with_the_same_words_share_them(
    app: Flask, world: World, participant_id: UUID
) -> None:
    with app.app_context():
        first, second = issue(world, participant_id), issue(world, participant_id)
        assert first.text_digest == second.text_digest
        assert db.session.scalar(select(func.count()).select_from(FrozenText)) == 1
        translate_title(world)
        assert issue(world, participant_id).text_digest != first.text_digest


def test_frozen_words_hold_the_whole_norwegian_text_and_one_translation(
    app: Flask, world: World, participant_id: UUID
) -> None:
    with app.app_context():
        document = issue(world, participant_id)
        row = db.session.get_one(FrozenText, document.text_digest)
        assert (row.kind, row.version, row.language) == (ENGLISH.kind, ENGLISH.version, "en")
        text = text_of(db.session, document)
        assert text.languages == ("nb", "en")
        assert text.clause("office_code").text == "Kode"


def test_an_older_document_has_the_words_of_the_files(
    app: Flask, world: World, participant_id: UUID
) -> None:
    with app.app_context():
        document = issue(world, participant_id)
        document.text_digest = None
        assert len(text_of(db.session, document).languages) == 21


def test_freezing_twice_is_freezing_once(app: Flask) -> None:
    with app.app_context():
        bundle = two_part_bundle()
        digests = {freeze_text(db.session, bundle, "en") for _ in range(2)}
        assert len(digests) == 1
        assert freeze_text(db.session, bundle, "nb") not in digests
