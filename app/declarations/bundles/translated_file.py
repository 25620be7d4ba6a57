"""Read one language of a bundle: what its file says of all clauses, and what each says itself."""

from collections.abc import Sequence

from app.declarations.bundles.faults import Fault
from app.declarations.bundles.table import Table
from app.declarations.bundles.translation import (
    ClauseTranslation,
    Translation,
    TranslationStatus,
)
from app.declarations.bundles.types import NORWEGIAN, Clause
from app.i18n.locales import find_language
from app.i18n.placeholders import placeholders

_DEMANDS = {
    TranslationStatus.MACHINE_DRAFT: (),
    TranslationStatus.TRANSLATED: (),
    TranslationStatus.REVIEWED: ("reviewer",),
    TranslationStatus.APPROVED: ("reviewer", "approver"),
}
"""Who must be named."""
_PEOPLE = ("translator", "reviewer", "approver")
_DAYS = ("translated_on", "reviewed_on", "approved_on")


def read_translation(clauses: Sequence[Clause], language: str, file: Table) -> Translation:
    """Return one language; clauses of an older Norwegian text are marked, not refused.

    A clause may have a status, people and days of its own; what it lacks, the file says for all.

    Raises:
        BundleFault: naming file and clause.
    """
    stated = file.text("language")
    if stated != language:
        raise file.fault(Fault.OTHER_LANGUAGE, "language", repr(stated))
    if language == NORWEGIAN or find_language(language) is None:
        raise file.fault(Fault.NOT_A_CHOICE, "language", "a language of the portal")
    entries = file.table("clauses")
    found: dict[str, ClauseTranslation] = {}
    for clause in clauses:
        if entries.has(clause.clause_id):
            entry = entries.table(clause.clause_id)
            found[clause.clause_id] = _clause(clause, entry, file)
            entry.refuse_rest()
    _refuse_unnamed(file)
    entries.refuse_rest()
    file.refuse_rest()
    digests = {clause.clause_id: clause.digest for clause in clauses}
    return Translation.made_of(language, found, digests)


def _clause(clause: Clause, entry: Table, file: Table) -> ClauseTranslation:
    text = entry.text("text")
    try:
        fields = sorted(placeholders(text))
    except ValueError:
        raise file.fault(Fault.BRACES, clause.clause_id) from None
    if fields != sorted(placeholders(clause.text)):
        raise file.fault(Fault.OTHER_FIELDS, clause.clause_id)
    own = entry if entry.has("status") else file
    status = own.choice("status", TranslationStatus)
    reviewed = status in (TranslationStatus.REVIEWED, TranslationStatus.APPROVED)
    approved = status is TranslationStatus.APPROVED
    who = {key: _own(key, entry, file).find_text(key) for key in _PEOPLE}
    when = {key: _own(key, entry, file).find_day(key) for key in _DAYS}
    for key in _DEMANDS[status]:
        if who[key] is None:
            raise own.fault(Fault.NOBODY_NAMED, status, key)
    translated_on = when["translated_on"] or file.day("translated_on")
    return ClauseTranslation(
        text=text,
        of=entry.text("of"),
        status=status,
        translator=who["translator"] or file.text("translator"),
        translated_on=translated_on,
        reviewer=who["reviewer"] if reviewed else None,
        reviewed_on=when["reviewed_on"] if reviewed else None,
        approver=who["approver"] if approved else None,
        approved_on=when["approved_on"] if approved else None,
    )


def _own(key: str, entry: Table, file: Table) -> Table:
    return entry if entry.has(key) else file


def _refuse_unnamed(file: Table) -> None:
    """Read what a file without any clause still says, so that its faults are told too."""
    for key in _PEOPLE:
        file.find_text(key)
    for key in _DAYS:
        file.find_day(key)
    if file.has("status"):
        file.choice("status", TranslationStatus)
