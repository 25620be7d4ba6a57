"""No file tells on which machine it was made, or holds a key."""

import re
from pathlib import Path

import pytest

from tests.support.repository import own_files, place

_TRACES = re.compile(
    r"(?<![\w./}])/(?:work|root|tmp|home)/[\w.]"
    r"|file:///|pypi\.org/simple|registry\.npmjs\.org|index-url\s*[= ]\s*http"
    r"|BEGIN [A-Z ]*PRIVATE KEY"
)
_BINARY = {".woff2", ".ttf", ".png", ".pdf", ".jpg", ".sqlite3", ".pyc", ".mo"}


def traces(text: str) -> list[str]:
    """Return what in a text gives the machine away."""
    return _TRACES.findall(text)


@pytest.mark.parametrize(
    "trace",
    [
        "see /work/elsewhere/x",
        'cd "/root/app"',
        "https://pypi.org/simple/flask",
        "--index-url https://example.org",
        "-----BEGIN RSA PRIVATE KEY-----",
    ],
)
def test_a_trace_is_found(trace: str) -> None:
    assert traces(trace)


@pytest.mark.parametrize(
    "fine", ["app/work/plan.py", "https://lovdata.no/tmp/x", "/deltakere/1", "--no-emit-index-url"]
)
def test_ordinary_paths_are_not(fine: str) -> None:
    assert traces(fine) == []


def test_no_file_has_one() -> None:
    own = Path(__file__).resolve()
    files = [file for file in own_files() if file.suffix not in _BINARY and file != own]
    assert len(files) > 100
    found = {
        place(file): traces(file.read_text(encoding="utf-8", errors="replace")) for file in files
    }
    assert {name: hits for name, hits in found.items() if hits} == {}
