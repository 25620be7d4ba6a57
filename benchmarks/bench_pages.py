"""How fast every page of the demo is, over HTTP, and how many queries it makes.

The ratio is to `/healthz` in the same run: a request that does nothing. Two pages of each kind are
asked for, so that a number of queries that grows with the data shows as a range.
"""

from dataclasses import dataclass
from statistics import median

from flask import Flask
from sqlalchemy import event

from app import create_app
from app.config import Settings
from app.extensions import db
from benchmarks.installation import demo, served
from benchmarks.visitor import COOKIE, Visitor

READERS = {
    "caseworker": "saksbehandler@fjordvik.example",
    "leader": "leder@fjordvik.example",
    "teacher": "laerer@fjordvik.example",
    "administrator": "admin@fjordvik.example",
    "privacy officer": "personvern@fjordvik.example",
    "participant": "deltaker.ar",
}
REPEATS = 15
OF_EACH_KIND = 2


@dataclass(frozen=True)
class Measured:
    """One page of one reader."""

    reader: str
    kind: str
    path: str
    cookie: str
    milliseconds: float
    kilobytes: float


def run() -> None:
    """Measure and print, slowest first."""
    with served() as portal:
        anonymous = Visitor(portal.port)
        nothing = _median(anonymous, "/healthz")
        measured = [
            page for reader, name in READERS.items() for page in _pages(portal.port, reader, name)
        ]
    counted = _queries(measured)
    print(f"pages: {len(measured)} pages; /healthz takes {nothing:.1f} ms")
    print(f"{'median ms':>9} {'ratio':>6} {'queries':>7} {'kB':>6}  page")
    kinds = {(page.reader, page.kind) for page in measured}
    rows = []
    for reader, kind in kinds:
        of_kind = [page for page in measured if (page.reader, page.kind) == (reader, kind)]
        slowest = max(of_kind, key=lambda page: page.milliseconds)
        numbers = sorted({counted[page] for page in of_kind})
        queries = "-".join(str(number) for number in numbers)
        rows.append((slowest, queries))
    for slowest, queries in sorted(rows, key=lambda row: -row[0].milliseconds):
        print(
            f"{slowest.milliseconds:>9.1f} {slowest.milliseconds / nothing:>6.1f} {queries:>7} "
            f"{slowest.kilobytes:>6.0f}  {slowest.reader}: {slowest.kind}"
        )
    print(f"pages: median of all {median(page.milliseconds for page in measured):.1f} ms")


def _pages(port: int, reader: str, name: str) -> list[Measured]:
    visitor = Visitor(port)
    visitor.sign_in(name)
    return [
        Measured(
            reader,
            kind,
            path,
            visitor.cookie,
            _median(visitor, path),
            len(visitor.get(path).body) / 1000,
        )
        for kind, path in list(visitor.pages(OF_EACH_KIND))
    ]


def _median(visitor: Visitor, path: str) -> float:
    return median(visitor.get(path).seconds for _ in range(REPEATS)) * 1000


def _queries(pages: list[Measured]) -> dict[Measured, int]:
    """Count each page's statements, transaction control apart, in this process."""
    app = create_app(Settings.from_environment(demo().environment))
    return {page: _count(app, page) for page in pages}


def _count(app: Flask, page: Measured) -> int:
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith("BEGIN"):
            statements.append(statement)

    client = app.test_client()
    client.set_cookie(COOKIE, page.cookie)
    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        answer = client.get(page.path)
        answer.close()
    finally:
        event.remove(engine, "before_cursor_execute", note)
    if answer.status_code != 200:
        raise RuntimeError(f"{page.path}: {answer.status_code}")
    return len(statements)
