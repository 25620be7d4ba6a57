"""Sheets that were issued, signed and scanned, for tests of the intake."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from flask import Flask
from PIL import Image
from sqlalchemy import select

from app.core.actor import Role
from app.declarations.models import Declaration
from app.declarations.service import issue_declaration
from app.extensions import db
from app.papers.models import IssuedDocument
from app.rules.law.installation import InstallationDates
from tests.support.builders import enrol, fix_plan
from tests.support.client import Browser
from tests.support.scans import Scanner, as_scanned, drawn_pages, sign_with_pen
from tests.support.world import FJORDVIK, World

DECLARATION_IN_FORCE = InstallationDates(declaration_in_force_from=date(2026, 9, 1))
CONTRACT = InstallationDates()


@dataclass(frozen=True)
class Sheet:
    """An issued sheet, on paper."""

    declaration_id: UUID
    document_id: UUID
    participant_id: UUID
    code: str
    boxes: Sequence[dict[str, Any]]
    drawn: tuple[Image.Image, ...]

    def pages(
        self, *, signed: bool = True, parties: Sequence[str] = ("participant", "municipality")
    ) -> list[Image.Image]:
        """Return its pages, with ink in the boxes for the signatures of these parties."""
        pages = list(self.drawn)
        for box in self.boxes if signed else ():
            if box["name"].endswith(tuple(f"_{party}" for party in parties)):
                pages[box["page"] - 1] = sign_with_pen(pages[box["page"] - 1], box)
        return pages


def issue_sheets(
    app: Flask,
    world: World,
    run_jobs: Callable[[], int],
    languages: Sequence[str],
    *,
    domain: str = FJORDVIK,
    dates: InstallationDates = DECLARATION_IN_FORCE,
) -> list[Sheet]:
    """Issue a sheet for one new participant in each language, and print it."""
    with app.app_context():
        actor = world.actor(Role.CASEWORKER, domain)
        ids = []
        for language in languages:
            participant = enrol(db.session, world.clock, actor)
            fix_plan(db.session, world.clock, actor, participant)
            issued = issue_declaration(
                db.session, world.clock, actor, dates, participant.id, language
            )
            ids.append(issued.id)
        db.session.commit()
    run_jobs()
    return [printed(app, declaration_id) for declaration_id in ids]


def scanned(page: Image.Image, **how: Any) -> Image.Image:
    """Return a page as an ordinary office scanner sees it, with whatever differs."""
    return as_scanned(page, Scanner(**{"dpi": 150, "grey": True, **how}))


def upload(browser: Browser, *files: bytes) -> str:
    """Upload files; return where their stack is shown."""
    url = "/papirer/skann"
    named = [(io.BytesIO(content), f"skann {number}.pdf") for number, content in enumerate(files)]
    answer = browser.client.post(url, data={**browser.filled(url), "files": named})
    answer.request.environ["wsgi.input"].close()
    assert answer.status_code == 303, answer.text
    return answer.location


def printed(app: Flask, declaration_id: UUID) -> Sheet:
    """Return a sheet that is made."""
    with app.app_context():
        declaration, document = db.session.execute(
            select(Declaration, IssuedDocument)
            .join(IssuedDocument, IssuedDocument.id == Declaration.document_id)
            .where(Declaration.id == declaration_id)
        ).one()
        assert document.content is not None
        return Sheet(
            declaration.id,
            document.id,
            declaration.participant_id,
            document.code,
            list(document.boxes or ()),
            tuple(drawn_pages(document.content)),
        )
