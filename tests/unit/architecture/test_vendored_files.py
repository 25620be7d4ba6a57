"""What others made is here unchanged, with its licence."""

import hashlib
import re
from pathlib import Path

from tests.support.repository import ROOT

LOCK = ROOT / "static/vendor/vendor.lock"
PLACES = (ROOT / "static/vendor", ROOT / "tests/browser/vendor")


def locked() -> dict[str, str]:
    """Return the recorded SHA-512 of each vendored file."""
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


def packages() -> list[Path]:
    """Return the directory of each vendored package."""
    return [package for place in PLACES for package in sorted(place.iterdir()) if package.is_dir()]


def test_every_vendored_file_is_as_it_came() -> None:
    present = {
        str(file.relative_to(ROOT)): hashlib.sha512(file.read_bytes()).hexdigest()
        for package in packages()
        for file in package.rglob("*")
        if file.is_file()
    }
    assert len(present) > 20
    assert present == locked()


def test_every_package_names_its_version_and_carries_its_licence() -> None:
    assert len(packages()) == 4
    for package in packages():
        assert re.fullmatch(r"[a-z-]+@\d+\.\d+\.\d+", package.name)
        assert (package / "LICENSE").is_file()


def test_style_sheets_fetch_nothing_from_elsewhere() -> None:
    sheets = [sheet for package in packages() for sheet in package.rglob("*.css")]
    assert sheets
    for sheet in sheets:
        css = sheet.read_text(encoding="utf-8")
        assert re.findall(r"""url\((?!["']?data:)|@import""", css) == []
