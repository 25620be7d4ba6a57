"""Files made to hurt are refused with a code, or cost one page; nothing of them is ever run."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest

from app.papers.reading import limits
from app.papers.reading.child import _BOOTSTRAP
from app.papers.reading.limits import MOST_BYTES, MOST_PAGES
from app.papers.reading.reader import StackReader
from app.papers.reading.types import CannotReadStack, PageFault, StackRefusal
from tests.support import hostile_files as hostile
from tests.support.hostile_files import changed, small_page, small_pdf
from tests.support.repository import ROOT
from tests.support.scans import as_jpeg, as_png, as_tiff

REFUSED: dict[str, tuple[Callable[[], bytes], StackRefusal]] = {
    "nothing": (bytes, StackRefusal.EMPTY),
    "text": (lambda: b"hello", StackRefusal.UNKNOWN_KIND),
    "a web page": (lambda: b"<svg onload='alert(1)'/>", StackRefusal.UNKNOWN_KIND),
    "a program": (lambda: b"MZ" + bytes(500), StackRefusal.UNKNOWN_KIND),
    "heic": (lambda: b"\x00\x00\x00\x18ftypheic" + bytes(50), StackRefusal.HEIC),
    "an archive": (hostile.archive, StackRefusal.UNKNOWN_KIND),
    "gif and java": (lambda: b"GIF89a" + hostile.archive(), StackRefusal.UNKNOWN_KIND),
    "pdf that begins late": (lambda: b"\n\n" + small_pdf(), StackRefusal.UNKNOWN_KIND),
    "pdf and archive": (lambda: small_pdf() + hostile.archive(), StackRefusal.MIXED_KINDS),
    "photo and archive": (
        lambda: as_jpeg(small_page()) + hostile.archive(),
        StackRefusal.MIXED_KINDS,
    ),
    "photo and pdf": (hostile.jpeg_that_says_pdf, StackRefusal.MIXED_KINDS),
    "locked pdf": (lambda: hostile.encrypted("secret"), StackRefusal.ENCRYPTED),
    "pdf not to be printed": (lambda: hostile.encrypted(""), StackRefusal.ENCRYPTED),
    "500 pages": (lambda: small_pdf(500), StackRefusal.TOO_MANY_PAGES),
    "301 tiff pages": (
        lambda: as_tiff([small_page().reduce(40)] * (MOST_PAGES + 1)),
        StackRefusal.TOO_MANY_PAGES,
    ),
    "half a pdf": (lambda: small_pdf(3)[:1500], StackRefusal.UNREADABLE),
    "pdf in name only": (lambda: b"%PDF-1.7\n", StackRefusal.UNREADABLE),
    "half a photo": (lambda: as_jpeg(small_page())[:600], StackRefusal.UNREADABLE),
    "half a png": (lambda: as_png(small_page())[:200], StackRefusal.UNREADABLE),
    "tiff in name only": (lambda: b"II*\x00" + b"\xff" * 40, StackRefusal.UNREADABLE),
    "packed picture": (hostile.picture_bomb, StackRefusal.TOO_LARGE_PICTURE),
    "photo of four billion dots": (
        lambda: hostile.jpeg_of_size(65_500, 65_500),
        StackRefusal.TOO_LARGE_PICTURE,
    ),
    "packed note": (hostile.png_with_long_text, StackRefusal.UNREADABLE),
    "too long": (lambda: bytes(MOST_BYTES + 1), StackRefusal.TOO_LARGE_FILE),
}
COSTS_A_PAGE = [
    hostile.with_endless_drawing,
    hostile.with_own_form_within_itself,
]
HARMLESS = [
    hostile.with_actions,
    hostile.with_giant_page,
    hostile.with_thin_page,
    hostile.with_pages_within_themselves,
    hostile.with_many_objects,
    hostile.with_picture_bomb,
]


@pytest.mark.parametrize("name", REFUSED)
def test_a_bad_file_is_refused_with_its_reason(name: str, stack_reader: StackReader) -> None:
    make, reason = REFUSED[name]
    with pytest.raises(CannotReadStack) as refused:
        next(stack_reader.read(make()))
    assert refused.value.reason is reason


@pytest.mark.parametrize("harm", COSTS_A_PAGE)
def test_a_page_that_ends_the_process_does_not_take_the_next_with_it(
    harm: Callable[[pikepdf.Pdf], None], stack_reader: StackReader
) -> None:
    first, second = stack_reader.read(changed(small_pdf(2), harm))
    assert first.fault is PageFault.BROKEN
    assert first.picture is None
    assert second.fault is None
    assert second.is_blank


@pytest.mark.parametrize("harm", HARMLESS)
def test_what_else_a_pdf_holds_does_no_harm(
    harm: Callable[[pikepdf.Pdf], None], stack_reader: StackReader
) -> None:
    first, second = stack_reader.read(changed(small_pdf(2), harm))
    assert first.fault is None
    assert second.is_blank


def test_a_page_that_is_none_is_broken_and_the_others_are_read(stack_reader: StackReader) -> None:
    broken = changed(small_pdf(5), hostile.with_a_number_for_page_three)
    faults = [page.fault for page in stack_reader.read(broken)]
    assert faults[:2] == [None, None]
    assert faults[2:] == [PageFault.BROKEN, None]  # the file says itself that it has four


def test_a_tiff_with_a_spoilt_page_in_the_middle_gives_the_others(
    stack_reader: StackReader,
) -> None:
    content = bytearray(as_tiff([small_page()] * 3))
    strips = [at for at in range(len(content)) if content[at : at + 4] == b"\x80\x3f\xe0\x50"]
    assert len(strips) >= 3
    middle = strips[len(strips) // 2]
    content[middle : middle + 200] = b"\xff" * 200
    faults = [page.fault for page in stack_reader.read(bytes(content))]
    assert faults == [None, PageFault.BROKEN, None]


def test_a_film_behind_a_photo_is_not_looked_at(stack_reader: StackReader) -> None:
    content = as_jpeg(small_page()) + b"\x00\x00\x00\x18ftypmp42" + bytes(5000)
    (page,) = stack_reader.read(content)
    assert page.is_blank


def test_pages_that_are_not_reached_in_time_are_broken() -> None:
    hurried = StackReader(stack_time=timedelta(0))
    pages = list(hurried.read(small_pdf(3)))
    assert [page.fault for page in pages] == [PageFault.BROKEN] * 3
    assert len({page.fingerprint for page in pages}) == 3


def test_a_file_that_is_not_opened_in_time_is_refused() -> None:
    with pytest.raises(CannotReadStack) as refused:
        next(StackReader(open_seconds=0).read(small_pdf()))
    assert refused.value.reason is StackRefusal.TIME_LIMIT


def test_a_process_without_memory_refuses_and_does_not_hang() -> None:
    with pytest.raises(CannotReadStack) as refused:
        next(StackReader(memory_limit_bytes=50 * 1024 * 1024).read(small_pdf() + bytes(60_000_000)))
    assert refused.value.reason is StackRefusal.BROKE_DOWN


def test_nobody_waits_for_a_stack_that_is_given_up(stack_reader: StackReader) -> None:
    before = _children()
    pages = stack_reader.read(small_pdf(50))
    next(pages)
    assert _children() > before
    pages.close()  # type: ignore[attr-defined]
    assert _children() == before


@pytest.mark.parametrize(
    "attempt",
    [
        "open('/etc/hostname')",
        "open('was-here', 'w')",
        "import socket; socket.create_server(('127.0.0.1', 0))",
        "import subprocess; subprocess.run(['/bin/true'])",
        "bytearray(2_000_000_000)",
    ],
)
def test_the_process_reaches_nothing_but_its_file(attempt: str) -> None:
    """A file that took it over would be as shut in as this attempt."""
    start = _BOOTSTRAP.partition("from importlib")[0]
    script = f"""{start}
import socket, subprocess
from app.papers.reading.shut_in import shut_in
shut_in({limits.MEMORY_BYTES}, 60)
print("shut in", file=sys.stderr, flush=True)
{attempt}
print("reached", file=sys.stderr, flush=True)
"""
    found = subprocess.run(
        [sys.executable, "-I", "-c", script, str(ROOT / "app")],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "shut in" in found.stderr
    assert "reached" not in found.stderr
    assert found.returncode != 0


def _children() -> int:
    """Return how many processes this one has started that still live."""
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    return len(children.read_text(encoding="ascii").split())
