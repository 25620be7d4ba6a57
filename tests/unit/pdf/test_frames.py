"""Messages over a pipe arrive whole or not at all."""

from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from app.pdf.frames import read_frame, write_frame


@given(st.lists(st.binary(max_size=300)))
def test_messages_arrive_in_order(messages: list[bytes]) -> None:
    pipe = BytesIO()
    for message in messages:
        write_frame(pipe, message)
    pipe.seek(0)
    assert [read_frame(pipe) for _ in messages] == messages
    assert read_frame(pipe) is None


@given(st.binary(min_size=1), st.data())
def test_half_a_message_is_none(message: bytes, data: st.DataObject) -> None:
    pipe = BytesIO()
    write_frame(pipe, message)
    cut = data.draw(st.integers(0, len(pipe.getvalue()) - 1))
    assert read_frame(BytesIO(pipe.getvalue()[:cut])) is None
