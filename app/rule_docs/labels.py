"""Norwegian names and meanings of what the rules name in English: data that a lawyer can edit."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class ParameterLabel:
    """What a parameter is called, and what a reader should know about it."""

    name: str
    note: str = ""
    absent: str = "ingen regel"
    """What a missing value means."""


@dataclass(frozen=True, slots=True)
class PolicyLabel:
    """What a setting asks, what each option means, and why the default is recommended."""

    question: str
    options: Mapping[str, str]
    """By stored value: a code, `true` or `false`."""
    reason: str


@dataclass(frozen=True, slots=True)
class CodeLabel:
    """What one code of an answer means, and on which pages it stands."""

    meaning: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodeGroup:
    """The codes of one enum."""

    enum: str
    title: str
    codes: Mapping[str, CodeLabel]


@cache
def parameter_labels() -> Mapping[str, ParameterLabel]:
    """Return the labels of parameters by name."""
    return {name: ParameterLabel(**row) for name, row in _read("parameters.toml").items()}


@cache
def policy_labels() -> Mapping[str, PolicyLabel]:
    """Return the labels of settings by key."""
    return {key: PolicyLabel(**row) for key, row in _read("policies.toml").items()}


@cache
def code_groups() -> tuple[CodeGroup, ...]:
    """Return the codes of answers, in the order of the file."""
    return tuple(
        CodeGroup(
            enum,
            row["title"],
            {
                code: CodeLabel(label["means"], tuple(label["on"]))
                for code, label in row["codes"].items()
            },
        )
        for enum, row in _read("codes.toml").items()
    )


def _read(name: str) -> dict[str, Any]:
    with (_DATA / name).open("rb") as file:
        return tomllib.load(file)
