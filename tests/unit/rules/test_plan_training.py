"""Social studies and Norwegian in a plan: hours, language and clocks."""

from typing import Any

import pytest

from app.rules.eligibility import PermitGround
from app.rules.plan import ElementKind, FindingCode, PlanDoubt, PlanStep, Severity
from app.rules.programme import EducationLevel
from tests.support.plans import codes, doubts, findings, step, without
from tests.support.rule_facts import FULL_ELEMENTS, day, element, period

HIGH = EducationLevel.UPPER_SECONDARY_OR_HIGHER
PROTECTION = PermitGround.COLLECTIVE_PROTECTION
Kind = ElementKind
CLOCKS = {FindingCode.NORWEGIAN_TRAINING_TOO_LATE, FindingCode.SOCIAL_STUDIES_TOO_LATE}


@pytest.mark.parametrize(
    ("granted", "hours", "is_short"),
    [
        (None, 75, False),
        (None, 74, True),
        ("2021-12-31", 50, False),
        ("2021-12-31", 49, True),
        ("2022-01-01", 74, True),
        ("2020-12-31", 50, False),
    ],
)
def test_the_hours_of_social_studies_follow_the_permit(
    granted: str | None, hours: int, is_short: bool
) -> None:
    granted_on = day(granted) if granted else None
    found = codes(social_studies_hours=hours, permit_granted_on=granted_on)
    assert (FindingCode.SOCIAL_STUDIES_UNDER_75_HOURS in found) is is_short


def test_the_hours_are_shown() -> None:
    numbers, citation = step(PlanStep.SOCIAL_STUDIES_HOURS, permit_granted_on=day("2021-06-01"))
    assert (numbers, citation) == ({"hours": "75", "required_hours": "50"}, "if § 73 (3)")


@pytest.mark.parametrize(
    ("completed", "stated", "missing", "short"),
    [
        (25, 50, False, False),
        (25, 49, False, True),
        (25, 0, True, False),
        (74, 0, True, False),
        (75, 0, False, False),
        (80, 0, False, False),
        (0, 75, False, False),
    ],
)
def test_hours_of_the_reception_centre_count(
    completed: int, stated: int, *, missing: bool, short: bool
) -> None:
    found = codes(social_studies_hours=stated, social_studies_completed_hours=completed)
    assert (FindingCode.SOCIAL_STUDIES_EXTENT_MISSING in found) is missing
    assert (FindingCode.SOCIAL_STUDIES_UNDER_75_HOURS in found) is short


def test_the_hours_of_the_reception_centre_are_shown() -> None:
    numbers, citation = step(
        PlanStep.SOCIAL_STUDIES_HOURS,
        social_studies_hours=50,
        social_studies_completed_hours=25,
    )
    assert numbers == {"completed_hours": "25", "hours": "50", "required_hours": "50"}
    assert citation == "if § 2 (3)"


@pytest.mark.parametrize(("understood", "is_enough"), [(None, True), (75, True), (74, False)])
def test_social_studies_must_be_understood(understood: int | None, is_enough: bool) -> None:
    rows = findings(social_studies_understood_hours=understood)
    if is_enough:
        assert rows == []
        return
    (finding,) = rows
    assert (finding.code, finding.severity) == (
        FindingCode.SOCIAL_STUDIES_NOT_UNDERSTOOD,
        Severity.WARNING,
    )
    assert dict(finding.numbers) == {"hours": "74", "required_hours": "75"}


def test_without_the_day_of_the_offer_no_clock_is_measured() -> None:
    late = element(Kind.SOCIAL_STUDIES, "1", "2026-12-01", "2030-12-28")
    assert not codes(elements=(*FULL_ELEMENTS, late)) & CLOCKS


@pytest.mark.parametrize(
    ("education", "offered", "is_late"),
    [
        (EducationLevel.NONE, "2023-12-27", False),
        (EducationLevel.NONE, "2023-12-26", True),
        (HIGH, "2025-06-27", False),
        (HIGH, "2025-06-26", True),
    ],
)
def test_norwegian_has_three_years_or_eighteen_months(
    education: EducationLevel, offered: str, is_late: bool
) -> None:
    rows = [
        row
        for row in findings(education=education, training_offered_on=day(offered))
        if row.code is FindingCode.NORWEGIAN_TRAINING_TOO_LATE
    ]
    assert bool(rows) is is_late
    for row in rows:
        assert row.severity is Severity.WARNING
        assert row.period == period("2026-12-27", "2026-12-27")
        assert row.provision.citation == "il § 32 (1)"


@pytest.mark.parametrize(("offered", "is_late"), [("2025-12-27", False), ("2025-12-26", True)])
def test_social_studies_has_one_year(offered: str, is_late: bool) -> None:
    found = codes(training_offered_on=day(offered))
    assert (FindingCode.SOCIAL_STUDIES_TOO_LATE in found) is is_late


def test_what_begins_after_the_clock_is_late_from_its_first_day() -> None:
    elements = (
        *without(Kind.SOCIAL_STUDIES),
        element(Kind.SOCIAL_STUDIES, "1.5", "2026-08-03", "2026-12-27"),
    )
    (finding,) = findings(elements=elements, training_offered_on=day("2025-07-01"))
    assert finding.code is FindingCode.SOCIAL_STUDIES_TOO_LATE
    assert finding.period == period("2026-08-03", "2026-12-27")
    assert finding.numbers == (("months", "12"),)


def test_the_clocks_are_shown() -> None:
    offered: dict[str, Any] = {"training_offered_on": day("2026-01-05")}
    numbers, citation = step(PlanStep.NORWEGIAN_LAST_DAY, **offered)
    assert numbers == {"begins_on": "2026-01-05", "months": "36", "last_day": "2029-01-05"}
    assert citation == "il § 32 (1)"
    numbers, citation = step(PlanStep.SOCIAL_STUDIES_LAST_DAY, **offered)
    assert (numbers["last_day"], citation) == ("2027-01-05", "il § 33 (1)")


@pytest.mark.parametrize(("granted", "is_older"), [("2023-08-01", True), ("2023-08-02", False)])
def test_the_older_clocks_are_a_question(granted: str, is_older: bool) -> None:
    changes: dict[str, Any] = {
        "permit_granted_on": day(granted),
        "training_offered_on": day("2020-01-01"),
    }
    asked = set(doubts(**changes))
    assert asked == ({PlanDoubt.OLDER_TRAINING_LENGTH} if is_older else set())
    assert (codes(**changes) & CLOCKS == CLOCKS) is not is_older


@pytest.mark.parametrize(("started", "is_late"), [("2025-12-27", False), ("2025-12-26", True)])
def test_collective_protection_has_one_year_from_the_start(started: str, is_late: bool) -> None:
    changes: dict[str, Any] = {
        "permit_ground": PROTECTION,
        "training_started_on": day(started),
        "training_offered_on": day("2020-01-01"),
    }
    assert codes(**changes) == ({FindingCode.NORWEGIAN_TRAINING_TOO_LATE} if is_late else set())
    numbers, citation = step(PlanStep.NORWEGIAN_LAST_DAY, **changes)
    assert (numbers["months"], citation) == ("12", "il § 37 d (2)")


def test_collective_protection_has_no_clock_without_a_start() -> None:
    changes: dict[str, Any] = {
        "permit_ground": PROTECTION,
        "training_offered_on": day("2020-01-01"),
    }
    assert codes(**changes) == set()
