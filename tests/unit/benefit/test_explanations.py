"""Why this krone: every language whole, every line with its provision, the sum the payout."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.benefit.explanations.presenters import AfterPayment, explain
from app.benefit.explanations.words import explained_languages, explanation_words
from app.benefit.freezing import Circumstances, freeze
from app.benefit.presenters.remedies import Remedy
from app.benefit.snapshot import Snapshot
from app.core.period import Period, month_period
from app.i18n.locales import document_languages
from app.rules.absence import Absence
from app.rules.benefit import (
    Basis,
    DayKind,
    OtherFacts,
    OtherReductionKind,
    Policy,
    assess_payment,
)
from tests.support.payments import snapshot_of
from tests.support.rule_strategies import (
    facts,
    histories,
    months,
    others,
    parts_of_months,
    policies,
)

CODES = [each.code for each in explained_languages()]
KNOWN = Circumstances(date(2026, 11, 23))
NAMES = {date(2026, 10, 1): "Lærer Larsen"}


def check(snapshot: Snapshot, language: str, after: list[AfterPayment]) -> None:
    found = explain(snapshot, after, explanation_words(language), NAMES)
    assert sum(line.amount_ore for line in found.lines) == found.total_ore
    assert found.total_ore == snapshot.payout_ore + sum(each.amount_ore for each in after)
    for line in found.lines:
        assert line.text
        assert line.provisions
        assert all(link.text and link.url for link in line.provisions)


def test_every_language_of_documents_explains() -> None:
    assert explained_languages() == document_languages()
    assert {explanation_words(code).is_draft for code in CODES if code != "nb"} == {True}


@given(
    histories(),
    months | parts_of_months,
    policies,
    others,
    st.sampled_from(CODES),
    st.lists(st.integers(0, 5_000_000), max_size=3),
)
def test_the_lines_are_the_payout_to_the_ore(
    absences: tuple[Absence, ...],
    asked: Period,
    policy: Policy,
    other: OtherFacts,
    language: str,
    after: list[int],
) -> None:
    told = facts(absences, asked, other)
    snapshot = freeze(told, assess_payment(told, policy), policy, KNOWN)
    check(
        snapshot,
        language,
        [AfterPayment(month_period(2025, 1 + at), ore) for at, ore in enumerate(after)],
    )


@pytest.mark.parametrize("language", CODES)
def test_everything_has_words(language: str) -> None:
    words = explanation_words(language)
    for kind in OtherReductionKind:
        assert words.text(f"other.{kind.value}")
    for kind in (DayKind.INVALID, DayKind.UNPAID):
        assert "06.10.2026" in words.text(f"absence.{kind.value}", day="06.10.2026")
    for remedy in Remedy:
        assert words.text(f"remedy.{remedy.value}")
    snapshot = snapshot_of(
        gross=Fraction(3000),
        invalid=[Fraction(100)],
        unpaid=[Fraction(10)],
        recovery=Fraction(5),
    )
    (invalid, unpaid) = snapshot.absences
    hourly = replace(invalid, basis=Basis.HOUR, hours=Fraction(5, 2))
    whole = replace(unpaid, basis=Basis.WHOLE_PERIOD)
    varied = replace(snapshot, absences=(hourly, whole))
    found = explain(varied, [AfterPayment(month_period(2026, 9), 100)], words, NAMES)
    check(varied, language, [])
    hours = found.lines[1]
    assert "2,5" in hours.details[0]
    assert "Lærer Larsen" in hours.details[1]
    assert hours.remedy
    assert [line.amount_ore for line in found.lines] == [300_000, -10_000, -1_000, -500, 100]
    for fraction in (Fraction(1), Fraction(5, 6), Fraction(2, 3), Fraction(1, 3), Fraction(1, 2)):
        (segment,) = snapshot.segments
        other = replace(snapshot, segments=(replace(segment, fraction=fraction),))
        assert explain(other, [], words, {}).lines[0].details[0]


def test_days_that_cost_nothing_are_no_lines() -> None:
    snapshot = snapshot_of(gross=Fraction(100), invalid=[Fraction(10)])
    (line,) = snapshot.absences
    held = replace(snapshot, absences=(replace(line, amount_ore=0),), payout_ore=10_000)
    assert len(explain(held, [], explanation_words("nb"), {}).lines) == 1


def test_a_language_without_words_gets_the_norwegian() -> None:
    assert explanation_words("rhg") is explanation_words("nb")
