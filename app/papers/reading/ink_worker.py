"""The process that looks for ink: pictures and issued pages come in, verdicts go out.

Started by `app.papers.reading.ink_reader`, which may kill it at any moment.
"""

import io
import json
from dataclasses import asdict

import pypdfium2
from PIL import Image

from app.papers.reading.darkness import Darkness, darkness_of
from app.papers.reading.ink import ink_in
from app.papers.reading.shut_in import shut_in
from app.papers.reading.types import DOTS_PER_INCH, PAGE_HEIGHT, PAGE_WIDTH
from app.pdf.frames import read_frame, write_frame

_POINTS_PER_INCH = 72
_PAGE_SIZE = (PAGE_WIDTH, PAGE_HEIGHT)


def main(memory_limit_bytes: int, cpu_seconds: int) -> None:
    """Answer each question (boxes and page, picture, issued PDF) until no more come."""
    questions, answers = shut_in(memory_limit_bytes, cpu_seconds)
    write_frame(answers, b"{}")
    while (question := read_frame(questions)) is not None:
        picture, issued_pdf = read_frame(questions), read_frame(questions)
        if picture is None or issued_pdf is None:
            return
        asked = json.loads(question)
        scanned = _scanned(picture)
        printed = _printed(issued_pdf, asked["page"])
        found = ink_in(asked["boxes"], printed, scanned)
        write_frame(
            answers, json.dumps({name: asdict(ink) for name, ink in found.items()}).encode()
        )


def _scanned(content: bytes) -> Darkness:
    with Image.open(io.BytesIO(content), formats=("JPEG",)) as picture:
        if picture.size != _PAGE_SIZE:
            raise ValueError("the picture is not laid over an A4 page")
        return darkness_of(picture.convert("L") if picture.mode == "L" else picture.convert("RGB"))


def _printed(issued_pdf: bytes, page: int) -> Darkness:
    document = pypdfium2.PdfDocument(issued_pdf)
    drawn = document[page - 1].render(scale=DOTS_PER_INCH / _POINTS_PER_INCH, grayscale=True)
    # The page is a part of a dot larger; what is cut off is margin.
    return darkness_of(drawn.to_pil().crop((0, 0, *_PAGE_SIZE)))
