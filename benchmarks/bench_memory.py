"""How much memory the whole embedded portal takes after it has been used.

Counted as the proportional share of the portal's process and of the rendering process below it,
so that what they share is counted once.
"""

from pathlib import Path

from benchmarks.bench_pages import READERS
from benchmarks.installation import served
from benchmarks.sheets import CASEWORKER, declaration_pages, issue, wait_for
from benchmarks.visitor import Visitor

SHEETS = 20
MEGABYTE = 1024


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
    portal, *children = _tree(process_id)
    own, theirs = _megabytes(portal), sum(_megabytes(child) for child in children)
    print(f"memory: {moment}: {own + theirs:.0f} MB (portal {own:.0f}, rendering {theirs:.0f})")


def _tree(process_id: int) -> list[int]:
    """Return the process and all below it."""
    found = [process_id]
    for task in Path(f"/proc/{process_id}/task").iterdir():
        for child in (task / "children").read_text(encoding="ascii").split():
            found += _tree(int(child))
    return found


def _megabytes(process_id: int) -> float:
    lines = Path(f"/proc/{process_id}/smaps_rollup").read_text(encoding="ascii").splitlines()
    line = next(line for line in lines if line.startswith("Pss:"))
    return int(line.split()[1]) / MEGABYTE
