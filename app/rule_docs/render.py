"""A page as Markdown."""

from collections.abc import Container, Iterator
from pathlib import Path

from app.rule_docs.examples import WorkedExample
from app.rule_docs.keys import has_one_page, page_citation, page_link
from app.rule_docs.labels import parameter_labels, policy_labels
from app.rule_docs.links import relative_link, with_links
from app.rule_docs.modules import RULES
from app.rule_docs.pages import ParameterRows, RulePage
from app.rule_docs.values import written_day, written_value
from app.rules.law.parameter import DatedValue
from app.rules.policy import Policy, PolicyKey

_NOTE = "<!-- Laget av `introportal rule-docs`. Teksten rettes i app/rule_docs. -->"
_NOT_CONFIRMED = (
    "*Ikke bekreftet* betyr at verdien ikke er lest i regelverket selv, men bygger på veiledning "
    "eller på hvordan regelen huskes. Kontroller den før den brukes i en sak."
)


def rendered(page: RulePage, pages: Container[str], out: Path) -> str:
    """Return the page; `pages` are all keys, `out` is the folder it will lie in."""
    parts = [
        _NOTE,
        f"# {page.text.heading}",
        _head(page),
        page.text.body,
        *_parameters(page),
        *_policies(page),
        *_codes(page),
        *_examples(page, out),
        *_modules(page, out),
        "[Alle reglene](README.md)",
    ]
    return with_links("\n\n".join(parts), pages, page.key) + "\n"


def _head(page: RulePage) -> str:
    source = page.provision.source
    title = source.title if has_one_page(source) else f"{source.title} § {page.provision.section}"
    if not title.startswith("eForvaltning"):
        title = title[0].upper() + title[1:]
    checked = written_day(source.checked_on)
    return (
        f"**[{title}]({page_link(page.provision)})** (kort: {page_citation(page.provision)})  \n"
        f"Tema: {page.text.theme}. Sammenlignet med Lovdatas tekst av {checked}."
    )


def _parameters(page: RulePage) -> Iterator[str]:
    if not page.parameters:
        return
    yield "## Tall i regelen"
    head = (
        "| Hva | Verdi | Gjelder fra | Kunngjort | Hjemmel | Sikkerhet |",
        "|---|---|---|---|---|---|",
    )
    rows = [row for parameter in page.parameters for row in _parameter_rows(parameter)]
    yield "\n".join((*head, *rows))
    notes = [parameter_labels()[row.parameter.name] for row in page.parameters]
    remarks = [f"- {label.name}: {label.note}" for label in notes if label.note]
    if remarks:
        yield "\n".join(remarks)
    if any(not row.is_confirmed for parameter in page.parameters for row in parameter.rows):
        yield _NOT_CONFIRMED


def _parameter_rows(shown: ParameterRows) -> Iterator[str]:
    parameter = shown.parameter
    label = parameter_labels()[parameter.name]
    for row in shown.rows:
        value = written_value(row.value, parameter.unit, label.absent)
        yield _row(label.name, value, written_day(row.valid_from), *_origin(row))
    if parameter.pending is not None:
        pending = parameter.pending
        value = written_value(pending.value, parameter.unit, label.absent)
        yield _row(
            label.name,
            value,
            f"ikke fastsatt (innstillingen `{pending.in_force_from}`)",
            "–",
            pending.provision.citation,
            "vedtatt, ikke i kraft",
        )
    if shown.continued_on is not None:
        yield _row(label.name, f"[alle verdiene]({shown.continued_on}.md)", "", "", "", "")


def _origin(row: DatedValue[object]) -> tuple[str, str, str]:
    announced = written_day(row.announced_on) if row.announced_on else "–"
    return announced, row.provision.citation, "lest" if row.is_confirmed else "*ikke bekreftet*"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _policies(page: RulePage) -> Iterator[str]:
    if not page.policies:
        return
    yield "## Kommunens valg"
    yield (
        "Her gir ikke regelen hele svaret. Kommunen velger, og valget blir nevnt i hvert svar som "
        "det har betydning for."
    )
    for key in page.policies:
        yield from _policy(key)


def _policy(key: PolicyKey) -> Iterator[str]:
    label = policy_labels()[key]
    default = str(Policy().value(key)).lower()
    yield f"**{label.question}** (`{key}`)"
    yield "\n".join(
        f"- `{option}`{' (anbefalt)' if option == default else ''}: {meaning}"
        for option, meaning in label.options.items()
    )
    yield f"Hvorfor det anbefalte valget: {label.reason}"


def _codes(page: RulePage) -> Iterator[str]:
    if not page.codes:
        return
    yield "## Koder i svarene"
    for group in page.codes:
        rows = (_row(f"`{code}`", label.meaning) for code, label in group.codes.items())
        yield f"{group.title}:"
        yield "\n".join(("| Kode | Betyr |", "|---|---|", *rows))


def _examples(page: RulePage, out: Path) -> Iterator[str]:
    if not page.examples and not page.related_examples:
        return
    yield "## Regneeksempler"
    if page.examples:
        yield "\n".join(
            f"- {_example_link(example, out)}. {'; '.join(example.arithmetic)}"
            for example in page.examples
        )
    if page.related_examples:
        yield "Eksempler på andre sider som også bruker regelen:"
        yield "\n".join(f"- {_example_link(example, out)}" for example in page.related_examples)


def _example_link(example: WorkedExample, out: Path) -> str:
    return f"[{example.title}]({relative_link(example.path, out)})"


def _modules(page: RulePage, out: Path) -> Iterator[str]:
    if not page.modules:
        return
    yield "## Hvor regelen er programmert"
    yield "\n".join(
        f"- [app/rules/{path.relative_to(RULES).as_posix()}]({relative_link(path, out)})"
        for path in page.modules
    )
