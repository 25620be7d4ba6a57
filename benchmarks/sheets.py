"""Issuing declarations in a served portal, as a caseworker does."""

import re
import time
from time import perf_counter

from benchmarks.visitor import Visitor

CASEWORKER = "saksbehandler@fjordvik.example"
MAKING = b"data-wait-for"
OFFERS = b'name="language"'
POLL_SECONDS = 0.1
LIMIT_SECONDS = 60


def declaration_pages(visitor: Visitor) -> list[str]:
    """Return the pages of those participants for whom a sheet can be issued."""
    people: list[str] = []
    waiting, seen = ["/deltakere"], {"/deltakere"}
    while waiting:
        text = visitor.get(waiting.pop()).body.decode()
        people += list(re.findall(r'href="(/deltakere/[0-9a-f-]{36})"', text))
        for further in re.findall(r'href="(/deltakere\?[^"]*)"', text):
            if further not in seen:
                seen.add(further)
                waiting.append(further)
    pages = [f"{person}/erklaering" for person in dict.fromkeys(people)]
    return [page for page in pages if OFFERS in visitor.get(page).body]


def issue(visitor: Visitor, page: str, language: str) -> None:
    """Ask for a sheet; the PDF comes later."""
    answer = visitor.submit(page, language=language)
    if answer.status != 303:
        raise RuntimeError(f"{page}: {answer.status}")


def wait_for(visitor: Visitor, page: str) -> None:
    """Wait until no sheet of the page is being made."""
    give_up_at = perf_counter() + LIMIT_SECONDS
    while MAKING in visitor.get(page).body:
        if perf_counter() > give_up_at:
            raise RuntimeError(f"{page}: the sheet was never ready")
        time.sleep(POLL_SECONDS)
