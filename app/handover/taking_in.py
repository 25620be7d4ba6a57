"""A case from another municipality as rows of ours: new ids, the same everything else.

Every row must point to rows of the same bundle, so that nothing of ours can be reached or changed.
What was written is read once as the pages read it, before anybody can open it.
"""

import hashlib
import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Table, insert, select
from sqlalchemy.orm import Session

from app.accounts.models import User
from app.core.actor import MunicipalityScope, Role
from app.core.clock import Clock
from app.core.ids import new_id
from app.handover import tables
from app.handover.bundle import Bundle
from app.handover.collecting import FILES, FROM_ELSEWHERE
from app.handover.errors import BadBundle, BundleFault
from app.handover.proofreading import proofread, proofread_text
from app.handover.values import value_for
from app.papers.code import new_code
from app.papers.models import IssuedDocument
from app.persistence.base import Base

_NO_PASSWORD = "!"  # noqa: S105 (no hash begins so: nobody can sign in with it)
_NAME = Base.metadata.tables["user"].c.display_name
_CODE = Base.metadata.tables["issued_document"].c.code
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def take_in(session: Session, clock: Clock, scope: MunicipalityScope, bundle: Bundle) -> UUID:
    """Write the case, and return the participant's id here.

    Raises:
        BadBundle: a row or value cannot be what it says it is.
    """
    return _Taking(session, clock, scope, bundle).write()


