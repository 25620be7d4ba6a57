"""What differs between two versions of a plan, as data without words. Loses nothing."""

from dataclasses import dataclass, fields, replace

from app.plans.commands import ElementDetails, PlanDetails


@dataclass(frozen=True, slots=True)
class PlacedElement:
    """An element, and its number in the plan: the same through the versions while it is kept."""

    position: int
    details: ElementDetails


@dataclass(frozen=True, slots=True)
class PlanContent:
    """Everything that a version says."""

    details: PlanDetails
    elements: tuple[PlacedElement, ...]
    """By position; no two have the same."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of `PlanDetails` or `ElementDetails` with another value."""

    name: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class ElementChange:
    """An element that both versions have, and that differs."""

    before: PlacedElement
    after: PlacedElement

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """The fields that differ, in the order of `ElementDetails`."""
        return _changed(self.before.details, self.after.details)


@dataclass(frozen=True, slots=True)
class PlanDifference:
    """What one version has that the other has not, and the other way."""

    fields: tuple[FieldChange, ...]
    """In the order of `PlanDetails`."""
    added: tuple[PlacedElement, ...]
    removed: tuple[PlacedElement, ...]
    changed: tuple[ElementChange, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the versions say the same."""
        return not (self.fields or self.added or self.removed or self.changed)


def compare(before: PlanContent, after: PlanContent) -> PlanDifference:
    """Return what differs.

    An element is the same one if it has the same number and kind; what is left over of a kind is
    paired in order, because somebody may have taken an element out and put it in again.
    """
    pairs = _pairs(before.elements, after.elements)
    kept_before = {old.position for old, _new in pairs}
    kept_after = {new.position for _old, new in pairs}
    return PlanDifference(
        fields=_changed(before.details, after.details),
        added=tuple(each for each in after.elements if each.position not in kept_after),
        removed=tuple(each for each in before.elements if each.position not in kept_before),
        changed=tuple(ElementChange(old, new) for old, new in pairs if old != new),
    )


def apply(difference: PlanDifference, before: PlanContent) -> PlanContent:
    """Return the version that `before` differs from in just this way."""
    details = replace(before.details, **{each.name: each.after for each in difference.fields})  # type: ignore[arg-type]
    gone = {*difference.removed, *(each.before for each in difference.changed)}
    elements = [
        *(each for each in before.elements if each not in gone),
        *(each.after for each in difference.changed),
        *difference.added,
    ]
    return PlanContent(details, tuple(sorted(elements, key=lambda each: each.position)))


def _pairs(
    before: tuple[PlacedElement, ...], after: tuple[PlacedElement, ...]
) -> list[tuple[PlacedElement, PlacedElement]]:
    """Return which elements of the two versions are the same one, by the old number."""
    placed = {(each.position, each.details.kind): each for each in after}
    same = [(each, placed.get((each.position, each.details.kind))) for each in before]
    pairs = [(old, new) for old, new in same if new is not None]
    taken = {new for _old, new in pairs}
    left = [each for each in after if each not in taken]
    for old, found in same:
        if found is not None:
            continue
        new = next((each for each in left if each.details.kind is old.details.kind), None)
        if new is not None:
            pairs.append((old, new))
            left.remove(new)
    return sorted(pairs, key=lambda pair: pair[0].position)


def _changed(
    before: PlanDetails | ElementDetails, after: PlanDetails | ElementDetails
) -> tuple[FieldChange, ...]:
    named = (
        (row.name, getattr(before, row.name), getattr(after, row.name)) for row in fields(before)
    )
    return tuple(FieldChange(*each) for each in named if each[1] != each[2])
