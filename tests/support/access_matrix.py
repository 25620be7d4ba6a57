"""Who may do what, read off the application: the table in docs/access.approved.md."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask

from app import create_app
from app.config import Environment, Settings
from app.core.actor import Role
from app.web.access import roles_of

AUTOMATIC = frozenset({"HEAD", "OPTIONS"})
"""Methods that Flask answers by itself: HEAD as GET, OPTIONS without running the view."""

HEADING = """\
# Who may open what

Written by `bin/access-matrix write` from the routes and their `@access` declarations; `make check`
and the tests compare it. A change here is a change of who sees personal data: read it as such.
A role reaches its own municipality only. HEAD follows GET.

| Method | Path | Endpoint | Roles |
| --- | --- | --- | --- |
"""


@dataclass(frozen=True, order=True)
class Route:
    """One way into the portal."""

    path: str
    method: str
    endpoint: str
    roles: frozenset[Role]
    """Empty: public."""

    @property
    def row(self) -> str:
        """The route as a line of the table."""
        roles = ", ".join(role.value for role in Role if role in self.roles) or "everyone"
        return f"| {self.method} | `{self.path}` | {self.endpoint} | {roles} |\n"


def routes(app: Flask) -> list[Route]:
    """Return every route with every method that a view answers, by path."""
    return sorted(_routes(app), key=lambda route: (route.path, route.method))


def _routes(app: Flask) -> Iterator[Route]:
    for rule in app.url_map.iter_rules():
        roles = roles_of(app.view_functions[rule.endpoint])
        assert roles is not None, "the portal would not have started"
        for method in (rule.methods or set()) - AUTOMATIC:
            yield Route(rule.rule, method, rule.endpoint, roles)


def access_table(app: Flask) -> str:
    """Return the document."""
    return HEADING + "".join(route.row for route in routes(app))


def main() -> None:
    """Write the document of the portal to standard output."""
    with TemporaryDirectory() as directory:
        place = Path(directory)
        app = create_app(Settings(Environment.TEST, place, "sqlite://", "not used for anything"))
        sys.stdout.write(access_table(app))


if __name__ == "__main__":
    main()
