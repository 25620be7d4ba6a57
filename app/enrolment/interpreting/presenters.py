"""Why a talk cannot be registered, and how it was interpreted, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, assert_never

from app.enrolment.interpreting.errors import InterpretingRefusal
from app.enrolment.interpreting.kinds import (
    Exemption,
    InterpreterUse,
    InterpretingMode,
    Kinship,
    NoInterpreterReason,
    QualificationCategory,
)
from app.enrolment.interpreting.wording import (
    category_text,
    exemption_text,
    mode_text,
    no_interpreter_text,
    use_text,
)
from app.i18n.text import gettext as _


class Interpreted(Protocol):
    """A row that says how a talk was interpreted."""

    @property
    def interpreter_use(self) -> InterpreterUse | None: ...
    @property
    def interpreter_name(self) -> str: ...
    @property
    def register_id(self) -> str: ...
    @property
    def category(self) -> QualificationCategory | None: ...
    @property
    def exemption(self) -> Exemption | None: ...
    @property
    def mode(self) -> InterpretingMode | None: ...
    @property
    def kinship(self) -> Kinship | None: ...
    @property
    def no_interpreter_reason(self) -> NoInterpreterReason | None: ...
    @property
    def note(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a talk, or one question with what the person said in her own words."""

    term: str
    value: str


def interpreting_facts(row: Interpreted) -> Iterator[Fact]:
    """Yield who interpreted and how, or why nobody did; nothing where there was no talk."""
    if row.interpreter_use is None:
        return
    yield Fact(_("Hvem tolket"), use_text(row.interpreter_use))
    if row.interpreter_name:
        yield Fact(_("Tolkens navn"), row.interpreter_name)
    if row.register_id:
        yield Fact(_("Nummer i tolkeregisteret"), row.register_id)
    if row.category is not None:
        yield Fact(_("Kategori"), category_text(row.category))
    if row.exemption is not None:
        yield Fact(_("Hvorfor ikke fra registeret"), exemption_text(row.exemption))
    if row.mode is not None:
        yield Fact(_("Hvor tolken var"), mode_text(row.mode))
        yield Fact(_("Tolken er 18 år eller eldre"), _("Ja"))
    if row.kinship is Kinship.RELATIVE:
        yield Fact(_("I familie med deltakeren"), _("Ja, voksen slektning"))
    if row.no_interpreter_reason is not None:
        yield Fact(_("Hvorfor ikke tolk"), no_interpreter_text(row.no_interpreter_reason))
    if row.note:
        yield Fact(_("Begrunnelse"), row.note)


def interpreting_refusal(reason: InterpretingRefusal) -> tuple[str, str]:
    """Return the field concerned, and why the talk is not registered."""
    match reason:
        case InterpretingRefusal.NO_INTERPRETER_NAMED:
            return "interpreter_name", _("Skriv tolkens navn eller nummer i registeret.")
        case InterpretingRefusal.NO_REASON:
            return "no_interpreter_reason", _("Velg hvorfor det ikke var tolk.")
        case InterpretingRefusal.NO_EXEMPTION:
            return "exemption", _("Velg hvorfor dere ikke brukte en tolk fra registeret.")
        case InterpretingRefusal.TRANSITION_IS_OVER:
            return "exemption", _("Unntaket gjaldt til 31.12.2026. Velg en annen grunn.")
        case InterpretingRefusal.NO_NOTE:
            return "note", _("Skriv begrunnelsen.")
        case InterpretingRefusal.INTERPRETER_IS_CHILD:
            return "interpreter_use", _(
                "Et barn kan ikke tolke. Gå gjennom papiret på nytt med en voksen tolk."
            )
        case InterpretingRefusal.ADULT_NOT_CONFIRMED:
            return "is_adult", _("Bekreft at tolken er 18 år eller eldre.")
        case _:
            assert_never(reason)
