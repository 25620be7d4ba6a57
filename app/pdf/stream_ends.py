"""Where the streams of a PDF end, so that no reader can mistake it.

pydyf writes a line feed after the bytes of a stream. When their last byte happens to be a carriage
return, the two look like one end of line, and a validator counts the stream one byte too short:
so it goes for about one sheet in sixty. Both characters after every stream leave no doubt.
"""

from functools import cache

import pydyf

_END = b"\nendstream"
_PLAIN_END = b"\r\nendstream"


@cache
def end_streams_plainly() -> None:
    """Let every stream of this process end with both characters; once is enough."""
    written = pydyf.Stream.data.fget

    def data(stream: pydyf.Stream) -> bytes:
        content: bytes = written(stream)
        return content.removesuffix(_END) + _PLAIN_END

    pydyf.Stream.data = property(data)
