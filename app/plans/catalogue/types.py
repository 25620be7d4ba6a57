"""What a standard element is."""

from dataclasses import dataclass
from typing import Any

from app.rules.law.provision import Provision
from app.rules.plan import ElementKind

MINUTES_PER_HOUR = 60


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A standard element that a plan can hold."""

    id: str
    """Kept in plans for ever: never renamed, never given to another element."""
    kind: ElementKind
    name: Any
    """A lazy text, translated when shown."""
    explanation: Any
    """A lazy sentence for the participant, translated when shown."""
    minutes_per_week: int
    """A first proposal; the caseworker decides."""
    provision: Provision

    @property
    def variant_id(self) -> str:
        """What a plan keeps: nothing for the plain element, which its kind tells already."""
        return "" if self.id == self.kind.value else self.id


def entry(
    kind: ElementKind,
    name: Any,
    explanation: Any,
    hours: int,
    provision: Provision,
    *,
    variant: str = "",
) -> CatalogueEntry:
    """Return an element; without a variant it is the plain one of its kind."""
    name_of_kind = kind.value
    identity = f"{name_of_kind}.{variant}" if variant else name_of_kind
    return CatalogueEntry(identity, kind, name, explanation, hours * MINUTES_PER_HOUR, provision)
