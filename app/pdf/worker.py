"""The rendering process: reads documents from a pipe and answers with PDFs, one at a time.

Started by `app.pdf.renderer`, which may kill it at any moment. It knows only this package.
"""

import gc
import json
import os
import resource
import sys
from dataclasses import astuple
from typing import BinaryIO

from app.pdf.errors import PdfRenderError
from app.pdf.frames import read_frame, write_frame


def main(memory_limit_bytes: int) -> None:
    """Serve the client on standard input and output until it closes the pipe."""
    resource.setrlimit(resource.RLIMIT_AS, (memory_limit_bytes, memory_limit_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    requests = sys.stdin.buffer
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no reply
    serve(requests, replies)


def serve(requests: BinaryIO, replies: BinaryIO) -> None:
    """Answer each document with `{"failure": null, …}` and the PDF, or with the failure alone.

    Any other exception ends the process, which the client reports and mends.
    """
    from app.pdf.render import prepare_typesetting, render_html_to_pdf

    typesetting = prepare_typesetting()
    write_frame(replies, b"ready")
    while (request := read_frame(requests)) is not None:
        html = json.loads(request)["html"]
        try:
            made = render_html_to_pdf(html, typesetting=typesetting)
        except PdfRenderError as error:
            answer = {"failure": error.failure.value, "detail": error.detail}
            write_frame(replies, json.dumps(answer).encode())
        else:
            head = {
                "failure": None,
                "pages": made.page_count,
                "boxes": [astuple(box) for box in made.boxes],
            }
            write_frame(replies, json.dumps(head).encode())
            write_frame(replies, made.pdf)
        if not gc.get_freeze_count():
            gc.collect()
            gc.freeze()  # what the first document left is there for good: not looked at again
