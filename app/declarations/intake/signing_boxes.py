"""Which lines of a sheet must be signed."""

from collections.abc import Iterator

from app.declarations.bundles.types import ClauseRole, Part, TextBundle


def boxes_to_sign(text: TextBundle) -> tuple[str, ...]:
    """Return the names of the boxes that must have a signature, in the order of the sheet.

    A clause for a signature has an id that ends in the party that signs. Where a text has no such
    clause for a party, the name is one that no box has: then a person must look.
    """
    return tuple(name for part in text.parts for name in _of_part(text, part))


def _of_part(text: TextBundle, part: Part) -> Iterator[str]:
    names = {part.part_id, None if part is text.parts[0] else part.part_id}
    lines = [
        clause.clause_id
        for clause in text.clauses
        if clause.part in names and clause.role is ClauseRole.SIGNATURE
    ]
    for party in part.signed_by:
        ending = f"signature_{party.value}"
        found = [name for name in lines if name.endswith(ending)]
        yield from found or [f"{part.part_id}_{ending}"]
