"""The hash chain: each event seals the one before it, so that a change in the past shows."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from app.audit.models import AuditEvent

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class ChainBreak:
    """The first event that does not fit what stands before it."""

    event_id: int
    problem: str


def hash_of(event: AuditEvent) -> str:
    """Return the SHA-256 of everything that the event says, and of the hash before it."""
    content = {
        "id": event.id,
        "at": event.at.isoformat(timespec="microseconds"),
        "action": event.action.value,
        "municipality_id": _text(event.municipality_id),
        "actor_id": _text(event.actor_id),
        "actor_role": event.actor_role.value if event.actor_role else None,
        "subject_kind": event.subject_kind,
        "subject_id": _text(event.subject_id),
        "participant_id": _text(event.participant_id),
        "details": event.details,
        "previous_hash": event.previous_hash,
    }
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def find_break(events: Iterable[AuditEvent]) -> ChainBreak | None:
    """Return the first break of a chain read in order from its beginning, or None."""
    previous = GENESIS
    for number, event in enumerate(events, start=1):
        if event.id != number:
            return ChainBreak(number, "missing")
        if event.previous_hash != previous:
            return ChainBreak(event.id, "does not follow the event before it")
        if event.hash != hash_of(event):
            return ChainBreak(event.id, "changed after it was written")
        previous = event.hash
    return None


def _text(value: object) -> str | None:
    return None if value is None else str(value)
