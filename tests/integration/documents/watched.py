"""Renders each document on standard input and reports what the process touched meanwhile.

A program of its own, because an audit hook cannot be taken away again.
"""

import json
import sys
from pathlib import Path

from app.pdf.errors import PdfRenderError
from app.pdf.render import prepare_typesetting, render_html_to_pdf


def main() -> None:
    """Answer a list of HTML texts with a list of outcomes."""
    canary = Path(sys.argv[1])
    typesetting = prepare_typesetting()
    touched: list[str] = []

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "subprocess.")):
            touched.append(event)
        if event == "open" and str(arguments[0]).startswith(str(canary.parent)):
            touched.append(f"open {arguments[0]}")

    sys.addaudithook(watch)
    outcomes = []
    for html in json.load(sys.stdin):
        touched.clear()
        try:
            made = render_html_to_pdf(html, typesetting=typesetting)
        except PdfRenderError as error:
            outcomes.append({"failure": error.failure, "embeds": False, "touched": [*touched]})
        else:
            embeds = b"EmbeddedFile" in made.pdf
            outcomes.append({"failure": None, "embeds": embeds, "touched": [*touched]})
    json.dump(outcomes, sys.stdout)


if __name__ == "__main__":
    main()
