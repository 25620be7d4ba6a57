"""Taking files in: what is kept, what is refused, and who may send how much."""

import hashlib
import io
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from PIL import Image
from sqlalchemy import select

from app.core.actor import Role
from app.extensions import db
from app.papers.intake.kinds import FileStatus
from app.papers.intake.models import ScanFile, ScanStack
from app.papers.intake.service import receiving
from app.papers.reading.types import StackRefusal
from tests.support.client import Browser
from tests.support.scans import as_jpeg, as_pdf
from tests.support.stacks import upload

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

RunJobs = Callable[[], int]
WHITE = Image.new("L", (620, 877), 255)


def files_of(app: Flask) -> list[ScanFile]:
    with app.app_context():
        return list(db.session.scalars(select(ScanFile).order_by(ScanFile.number)))


def send(browser: Browser, *contents: bytes, status: int = 200) -> str:
    files: list[Any] = [(io.BytesIO(content), "ark.pdf") for content in contents]
    answer = browser.submit("/papirer/skann", {"files": files}, status=status)
    return answer.text


def test_files_are_kept_byte_for_byte_without_their_names(
    app: Flask, browser: Browser, run_jobs: RunJobs
) -> None:
    contents = [as_jpeg(WHITE), as_pdf([WHITE, WHITE])]
    upload(browser, *contents)
    run_jobs()
    with app.app_context():
        files = db.session.scalars(select(ScanFile).order_by(ScanFile.number)).all()
        assert [file.content for file in files] == contents
        assert [file.sha256 for file in files] == [
            hashlib.sha256(content).hexdigest() for content in contents
        ]
        assert [(file.page_count, file.status) for file in files] == [
            (1, FileStatus.DONE),
            (2, FileStatus.DONE),
        ]
    assert not [column for column in ScanFile.__table__.columns if "name" in column.name]


@pytest.mark.parametrize(
    ("content", "refusal", "message"),
    [
        (b"MZ program", StackRefusal.UNKNOWN_KIND, "verken PDF, JPEG, PNG eller TIFF"),
        (b"%PDF-1.7 tull", StackRefusal.UNREADABLE, "skadet"),
        (b"\0\0\0\x18ftypheic" + bytes(20), StackRefusal.HEIC, "HEIC"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_does_not_stop_the_others(
    app: Flask,
    browser: Browser,
    run_jobs: RunJobs,
    content: bytes,
    refusal: StackRefusal,
    message: str,
) -> None:
    url = upload(browser, content, as_jpeg(WHITE))
    run_jobs()
    bad, good = files_of(app)
    assert (bad.status, bad.refusal) == (FileStatus.REFUSED, refusal)
    assert good.status is FileStatus.DONE
    page = browser.get(url).text
    assert "Fil 1:" in page
    assert message in page


def test_nothing_is_taken_of_an_upload_that_is_refused(app: Flask, browser: Browser) -> None:
    assert "En av filene er tom." in send(browser, as_jpeg(WHITE), b"")
    assert "Velg minst én fil." in browser.submit("/papirer/skann", {}, status=200).text
    assert files_of(app) == []


def test_too_many_files_and_too_many_bytes_are_refused(
    app: Flask, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "MOST_FILES", 2)
    monkeypatch.setattr(receiving, "MOST_UPLOAD_BYTES", 10)
    assert "høyst 100 filer" in send(browser, b"a", b"b", b"c")
    assert "for store til sammen" in send(browser, b"123456", b"123456")
    assert files_of(app) == []
    with app.app_context():
        assert db.session.scalars(select(ScanStack)).all() == []


def test_staff_may_send_more_here_than_elsewhere_and_strangers_may_not(
    app: Flask, browser: Browser, anonymous: Browser
) -> None:
    app.config["MAX_CONTENT_LENGTH"] = 10_000
    large = bytes(50_000)

    def answer(who: Browser, url: str) -> int:
        token = browser.csrf_token("/papirer") if who is browser else ""
        data = {"csrf_token": token, "files": (io.BytesIO(large), "ark.pdf")}
        return who.client.post(url, data=data).status_code

    assert answer(browser, "/papirer/skann") == 303
    assert answer(browser, "/papirer/utskrift/ny") == 413
    assert answer(anonymous, "/papirer/skann") == 413


def test_the_progress_is_told(browser: Browser, run_jobs: RunJobs) -> None:
    url = upload(browser, as_pdf([WHITE, WHITE, WHITE]))
    before = browser.client.get(f"{url}/status").get_json()
    assert (before["settled"], before["is_finished"]) == (0, False)
    assert "<progress" in browser.get(url).text
    run_jobs()
    after = browser.client.get(f"{url}/status").get_json()
    assert (after["settled"], after["total"], after["is_finished"]) == (3, 3, True)
    assert "3 av 3" in after["text"]


def test_another_municipality_does_not_see_the_stack(
    browser: Browser, browser_for: Callable[..., Browser], run_jobs: RunJobs
) -> None:
    url = upload(browser, as_jpeg(WHITE))
    run_jobs()
    other = browser_for(Role.CASEWORKER, "dalheim.example")
    other.get(url, status=404)
    assert url not in other.get("/papirer").text
    assert "Skuffen er tom." in other.get("/papirer/skuff").text
    assert "Blank side" in browser.get("/papirer/skuff").text
