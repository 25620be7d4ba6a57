"""Assets are kept for long, and are never stale."""

import os
import re
from pathlib import Path

import pytest
from flask import Flask, url_for

from app.web.assets import DIGEST_LENGTH, FOREVER, init_assets
from tests.support.client import Browser

DIGEST = rf"v=[0-9a-f]{{{DIGEST_LENGTH}}}"


@pytest.fixture
def small_app(tmp_path: Path) -> Flask:
    """An application whose assets a test may change."""
    app = Flask("small", static_folder=str(tmp_path), static_url_path="/static")
    init_assets(app)
    return app


def test_every_asset_of_a_page_has_a_digest_and_may_be_kept_for_ever(anonymous: Browser) -> None:
    found = re.findall(r'(?:href|src)="(/static/[^"]+)"', anonymous.get("/logg-inn").text)
    assert any(address.startswith("/static/css/portal.css") for address in found)
    for address in found:
        assert re.search(rf"\?{DIGEST}$", address), address
        with anonymous.client.get(address) as answer:
            assert answer.status_code == 200, address
            assert answer.headers["Cache-Control"] == FOREVER
            assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/static/css/portal.css?v=0123456789", "no-cache"),
        ("/static/css/portal.css", "no-cache"),
        ("/static/js/attendance-outbox.js", "no-cache"),
        ("/static/img/mark.svg", "public, max-age=604800"),
        ("/static/css/none.css", "no-store"),
        ("/static/css/none.css?v=0123456789", "no-store"),
        ("/static/css", "no-store"),
        ("/static/../app/cli.py", "no-store"),
    ],
)
def test_an_asset_without_its_digest_is_not_kept_for_ever(
    anonymous: Browser, address: str, kept: str
) -> None:
    with anonymous.client.get(address) as answer:
        assert answer.headers["Cache-Control"] == kept


def test_a_known_asset_is_not_sent_twice(anonymous: Browser) -> None:
    with anonymous.client.get("/static/css/portal.css") as first:
        etag = first.headers["ETag"]
    with anonymous.client.get("/static/css/portal.css", headers={"If-None-Match": etag}) as again:
        assert again.status_code == 304
        assert again.headers["Cache-Control"] == "no-cache"


def test_a_changed_asset_has_a_new_address(small_app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "a.css"
    file.write_text("p { color: red }", encoding="ascii")

    def address() -> str:
        with small_app.test_request_context():
            return url_for("static", filename="a.css")

    before = address()
    assert re.fullmatch(rf"/static/a\.css\?{DIGEST}", before)
    assert address() == before
    file.write_text("p { color: blue }", encoding="ascii")
    os.utime(file, ns=(0, file.stat().st_mtime_ns + 1))
    assert address() != before
    with small_app.test_client().get(before) as answer:
        assert answer.headers["Cache-Control"] == "no-cache"


def test_an_asset_that_does_not_exist_has_a_plain_address(small_app: Flask) -> None:
    with small_app.test_request_context():
        assert url_for("static", filename="none.css") == "/static/none.css"
