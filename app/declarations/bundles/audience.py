"""Who counts as newly arrived, for the parts of a document that only they sign."""

from datetime import date

from app.declarations.bundles.types import Audience

NEW_FOR_YEARS = 2
"""As in integreringsloven § 8: the time in which somebody counts as newly settled."""


def audiences_of(settled_on: date, on: date) -> frozenset[Audience]:
    """Return the audiences that somebody who settled on a day belongs to on another day."""
    is_new = (on.year - settled_on.year, on.month, on.day) < (
        NEW_FOR_YEARS,
        settled_on.month,
        settled_on.day,
    )
    return frozenset({Audience.EVERYONE, Audience.NEWLY_ARRIVED} if is_new else {Audience.EVERYONE})
