"""The metadata of a package: `arkivmelding.xml` as the archives of municipalities read it.

Built after KS's schema for Fiks Arkiv, version 1 (`schemas/`), and checked against it.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from lxml import etree

from app.declarations.archive.contents import PackedFile, PaperCase, Remark, Variant

FILE_NAME = "arkivmelding.xml"
SYSTEM = "Introportalen"
COVER_TITLE = "Forside med kontrollsummer"
_SCHEMA = (
    Path(__file__).parent / "schemas" / "no.ks.fiks.arkiv.v1.arkivering.arkivmelding.opprett.xsd"
)
_NAMESPACE = "https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/arkivmelding/opprett/v1"
_CATALOGUE = "https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/metadatakatalog/v1"
_TYPES = "http://www.w3.org/2001/XMLSchema-instance"
_OWN = "urn:introportalen:papir:1"
_CODE_NAMES = {
    "I": "Inngående dokument",
    "X": "Organinternt dokument uten oppfølging",
    "F": "Dokumentet er ferdigstilt",
    "H": "Hoveddokument",
    "V": "Vedlegg",
    "P": "Produksjonsformat",
    "A": "Arkivformat",
    "EA": "Avsender",
    "UO": "Unntatt offentlighet",
    "DEL": "Deltaker",
    "AVTALE": "Avtale",
}
_SHIELDED_BY = "offentleglova § 13, jf. forvaltningsloven § 13"


class InvalidMessageError(Exception):
    """The metadata do not follow the schema: an error of ours."""


def message_of(case: PaperCase, documents: Sequence[Sequence[PackedFile]], cover: str) -> bytes:
    """Return the metadata of a package.

    Each document is one or several variants of the same thing, the main document first. `cover`
    names the PDF that is made last: it has the digest of the metadata, so these cannot have its.

    Raises:
        InvalidMessageError: they do not follow the schema.
    """
    root = etree.Element(
        f"{{{_NAMESPACE}}}arkivmelding",
        nsmap={None: _NAMESPACE, "n5mdk": _CATALOGUE, "xsi": _TYPES},
    )
    _add(root, "system", SYSTEM)
    _add(root, "antallFiler", str(sum(len(variants) for variants in documents) + 1))
    _add_record(root, case, documents, cover)
    _check(root)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def _add_record(
    root: etree._Element,
    case: PaperCase,
    documents: Sequence[Sequence[PackedFile]],
    cover: str,
) -> None:
    record = _add(root, "registrering")
    record.set(f"{{{_TYPES}}}type", "journalpost")
    _add(record, "systemID", str(case.declaration_id))
    _add(record, "opprettetDato", case.issued_at.isoformat())
    _add(record, "opprettetAv", case.issued_by or SYSTEM)
    part = _add(record, "part")
    _add(part, "partNavn", case.participant_name.reveal())
    _add_code(part, "partRolle", "DEL")
    person = _add(part, "personID")
    _add(person, "landkode", "NO")
    _add(person, "identifikator", case.identity_number.reveal())
    shield = _add(record, "skjerming")
    _add_code(shield, "tilgangsrestriksjon", "UO")
    _add(shield, "skjermingshjemmel", _SHIELDED_BY)
    for number, variants in enumerate(documents, start=1):
        document = _add_document(record, number, variants[0].title)
        for version, packed in enumerate(variants, start=1):
            described = _add_file(document, version, packed.variant, packed.media_type, packed.name)
            _add(described, "sjekksum", packed.sha256)
            _add(described, "sjekksumAlgoritme", "SHA-256")
            _add(described, "filstoerrelse", str(len(packed.content)))
    last = _add_document(record, len(documents) + 1, COVER_TITLE)
    _add_file(last, 1, Variant.ARCHIVE, "application/pdf", cover)
    _add(record, "tittel", f"{case.title} – {case.status.lower()}")
    _add(record, "offentligTittel", case.title)
    _add_own(record, case)
    for remark in case.remarks:
        _add_remark(record, remark)
    if case.signed_on is not None:
        sender = _add(record, "korrespondansepart")
        _add_code(sender, "korrespondanseparttype", "EA")
        _add(sender, "korrespondansepartNavn", case.participant_name.reveal())
    key = _add(record, "referanseEksternNoekkel")
    _add(key, f"{{{_CATALOGUE}}}fagsystem", SYSTEM)
    _add(key, f"{{{_CATALOGUE}}}noekkel", case.code)
    _add_code(record, "journalposttype", "I" if case.scan else "X")
    day = case.signed_on or case.issued_at.date()
    _add(record, "dokumentetsDato", day.isoformat())
    if case.scan is not None:
        _add(record, "mottattDato", case.scan.received_at.isoformat())
    _add(record, "antallVedlegg", str(len(documents)))


def _add_document(record: etree._Element, number: int, title: str) -> etree._Element:
    document = _add(record, "dokumentbeskrivelse")
    _add_code(document, "dokumenttype", "AVTALE")
    _add_code(document, "dokumentstatus", "F")
    _add(document, "tittel", title)
    _add_code(document, "tilknyttetRegistreringSom", "H" if number == 1 else "V")
    _add(document, "dokumentnummer", str(number))
    return document


def _add_file(
    document: etree._Element, version: int, variant: Variant, media_type: str, name: str
) -> etree._Element:
    described = _add(document, "dokumentobjekt")
    _add(described, "versjonsnummer", str(version))
    _add_code(described, "variantformat", variant.value)
    _add(described, "mimeType", media_type)
    _add(described, "filnavn", name)
    _add(described, "referanseDokumentfil", name)
    return described


def _add_own(record: etree._Element, case: PaperCase) -> None:
    """Add what only this portal knows: text, signing, and how the paper was explained."""
    holder = _add(record, "virksomhetsspesifikkeMetadata")
    paper = etree.SubElement(holder, f"{{{_OWN}}}papir", nsmap={"papir": _OWN})

    def say(parent: etree._Element, name: str, text: str) -> None:
        if text:
            etree.SubElement(parent, f"{{{_OWN}}}{name}").text = text

    say(paper, "kode", case.code)
    say(paper, "kommune", case.municipality)
    say(paper, "status", case.status)
    say(paper, "spraak", case.language_code)
    say(paper, "tekstversjon", case.text_version)
    say(paper, "tekstSha256", case.text_digest)
    say(paper, "utstedtSha256", case.original_sha256)
    say(paper, "underskrevetDato", case.signed_on.isoformat() if case.signed_on else "")
    say(paper, "underskrevetSted", case.signed_at_place)
    for stamp in case.stamps:
        explained = etree.SubElement(paper, f"{{{_OWN}}}forklart")
        say(explained, "sammendrag", stamp.headline)
        for name, facts in (("opplysning", stamp.facts), ("svar", stamp.answers)):
            for fact in facts:
                told = etree.SubElement(explained, f"{{{_OWN}}}{name}")
                told.set("om", fact.term)
                told.text = fact.value


def _add_remark(record: etree._Element, remark: Remark) -> None:
    added = _add(record, "merknad")
    _add(added, "merknadstekst", remark.text)
    kind = _add(added, "merknadstype")
    _add(kind, f"{{{_CATALOGUE}}}kode", remark.kind)
    _add(added, "merknadsdato", remark.at.isoformat())
    if remark.by:
        _add(added, "merknadRegistrertAv", remark.by)


def _add(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    tag = name if name.startswith("{") else f"{{{_NAMESPACE}}}{name}"
    added = etree.SubElement(parent, tag)
    added.text = text
    return added


def _add_code(parent: etree._Element, name: str, code: str) -> None:
    added = _add(parent, name)
    _add(added, f"{{{_CATALOGUE}}}kode", code)
    _add(added, f"{{{_CATALOGUE}}}beskrivelse", _CODE_NAMES[code])


def _check(root: etree._Element) -> None:
    schema = _schema()
    if not schema.validate(root):
        # Paths and types only: the messages of the library quote what was written.
        wrong = {(each.line, each.type_name) for each in schema.error_log}
        raise InvalidMessageError(str(sorted(wrong)))


@lru_cache(maxsize=1)
def _schema() -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True, resolve_entities=False)
    return etree.XMLSchema(etree.parse(_SCHEMA, parser))
