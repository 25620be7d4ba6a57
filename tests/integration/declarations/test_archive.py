"""The package for the archive: whole, checkable, always the same, and only for her caseworkers."""

import hashlib
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import page as page_validation
import pypdfium2
import pytest
from flask import Flask
from lxml import etree
from PIL import Image
from sqlalchemy import select

import app.declarations.archive.message as message_module
from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.declarations.archive.contents import PackedFile, PaperCase, Variant
from app.declarations.archive.gathering import paper_case
from app.declarations.archive.message import InvalidMessageError, message_of
from app.declarations.archive.packing import pack
from app.declarations.commands import WithdrawDeclaration
from app.declarations.explanations.service import explain_document
from app.declarations.kinds import WithdrawalGround
from app.declarations.outcomes.service import withdraw_declaration
from app.extensions import db
from app.pdf.errors import PdfRenderError
from tests.support.client import Browser
from tests.support.explained import interpreted
from tests.support.paper_case import SHEET, PaperOut, paper_out, png
from tests.support.scans import as_pdf
from tests.support.world import DALHEIM, World

BrowserFor = Callable[..., Browser]
ARCHIVE = "{https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/arkivmelding/opprett/v1}"
OWN = "{urn:introportalen:papir:1}"


@pytest.fixture
def paper(app: Flask, world: World) -> PaperOut:
    with app.app_context():
        return paper_out(db.session, world)


def request(browser: Browser, paper: PaperOut) -> None:
    browser.submit(f"{paper.url}/arkivpakke")


def fetch(browser: Browser, paper: PaperOut) -> dict[str, bytes]:
    answer = browser.client.get(f"{paper.url}/arkivpakke.zip")
    assert answer.status_code == 200
    assert answer.mimetype == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return "".join(page.get_textpage().get_text_range() for page in pages)


def conforms(pdf: bytes, profile: str) -> list[str]:
    report = page_validation.validate_pdf_bytes(
        pdf, profile=getattr(page_validation.ValidationProfile, profile)
    )
    return [str(failure) for failure in report.failures]


def test_a_signed_paper_becomes_a_package(
    app: Flask, paper: PaperOut, browser_for: BrowserFor, run_jobs: Callable[[], int]
) -> None:
    with app.app_context():
        paper.sign(db.session)
    browser = browser_for(Role.CASEWORKER)
    assert "Ingen pakke er laget ennå." in browser.get(f"{paper.url}/arkivpakke").text
    request(browser, paper)
    browser.client.get(f"{paper.url}/arkivpakke.zip").close()
    assert "Pakken lages nå." in browser.get(f"{paper.url}/arkivpakke").text
    run_jobs()
    assert "Pakken ble laget 20.11.2026" in browser.get(f"{paper.url}/arkivpakke").text
    files = fetch(browser, paper)
    assert list(files) == [
        "forside.pdf",
        "skannet.pdf",
        "mottatt.png",
        "utstedt.pdf",
        "arkivmelding.xml",
    ]
    assert files["utstedt.pdf"] == SHEET.pdf, "the frozen bytes"
    assert files["mottatt.png"] == png(), "the scan as it was received"
    assert conforms(files["skannet.pdf"], "PDF_A_2B") == []
    assert conforms(files["forside.pdf"], "PDF_A_3A") == []


def test_the_cover_has_the_stamp_and_the_digest_of_each_file(
    app: Flask, paper: PaperOut, browser_for: BrowserFor, run_jobs: Callable[[], int]
) -> None:
    with app.app_context():
        paper.sign(db.session)
    browser = browser_for(Role.CASEWORKER)
    request(browser, paper)
    run_jobs()
    files = fetch(browser, paper)
    cover = text_of(files["forside.pdf"])
    assert "Forklart 20.11.2026. Språk: arabisk." in " ".join(cover.split())
    assert "Tolk Tolkesen" in cover
    assert "C: statsautorisert" in cover
    squeezed = "".join(cover.split())
    for name, content in files.items():
        if name != "forside.pdf":
            assert hashlib.sha256(content).hexdigest() in squeezed, name


