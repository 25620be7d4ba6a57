"""The fields of forms: what they read, and what they say when they cannot."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from flask import Flask
from flask_babel import Babel, force_locale
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict
from wtforms import Form

from app.i18n.locales import page_languages
from app.i18n.spoken import SPOKEN_LANGUAGES, language_name
from app.web.fields import (
    checkbox_field,
    day_field,
    hours_field,
    integer_field,
    language_choices,
    radio_field,
    select_field,
    version_field,
    yes_no_choices,
)

APP = Flask(__name__)
Babel(APP, default_locale="nb")


class Sample(Form):
    day = day_field("Dag")
    must = day_field("Må", required="Skriv dagen.")
    language = select_field("Språk", language_choices, blank="Velg")
    answer = radio_field("Svar", yes_no_choices, required="Svar.")
    chosen = radio_field("Valgt", yes_no_choices, chosen="no")
    hours = hours_field("Timer", most=40)
    number = integer_field("Tall", lowest=1, highest=99)
    version = version_field()
    ticked = checkbox_field("Kryss", required="Kryss av.")


@pytest.fixture(autouse=True)
def request_context() -> Iterator[None]:
    with APP.test_request_context():
        yield


def read(name: str, *typed: str) -> Any:
    """Return the validated field, filled in like this."""
    form = Sample(MultiDict([(name, value) for value in typed] or [("nothing", "")]))
    form.validate()
    return form[name]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-09-01", date(2026, 9, 1)),
        ("01.09.2026", date(2026, 9, 1)),
        (" 1.9.2026 ", date(2026, 9, 1)),
        ("", None),
        ("  ", None),
    ],
)
def test_a_day_is_read(typed: str, day: date | None) -> None:
    field = read("day", typed)
    assert (field.data, list(field.errors)) == (day, [])


@pytest.mark.parametrize("typed", ["31.02.2026", "09/01/2026", "i går", "2026-13-01", "1.9.26"])
def test_what_is_no_day_is_told_and_kept(typed: str) -> None:
    field = read("day", typed)
    assert field.data is None
    assert "dd.mm.åååå" in str(field.errors[0])
    assert typed in str(field())


@pytest.mark.parametrize("typed", ["0026-09-01", "1899-12-31", "2200-01-01"])
def test_a_year_that_is_a_slip_is_told(typed: str) -> None:
    assert [str(error) for error in read("day", typed).errors] == ["Sjekk årstallet."]


def test_a_day_is_shown_as_the_date_picker_wants_it() -> None:
    assert 'value="2026-09-01"' in str(read("day", "1.9.2026")())
    assert 'type="date"' in str(Sample().day())
    assert 'value="2026-09-01"' in str(Sample(data={"day": date(2026, 9, 1)}).day())


def test_what_must_be_there_says_so() -> None:
    assert list(read("must", "").errors) == ["Skriv dagen."]
    assert list(read("must", "  ").errors) == ["Skriv dagen."]
    assert len(read("must", "i går").errors) == 1
    assert list(read("answer").errors) == ["Svar."]
    assert list(read("ticked").errors) == ["Kryss av."]


@pytest.mark.parametrize(("name", "typed"), [("language", "xx"), ("answer", "maybe")])
def test_a_choice_that_was_not_offered_is_refused(name: str, typed: str) -> None:
    errors = [str(error) for error in read(name, typed).errors]
    assert errors == ["Velg ett av alternativene i listen."]


def test_a_choice_is_read() -> None:
    assert read("language", "ar").data == "ar"
    assert list(read("language", "").errors) == []
    assert read("answer", "yes").data == "yes"
    assert Sample().chosen.data == "no"


@pytest.mark.parametrize(
    ("typed", "hours"),
    [("7,5", Fraction(15, 2)), ("7.25", Fraction(29, 4)), ("0", Fraction(0)), ("40", Fraction(40))],
)
def test_hours_are_exact(typed: str, hours: Fraction) -> None:
    field = read("hours", typed)
    assert (field.data, list(field.errors)) == (hours, [])
    assert f'value="{typed}"' in str(field())


@pytest.mark.parametrize("typed", ["7,555", "-1", "sju", "7,5,5", "٧", "1e3", "nan"])
def test_what_is_no_hours_is_told_and_kept(typed: str) -> None:
    field = read("hours", typed)
    assert "Skriv timene som et tall" in str(field.errors[0])
    assert f'value="{typed}"' in str(field())


def test_more_hours_than_there_can_be_are_refused() -> None:
    assert [str(error) for error in read("hours", "40,01").errors] == ["Skriv høyst 40 timer."]
    assert 'value="7,5"' in str(Sample(data={"hours": Fraction(15, 2)}).hours())


@given(st.integers(0, 4000))
def test_hours_survive_being_shown_and_read_again(hundredths: int) -> None:
    with APP.test_request_context():
        saved = Fraction(hundredths, 100)
        shown = Sample(data={"hours": saved}).hours._value()
        assert Sample(MultiDict({"hours": shown})).hours.data == saved


@pytest.mark.parametrize(("typed", "number"), [("1", 1), (" 9 9 ", 99), ("", None)])
def test_a_whole_number_is_read(typed: str, number: int | None) -> None:
    field = read("number", typed)
    assert (field.data, list(field.errors)) == (number, [])


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("x", "Skriv et helt tall."),
        ("1,5", "Skriv et helt tall."),
        ("²", "Skriv et helt tall."),
        ("0", "Skriv et tall fra 1 til 99."),
        ("100", "Skriv et tall fra 1 til 99."),
    ],
)
def test_what_is_no_such_number_is_told(typed: str, message: str) -> None:
    assert [str(error) for error in read("number", typed).errors] == [message]


@pytest.mark.parametrize("language", page_languages(), ids=lambda language: language.code)
def test_every_language_has_a_name_of_its_own(language: Any) -> None:
    with force_locale(language.code.replace("-", "_")):
        names = [language_name(code) for code in SPOKEN_LANGUAGES]
    assert len(set(names)) == len(names)
    assert not set(names) & set(SPOKEN_LANGUAGES)


def test_an_unknown_language_names_itself() -> None:
    assert language_name("xx-unknown") == "xx-unknown"


@pytest.mark.parametrize(
    ("typed", "version"),
    [
        (["7"], 7),
        (["٣"], 0),
        ([], 0),
        ([""], 0),
        (["-1"], 0),
        (["x"], 0),
        (["²"], 0),
        (["1" * 10], 0),
    ],
)
def test_a_version_that_is_missing_or_forged_fits_no_row(typed: list[str], version: int) -> None:
    form = Sample(MultiDict([("version", value) for value in typed] or [("n", "")]), version=7)
    assert form.version.data == version
