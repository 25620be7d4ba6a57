"""Whether everything that stands in a letter can be printed."""

from collections.abc import Iterator

from app.decisions.content import LetterContent
from app.pdf.printable import Unprintable
from app.plans.paper.printable import first_fault


def find_fault(content: LetterContent) -> Unprintable | None:
    """Return the first thing in the letter that cannot be printed, or None."""
    return first_fault(_texts(content))


def _texts(content: LetterContent) -> Iterator[str]:
    yield from (content.participant_name.reveal(), content.address, content.municipality)
    yield from (content.decided_by, content.approved_by)
    for part in content.parts:
        for statement in part.statements:
            yield from statement.values.values()
            yield statement.quote
