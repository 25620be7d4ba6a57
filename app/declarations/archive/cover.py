"""The first page of a package: what it is, the stamp, and the digests of the other files."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.clock import OSLO
from app.declarations.archive.contents import EXPLAINED, PackedFile, PaperCase
from app.declarations.explanations.presenters import Stamp
from app.enrolment.interpreting.presenters import Fact
from app.i18n.format import short_date
from app.papers.code import grouped
from app.papers.document_templates import render_document

LAST_LATIN = "\u024f"
ELSEWHERE = "Står i arkivmelding.xml."
"""In place of words that our fonts might not have: a person answers in any writing there is."""


LABELS = {
    "about": "Forside til arkivpakken. Papiret er laget i Introportalen (integreringsloven § 16).",
    "explained": EXPLAINED,
    "not_explained": "Det er ikke registrert at papiret er forklart.",
    "own_words": "Med deltakerens egne ord",
    "files": "Filene i pakken",
    "columns": ("Fil", "Innhold", "SHA-256"),
}
"""Norwegian, whoever asked for the package: it is for the archive."""


@dataclass(frozen=True, slots=True)
class _Listed:
    name: str
    contents: str
    sha256: str


def render_cover_html(case: PaperCase, files: Sequence[PackedFile]) -> str:
    """Return the page as HTML for the PDF renderer."""
    facts = [
        Fact("Deltaker", _printable(case.participant_name.reveal())),
        Fact("Kommune", case.municipality),
        Fact("Kode på arket", grouped(case.code)),
        Fact("Status", case.status),
        Fact("Laget", short_date(case.issued_at.astimezone(OSLO).date())),
        Fact("Språk ved siden av norsk", case.language),
        Fact("Tekst", case.text_version),
    ]
    if case.signed_on is not None:
        facts.append(Fact("Underskrevet", short_date(case.signed_on)))
        facts.append(Fact("Sted", _printable(case.signed_at_place)))
    return render_document(
        "documents/archive_cover.html",
        title=case.title,
        labels=LABELS,
        facts=facts,
        stamps=[_printable_stamp(each) for each in case.stamps],
        remarks=[
            Fact(each.kind, _printable(each.text))
            for each in case.remarks
            if each.kind != EXPLAINED
        ],
        files=[_Listed(each.name, each.title, each.sha256) for each in files],
    )


def _printable_stamp(stamp: Stamp) -> Stamp:
    return Stamp(
        headline=stamp.headline,
        facts=_printable_facts(stamp.facts),
        answers=_printable_facts(stamp.answers),
    )


def _printable_facts(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    return tuple(Fact(fact.term, _printable(fact.value)) for fact in facts)


def _printable(words: str) -> str:
    return words if all(character <= LAST_LATIN for character in words) else ELSEWHERE
