"""The bytes of a stream and the end of the line after them stay apart."""

import pydyf
import pytest

from app.pdf.streams import write_streams_well


@pytest.mark.parametrize("last", [b"\r", b"\n", b"x"])
def test_what_stands_after_the_bytes_is_no_part_of_them(last: bytes) -> None:
    write_streams_well()
    write_streams_well()
    head, _, rest = pydyf.Stream([b"content" + last]).data.partition(b"stream\n")
    assert b"/Length 8" in head
    assert rest == b"content" + last + b"\r\nendstream"
