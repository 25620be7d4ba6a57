"""Everything that stands on a page, gathered from texts, parameters, settings, codes and code."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.rule_docs.citations import SOURCES, cited_in
from app.rule_docs.errors import RuleDocsError
from app.rule_docs.examples import WorkedExample, worked_examples
from app.rule_docs.keys import page_citation, page_key
from app.rule_docs.labels import CodeGroup, code_groups, parameter_labels, policy_labels
from app.rule_docs.modules import RULES, RuleModule, rule_modules
from app.rule_docs.texts import RuleText, rule_texts
from app.rules.law.parameter import DatedValue, Parameter
from app.rules.law.provision import Provision
from app.rules.parameters.registry import PARAMETERS
from app.rules.policy import PolicyKey
from app.rules.policy_provisions import POLICY_PROVISIONS

_LONG_SERIES = 12
"""A parameter with more values shows them all on one page only."""


@dataclass(frozen=True, slots=True)
class ParameterRows:
    """A parameter on a page."""

    parameter: Parameter[Any]
    rows: tuple[DatedValue[Any], ...]
    continued_on: str | None
    """The page that shows all values; None: this one does."""


@dataclass(frozen=True, slots=True)
class RulePage:
    """One page."""

    key: str
    provision: Provision
    text: RuleText
    parameters: tuple[ParameterRows, ...]
    policies: tuple[PolicyKey, ...]
    codes: tuple[CodeGroup, ...]
    """Only the codes that belong here."""
    examples: tuple[WorkedExample, ...]
    """Whose first provision this is."""
    related_examples: tuple[WorkedExample, ...]
    modules: tuple[Path, ...]


def rule_pages(examples_folder: Path) -> list[RulePage]:
    """Return all pages in the order of sources and sections.

    Raises `RuleDocsError` that names every provision without text, text without provision,
    parameter and setting without label, and example that cannot be read.
    """
    texts = rule_texts()
    examples = worked_examples(examples_folder)
    modules = [module for module in rule_modules() if module.path.parent != RULES]
    provisions = _provisions(modules, examples)
    problems = [*_text_problems(texts, provisions), *_label_problems()]
    if problems:
        raise RuleDocsError(problems)
    return [
        _page(provision, texts[key], examples, modules)
        for key, provision in sorted(provisions.items(), key=lambda item: _order(item[1]))
    ]


def _provisions(
    modules: list[RuleModule], examples: list[WorkedExample]
) -> Mapping[str, Provision]:
    """Return what needs a page: what the code or an example cites."""
    cited = [
        *(provision for example in examples for provision in example.provisions),
        *(provision for module in modules for provision in module.provisions),
        *(provision for rows in POLICY_PROVISIONS.values() for provision in rows),
    ]
    # The last spelling stays: that of the code.
    return {page_key(provision): provision for provision in cited}


def _order(provision: Provision) -> tuple[object, ...]:
    numbers = tuple(int(number) for number in re.findall(r"\d+", provision.section))
    return list(SOURCES.values()).index(provision.source), numbers, provision.section


def _text_problems(
    texts: Mapping[str, RuleText], provisions: Mapping[str, Provision]
) -> Iterator[str]:
    for key, provision in provisions.items():
        if key not in texts:
            yield f"{page_citation(provision)} is cited, but texts/{key}.md is missing"
    for key in texts:
        if key not in provisions:
            yield f"texts/{key}.md: no rule and no example cites it"


def _label_problems() -> Iterator[str]:
    parameters = {parameter.name for parameter in PARAMETERS}
    yield from _differences("parameters.toml", parameters, parameter_labels().keys())
    policies = {key.value for key in PolicyKey}
    yield from _differences("policies.toml", policies, policy_labels().keys())


def _differences(file: str, wanted: set[str], found: AbstractSet[str]) -> Iterator[str]:
    for name in sorted(wanted - found):
        yield f"data/{file}: {name} is missing"
    for name in sorted(found - wanted):
        yield f"data/{file}: {name} does not exist in the rules"


def _page(
    provision: Provision,
    text: RuleText,
    examples: list[WorkedExample],
    modules: list[RuleModule],
) -> RulePage:
    key = page_key(provision)
    mine = [example for example in examples if key in example.pages]
    return RulePage(
        key=key,
        provision=provision,
        text=text,
        parameters=tuple(_parameters(key)),
        policies=tuple(
            policy
            for policy in PolicyKey
            if key in {page_key(row) for row in POLICY_PROVISIONS[policy]}
        ),
        codes=tuple(_codes(key)),
        examples=tuple(example for example in mine if example.pages[0] == key),
        related_examples=tuple(example for example in mine if example.pages[0] != key),
        modules=tuple(module.path for module in modules if key in _keys_of(module)),
    )


def _keys_of(module: RuleModule) -> set[str]:
    return {page_key(provision) for provision in (*module.provisions, *cited_in(module.stated))}


def _parameters(key: str) -> Iterator[ParameterRows]:
    for parameter in PARAMETERS:
        pages = Counter(page_key(row.provision) for row in parameter.values)
        pending = parameter.pending
        is_pending_here = pending is not None and page_key(pending.provision) == key
        if key not in pages and not is_pending_here:
            continue
        (home, _), *_ = pages.most_common(1)
        if len(parameter.values) <= _LONG_SERIES or home == key:
            yield ParameterRows(parameter, parameter.values, None)
        else:
            rows = tuple(row for row in parameter.values if page_key(row.provision) == key)
            yield ParameterRows(parameter, rows, home)


def _codes(key: str) -> Iterator[CodeGroup]:
    for group in code_groups():
        codes = {code: label for code, label in group.codes.items() if key in label.pages}
        if codes:
            yield CodeGroup(group.enum, group.title, codes)
