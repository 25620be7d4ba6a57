"""A bundle as plain values, to keep in a database: every word, and who answers for it."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from app.declarations.bundles.translation import (
    ClauseTranslation,
    Translation,
    TranslationStatus,
)
from app.declarations.bundles.types import (
    Audience,
    BundleKind,
    BundleStatus,
    Clause,
    ClauseRole,
    LegalBasis,
    Part,
    Party,
    Source,
    TextBundle,
    text_digest,
)


def content_of(bundle: TextBundle) -> dict[str, Any]:
    """Return the bundle as JSON values."""
    return {
        "kind": bundle.kind.value,
        "version": bundle.version,
        "status": bundle.status.value,
        "legal_basis": [
            bundle.legal_basis.provision,
            bundle.legal_basis.amended_by,
            bundle.legal_basis.url,
        ],
        "source": [bundle.source.title, bundle.source.publisher],
        "valid_from": bundle.valid_from.isoformat(),
        "valid_to": _written(bundle.valid_to),
        "parts": [
            [part.part_id, part.audience.value, [party.value for party in part.signed_by]]
            for part in bundle.parts
        ],
        "clauses": [
            [clause.clause_id, clause.role.value, clause.text, clause.part]
            for clause in bundle.clauses
        ],
        "translations": {
            translation.language: {
                name: _clause_content(clause) for name, clause in translation.clauses.items()
            }
            for translation in bundle.translations
        },
    }


def bundle_of(content: Mapping[str, Any]) -> TextBundle:
    """Return the bundle that `content_of` wrote."""
    clauses = tuple(
        Clause(name, ClauseRole(role), text, part) for name, role, text, part in content["clauses"]
    )
    digests = {c.clause_id: c.digest for c in clauses if c.role is not ClauseRole.OFFICE}
    return TextBundle(
        kind=BundleKind(content["kind"]),
        version=content["version"],
        status=BundleStatus(content["status"]),
        legal_basis=LegalBasis(*content["legal_basis"]),
        source=Source(*content["source"]),
        parts=tuple(
            Part(name, Audience(audience), tuple(map(Party, signers)))
            for name, audience, signers in content["parts"]
        ),
        valid_from=date.fromisoformat(content["valid_from"]),
        valid_to=_read(content["valid_to"]),
        clauses=clauses,
        translations=tuple(
            Translation.made_of(
                language, {name: _clause(entry) for name, entry in entries.items()}, digests
            )
            for language, entries in content["translations"].items()
        ),
    )


def digest_of(content: Mapping[str, Any]) -> str:
    """Return the sha256 of the content, however its keys are ordered."""
    return text_digest(
        json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    )


def _clause_content(clause: ClauseTranslation) -> dict[str, str | None]:
    return {
        "text": clause.text,
        "of": clause.of,
        "status": clause.status.value,
        "translator": clause.translator,
        "translated_on": clause.translated_on.isoformat(),
        "reviewer": clause.reviewer,
        "reviewed_on": _written(clause.reviewed_on),
        "approver": clause.approver,
        "approved_on": _written(clause.approved_on),
    }


def _clause(entry: Mapping[str, Any]) -> ClauseTranslation:
    return ClauseTranslation(
        text=entry["text"],
        of=entry["of"],
        status=TranslationStatus(entry["status"]),
        translator=entry["translator"],
        translated_on=date.fromisoformat(entry["translated_on"]),
        reviewer=entry["reviewer"],
        reviewed_on=_read(entry["reviewed_on"]),
        approver=entry["approver"],
        approved_on=_read(entry["approved_on"]),
    )


def _written(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _read(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)