class _Taking:
    def __init__(
        self, session: Session, clock: Clock, scope: MunicipalityScope, bundle: Bundle
    ) -> None:
        self._session, self._clock, self._scope = session, clock, scope
        self._bundle = bundle
        self._given: Mapping[str, Any] = bundle.case["tables"]
        self._ids: dict[str, dict[str, UUID]] = {"user": {}}
        self._texts: set[str] = set()

    def write(self) -> UUID:
        self._check_files()
        travelling = tables.travelling()
        if {table.name for table in travelling} != self._given.keys():
            raise BadBundle(BundleFault.BAD_CONTENT, "tables")
        for table in travelling:
            self._ids[table.name] = self._new_ids(table)
        origin = str(self._bundle.origin_id)
        if list(self._ids[tables.ROOT]) != [origin]:
            raise BadBundle(BundleFault.BAD_CONTENT, tables.ROOT)
        self._write_people()
        self._write_texts()
        for table in travelling:
            rows = [self._row(table, given) for given in self._given[table.name]]
            if rows:
                self._session.execute(insert(table), rows)
        participant_id = self._ids[tables.ROOT][origin]
        proofread(self._session, participant_id)
        return participant_id

    def _check_files(self) -> None:
        """Refuse a file that no row names, and a row whose file is missing."""
        named = {
            f"{folder}/{row.get('id')}"
            for table, (folder, _model) in FILES.items()
            for row in self._given.get(table, ())
            if row.get("sha256") is not None
        }
        for name in sorted(named ^ self._bundle.files.keys()):
            raise BadBundle(BundleFault.BAD_CONTENT, name[:100])

    def _new_ids(self, table: Table) -> dict[str, UUID]:
        """Return a new id for each old one, in the same order: rows stay in the order they had."""
        rows = self._given[table.name]
        if "id" not in table.columns:
            return {}
        old = sorted(str(value_for(table.c.id, row.get("id"))) for row in rows)
        if len(set(old)) < len(old):
            raise BadBundle(BundleFault.BAD_CONTENT, f"{table.name}.id")
        return dict(zip(old, sorted((new_id() for _ in old), key=str), strict=True))

    def _write_people(self) -> None:
        """Write who has done something, as users who can never sign in."""
        people = sorted(self._bundle.case["people"].items())
        ids = sorted((new_id() for _ in people), key=str)  # they too keep their order
        for user_id, (origin, person) in zip(ids, people, strict=True):
            if not isinstance(person, dict) or not _UUID.fullmatch(origin):
                raise BadBundle(BundleFault.BAD_CONTENT, "people")
            self._ids["user"][origin] = user_id
            self._session.add(
                User(
                    id=user_id,
                    municipality_id=self._scope.municipality_id,
                    username=f"{FROM_ELSEWHERE}{user_id}",
                    display_name=value_for(_NAME, person.get("name")),
                    role=_role(person.get("role")),
                    password_hash=_NO_PASSWORD,
                    is_active=False,
                    created_at=self._clock(),
                )
            )
        self._session.flush()

    def _write_texts(self) -> None:
        table = Base.metadata.tables["frozen_text"]
        for digest, given in sorted(self._bundle.case["texts"].items()):
            if not isinstance(given, dict) or given.get("digest") != digest:
                raise BadBundle(BundleFault.BAD_CONTENT, "texts")
            proofread_text(given)
            self._texts.add(digest)
            is_here = select(table.c.digest).where(table.c.digest == digest)
            if self._session.scalar(is_here) is None:
                row = {each.name: value_for(each, given.get(each.name)) for each in table.columns}
                self._session.execute(insert(table), [row])

    def _row(self, table: Table, given: Mapping[str, Any]) -> dict[str, Any]:
        travelling = tables.columns_of(table)
        if {column.name for column in travelling} != given.keys():
            raise BadBundle(BundleFault.BAD_CONTENT, table.name)
        row = {column.name: self._value(table, column, given) for column in travelling}
        if tables.OF_THE_PLACE in table.columns:
            row[tables.OF_THE_PLACE] = self._scope.municipality_id
        if table.name == "plan_confirmation":
            row["token_hash"] = hashlib.sha256(new_id().bytes).hexdigest()  # nobody has the secret
        if table.name in FILES:
            row["content"] = self._content(table, given)
        if table.name == "issued_document":
            row["code"] = self._code(given)
        return row

    def _value(self, table: Table, column: Column[object], given: Mapping[str, Any]) -> Any:
        value = given[column.name]
        target = tables.target_of(column)
        if column.name == "id" and column.primary_key:
            return self._ids[table.name][str(value)]
        if not target or value is None:
            return self._renamed(value_for(column, value))
        if target == "frozen_text":
            if value not in self._texts:
                raise BadBundle(BundleFault.BAD_CONTENT, f"{table.name}.{column.name}")
            return value
        try:
            return self._ids[target][str(value)]
        except KeyError as error:
            place = f"{table.name}.{column.name}"
            raise BadBundle(BundleFault.BAD_CONTENT, place) from error

    def _renamed(self, value: Any) -> Any:
        """Return texts and JSON with our ids in place of those of the bundle."""
        match value:
            case str():
                return _UUID.sub(self._new_name, value) if _UUID.search(value) else value
            case dict():
                return {key: self._renamed(each) for key, each in value.items()}
            case list():
                return [self._renamed(each) for each in value]
            case _:
                return value

    def _new_name(self, found: re.Match[str]) -> str:
        for ids in self._ids.values():
            if found[0] in ids:
                return str(ids[found[0]])
        return found[0]

    def _content(self, table: Table, given: Mapping[str, Any]) -> bytes | None:
        folder, _model = FILES[table.name]
        content = self._bundle.files.get(f"{folder}/{given['id']}")
        digest = None if content is None else hashlib.sha256(content).hexdigest()
        if digest != given["sha256"]:
            raise BadBundle(BundleFault.BAD_CONTENT, f"{table.name}.sha256")
        return content

    def _code(self, given: Mapping[str, Any]) -> str:
        """Return the code on the paper; a new one where the installation has that paper already."""
        code: str = value_for(_CODE, self._bundle.case.get("codes", {}).get(given["id"]))
        is_here = select(IssuedDocument.id).where(IssuedDocument.code == code)
        return code if self._session.scalar(is_here) is None else new_code(new_id().bytes)


def _role(given: Any) -> Role:
    try:
        return Role(given)
    except ValueError as error:
        raise BadBundle(BundleFault.BAD_CONTENT, "people") from error
