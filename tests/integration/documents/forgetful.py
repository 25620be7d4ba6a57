"""Renders each document on standard input with a memory that keeps nothing.

A program of its own, because what a process remembers cannot be taken from it again.
"""

import hashlib
import json
import sys

from app.pdf import memory, render

memory.Bounded.__contains__ = lambda _self, _key: False  # type: ignore[assignment,method-assign]
render.remember_styles = render.remember_lines = lambda: None


def main() -> None:
    """Answer a list of HTML texts with the digests of their PDFs."""
    typesetting = render.prepare_typesetting()
    made = [
        render.render_html_to_pdf(html, typesetting=typesetting) for html in json.load(sys.stdin)
    ]
    json.dump([hashlib.sha256(document.pdf).hexdigest() for document in made], sys.stdout)


if __name__ == "__main__":
    main()
