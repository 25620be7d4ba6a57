"""What `introportal rule-docs` does: write the pages, or say which of them are stale."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from app.core.clock import Clock, today
from app.core.period import add_months
from app.rule_docs.citations import SOURCES
from app.rule_docs.index import rendered_index
from app.rule_docs.pages import rule_pages
from app.rule_docs.render import rendered
from app.rules.law.provision import LegalSource

_MONTHS_UNTIL_OLD = 12


def documents(examples: Path, out: Path) -> Mapping[str, str]:
    """Return every file of the documentation, by name. Raises `RuleDocsError`."""
    pages = rule_pages(examples)
    keys = {page.key for page in pages}
    files = {f"{page.key}.md": rendered(page, keys, out) for page in pages}
    return {"README.md": rendered_index(pages), **files}


def write(files: Mapping[str, str], out: Path) -> None:
    """Write the files, and remove pages that no longer exist."""
    out.mkdir(parents=True, exist_ok=True)
    for path in out.glob("*.md"):
        if path.name not in files:
            path.unlink()
    for name, content in files.items():
        (out / name).write_text(content, encoding="utf-8")


def stale(files: Mapping[str, str], out: Path) -> list[str]:
    """Return the names of files that differ, are missing, or should not be there."""
    written = {path.name: path.read_text(encoding="utf-8") for path in out.glob("*.md")}
    return sorted(name for name in files.keys() | written if files.get(name) != written.get(name))


def old_sources(clock: Clock) -> Iterator[str]:
    """Yield a warning for each source that was last compared with Lovdata over a year ago."""
    for source in dict.fromkeys(SOURCES.values()):
        if _is_old(source, today(clock)):
            yield f"{source.title} was last compared with Lovdata on {source.checked_on}"


def _is_old(source: LegalSource, on: date) -> bool:
    return on > add_months(source.checked_on, _MONTHS_UNTIL_OLD)
