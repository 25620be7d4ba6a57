"""The free texts of a draft: how heavy they are to read, and which are in other plans too."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.plans.models import IntegrationPlan
from app.plans.readability import Readability, read


@dataclass(frozen=True, slots=True)
class FreeText:
    """A text that somebody wrote, with what can be said of it."""

    field: str
    """The id of its field on the page."""
    readability: Readability | None
    """None: it is empty, or not in Norwegian."""
    digest: str = ""
    """Empty: it is no reason, and may be the same for others."""


def free_texts(draft: IntegrationPlan) -> Iterator[FreeText]:
    """Yield the free texts of a draft, in the order of the page. Needs its elements."""
    is_norwegian = draft.goals_language in {"", "nb", "nn"}
    yield FreeText("long_term_goals", read(draft.long_term_goals) if is_norwegian else None)
    yield FreeText("participation_note", read(draft.participation_note))
    yield FreeText("norwegian_goals_reason", read(draft.norwegian_goals_reason))
    yield FreeText("reasons", read(draft.reasons), draft.reasons_digest)
    for number, element in enumerate(draft.elements):
        yield FreeText(f"elements-{number}-reason", read(element.reason), element.reason_digest)
