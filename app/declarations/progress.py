"""How far something has come that is waited for, as the waiting page asks for it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProgressView:
    """What `static/js/print-progress.js` reads, as JSON."""

    settled: int
    total: int
    text: str
    is_finished: bool
