"""A list of participants and their numbers in the payroll system, row by row."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.benefit.payroll.cells import NUMBER
from app.benefit.payroll.queries import Employee
from app.core.sheets import rows_of

_WIDTH = 2


class RowProblem(StrEnum):
    """Why a row registers nothing."""

    INCOMPLETE = "incomplete"
    """It has no two cells."""
    UNKNOWN = "unknown"
    """Nobody in the municipality has this reference or identity number."""
    ODD = "odd"
    TWICE = "twice"
    """The participant, or the number, stands in the list more than once."""
    TAKEN = "taken"
    """Another participant has the number, and keeps it."""


@dataclass(frozen=True, slots=True)
class NumberRow:
    """One row of the list."""

    line: int
    """1 for the first row."""
    reference: str
    number: str
    employee: Employee | None
    problem: RowProblem | None

    @property
    def is_known(self) -> bool:
        """Tell whether this is registered already."""
        return self.employee is not None and self.employee.number == self.number


def read_rows(text: str, employees: Sequence[Employee]) -> list[NumberRow]:
    """Return what each row says; a first row with headings alone is left out.

    Raises:
        UnreadableSheet: the text is no list.
    """
    by_reference = {str(each.participant_id): each for each in employees}
    by_reference.update(
        {each.identity_number.reveal(): each for each in employees if each.identity_number}
    )
    numbered = list(enumerate(rows_of(text), start=1))
    read = []
    for line, cells in numbered:
        reference = cells[0].replace(" ", "").lower()
        number = cells[1] if len(cells) >= _WIDTH else ""
        if line == 1 and not any(character.isdigit() for character in "".join(cells)):
            continue  # headings
        read.append((line, reference, number, by_reference.get(reference)))
    people = Counter(each.participant_id for *_rest, each in read if each)
    numbers = Counter(number for _line, _reference, number, _each in read)
    named = {each.participant_id for *_rest, each in read if each}
    taken = {each.number for each in employees if each.number and each.participant_id not in named}
    held = {each.number: each.participant_id for each in employees if each.number}
    rows = []
    for line, reference, number, each in read:
        problem = None
        if not reference or not number:
            problem = RowProblem.INCOMPLETE
        elif each is None:
            problem = RowProblem.UNKNOWN
        elif NUMBER.fullmatch(number) is None:
            problem = RowProblem.ODD
        elif people[each.participant_id] > 1 or numbers[number] > 1:
            problem = RowProblem.TWICE
        elif number in taken or held.get(number, each.participant_id) != each.participant_id:
            problem = RowProblem.TAKEN
        rows.append(NumberRow(line, reference, number, each, problem))
    return rows
