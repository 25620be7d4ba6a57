"""The hand-written text of each page: heading, theme, one sentence for the index, sections.

A file begins with `# Heading`, then lines `Tema: …` and `I korthet: …`, a blank line, and the
text with its `##` sections. Its name is the page's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.rule_docs.errors import RuleDocsError

TEXTS = Path(__file__).parent / "texts"

THEMES = (
    "Målgruppe",
    "Program",
    "Plan",
    "Opplæring",
    "Fravær og permisjon",
    "Stønad",
    "Vedtak og frister",
    "Identitetsnummer",
)
"""In the order of the index."""

SECTIONS = ("Kort sagt", "Slik bruker portalen regelen", "Datoer")
"""What every text must have; it may have `Når et menneske avgjør` and `Uavklart` too."""


@dataclass(frozen=True, slots=True)
class RuleText:
    """What a person wrote about one provision."""

    heading: str
    theme: str
    summary: str
    """One sentence."""
    body: str
    """Markdown, from the first `##` on."""


def rule_texts(folder: Path = TEXTS) -> dict[str, RuleText]:
    """Return the texts by page. Raises `RuleDocsError` for files that lack a part."""
    texts: dict[str, RuleText] = {}
    problems: list[str] = []
    for path in sorted(folder.glob("*.md")):
        text, missing = _parse(path.read_text(encoding="utf-8"))
        texts[path.stem] = text
        problems.extend(f"texts/{path.name}: {what}" for what in missing)
    if problems:
        raise RuleDocsError(problems)
    return texts


def _parse(content: str) -> tuple[RuleText, list[str]]:
    head, mark, rest = content.partition("\n\n")
    heading, *lines = head.splitlines() or [""]
    fields = dict(line.split(": ", 1) for line in lines if ": " in line)
    body = rest.strip()
    text = RuleText(
        heading.removeprefix("# ").strip(),
        fields.get("Tema", ""),
        fields.get("I korthet", ""),
        body,
    )
    return text, _missing(text, heading, fields) if mark else ["no text below the head"]


def _missing(text: RuleText, heading: str, fields: Mapping[str, str]) -> list[str]:
    sections = [line for line in text.body.splitlines() if line.startswith("## ")]
    return [
        *([] if heading.startswith("# ") and text.heading else ["no heading"]),
        *([] if text.theme in THEMES else [f"unknown theme {text.theme!r}"]),
        *([] if fields.get("I korthet", "").endswith(".") else ["`I korthet` is no sentence"]),
        *(f"no section `{name}`" for name in SECTIONS if f"## {name}" not in sections),
    ]
