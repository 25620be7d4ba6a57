"""A year of a municipality through the services, and every øre of it computed again."""

import csv
from collections import Counter
from decimal import Decimal
from io import StringIO

import pytest
from sqlalchemy import select

from app.benefit.models import Payment, PaymentCorrection, PaymentRun, RunStatus
from app.benefit.snapshot import Snapshot
from app.benefit.stored import from_json
from app.extensions import db
from app.rules.benefit import DayKind
from tests.simulation.year import Year

pytestmark = pytest.mark.timeout(400)
MONTHS = range(1, 13)
LARGE = 300
"""Participants of the year in which everything must happen; smaller ones lack what is rare."""


def payments_of(year: Year, month: int) -> list[Payment]:
    wanted = select(Payment).where(Payment.run_id == year.runs[month].id)
    return list(db.session.scalars(wanted))


def corrections_of(year: Year, month: int) -> list[PaymentCorrection]:
    wanted = select(PaymentCorrection).where(PaymentCorrection.run_id == year.runs[month].id)
    return list(db.session.scalars(wanted))


def test_every_participants_month_is_what_the_law_gives(year: Year) -> None:
    found = [
        f"{each.month} {each.what} of {each.of_month}: number {each.person.number} of"
        f" {each.person.group}: portal {each.portal}, law {each.law}"
        for each in year.differences
    ]
    assert found == []


def test_every_months_total_is_what_the_law_gives(year: Year) -> None:
    assert {month: portal for month, (portal, _) in year.totals.items()} == {
        month: law for month, (_, law) in year.totals.items()
    }
    assert all(portal > 0 for portal, _ in year.totals.values())


@pytest.mark.parametrize("month", MONTHS)
def test_the_file_pays_exactly_the_month(year: Year, month: int) -> None:
    rows = csv.reader(StringIO(year.files[month].decode("utf-8-sig")), delimiter=";")
    amounts = [Decimal(row[-3].replace(",", ".")) for row in list(rows)[1:]]
    assert sum(amounts) * 100 == year.totals[month][0]


@pytest.mark.parametrize("month", MONTHS)
def test_the_month_was_approved_by_somebody_else_and_sent(year: Year, month: int) -> None:
    run = db.session.get_one(PaymentRun, year.runs[month].id, populate_existing=True)
    assert run.status is RunStatus.SENT
    assert run.approved_by not in {None, run.prepared_by}


def test_nobody_pays_the_municipality(year: Year) -> None:
    for month in MONTHS:
        assert all(row.payout_ore >= 0 for row in payments_of(year, month))
        assert all(row.after_payment_ore >= 0 for row in corrections_of(year, month))


def test_every_reduction_says_by_what_provision_and_adds_up(year: Year) -> None:
    for month in MONTHS:
        for row in payments_of(year, month):
            kept = from_json(row.assessment)
            assert _sum(kept) == row.payout_ore
            for line in kept.absences:
                assert line.amount_ore == 0 or line.kind is not DayKind.PAID
                assert not line.amount_ore or line.provisions
            assert all(line.provision.text for line in kept.others)


def test_every_reduction_for_absence_said_who_registered_it(year: Year) -> None:
    assert year.unregistered == []
    assert year.reduced_days


def _sum(kept: Snapshot) -> int:
    gross = sum(line.amount_ore for line in kept.segments)
    reduced = sum(line.amount_ore for line in (*kept.absences, *kept.others))
    return gross - reduced


def test_what_was_paid_is_what_the_last_facts_give_unless_it_is_told_as_too_much(
    year: Year,
) -> None:
    """Payments and corrections make good; what is too much is only told (§ 25)."""
    known_on = year.last_known_on
    too_little, too_much = Counter[int](), 0
    for person in year.town.people:
        for month in MONTHS:
            due_ore = year.due_ore(person, month, known_on)
            difference = year.issued[person.number, month] - due_ore
            if difference < 0:
                too_little[person.number] += difference
            too_much += difference > 0
    assert not too_little
    assert too_much


def test_the_year_had_something_of_everything(year: Year) -> None:
    wanted = [
        "own_illness", "child_illness", "tell", "wrong_mark", "cancelled", "appeal",
    ]  # fmt: skip
    if len(year.town.people) == LARGE:
        wanted += [
            "welfare_leave", "religious_holiday", "permission", "withdraw", "late_reason",
            "forgotten", "home", "programme_work", "recovery", "waiver", "must_decide", "upheld",
            "governor_annuls", "municipality_annuls", "stop", "distrust", "lifted", "annulled",
        ]  # fmt: skip
    assert [what for what in wanted if not year.counts[what]] == []
