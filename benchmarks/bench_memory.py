"""How much memory the whole embedded portal takes after it has been used.

Counted as the proportional share of the portal's process and of the rendering process below it,
so that what they share is counted once.
"""

from benchmarks.bench_pages import READERS
from benchmarks.installation import served
from benchmarks.processes import megabytes, tree
from benchmarks.sheets import CASEWORKER, declaration_pages, issue, wait_for
from benchmarks.visitor import Visitor

SHEETS = 20


def run() -> None:
    """Start, use every page, issue sheets; print the memory after each."""
    with served() as portal:
        _print("started", portal.process_id)
        for name in READERS.values():
            visitor = Visitor(portal.port)
            visitor.sign_in(name)
            for _kind, path in visitor.pages(each_kind=2):
                visitor.get(path)
        _print("every page opened", portal.process_id)
        caseworker = Visitor(portal.port)
        caseworker.sign_in(CASEWORKER)
        pages = declaration_pages(caseworker)
        for number in range(SHEETS):
            page = pages[number % len(pages)]
            issue(caseworker, page, "ar")
            wait_for(caseworker, page)
        _print(f"{SHEETS} sheets issued", portal.process_id)


def _print(moment: str, process_id: int) -> None:
    portal, *children = tree(process_id)
    own, theirs = megabytes(portal), sum(megabytes(child) for child in children)
    print(f"memory: {moment}: {own + theirs:.0f} MB (portal {own:.0f}, rendering {theirs:.0f})")
