"""The fields that forms are made of: each with its own words for what is wrong."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from fractions import Fraction
from typing import Any

from wtforms import (
    BooleanField,
    DateField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TimeField,
)
from wtforms.validators import InputRequired, Optional, StopValidation, ValidationError

from app.i18n.format import hours as hours_text
from app.i18n.spoken import SPOKEN_LANGUAGES, language_name
from app.i18n.text import gettext as _
from app.web.forms import text_field

Choice = tuple[str, str]
FindChoices = Callable[[], Sequence[Choice]]
"""Answers the choices when the form is made, so that their labels are in the reader's language."""

_DAY_FORMATS = ("%Y-%m-%d", "%d.%m.%Y")
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2199
_TIME = re.compile(r"([01]?[0-9]|2[0-3])[:.]?([0-5][0-9])")
_HOURS = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?")


class DayField(DateField):
    """A calendar day, from a date picker or typed the Norwegian way."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read `2026-09-01` or `01.09.2026`."""
        typed = valuelist[0].strip() if valuelist else ""
        self.data = None
        if not typed:
            return
        self.data = _find_day(typed)
        if self.data is None:
            raise ValueError(_("Skriv datoen slik: dd.mm.åååå, for eksempel 01.09.2026."))

    def post_validate(self, form: Any, validation_stopped: bool) -> None:  # noqa: FBT001 (WTForms)
        """Refuse years that can only be slips of the finger."""
        year = self.data.year if self.data else _EARLIEST_YEAR
        if not _EARLIEST_YEAR <= year <= _LATEST_YEAR:
            raise ValidationError(_("Sjekk årstallet."))

    def _value(self) -> str:
        # The date picker understands only this form, however it was typed.
        return self.data.isoformat() if self.data else " ".join(self.raw_data or [])


def _find_day(typed: str) -> date | None:
    for wanted in _DAY_FORMATS:
        try:
            return datetime.strptime(typed, wanted).date()  # noqa: DTZ007 (a day has no offset)
        except ValueError:
            continue
    return None


class HourField(TimeField):
    """A time of day, from a time picker or typed the Norwegian way."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read `09:00`, `9.00` or `0900`."""
        typed = valuelist[0].strip() if valuelist else ""
        self.data = None
        if not typed:
            return
        read = _TIME.fullmatch(typed)
        if read is None:
            raise ValueError(_("Skriv klokkeslettet slik: tt.mm, for eksempel 09.00."))
        self.data = time(int(read[1]), int(read[2]))


class _KnownChoice:
    """Says in our words that a choice is not one of those offered."""

    def pre_validate(self, form: Any) -> None:
        """Refuse what the page did not offer."""
        known = {str(choice.value) for choice in self.iter_choices()}  # type: ignore[attr-defined]
        if str(self.data or "") not in known:  # type: ignore[attr-defined]
            raise ValidationError(_("Velg ett av alternativene i listen."))


class ChoiceField(_KnownChoice, SelectField):
    """A drop-down list."""


class OneOfField(_KnownChoice, RadioField):
    """Radio buttons."""


