"""Provisions as they are written in letters: paragraph and letter in words."""

import re
from collections.abc import Iterable

from app.decisions.content import Rule
from app.rules.law import Provision

_ORDINALS = ("første", "andre", "tredje", "fjerde", "femte", "sjette", "sjuende", "åttende")
"""The same in both forms of Norwegian."""
_DETAIL = re.compile(r"\((\d)\)(?: ([a-zæøå]))?")


def rules_of(provisions: Iterable[Provision]) -> tuple[Rule, ...]:
    """Return one rule for each section, in the order in which they first come."""
    sections: dict[tuple[str, str], list[Provision]] = {}
    for provision in provisions:
        same = sections.setdefault((provision.source.short_name, provision.section), [])
        if provision not in same:
            same.append(provision)
    return tuple(
        Rule(_citation(same), f"{source}-{section.replace(' ', '')}")
        for (source, section), same in sections.items()
    )


def _citation(provisions: list[Provision]) -> str:
    first = provisions[0]
    details = " og ".join(
        in_words(each.detail)
        for each in sorted(provisions, key=lambda one: one.detail)
        if each.detail
    )
    return f"{first.source.title} § {first.section} {details}".rstrip()


def in_words(detail: str) -> str:
    """Return `(2) c` as `andre ledd bokstav c`.

    Raises:
        ValueError: it is no paragraph.
    """
    found = _DETAIL.fullmatch(detail)
    if found is None:
        raise ValueError(detail)
    paragraph = f"{_ORDINALS[int(found[1]) - 1]} ledd"
    return f"{paragraph} bokstav {found[2]}" if found[2] else paragraph
