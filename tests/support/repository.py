"""The files of the repository, for tests that read them."""

import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = ROOT / "templates"


_MADE = {".git", ".venv", "var", "build", "__pycache__"}
"""Directories of things made from the repository, as .gitignore names them."""


def own_files() -> Iterator[Path]:
    """Yield every file of the repository, without what was made from it."""
    for directory, below, names in os.walk(ROOT):
        below[:] = [
            name
            for name in below
            if name not in _MADE and not name.endswith((".egg-info", "_cache", ".hypothesis"))
        ]
        yield from (Path(directory) / name for name in names)


def template_names(*, below: str = "") -> list[str]:
    """Return the names by which templates are loaded, such as `layouts/base.html`."""
    return sorted(str(file.relative_to(TEMPLATES)) for file in (TEMPLATES / below).rglob("*.html"))


def source_of(template: str) -> str:
    """Return the text of a template."""
    return (TEMPLATES / template).read_text(encoding="utf-8")


def place(file: Path) -> str:
    """Return the path inside the repository, for messages."""
    return str(file.relative_to(ROOT))
