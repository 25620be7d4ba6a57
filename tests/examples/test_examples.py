"""Worked examples: each YAML case is asked in the scenario format and must be answered so.

A file holds a title, its provision and source, the sum written out, the facts that its cases
share, and for each case what differs and what the answer must hold. Lawyers can add one without
Python. `findings_include` names entries that must be among the findings; other expectations are
compared key by key, lists entry by entry.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from app.scenarios import run
from tests.support.worked_examples import FILES, FOLDER, cases, example_in


def parameters() -> Iterator[Any]:
    for path, case, scenario in cases():
        name = f"{path.relative_to(FOLDER).with_suffix('')}: {case['title']}"
        yield pytest.param(scenario, case["expected"], id=name)


def differences(expected: Any, actual: Any, path: str = "") -> Iterator[str]:
    if isinstance(expected, Mapping) and isinstance(actual, Mapping):
        for key, value in expected.items():
            if key == "findings_include":
                yield from (
                    f"{path}.findings lacks {entry}"
                    for entry in value
                    if not any(not list(differences(entry, row)) for row in actual["findings"])
                )
            elif key not in actual:
                yield f"{path}.{key} is missing"
            else:
                yield from differences(value, actual[key], f"{path}.{key}")
    elif isinstance(expected, list) and isinstance(actual, list):
        if len(expected) != len(actual):
            yield f"{path} has {len(actual)} entries, not {len(expected)}"
        for position, (left, right) in enumerate(zip(expected, actual, strict=False)):
            yield from differences(left, right, f"{path}[{position}]")
    elif expected != actual or isinstance(expected, bool) is not isinstance(actual, bool):
        yield f"{path} is {actual!r}, not {expected!r}"


@pytest.mark.parametrize(("scenario", "expected"), list(parameters()))
def test_worked_example(scenario: dict[str, Any], expected: dict[str, Any]) -> None:
    text, status = run(json.dumps(scenario))
    (answer,) = json.loads(text)
    assert list(differences(expected, answer)) == []
    assert status == 0
    assert (
        answer["provisions"]
        or answer.get("findings") == []
        or answer["kind"]
        in {
            "absence",
            "identity_number",
        }
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_example_is_written_for_a_lawyer(path: Path) -> None:
    example = example_in(path)
    assert set(example) == {"title", "provision", "source", "arithmetic", "facts", "cases"}
    assert example["arithmetic"]
    assert example["source"].startswith("https://")


def test_examples_are_found() -> None:
    assert len(FILES) >= 30


def test_the_comparison_notices_differences() -> None:
    expected = {"a": {"b": [1, {"c": True}]}, "findings_include": [{"code": "x"}]}
    actual = {"a": {"b": [1, {"c": 1}]}, "findings": [{"code": "y"}]}
    assert list(differences(expected, actual)) == [
        ".a.b[1].c is 1, not True",
        ".findings lacks {'code': 'x'}",
    ]
