"""Provisions that a text cites: `il §§ 20, 21`, `if § 8 (2)`, `integreringsloven § 14 a`."""

import re
from collections.abc import Iterator

from app.rule_docs.keys import has_one_page
from app.rules.law import sources
from app.rules.law.provision import LegalSource, Provision

SOURCES: dict[str, LegalSource] = {
    name: source
    for source in vars(sources).values()
    if isinstance(source, LegalSource)
    for name in (source.short_name, source.title)
}
"""By short name and by title."""

_NAMES = "|".join(re.escape(name) for name in sorted(SOURCES, key=len, reverse=True))
_TOKEN = re.compile(
    rf"(?<![\w-])(?P<source>{_NAMES})(?![\w-])"
    r"|(?P<mark>§)|(?P<number>\d+(?:-\d+)*(?: ?[a-z](?!\w))?)|(?P<range>–)|(?P<end>[.;])"
)
_PARAGRAPH = re.compile(r"\(\d+\)(?: [a-z](?!\w))?")
"""`(2) g`: which part of a section is meant; the page is the section's."""


def cited_in(text: str) -> Iterator[Provision]:
    """Yield the provisions in a list of citations, ranges written out."""
    source: LegalSource | None = None
    is_after_mark = is_range = False
    last = ""
    for token in _TOKEN.finditer(_PARAGRAPH.sub("", text)):
        if token["source"]:
            source, is_after_mark = SOURCES[token["source"]], False
            if has_one_page(source):
                yield Provision(source, "1")
        elif token["mark"]:
            is_after_mark = True
        elif token["end"]:
            is_after_mark = False
        elif token["range"]:
            is_range = True
        elif source is not None and is_after_mark:
            for section in _sections(last if is_range else "", token["number"]):
                yield Provision(source, section)
            last, is_range = token["number"], False


def _sections(first: str, last: str) -> Iterator[str]:
    if first.isdigit() and last.isdigit():
        yield from (str(number) for number in range(int(first) + 1, int(last) + 1))
    else:
        yield last
