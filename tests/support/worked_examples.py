"""The worked examples of tests/examples: where they are, and the scenario that each case asks."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.support.repository import ROOT

FOLDER = ROOT / "tests/examples"
FILES = sorted(FOLDER.rglob("*.yaml"))
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Libyaml's where it is there: several times as fast."""


@cache
def example_in(path: Path) -> dict[str, Any]:
    """Return what the file holds; shared, so nobody changes it."""
    example: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    return example


def cases() -> Iterator[tuple[Path, Mapping[str, Any], dict[str, Any]]]:
    """Yield the file, the case and the whole scenario of every case."""
    for path in FILES:
        example = example_in(path)
        for case in example["cases"]:
            yield path, case, _merged(example["facts"], case["facts"])


def _merged(shared: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Lay the case's facts over the shared ones; objects are merged, the rest is replaced."""
    result = dict(shared)
    for key, value in own.items():
        both_are_objects = isinstance(value, Mapping) and isinstance(result.get(key), Mapping)
        result[key] = _merged(result[key], value) if both_are_objects else value
    return result
