"""Messages over a pipe: four bytes of length, then that many bytes."""

import struct
from typing import BinaryIO

_LENGTH = struct.Struct(">I")


def write_frame(stream: BinaryIO, payload: bytes) -> None:
    """Send one message."""
    stream.write(_LENGTH.pack(len(payload)) + payload)
    stream.flush()


def read_frame(stream: BinaryIO, most_bytes: int | None = None) -> bytes | None:
    """Return the next message, or None if the other side is gone or wants to send too much."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if most_bytes is not None and length > most_bytes:
        return None
    payload = stream.read(length)
    return payload if len(payload) == length else None
