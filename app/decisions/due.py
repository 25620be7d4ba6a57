"""Which decision is missing: a plan was fixed, or changed essentially, and no letter says so."""

from collections.abc import Collection

from app.decisions.states import DecisionKind


def missing_kind(
    current: int | None, decided: Collection[int], essential: Collection[int]
) -> DecisionKind | None:
    """Return which decision is due about the plan that holds, or None.

    All are numbers of versions: the one that holds, those that were decided, and those that
    somebody judged to be essential changes. An essential change stays due until it, or a later
    version, was decided (integreringsloven § 46 second paragraph a and c).
    """
    if current is None:
        return None
    if not decided:
        return DecisionKind.PROGRAMME_AND_PLAN
    last = max(decided)
    if any(last < version <= current for version in essential):
        return DecisionKind.ESSENTIAL_CHANGE
    return None