def test_the_metadata_follow_the_schema_and_name_the_files(
    app: Flask, paper: PaperOut, browser_for: BrowserFor, run_jobs: Callable[[], int]
) -> None:
    with app.app_context():
        paper.sign(db.session)
        issued = paper.issued(db.session)
        code, digest = issued.document.code, issued.document.text_digest
    browser = browser_for(Role.CASEWORKER)
    request(browser, paper)
    run_jobs()
    files = fetch(browser, paper)
    root = etree.fromstring(files["arkivmelding.xml"])
    schema = next(Path(message_module.__file__).parent.glob("schemas/*opprett.xsd"))
    etree.XMLSchema(etree.parse(schema)).assertValid(root)
    assert root.findtext(f"{ARCHIVE}antallFiler") == str(len(files) - 1), "itself not counted"
    described = {
        each.findtext(f"{ARCHIVE}referanseDokumentfil"): each.findtext(f"{ARCHIVE}sjekksum")
        for each in root.iter(f"{ARCHIVE}dokumentobjekt")
    }
    assert described == {
        name: hashlib.sha256(files[name]).hexdigest()
        for name in ("skannet.pdf", "mottatt.png", "utstedt.pdf")
    } | {"forside.pdf": None}, "the cover is made after the metadata, whose digest it has"
    assert root.findtext(f".//{OWN}kode") == code
    assert root.findtext(f".//{OWN}tekstSha256") == digest
    assert root.findtext(f".//{OWN}underskrevetDato") == "2026-11-20"
    facts = {each.get("om"): each.text for each in root.iter(f"{OWN}opplysning")}
    assert facts["Tolkens navn"] == "Tolk Tolkesen"
    assert facts["Kategori"] == "C: statsautorisert"
    assert facts["Hvor tolken var"] == "På skjerm"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_same_paper_gives_the_same_bytes(app: Flask, paper: PaperOut) -> None:
    renderer = app.extensions["introportalen.pdf"]
    with app.app_context():
        paper.sign(db.session, png("RGB"))
        case = paper_case(db.session, paper.issued(db.session).declaration)
        assert pack(case, renderer) == pack(case, renderer)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_scanned_pdf_is_kept_page_by_page(app: Flask, paper: PaperOut) -> None:
    pages = [Image.new("L", (620, 877), shade) for shade in (250, 200, 150)]
    with app.app_context():
        paper.sign(db.session, as_pdf(pages))
        case = paper_case(db.session, paper.issued(db.session).declaration)
        package = zipfile.ZipFile(io.BytesIO(pack(case, app.extensions["introportalen.pdf"])))
        kept = package.read("skannet.pdf")
    assert conforms(kept, "PDF_A_2B") == []
    document = pypdfium2.PdfDocument(kept)
    assert len(document) == 3
    shades = [page.render(scale=0.1).to_pil().convert("L").getpixel((30, 40)) for page in document]
    assert shades == sorted(shades, reverse=True)
    assert shades[0] > shades[-1]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_words_in_any_writing_never_stop_the_package(app: Flask, paper: PaperOut) -> None:
    """Our fonts have no Chinese: the cover points to the metadata, which have every word."""
    with app.app_context():
        actor = paper.actor
        command = interpreted(name="王小明")
        explain_document(db.session, paper.world.clock, actor, paper.issued(db.session), command)
        paper.refuse(db.session)
        case = paper_case(db.session, paper.issued(db.session).declaration)
        with pytest.raises(PdfRenderError):
            app.extensions["introportalen.pdf"].render(
                '<html lang="nb"><title>x</title><p>王小明</p></html>'
            )
        package = zipfile.ZipFile(io.BytesIO(pack(case, app.extensions["introportalen.pdf"])))
    assert "王小明" in package.read("arkivmelding.xml").decode()
    assert "Står i arkivmelding.xml." in text_of(package.read("forside.pdf"))


