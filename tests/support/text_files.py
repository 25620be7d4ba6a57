"""Texts as files that somebody uploads: one TOML file, or a ZIP of several."""

import io
import re
from zipfile import ZIP_DEFLATED, ZipFile

from app.declarations.bundles.types import TextBundle
from app.declarations.bundles.upload import read_upload
from tests.support.repository import ROOT

TWO_PARTS = ROOT / "tests/support/texts/two_parts.toml"
SHIPPED = ROOT / "app/declarations/texts/integration_contract/2026-1"
NAME = "tekst.toml"


def two_parts(*changes: tuple[str, str]) -> bytes:
    """Return the made-up text in two parts as a file, each pair of words exchanged once."""
    text = TWO_PARTS.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text.encode()


def two_part_bundle() -> TextBundle:
    """Return the made-up text in two parts."""
    return read_upload(NAME, two_parts())


def shipped_files(version: str = "2027-1", valid_from: str = "2026-11-20") -> dict[str, bytes]:
    """Return the files of the contract that the portal has, as a newer version."""
    files = {path.name: path.read_bytes() for path in SHIPPED.glob("*.toml")}
    frame = files["bundle.toml"].decode()
    frame = frame.replace('version = "2026-1"', f'version = "{version}"')
    files["bundle.toml"] = re.sub(r"valid_from = \S+", f"valid_from = {valid_from}", frame).encode()
    return files


def changed(files: dict[str, bytes], name: str, old: str, new: str) -> dict[str, bytes]:
    """Return the files with some words of one of them exchanged."""
    text = files[name].decode()
    assert old in text, old
    return {**files, name: text.replace(old, new, 1).encode()}


def zipped(files: dict[str, bytes], folder: str = "") -> bytes:
    """Return the files as a ZIP."""
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(f"{folder}{name}", data)
    return content.getvalue()
