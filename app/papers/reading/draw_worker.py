"""The process that draws the pages of one scan: the file comes in, its pages go out as JPEG.

Started by `app.papers.reading.drawing`. Any unforeseen exception ends it.
"""

import io
import json

from app.papers.reading.files import BrokenPageError, open_stack
from app.papers.reading.shut_in import shut_in
from app.papers.reading.types import CannotReadStack
from app.pdf.frames import write_frame

QUALITY = 90


def main(memory_limit_bytes: int, cpu_seconds: int) -> None:
    """Answer with the number of pages or a refusal; then with the size and picture of each."""
    questions, answers = shut_in(memory_limit_bytes, cpu_seconds)
    try:
        stack = open_stack(questions.read())
    except CannotReadStack as refused:
        write_frame(answers, json.dumps({"refusal": refused.reason.value}).encode())
        return
    write_frame(answers, json.dumps({"refusal": None, "pages": stack.page_count}).encode())
    for index in range(stack.page_count):
        try:
            picture = stack.draw(index)
        except BrokenPageError:
            return
        head = {"width": picture.width, "height": picture.height, "is_grey": picture.mode == "L"}
        jpeg = io.BytesIO()
        picture.save(jpeg, "JPEG", quality=QUALITY)
        write_frame(answers, json.dumps(head).encode())
        write_frame(answers, jpeg.getvalue())
