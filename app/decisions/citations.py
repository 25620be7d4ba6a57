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
    details = in_words([each.detail for each in provisions if each.detail])
    return f"{first.source.title} § {first.section} {details}".rstrip()


def in_words(details: Iterable[str]) -> str:
    """Return `(2) a` and `(2) c` as `andre ledd bokstav a og c`, `(1)` and `(2)` with one `ledd`.

    Raises:
        ValueError: one of them is no paragraph.
    """
    letters: dict[str, list[str]] = {}
    for detail in sorted(details):
        found = _DETAIL.fullmatch(detail)
        if found is None:
            raise ValueError(detail)
        with_letters = letters.setdefault(_ORDINALS[int(found[1]) - 1], [])
        if found[2]:
            with_letters.append(found[2])
    plain = [ordinal for ordinal, named in letters.items() if not named]
    parts = [f"{_listed(plain)} ledd"] if plain else []
    parts += [
        f"{ordinal} ledd bokstav {_listed(named)}" for ordinal, named in letters.items() if named
    ]
    return " og ".join(parts)


def _listed(words: list[str]) -> str:
    *before, last = words
    return f"{', '.join(before)} og {last}" if before else last
