"""The approved list as data: what tests expect does not come from the code that they test."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from app.core.actor import Role
from tests.support.repository import ROOT

_ROW = re.compile(r"\| (GET|POST) \| `([^`]+)` \| (\S+) \| ([a-z_, ]+) \|")
_ARGUMENT = re.compile(r"<(?:[^:<>]+:)?(\w+)>")
_OTHERS = {
    "version": "1",
    "other": "2",
    "year": "2026",
    "week": "47",
    "month": "10",
    "code": "en",
    "kind": "integration_contract",
    "text_version": "2026-1",
    "language": "ar",
    "piece": "long_term_goals",
    "clause": "title",
    "address": "unknown.link",
    "visit": "unknown.visit",
    "number": "1",
    "part": "utdanning",
    "filename": "css/portal.css",
}


@dataclass(frozen=True)
class Approved:
    """A line of the list."""

    method: str
    path: str
    endpoint: str
    roles: frozenset[Role]
    """Empty: everyone."""

    def __str__(self) -> str:
        return f"{self.method} {self.endpoint}"

    @property
    def names(self) -> tuple[str, ...]:
        """The ids that the path holds, in its order."""
        return tuple(name for name in _ARGUMENT.findall(self.path) if name.endswith("_id"))

    def url(self, ids: Mapping[str, UUID]) -> str:
        """Return the path with these ids in it."""
        return _ARGUMENT.sub(lambda found: str({**_OTHERS, **ids}[found[1]]), self.path)


def approved_routes() -> list[Approved]:
    """Return the lines of docs/access.approved.md."""
    text = (ROOT / "docs" / "access.approved.md").read_text(encoding="utf-8")
    return [
        Approved(
            method,
            path,
            endpoint,
            frozenset() if roles == "everyone" else frozenset(map(Role, roles.split(", "))),
        )
        for method, path, endpoint, roles in _ROW.findall(text)
    ]
