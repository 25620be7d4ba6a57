"""Who came although an absence was registered was not absent."""

from datetime import date
from fractions import Fraction

import pytest

from app.benefit.attended import cut_to_attendance
from app.rules.absence import Absence, AbsenceReason

HOURS = Fraction(3)
MON, TUE, WED, THU, FRI, SAT, SUN, NEXT = (date(2026, 10, day) for day in range(5, 13))
SCHEDULED = dict.fromkeys((MON, TUE, WED, THU, FRI, NEXT), HOURS)
AWAY = dict.fromkeys(SCHEDULED, HOURS)


def ill(first_day: date, last_day: date, hours: Fraction | None = None) -> Absence:
    return Absence(first_day, last_day, AbsenceReason.OWN_ILLNESS, hours, is_self_certified=True)


def cut(absence: Absence, **missed: int) -> list[Absence]:
    """Cut an absence where `missed` says how many hours she was away on named days."""
    named = {"mon": MON, "tue": TUE, "wed": WED, "thu": THU, "fri": FRI, "next": NEXT}
    away = {**AWAY, **{named[name]: Fraction(hours) for name, hours in missed.items()}}
    return list(cut_to_attendance([absence], away, SCHEDULED))


def test_an_absence_that_agrees_stays_whole_with_its_weekend() -> None:
    assert cut(ill(THU, NEXT)) == [ill(THU, NEXT)]
    assert cut(ill(SAT, SUN)) == [ill(SAT, SUN)]


def test_days_that_nobody_registered_stay_as_they_were_told() -> None:
    assert list(cut_to_attendance([ill(MON, FRI)], {}, SCHEDULED)) == [ill(MON, FRI)]
    assert list(cut_to_attendance([ill(MON, FRI)], {}, {})) == [ill(MON, FRI)]


@pytest.mark.parametrize(
    ("missed", "left"),
    [
        ({"wed": 0}, [ill(MON, TUE), ill(THU, FRI)]),
        ({"mon": 0}, [ill(TUE, FRI)]),
        ({"fri": 0}, [ill(MON, THU)]),
        ({"wed": 1}, [ill(MON, TUE), ill(WED, WED, Fraction(1)), ill(THU, FRI)]),
        ({"mon": 0, "tue": 0, "wed": 0, "thu": 0, "fri": 0}, []),
    ],
)
def test_an_absence_is_cut_where_she_came(missed: dict[str, int], left: list[Absence]) -> None:
    assert cut(ill(MON, FRI), **missed) == left


def test_the_weekend_goes_with_the_days_that_are_left() -> None:
    assert cut(ill(FRI, SUN), fri=0) == []
    assert cut(ill(SAT, NEXT), next=0) == []
    assert cut(ill(THU, NEXT), next=0) == [ill(THU, SUN)]


def test_days_without_a_plan_alone_are_no_absence() -> None:
    before = date(2026, 10, 3)
    assert cut(ill(before, MON), mon=0) == []


def test_hours_of_several_days_are_cut_day_by_day() -> None:
    part = ill(MON, THU, Fraction(2))
    assert cut(part, tue=0) == [
        ill(MON, MON, Fraction(2)),
        ill(date(2026, 10, 7), THU, Fraction(2)),
    ]
    assert cut(part, tue=1) == [
        ill(MON, MON, Fraction(2)),
        ill(date(2026, 10, 6), date(2026, 10, 6), Fraction(1)),
        ill(date(2026, 10, 7), THU, Fraction(2)),
    ]


def test_hours_are_never_more_than_were_missed() -> None:
    part = ill(MON, MON, Fraction(2))
    assert cut(part) == [part]
    assert cut(part, mon=1) == [ill(MON, MON, Fraction(1))]
    assert cut(part, mon=0) == []
