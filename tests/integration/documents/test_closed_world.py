"""A document reaches our fonts and style sheets, and nothing else on the host or the network."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.repository import ROOT

FETCHING = [
    '<svg width="9" height="9"><image href="{url}" width="9" height="9"/></svg>',
    '<img src="{url}">',
    '<link rel="stylesheet" href="{url}">',
    '<link rel="attachment" href="{url}">',
    '<style>@import url("{url}");</style>',
    '<p style="background: url({url})">x',
    '<p style="list-style: url({url}) inside; display: list-item">x',
    '<object data="{url}"></object>',
    '<embed src="{url}">',
    '<style>@font-face {{ font-family: x; src: url("{url}") }} p {{ font-family: x }}</style><p>x',
    '<style>p::before {{ content: url("{url}") }}</style><p>x',
]
QUIET = [
    '<svg width="9" height="9"><use href="{url}#a"/></svg>',
    '<a rel="attachment" href="{url}">x</a>',
    '<iframe src="{url}"></iframe>',
    '<script src="{url}"></script>',
    '<meta http-equiv="refresh" content="0; url={url}">',
    '<video src="{url}"></video>',
]
"""Elements that the engine does not fetch for: no failure, but nothing reached either."""


@pytest.fixture(scope="module")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("secret") / "canary.txt"
    file.write_text("not for paper", encoding="utf-8")
    return file


def addresses(canary: Path) -> list[str]:
    """Return addresses of things that a document may not have."""
    return [
        canary.as_uri(),
        str(canary),
        "http://127.0.0.1:9/x",
        "https://static.invalid/",
        "https://static.invalid/css/../../app/config.py",
        "https://static.invalid/css/%2e%2e/%2e%2e/app/config.py",
        "https://static.invalid/css/missing.css",
        "css/../fonts/web/fonts.css",
        "ftp://127.0.0.1/x",
        "data:text/css,p%7Bcolor:red%7D",
    ]


def outcomes(documents: list[str], canary: Path) -> list[dict[str, object]]:
    """Render under watch, in a process of its own."""
    fonts = ROOT / "static/fonts/pdf/fontconfig.xml"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.integration.documents.watched", str(canary)],
        input=json.dumps(documents).encode(),
        cwd=ROOT,
        env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        check=True,
        capture_output=True,
    )
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def test_every_way_of_fetching_ends_the_rendering(canary: Path) -> None:
    documents = [
        f"<!doctype html><title>x</title>{payload.format(url=url)}"
        for payload in FETCHING
        for url in addresses(canary)
    ]
    for document, outcome in zip(documents, outcomes(documents, canary), strict=True):
        assert outcome["failure"] == "foreign_resource", document
        assert outcome["touched"] == [], document


def test_a_moved_base_leads_nowhere(canary: Path) -> None:
    document = f'<base href="{canary.parent.as_uri()}/"><img src="canary.txt">'
    (outcome,) = outcomes([document], canary)
    assert outcome == {"failure": "foreign_resource", "embeds": False, "touched": []}


def test_what_is_not_fetched_is_not_embedded_either(canary: Path) -> None:
    documents = [payload.format(url=url) for payload in QUIET for url in addresses(canary)]
    for document, outcome in zip(documents, outcomes(documents, canary), strict=True):
        assert outcome["touched"] == [], document
        assert not outcome["embeds"], document


def test_our_own_style_sheet_is_served(canary: Path) -> None:
    (outcome,) = outcomes(['<link rel="stylesheet" href="css/document.css"><p>x'], canary)
    assert outcome == {"failure": None, "embeds": False, "touched": []}
