"""Whatever bytes come in, pages or a refusal come out, and nothing else."""

from functools import lru_cache

from hypothesis import given, settings
from hypothesis import strategies as st

from app.papers.reading.reader import StackReader
from app.papers.reading.types import CannotReadStack, PageFault
from tests.support.hostile_files import small_page, small_pdf
from tests.support.scans import as_jpeg, as_png, as_tiff


@lru_cache(maxsize=1)
def _good_files() -> list[bytes]:
    page = small_page()
    return [small_pdf(2), as_jpeg(page), as_png(page), as_tiff([page, page])]


@st.composite
def _spoilt(draw: st.DrawFn) -> bytes:
    """Return a good file after some of its bytes were changed, cut out or doubled."""
    content = bytearray(draw(st.sampled_from(_good_files())))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 60)))
        content[start:end] = draw(
            st.one_of(
                st.binary(min_size=end - start, max_size=end - start),
                st.just(b""),
                st.just(bytes(content[start:end]) * 2),
                st.sampled_from([b"99999999", b"-1", b"\xff\xff\xff\xff", b"<<", b"/Kids"]),
            )
        )
    return bytes(content)


@settings(max_examples=30)
@given(st.one_of(_spoilt(), st.binary(max_size=200)))
def test_pages_or_a_refusal(content: bytes) -> None:
    reader = StackReader(page_seconds=5)
    try:
        pages = list(reader.read(content))
    except CannotReadStack:
        return
    assert [page.number for page in pages] == list(range(1, pages[0].page_count + 1))
    for page in pages:
        assert (page.picture is None) == (page.fault is PageFault.BROKEN)
        assert page.picture is None or page.picture.startswith(b"\xff\xd8\xff")
        assert len(page.fingerprint) == 64
