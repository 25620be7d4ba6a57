"""Calls below a function with room do not ask the system for memory again and again."""

import resource

from app.pdf.room import with_room

DEEP = 400
"""Enough to pass the end of a piece of 16 KB, wherever the test itself stands in it."""


def down(depth: int) -> int:
    return 0 if depth == 0 else 1 + down(depth - 1)


def to_and_fro() -> int:
    """Return how often memory was given while calls of every depth come and go."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for depth in range(DEEP):
        for _again in range(10):
            assert down(depth) == depth
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


def test_the_function_is_the_same() -> None:
    @with_room
    def add(one: int, *, two: int = 2) -> int:
        return one + two

    assert (add(1), add(1, two=5), add.__name__) == (3, 6, "add")


def test_deep_calls_are_given_memory_once() -> None:
    @with_room
    def roomy() -> int:
        return to_and_fro()

    cramped = to_and_fro()
    roomy()
    assert roomy() < cramped / 10
