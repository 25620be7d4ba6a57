"""No file tells on which machine it was made, or holds a key.

What is looked for is put together here from parts, so that this file is looked through too.
"""

import re

import pytest

from tests.support.repository import own_files, place

_FOLDERS = ("work", "root", "tmp", "home")
_REGISTRIES = (("pypi", "org/simple"), ("registry", "npmjs", "org"))
_KEY = "PRIVATE " + "KEY"
_OPTION = "index-" + "url"
_TRACES = re.compile(
    rf"(?<![\w./}}])/(?:{'|'.join(_FOLDERS)})/[\w.]"
    rf"|file:/{{3}}|{'|'.join(re.escape('.'.join(parts)) for parts in _REGISTRIES)}"
    rf"|{_OPTION}\s*[= ]\s*http|BEGIN [A-Z ]*{_KEY}"
)
_BINARY = {".woff2", ".ttf", ".png", ".pdf", ".jpg", ".sqlite3", ".pyc", ".mo"}


def traces(text: str) -> list[str]:
    """Return what in a text gives the machine away."""
    return _TRACES.findall(text)


@pytest.mark.parametrize(
    "trace",
    [
        *(f"see /{folder}/elsewhere/x" for folder in _FOLDERS),
        *(f'cd "/{folder}/app"' for folder in _FOLDERS),
        *(f"https://{'.'.join(parts)}/flask" for parts in _REGISTRIES),
        "file://" + "/etc/hosts",
        f"--{_OPTION} https://example.org",
        f"-----BEGIN RSA {_KEY}-----",
    ],
)
def test_a_trace_is_found(trace: str) -> None:
    assert traces(trace)


@pytest.mark.parametrize(
    "fine", ["app/work/plan.py", "https://lovdata.no/tmp/x", "/deltakere/1", f"--no-emit-{_OPTION}"]
)
def test_ordinary_paths_are_not(fine: str) -> None:
    assert traces(fine) == []


def test_no_file_has_one() -> None:
    files = [file for file in own_files() if file.suffix not in _BINARY]
    assert len(files) > 100
    found = {
        place(file): traces(file.read_text(encoding="utf-8", errors="replace")) for file in files
    }
    assert {name: hits for name, hits in found.items() if hits} == {}
