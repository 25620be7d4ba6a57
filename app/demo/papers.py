"""Sheets for the demo people: signed, out for signing, and not signed."""

import io
from datetime import date, timedelta

from flask import Flask
from PIL import Image, ImageDraw

from app.config import Settings
from app.declarations import service
from app.declarations.bundles.types import NORWEGIAN
from app.declarations.commands import RegisterNotSigned, RegisterSigning
from app.declarations.explanations.commands import ExplainDocument, TeachBack
from app.declarations.models import SigningStatus
from app.declarations.outcomes.service import register_not_signed, register_signing
from app.declarations.queries import list_declarations
from app.demo.calendar import ONE_WEEK, clock_on
from app.demo.enrolling import Enrolled
from app.demo.planning import made_on_of
from app.demo.stage import Stage
from app.enrolment.interpreting.commands import Interpreter
from app.enrolment.interpreting.kinds import (
    InterpretingMode,
    Kinship,
    NoInterpreterReason,
    QualificationCategory,
)
from app.i18n.locales import document_languages
from app.jobs.worker import run_waiting
from app.rules.law.installation import InstallationDates

FIRST_TEXT = date(2026, 1, 1)
"""Earlier plans have their contract in an older archive."""
NOT_SIGNED_YET = 8
"""The newest few are still out for signing."""


def issue_papers(stage: Stage, settings: Settings, planned: list[Enrolled]) -> None:
    """Issue the sheet of each plan on the day it was made, in the person's language."""
    dates = InstallationDates(settings.declaration_in_force_from, settings.age_sixty_in_force_from)
    languages = {language.code for language in document_languages()}
    for enrolled in planned:
        if made_on_of(enrolled) < FIRST_TEXT:
            continue
        reads = enrolled.person.language
        service.issue_declaration(
            stage.session,
            clock_on(made_on_of(enrolled)),
            stage.caseworker,
            dates,
            enrolled.participant_id,
            reads if reads in languages else NORWEGIAN,
        )


def render_papers(app: Flask) -> None:
    """Make the PDF of everything that was issued."""
    run_waiting(app, app.extensions["introportalen.jobs"], app.extensions["introportalen.clock"])


def sign_papers(stage: Stage, planned: list[Enrolled]) -> None:
    """Register what became of the older sheets: nearly all are signed, one is not."""
    scan = _scan()
    out = [
        (enrolled, issued)
        for enrolled in planned[:-NOT_SIGNED_YET]
        for issued in list_declarations(stage.session, stage.scope, enrolled.participant_id)
        if issued.declaration.status is SigningStatus.ISSUED
    ]
    for number, (enrolled, issued) in enumerate(out):
        participant_id = enrolled.participant_id
        signed_on = made_on_of(enrolled) + ONE_WEEK
        clock = clock_on(signed_on + timedelta(days=1))
        version = issued.declaration.row_version
        if number == 4:
            register_not_signed(
                stage.session,
                clock,
                stage.caseworker,
                participant_id,
                issued.declaration.id,
                RegisterNotSigned(
                    signed_on,
                    "Deltakeren ville tenke over teksten.",
                    "Vi gikk gjennom teksten med tolk og avtalte et nytt møte.",
                    version,
                ),
            )
            continue
        register_signing(
            stage.session,
            clock,
            stage.caseworker,
            participant_id,
            issued.declaration.id,
            RegisterSigning(
                signed_on,
                stage.place.name,
                _explanation(issued.document.language, signed_on, number),
                scan,
                version,
            ),
        )


def _explanation(language: str, on: date, number: int) -> ExplainDocument:
    """Return a talk like most of them: an interpreter of the register on a screen, or none."""
    if language == NORWEGIAN:
        return ExplainDocument(
            on, language, None, no_interpreter_reason=NoInterpreterReason.SPEAKS_NORWEGIAN
        )
    category = list(QualificationCategory)[number % len(QualificationCategory)]
    interpreter = Interpreter(
        name="",
        register_id=str(10_400 + number),
        mode=InterpretingMode.IN_ROOM if number % 3 else InterpretingMode.SCREEN,
        kinship=Kinship.NONE,
        is_adult=True,
        category=category,
    )
    answers = (
        TeachBack("about", "At jeg skal følge planen min, og at kommunen hjelper meg."),
        TeachBack("own_part", "Jeg skal møte på norskkurset hver dag."),
    )
    return ExplainDocument(on, language, interpreter, teach_back=answers[: number % 3])


def _scan() -> bytes:
    """Return a picture that stands for a scanned sheet."""
    picture = Image.new("L", (620, 877), 255)
    pen = ImageDraw.Draw(picture)
    for line in range(12):
        pen.line((60, 80 + line * 45, 560 - line % 3 * 60, 80 + line * 45), fill=160, width=3)
    pen.line((330, 790, 420, 760, 470, 800, 540, 750), fill=40, width=4)
    content = io.BytesIO()
    picture.save(content, "PNG")
    return content.getvalue()
