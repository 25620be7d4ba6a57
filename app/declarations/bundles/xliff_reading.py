"""Read a translator's XLIFF 2.0 file; it comes from outside, so nothing in it is trusted."""

from dataclasses import dataclass
from enum import StrEnum

from lxml import etree

from app.declarations.bundles.limits import MOST_BYTES, MOST_CLAUSES
from app.declarations.bundles.wording import tidied
from app.declarations.bundles.xliff_writing import NAMESPACE, SOURCE_DIGEST, TARGET_DIGEST


class XliffFault(StrEnum):
    """Why the whole file cannot be read."""

    TOO_LARGE = "too_large"
    NOT_UTF8 = "not_utf8"
    HAS_DOCTYPE = "has_doctype"
    """A declaration of entities: no translator's tool writes one."""
    NOT_XML = "not_xml"
    NOT_XLIFF = "not_xliff"
    """Or of another version than 2."""
    OTHER_LANGUAGE = "other_language"
    TOO_MANY_UNITS = "too_many_units"


class XliffError(Exception):
    """The file cannot be read."""

    def __init__(self, fault: XliffFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Unit:
    """One clause as it came back."""

    clause_id: str
    source_digest: str
    """Of the Norwegian clause when the file was made; empty where the file does not say."""
    target_digest: str
    """Of the words that the portal had then."""
    text: str
    """Its words, with `{fields}`; empty where there are none."""


def read_xliff(content: bytes, language: str) -> list[Unit]:
    """Return the units of a file in this language.

    Raises:
        XliffError: naming what is wrong.
    """
    root = _parse(content)
    if root.tag != _name("xliff") or not (root.get("version") or "").startswith("2."):
        raise XliffError(XliffFault.NOT_XLIFF)
    if root.get("trgLang") != language:
        raise XliffError(XliffFault.OTHER_LANGUAGE)
    units = list(root.iter(_name("unit")))
    if len(units) > MOST_CLAUSES:
        raise XliffError(XliffFault.TOO_MANY_UNITS)
    return [_unit(unit) for unit in units]


def _parse(content: bytes) -> etree._Element:
    if len(content) > MOST_BYTES:
        raise XliffError(XliffFault.TOO_LARGE)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise XliffError(XliffFault.NOT_UTF8) from None
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise XliffError(XliffFault.HAS_DOCTYPE)
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise XliffError(XliffFault.NOT_XML) from error


def _unit(unit: etree._Element) -> Unit:
    notes = {
        note.get("category") or "": (note.text or "").strip() for note in unit.iter(_name("note"))
    }
    targets = list(unit.iter(_name("target")))  # a tool may have cut the clause into sentences
    return Unit(
        clause_id=unit.get("id") or "",
        source_digest=notes.get(SOURCE_DIGEST, ""),
        target_digest=notes.get(TARGET_DIGEST, ""),
        text=tidied(" ".join(filter(None, (_words(target).strip() for target in targets)))),
    )


def _words(element: etree._Element) -> str:
    """Return the words in an element; a code becomes its field, marks around words nothing."""
    said = [element.text or ""]
    for inner in element:
        if inner.tag == _name("ph"):
            said.append(f"{{{(inner.get('id') or '').split('-')[0]}}}")
        else:
            said.append(_words(inner))
        said.append(inner.tail or "")
    return "".join(said)


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"
