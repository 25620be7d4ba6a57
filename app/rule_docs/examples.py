"""The worked examples, as far as a page shows them: title, sums, and where the file is."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from app.rule_docs.citations import cited_in
from app.rule_docs.errors import RuleDocsError
from app.rule_docs.keys import page_key
from app.rules.law.provision import Provision

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Libyaml's where it is there: several times as fast."""


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """One example file."""

    path: Path
    title: str
    arithmetic: tuple[str, ...]
    provisions: tuple[Provision, ...]

    @property
    def pages(self) -> tuple[str, ...]:
        """The pages it belongs on; the first one shows the sums."""
        return tuple(dict.fromkeys(page_key(provision) for provision in self.provisions))


def worked_examples(folder: Path) -> list[WorkedExample]:
    """Return the examples in order of path. Raises `RuleDocsError` for files without a head."""
    examples: list[WorkedExample] = []
    problems: list[str] = []
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder)
        try:
            examples.append(_example(path))
        except (yaml.YAMLError, KeyError, TypeError) as error:
            problems.append(f"{name}: {type(error).__name__}: {error}")
    if not examples and not problems:
        problems.append(f"no worked examples in {folder}")
    if problems:
        raise RuleDocsError(problems)
    return examples


def _example(path: Path) -> WorkedExample:
    text = path.read_text(encoding="utf-8")
    content: Mapping[str, object] = yaml.load(text, Loader=_LOADER)  # noqa: S506 (it is a safe one)
    lines = content["arithmetic"]
    if not isinstance(lines, list):
        raise TypeError("`arithmetic` is no list")
    provisions = tuple(cited_in(str(content["provision"])))
    if not provisions:
        raise TypeError("`provision` cites nothing that is known")
    return WorkedExample(
        path, str(content["title"]), tuple(str(line) for line in lines), provisions
    )