class WholeNumberField(IntegerField):
    """A whole number between two others."""

    def __init__(self, *args: Any, lowest: int, highest: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lowest, self.highest = lowest, highest

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read digits, with blanks between the thousands if she likes."""
        typed = "".join(valuelist[0].split()) if valuelist else ""
        self.data = None
        if not typed:
            return
        if not re.fullmatch(r"-?[0-9]{1,9}", typed):
            raise ValueError(_("Skriv et helt tall."))
        self.data = int(typed)

    def post_validate(self, form: Any, validation_stopped: bool) -> None:  # noqa: FBT001 (WTForms)
        """Refuse numbers outside the range."""
        if self.data is not None and not self.lowest <= self.data <= self.highest:
            raise ValidationError(
                _(
                    "Skriv et tall fra %(lowest)s til %(highest)s.",
                    lowest=self.lowest,
                    highest=self.highest,
                )
            )


class HoursField(StringField):
    """Hours with at most two decimals, as an exact fraction. Takes a comma or a point."""

    def __init__(self, *args: Any, most: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.most = most

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read `7,5`."""
        typed = valuelist[0].strip() if valuelist else ""
        self.data = None
        if not typed:
            return
        if not _HOURS.fullmatch(typed) or not typed.isascii():
            raise ValueError(_("Skriv timene som et tall, for eksempel 7,5."))
        self.data = Fraction(typed.replace(",", "."))

    def post_validate(self, form: Any, validation_stopped: bool) -> None:  # noqa: FBT001 (WTForms)
        """Refuse more hours than there can be."""
        if self.data is not None and self.data > self.most:
            raise ValidationError(_("Skriv høyst %(most)s timer.", most=self.most))

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else hours_text(self.data)


class VersionField(HiddenField):
    """The version of the row that the page was made from, as a number."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what came back; one that is missing or forged is 0, which fits no row."""
        typed = valuelist[0] if valuelist else ""
        self.data = int(typed) if re.fullmatch(r"[0-9]{1,9}", typed) else 0


def version_field() -> Any:
    """Return the hidden field that tells a stale edit from a fresh one."""
    return VersionField(default=0)


def day_field(label: str, *, required: str = "", hint: str = "") -> Any:
    """Return a field for a date; `required` is the message when it is empty."""
    return DayField(
        label, validators=[_presence(required)], format=list(_DAY_FORMATS), description=hint
    )


def hour_field(label: str, *, required: str = "", hint: str = "") -> Any:
    """Return a field for a time of day; `required` is the message when it is empty."""
    return HourField(label, validators=[_presence(required)], format="%H:%M", description=hint)


def select_field(
    label: str, choices: FindChoices, *, required: str = "", hint: str = "", blank: str = ""
) -> Any:
    """Return a drop-down list.

    The first choice is empty and says `blank`; without it, nothing is chosen only if `choices`
    says so itself.
    """

    def offered() -> list[Choice]:
        return [("", str(blank)), *choices()] if blank else list(choices())

    return ChoiceField(label, choices=offered, validators=[_presence(required)], description=hint)


def radio_field(
    label: str, choices: FindChoices, *, required: str = "", hint: str = "", chosen: str = ""
) -> Any:
    """Return radio buttons, with `chosen` marked at first."""
    return OneOfField(
        label,
        choices=lambda: list(choices()),
        validators=[_presence(required)],
        description=hint,
        default=chosen or None,
    )


def checkbox_field(label: str, *, required: str = "", hint: str = "") -> Any:
    """Return one checkbox; with `required` it must be ticked."""
    validators = [InputRequired(required)] if required else []
    return BooleanField(label, validators=validators, description=hint)


def integer_field(
    label: str, *, required: str = "", lowest: int = 0, highest: int = 1_000_000, hint: str = ""
) -> Any:
    """Return a field for a whole number from `lowest` to `highest`, both included."""
    return WholeNumberField(
        label,
        validators=[_presence(required)],
        lowest=lowest,
        highest=highest,
        description=hint,
    )


def hours_field(label: str, *, required: str = "", most: int = 168, hint: str = "") -> Any:
    """Return a field for hours, at most `most`; its data is a Fraction or None."""
    return HoursField(
        label,
        validators=[_presence(required)],
        most=most,
        description=hint,
        render_kw={"inputmode": "decimal", "autocomplete": "off"},
    )


def language_choices() -> list[Choice]:
    """Return the languages that participants speak, by name in the reader's language."""
    named = [(code, language_name(code)) for code in SPOKEN_LANGUAGES]
    return sorted(named, key=lambda choice: choice[1].casefold())


def yes_no_choices() -> list[Choice]:
    """Return yes and no, as `yes` and `no`."""
    return [("yes", _("Ja")), ("no", _("Nei"))]


class _Present(InputRequired):
    """Wants an answer; blanks alone are none."""

    def __call__(self, form: Any, field: Any) -> None:
        """Refuse what is empty, or was read as nothing."""
        super().__call__(form, field)
        if field.data is None and not field.errors:
            raise StopValidation(self.message)


def _presence(required: str) -> Any:
    return _Present(required) if required else Optional()


__all__ = [
    "checkbox_field",
    "day_field",
    "hour_field",
    "hours_field",
    "integer_field",
    "language_choices",
    "radio_field",
    "select_field",
    "text_field",
    "yes_no_choices",
]
