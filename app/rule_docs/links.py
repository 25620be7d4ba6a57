"""Links between pages: citations in running text become links, files are named from the page."""

import os
import re
from collections.abc import Container
from pathlib import Path

from app.rule_docs.citations import SOURCES
from app.rule_docs.keys import has_one_page, page_key
from app.rules.law.provision import Provision

_NAMES = "|".join(re.escape(name) for name in sorted(SOURCES, key=len, reverse=True))
_CITATION = re.compile(
    rf"(?<![\[\w`])(?P<source>{_NAMES})(?![\w-])"
    r"(?: § (?P<number>\d+(?:-\d+)*)(?P<letter> ?[a-z](?!\w))?)?"
)


def with_links(text: str, pages: Container[str], own: str) -> str:
    """Return the text with a link at each citation of another page."""

    def link(match: re.Match[str]) -> str:
        source, number, letter = SOURCES[match["source"]], match["number"], match["letter"] or ""
        if has_one_page(source):
            candidates = [(Provision(source, "1"), match[0])]
        elif number is None:
            candidates = []
        else:
            without = match[0].removesuffix(letter)
            candidates = [
                (Provision(source, number + letter), match[0]),
                (Provision(source, number), without),
            ]
        for provision, words in candidates:
            key = page_key(provision)
            if key == own:
                return match[0]
            if key in pages:
                return f"[{words}]({key}.md){match[0].removeprefix(words)}"
        return match[0]

    return _CITATION.sub(link, text)


def relative_link(target: Path, folder: Path) -> str:
    """Return the way from a page in `folder` to a file, with forward slashes."""
    return Path(os.path.relpath(target.resolve(), folder.resolve())).as_posix()
