"""A text and one language as XLIFF 2.0, which translators' tools open.

Fields are inline codes that a tool protects; each unit carries the digest of the Norwegian clause
and of the words it had, so that a file made of an older text is known when it comes back.
"""

from collections import Counter
from string import Formatter

from lxml import etree

from app.declarations.bundles.translation import ClauseTranslation, TranslationStatus
from app.declarations.bundles.types import NORWEGIAN, Clause, TextBundle, text_digest

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
SOURCE_DIGEST, TARGET_DIGEST = "source-digest", "target-digest"
"""Categories of the notes."""
STATES = {
    TranslationStatus.MACHINE_DRAFT: "initial",
    TranslationStatus.TRANSLATED: "translated",
    TranslationStatus.REVIEWED: "reviewed",
    TranslationStatus.APPROVED: "final",
}


def write_xliff(bundle: TextBundle, language: str) -> bytes:
    """Return the file for a translator; clauses without a translation have no target."""
    found = [each for each in bundle.translations if each.language == language]
    clauses = found[0].clauses if found else {}
    root = etree.Element(
        _name("xliff"),
        {"version": "2.0", "srcLang": NORWEGIAN, "trgLang": language},
        {None: NAMESPACE},
    )
    name = f"{bundle.kind}/{bundle.version}"
    file = etree.SubElement(root, _name("file"), {"id": bundle.kind.value, "original": name})
    for clause in bundle.translatable:
        _add_unit(file, clause, clauses.get(clause.clause_id))
    written: bytes = etree.tostring(
        root, xml_declaration=True, encoding="UTF-8", pretty_print=False
    )
    return written


def _add_unit(file: etree._Element, clause: Clause, translated: ClauseTranslation | None) -> None:
    unit = etree.SubElement(file, _name("unit"), {"id": clause.clause_id})
    notes = etree.SubElement(unit, _name("notes"))
    target_digest = text_digest(translated.text) if translated else ""
    for category, text in ((SOURCE_DIGEST, clause.digest), (TARGET_DIGEST, target_digest)):
        note = etree.SubElement(notes, _name("note"), {"category": category})
        note.text = text
    is_current = translated is not None and translated.of == clause.digest
    state = STATES[translated.status] if translated and is_current else "initial"
    segment = etree.SubElement(unit, _name("segment"), {"state": state})
    _fill(etree.SubElement(segment, _name("source"), _spaced()), clause.text)
    if translated is not None:
        _fill(etree.SubElement(segment, _name("target"), _spaced()), translated.text)


def _fill(element: etree._Element, text: str) -> None:
    """Write the text with a code for each field; the same field has the same id on both sides."""
    last: etree._Element | None = None
    seen: Counter[str] = Counter()
    for literal, field, _, _ in Formatter().parse(text):
        if last is None:
            element.text = literal
        else:
            last.tail = literal
        if field is not None:
            seen[field] += 1
            code = field if seen[field] == 1 else f"{field}-{seen[field]}"
            shown = f"{{{field}}}"
            last = etree.SubElement(
                element, _name("ph"), {"id": code, "equiv": shown, "disp": shown}
            )


def _spaced() -> dict[str, str]:
    return {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"
