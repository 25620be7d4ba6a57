"""Standard elements of a programme, in plain words: ours, after the law, for every language."""

from collections.abc import Mapping

from app.plans.catalogue.education import EDUCATION
from app.plans.catalogue.mandatory import MANDATORY
from app.plans.catalogue.support import SUPPORT
from app.plans.catalogue.types import CatalogueEntry
from app.plans.catalogue.work import WORK
from app.rules.plan import ElementKind

__all__ = ["CATALOGUE", "STANDARD_ELEMENTS", "CatalogueEntry", "entry_of"]

_ENTRIES = (*MANDATORY, *WORK, *EDUCATION, *SUPPORT)

STANDARD_ELEMENTS: Mapping[str, CatalogueEntry] = {each.id: each for each in _ENTRIES}
"""Every standard element by its id, in the order in which it is offered."""

CATALOGUE: Mapping[ElementKind, CatalogueEntry] = {
    each.kind: each for each in _ENTRIES if each.id == each.kind.value
}
"""The plain element of every kind, in the order in which it is offered."""


def entry_of(kind: ElementKind, catalogue_id: str = "") -> CatalogueEntry:
    """Return the standard element, or the plain one of its kind if the id is of another kind."""
    entry = STANDARD_ELEMENTS.get(catalogue_id)
    return entry if entry is not None and entry.kind is kind else CATALOGUE[kind]
