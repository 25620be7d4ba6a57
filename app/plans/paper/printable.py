"""What was typed into a plan, as it can stand on paper."""

import unicodedata
from collections.abc import Iterable, Iterator

from app.pdf.printable import PrintFault, Unprintable, find_unprintable
from app.plans.paper.content import PlanContent
from app.plans.paper.written import Written

_JOINERS = frozenset("\u200c\u200d")
"""Persian, Sorani and Burmese spelling needs them."""


def for_paper(text: str) -> str:
    """Return a text without what no reader sees: direction marks, odd blanks, signs of keyboards.

    Line breaks stay. The sheet itself says in which direction a text runs.
    """
    lines = unicodedata.normalize("NFC", text).splitlines()
    return "\n".join(_line(line) for line in lines).strip()


def find_fault(content: PlanContent) -> Unprintable | None:
    """Return the first thing on the sheet that cannot be printed, or None."""
    return first_fault(_texts(content))


def first_fault(texts: Iterable[str]) -> Unprintable | None:
    """Return the first thing in these texts, of one line or more, that cannot be printed."""
    for text in texts:
        for line in text.splitlines():
            problem = find_unprintable(line)
            if problem is not None and problem.fault is not PrintFault.NOTHING_TO_SEE:
                return problem
    return None


def _line(line: str) -> str:
    spaced = ("" if _is_unseen(each) else each for each in line.replace("\t", " "))
    return "".join(spaced).rstrip()


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in {"Cf", "Cc"} and character not in _JOINERS


def _texts(content: PlanContent) -> Iterator[str]:
    yield content.participant_name.reveal()
    yield content.municipality
    for written in (
        content.long_term_goals,
        content.participation,
        content.norwegian_goals_reason,
        content.reasons,
    ):
        yield from _said(written)
    for element in content.elements:
        yield from (element.place, element.provider, element.responsible)
        yield from _said(element.title)
        yield from _said(element.reason)


def _said(written: Written) -> Iterator[str]:
    yield written.text
    for translation in written.translations.values():
        yield from (translation.text, translation.by)
