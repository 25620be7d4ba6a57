"""Provisions as a letter writes them."""

import pytest

from app.decisions.citations import in_words, rules_of
from app.rules.law.sources import FORVALTNINGSLOVEN, INTEGRERINGSLOVEN


@pytest.mark.parametrize(
    ("details", "written"),
    [
        ([], ""),
        (["(1)"], "første ledd"),
        (["(3)", "(1)", "(2)"], "første, andre og tredje ledd"),
        (["(2) c"], "andre ledd bokstav c"),
        (["(2) c", "(2) a"], "andre ledd bokstav a og c"),
        (["(2) a", "(1)"], "første ledd og andre ledd bokstav a"),
    ],
)
def test_paragraphs_and_letters_are_written_in_words(details: list[str], written: str) -> None:
    assert in_words(details) == written


def test_what_is_no_paragraph_is_refused() -> None:
    with pytest.raises(ValueError, match="letter x"):
        in_words(["letter x"])


def test_a_section_is_cited_once_where_it_first_comes() -> None:
    award, appeal = INTEGRERINGSLOVEN.section("46", "(2) a"), FORVALTNINGSLOVEN.section("29", "(1)")
    rules = rules_of([award, appeal, INTEGRERINGSLOVEN.section("46", "(2) c"), award])
    assert [(rule.citation, rule.key) for rule in rules] == [
        ("integreringsloven § 46 andre ledd bokstav a og c", "il-46"),
        ("forvaltningsloven § 29 første ledd", "fvl-29"),
    ]
