"""Which decision is missing."""

import pytest

from app.decisions.due import missing_kind
from app.decisions.states import DecisionKind

FIRST, CHANGE = DecisionKind.PROGRAMME_AND_PLAN, DecisionKind.ESSENTIAL_CHANGE


@pytest.mark.parametrize(
    ("current", "decided", "essential", "expected"),
    [
        (None, [], [], None),
        (1, [], [], FIRST),
        (3, [], [2], FIRST),
        (1, [1], [], None),
        (2, [1], [], None),
        (2, [1], [2], CHANGE),
        (3, [1], [2], CHANGE),
        (3, [1, 3], [2], None),
        (3, [1, 2], [2], None),
        (3, [2, 1], [2, 3], CHANGE),
        (1, [1], [2], None),
    ],
    ids=[
        "no plan",
        "nothing decided",
        "a change before the first decision",
        "decided",
        "a small change",
        "an essential change",
        "a small change after an undecided essential one",
        "decided together with a later version",
        "decided",
        "another essential change",
        "judged in a draft that does not hold yet",
    ],
)
def test_what_is_missing(
    current: int | None, decided: list[int], essential: list[int], expected: DecisionKind | None
) -> None:
    assert missing_kind(current, decided, essential) is expected
