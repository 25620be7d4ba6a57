"""A page shows its text, numbers, choices, codes, examples and modules, and its links lead on."""

import re
from datetime import date
from pathlib import Path

import pytest

from app.rule_docs import render
from app.rule_docs.command import documents
from app.rule_docs.labels import CodeGroup, CodeLabel, ParameterLabel
from app.rule_docs.modules import RULES
from app.rule_docs.pages import ParameterRows, RulePage
from app.rule_docs.texts import RuleText
from app.rules.law.installation import InstallationDate
from app.rules.law.parameter import DatedValue, Parameter, PendingValue, Unit
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.policy import PolicyKey
from tests.support.repository import ROOT

EXAMPLES = ROOT / "tests" / "examples"
OUT = ROOT / "docs" / "rules"
SECTION = INTEGRERINGSLOVEN.section("8", "(1)")
AGE: Parameter[int | None] = Parameter(
    "age",
    Unit.YEARS_OF_AGE,
    (
        DatedValue(date(2003, 9, 1), None, SECTION, is_confirmed=False),
        DatedValue(date(2026, 5, 1), 55, SECTION, announced_on=date(2026, 5, 22)),
    ),
    PendingValue(60, SECTION, InstallationDate.AGE_SIXTY),
)


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> RulePage:
    label = ParameterLabel("Alder", "Den dagen tillatelsen ble gitt.", "ukjent")
    monkeypatch.setattr(render, "parameter_labels", lambda: {"age": label})
    text = RuleText("Hvem", "Målgruppe", "En setning.", "## Kort sagt\n\nSe il § 9 og il § 8.")
    return RulePage(
        key="il-8",
        provision=SECTION,
        text=text,
        parameters=(ParameterRows(AGE, AGE.values, "il-9"),),
        policies=(PolicyKey.CAP_DAY_AT_DAY_RATE,),
        codes=(CodeGroup("X", "Grunner", {"too_old": CodeLabel("For gammel.", ("il-8",))}),),
        examples=(),
        related_examples=(),
        modules=(RULES / "eligibility" / "section_8.py",),
    )


@pytest.fixture
def lines(page: RulePage) -> list[str]:
    return render.rendered(page, {"il-8", "il-9"}, OUT).splitlines()


@pytest.mark.parametrize(
    "line",
    [
        "# Hvem",
        "**[Integreringsloven § 8](https://lovdata.no/lov/2020-11-06-127/§8)** (kort: il § 8)  ",
        "Tema: Målgruppe. Sammenlignet med Lovdatas tekst av 2. juli 2026.",
        "Se [il § 9](il-9.md) og il § 8.",
        "| Alder | ukjent | 1. september 2003 | – | il § 8 (1) | *ikke bekreftet* |",
        "| Alder | 55 år | 1. mai 2026 | 22. mai 2026 | il § 8 (1) | lest |",
        "| Alder | 60 år | ikke fastsatt (innstillingen `age_sixty_in_force_from`) | – "
        "| il § 8 (1) | vedtatt, ikke i kraft |",
        "| Alder | [alle verdiene](il-9.md) |  |  |  |  |",
        "- Alder: Den dagen tillatelsen ble gitt.",
        "**Kan timene på én dag koste mer enn dagsatsen?** (`cap_day_at_day_rate`)",
        "- `true` (anbefalt): Nei. Trekket for timer stopper ved dagsatsen.",
        "Grunner:",
        "| `too_old` | For gammel. |",
        "- [app/rules/eligibility/section_8.py](../../app/rules/eligibility/section_8.py)",
    ],
)
def test_a_page_shows(line: str, lines: list[str]) -> None:
    assert line in lines


def test_what_is_not_there_has_no_heading(page: RulePage, lines: list[str]) -> None:
    assert "## Regneeksempler" not in lines
    assert any(line.startswith("*Ikke bekreftet* betyr") for line in lines)


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return dict(documents(EXAMPLES, OUT))


def test_every_link_leads_somewhere(files: dict[str, str]) -> None:
    links = [
        (name, target)
        for name, content in files.items()
        for target in re.findall(r"\]\(([^)]+)\)", content)
    ]
    assert len(links) > 500
    for name, target in links:
        if not target.startswith("https://lovdata.no/"):
            assert target in files or (OUT / target).resolve().is_file(), f"{name}: {target}"


def test_the_pages_are_the_same_each_time(files: dict[str, str]) -> None:
    assert documents(EXAMPLES, OUT) == files


def test_an_example_shows_its_sums_on_its_own_page_only(files: dict[str, str]) -> None:
    sums = "2 dager × 758,605556 = 1517,211111"
    assert {name for name, content in files.items() if sums in content} == {"il-21.md"}


def test_the_index_names_every_page(files: dict[str, str]) -> None:
    index = files["README.md"]
    assert [name for name in files if name != "README.md" and f"({name})" not in index] == []
    assert "*(har uavklarte spørsmål)*" in index


def test_no_page_names_a_place_on_the_machine(files: dict[str, str]) -> None:
    assert [name for name, content in files.items() if str(Path.home()) in content] == []
