"""The process that reads one stack: the file comes in, its pages go out.

Started by `app.papers.reading.reader`, which may kill it at any moment. Any unforeseen exception
ends it, which the client takes for a broken page.
"""

import json

from app.papers.reading.files import BrokenPageError, open_stack
from app.papers.reading.page import PageFinding, read_picture
from app.papers.reading.shut_in import shut_in
from app.papers.reading.types import CannotReadStack
from app.pdf.frames import write_frame


def main(memory_limit_bytes: int, cpu_seconds: int, first: int) -> None:
    """Answer with the number of pages or a refusal; then with each page from `first` (from 0)."""
    questions, answers = shut_in(memory_limit_bytes, cpu_seconds)
    try:
        stack = open_stack(questions.read())
    except CannotReadStack as refused:
        write_frame(answers, json.dumps({"refusal": refused.reason.value}).encode())
        return
    write_frame(answers, json.dumps({"refusal": None, "pages": stack.page_count}).encode())
    for index in range(first, stack.page_count):
        try:
            found = read_picture(stack.draw(index))
        except BrokenPageError:
            write_frame(answers, json.dumps({"broken": True}).encode())
        else:
            write_frame(answers, json.dumps(_head(found)).encode())
            write_frame(answers, found.picture)


def _head(found: PageFinding) -> dict[str, object]:
    return {
        "broken": False,
        "text": found.text,
        "aligned": found.aligned,
        "fingerprint": found.fingerprint,
        "is_blank": found.is_blank,
        "fault": found.fault,
    }
