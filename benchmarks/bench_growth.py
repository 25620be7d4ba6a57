"""Closing a month as the municipality grows to forty thousand participants.

A short history: what is watched is whether the work of each participant stays the same.
"""

import tempfile
from pathlib import Path

from benchmarks.bench_month_history import measure

SIZES = (3_000, 40_000)
MONTHS = 3


def run() -> None:
    """Fill and close each municipality, and print the ratio."""
    with tempfile.TemporaryDirectory() as place:
        small, big = (measure(Path(place) / str(size), size, MONTHS) for size in SIZES)
    growth = (big / SIZES[1]) / (small / SIZES[0])
    print(f"growth: work per participant, {SIZES[1]} over {SIZES[0]}: {growth:.2f}")


if __name__ == "__main__":
    run()
