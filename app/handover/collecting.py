"""A participant's case as plain values, and the bytes of her papers."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Table, or_, select
from sqlalchemy.orm import Session

from app.accounts.models import User
from app.core.actor import Role
from app.handover import tables
from app.handover.values import plain
from app.papers.models import IssuedDocument, ScannedPaper

FROM_ELSEWHERE = "overlevert-"
"""How the user names of people who never sign in here begin."""
FILES: dict[str, tuple[str, type[IssuedDocument | ScannedPaper]]] = {
    "issued_document": ("documents", IssuedDocument),
    "scanned_paper": ("scans", ScannedPaper),
}
"""Tables whose rows have bytes, and the folder that they travel in."""

Rows = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Collected:
    """What a bundle is made of."""

    case: Mapping[str, Any]
    files: Mapping[str, bytes]


def collect(
    session: Session, participant_id: UUID, municipality: str, months: list[dict[str, Any]]
) -> Collected:
    """Return everything that travels; rows stand in the order of their ids.

    `municipality` is added to the names of its staff; `months` are those that were paid.
    """
    rows = _rows(session, participant_id)
    papers = [UUID(row["id"]) for row in rows["issued_document"]]
    documents = session.scalars(select(IssuedDocument).where(IssuedDocument.id.in_(papers)))
    codes = {str(document.id): document.code for document in documents}
    case = {
        "participant_id": str(participant_id),
        "people": _people(session, rows, municipality),
        "texts": _texts(session, rows),
        "codes": codes,
        "tables": rows,
        "months": months,
    }
    return Collected(case, _files(session, rows))


def _rows(session: Session, participant_id: UUID) -> Rows:
    found: Rows = {}
    known: dict[str, set[UUID]] = {}
    for table in tables.travelling():
        if table.name == tables.ROOT:
            condition = table.c.id == participant_id
        else:
            ties = tables.key_columns(table, known)
            condition = or_(*(tie.in_(known[tables.target_of(tie)]) for tie in ties))
        order = list(table.primary_key.columns)
        chosen = session.execute(select(table).where(condition).order_by(*order)).mappings().all()
        if "id" in table.columns:
            known[table.name] = {row["id"] for row in chosen}
        found[table.name] = [
            {column.name: plain(row[column.name]) for column in tables.columns_of(table)}
            for row in chosen
        ]
    return found


def _people(session: Session, rows: Rows, municipality: str) -> dict[str, dict[str, str]]:
    """Return who has done something in the case, with name and role."""
    ids = {UUID(each) for each in _pointing_to("user", rows)}
    people = session.scalars(select(User).where(User.id.in_(ids)).order_by(User.id))
    return {
        str(user.id): {"name": _name(user, municipality), "role": user.role.value}
        for user in people
    }


def _name(user: User, municipality: str) -> str:
    if user.username.startswith(FROM_ELSEWHERE) or user.role is Role.PARTICIPANT:
        return user.display_name
    return f"{user.display_name}, {municipality} kommune"[:200]


def _texts(session: Session, rows: Rows) -> dict[str, Any]:
    """Return the words of her papers as they were frozen, by digest."""
    table: Table = IssuedDocument.metadata.tables["frozen_text"]
    digests = set(_pointing_to("frozen_text", rows))
    chosen = session.execute(select(table).where(table.c.digest.in_(digests))).mappings()
    found = {
        row["digest"]: {column.name: plain(row[column.name]) for column in table.columns}
        for row in chosen
    }
    return dict(sorted(found.items()))


def _pointing_to(target: str, rows: Rows) -> Iterable[str]:
    for table in tables.travelling():
        for column in tables.columns_of(table):
            if tables.target_of(column) == target:
                yield from (row[column.name] for row in rows[table.name] if row[column.name])


def _files(session: Session, rows: Rows) -> dict[str, bytes]:
    files = {}
    for name, (folder, model) in FILES.items():
        for row in rows[name]:
            content = session.scalar(select(model.content).where(model.id == UUID(row["id"])))
            if content is not None:
                assert hashlib.sha256(content).hexdigest() == row["sha256"], "bytes never change"
                files[f"{folder}/{row['id']}"] = content
    return files
