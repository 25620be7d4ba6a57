"""Grunnbeløpet i folketrygden (G), since the scheme began.

Provision: folketrygdloven § 1-4; for 2026 forskrift 22. mai 2026 nr. 869.
Amounts: github.com/navikt/g (MIT), compared with the note to folketrygdloven § 1-4 from 2019 on.
In one sentence: set each May with effect from 1 May, so a May payment may be right when made
and need an after-payment later.
"""

from datetime import date

from app.rules.law.parameter import DatedValue, Parameter, Unit
from app.rules.law.sources import BASE_AMOUNT_REGULATION_2026, FOLKETRYGDLOVEN

_SECTION_1_4 = FOLKETRYGDLOVEN.section("1-4")

_AMOUNTS = (
    (date(1967, 1, 1), 5_400),
    (date(1968, 1, 1), 5_900),
    (date(1969, 1, 1), 6_400),
    (date(1970, 1, 1), 6_800),
    (date(1971, 1, 1), 7_200),
    (date(1971, 5, 1), 7_500),
    (date(1972, 1, 1), 7_900),
    (date(1973, 1, 1), 8_500),
    (date(1974, 1, 1), 9_200),
    (date(1974, 5, 1), 9_700),
    (date(1975, 1, 1), 10_400),
    (date(1975, 5, 1), 11_000),
    (date(1976, 1, 1), 11_800),
    (date(1976, 5, 1), 12_100),
    (date(1977, 1, 1), 13_100),
    (date(1977, 5, 1), 13_400),
    (date(1977, 12, 1), 14_400),
    (date(1978, 7, 1), 14_700),
    (date(1979, 1, 1), 15_200),
    (date(1980, 1, 1), 16_100),
    (date(1980, 5, 1), 16_900),
    (date(1981, 1, 1), 17_400),
    (date(1981, 5, 1), 19_100),
    (date(1981, 10, 1), 19_600),
    (date(1982, 5, 1), 21_200),
    (date(1983, 1, 1), 21_800),
    (date(1983, 5, 1), 22_600),
    (date(1984, 5, 1), 24_200),
    (date(1985, 5, 1), 25_900),
    (date(1986, 1, 1), 26_300),
    (date(1986, 5, 1), 28_000),
    (date(1987, 5, 1), 29_900),
    (date(1988, 1, 1), 30_400),
    (date(1988, 4, 1), 31_000),
    (date(1989, 4, 1), 32_700),
    (date(1990, 5, 1), 34_000),
    (date(1990, 12, 1), 34_100),
    (date(1991, 5, 1), 35_500),
    (date(1992, 5, 1), 36_500),
    (date(1993, 5, 1), 37_300),
    (date(1994, 5, 1), 38_080),
    (date(1995, 5, 1), 39_230),
    (date(1996, 5, 1), 41_000),
    (date(1997, 5, 1), 42_500),
    (date(1998, 5, 1), 45_370),
    (date(1999, 5, 1), 46_950),
    (date(2000, 5, 1), 49_090),
    (date(2001, 5, 1), 51_360),
    (date(2002, 5, 1), 54_170),
    (date(2003, 5, 1), 56_861),
    (date(2004, 5, 1), 58_778),
    (date(2005, 5, 1), 60_699),
    (date(2006, 5, 1), 62_892),
    (date(2007, 5, 1), 66_812),
    (date(2008, 5, 1), 70_256),
    (date(2009, 5, 1), 72_881),
    (date(2010, 5, 1), 75_641),
    (date(2011, 5, 1), 79_216),
    (date(2012, 5, 1), 82_122),
    (date(2013, 5, 1), 85_245),
    (date(2014, 5, 1), 88_370),
    (date(2015, 5, 1), 90_068),
    (date(2016, 5, 1), 92_576),
    (date(2017, 5, 1), 93_634),
    (date(2018, 5, 1), 96_883),
    (date(2019, 5, 1), 99_858),
    (date(2020, 5, 1), 101_351),
    (date(2021, 5, 1), 106_399),
    (date(2022, 5, 1), 111_477),
    (date(2023, 5, 1), 118_620),
    (date(2024, 5, 1), 124_028),
    (date(2025, 5, 1), 130_160),
)

BASE_AMOUNT: Parameter[int] = Parameter(
    "base_amount",
    Unit.KRONER,
    (
        *(DatedValue(valid_from, amount, _SECTION_1_4) for valid_from, amount in _AMOUNTS),
        DatedValue(
            date(2026, 5, 1),
            136_549,
            BASE_AMOUNT_REGULATION_2026.section("1"),
            announced_on=date(2026, 5, 22),
        ),
    ),
)
"""G in whole kroner a year. Where the day it was decided is not recorded, it counts as known
from the day it holds."""
