"""Run every benchmark, or those whose names are given: `python -m benchmarks month`."""

import sys
from importlib import import_module
from pathlib import Path


def main(names: list[str]) -> None:
    """Run the benchmarks one after the other."""
    found = sorted(file.stem for file in Path(__file__).parent.glob("bench_*.py"))
    for name in [f"bench_{name}" for name in names] or found:
        import_module(f"benchmarks.{name}").run()


main(sys.argv[1:])