def test_a_refused_and_a_withdrawn_paper_have_packages_without_scan(
    app: Flask, world: World, paper: PaperOut
) -> None:
    with app.app_context():
        paper.refuse(db.session)
        other = paper_out(db.session, world)
        command = WithdrawDeclaration(
            WithdrawalGround.WRONG_FACTS,
            "Feil navn.",
            other.issued(db.session).declaration.row_version,
        )
        ids = (other.participant_id, other.declaration_id)
        withdraw_declaration(db.session, world.clock, paper.actor, *ids, command)
        for each, words in (
            (paper, ["Vil tenke.", "Vi gikk gjennom teksten."]),
            (other, ["Et navn, et nummer eller en dato er feil: Feil navn."]),
        ):
            case = paper_case(db.session, each.issued(db.session).declaration)
            packed = PackedFile("utstedt.pdf", b"x", "application/pdf", "Arket", Variant.ARCHIVE)
            root = etree.fromstring(message_of(case, [[packed]], cover="forside.pdf"))
            told = [each.text for each in root.iter(f"{ARCHIVE}merknadstekst")]
            assert told == words
            cover = text_of(package_of(app, case)["forside.pdf"])
            assert all(word in " ".join(cover.split()) for word in words)


def package_of(app: Flask, case: PaperCase) -> dict[str, bytes]:
    package = zipfile.ZipFile(io.BytesIO(pack(case, app.extensions["introportalen.pdf"])))
    return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_metadata_that_break_the_schema_are_refused(app: Flask, paper: PaperOut) -> None:
    with app.app_context():
        paper.sign(db.session)
        case = paper_case(db.session, paper.issued(db.session).declaration)
    packed = PackedFile("utstedt.pdf", b"x", "application/pdf", "", Variant.ARCHIVE)
    with pytest.raises(InvalidMessageError) as found:
        message_of(replace(case, signed_on=date(2026, 11, 20)), [[packed]], cover="forside.pdf")
    assert case.participant_name.reveal() not in str(found.value)


def test_a_paper_that_is_out_is_not_archived(
    app: Flask, paper: PaperOut, browser_for: BrowserFor
) -> None:
    browser = browser_for(Role.CASEWORKER)
    page = browser.submit(f"{paper.url}/arkivpakke", status=200).text
    assert "Registrer først" in page
    assert "Arkivpakke" not in browser.get(paper.pages).text
    browser.get(f"{paper.url}/arkivpakke.zip", status=404)


def test_one_package_at_a_time(app: Flask, paper: PaperOut, browser_for: BrowserFor) -> None:
    with app.app_context():
        paper.sign(db.session)
    browser = browser_for(Role.CASEWORKER)
    request(browser, paper)
    answer = browser.submit(f"{paper.url}/arkivpakke", status=200)
    assert "Pakken lages nå." in answer.text


def test_every_step_is_recorded_and_others_see_nothing(
    app: Flask, paper: PaperOut, browser_for: BrowserFor, run_jobs: Callable[[], int]
) -> None:
    with app.app_context():
        paper.sign(db.session)
    browser = browser_for(Role.CASEWORKER)
    request(browser, paper)
    run_jobs()
    fetch(browser, paper)
    with app.app_context():
        recorded = db.session.scalars(
            select(AuditEvent.action).where(AuditEvent.participant_id == paper.participant_id)
        ).all()
    assert {
        Action.ARCHIVE_PACKAGE_REQUESTED,
        Action.ARCHIVE_PACKAGE_MADE,
        Action.ARCHIVE_PACKAGE_DOWNLOADED,
    } <= set(recorded)
    stranger = browser_for(Role.CASEWORKER, DALHEIM)
    stranger.get(f"{paper.url}/arkivpakke", status=404)
    stranger.get(f"{paper.url}/arkivpakke.zip", status=404)
    browser_for(Role.PARTICIPANT).get(f"{paper.url}/arkivpakke.zip", status=403)
