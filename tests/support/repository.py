"""The files of the repository, for tests that read them."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = ROOT / "templates"


def tracked_files() -> list[Path]:
    """Return every file that is committed and still there."""
    listed = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    files = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [file for file in files if file.is_file()]


def template_names(*, below: str = "") -> list[str]:
    """Return the names by which templates are loaded, such as `layouts/base.html`."""
    return sorted(str(file.relative_to(TEMPLATES)) for file in (TEMPLATES / below).rglob("*.html"))


def source_of(template: str) -> str:
    """Return the text of a template."""
    return (TEMPLATES / template).read_text(encoding="utf-8")


def place(file: Path) -> str:
    """Return the path inside the repository, for messages."""
    return str(file.relative_to(ROOT))
