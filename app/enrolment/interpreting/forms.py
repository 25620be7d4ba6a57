"""The questions about a talk that are asked wherever one is registered."""

from typing import Any

from app.enrolment.interpreting.commands import Interpreter, Interpreting
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
    kinship_text,
    mode_text,
    no_interpreter_text,
    talk_languages,
    use_text,
)
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.web.fields import checkbox_field, day_field, radio_field, select_field
from app.web.forms import PortalForm, text_field

_DEPENDING = (
    "interpreter_name",
    "register_id",
    "category",
    "exemption",
    "mode",
    "kinship",
    "no_interpreter_reason",
    "note",
)
"""What must be filled in depends on who interpreted, so the page does not call it optional."""


class TalkForm(PortalForm):
    """When something was gone through, in which language, and who interpreted."""

    explained_on: Any = day_field(
        _l("Dato for gjennomgangen"), required=_l("Skriv dagen dere gikk gjennom papiret.")
    )
    language: Any = select_field(
        _l("Språk dere gikk gjennom papiret på"),
        talk_languages,
        required=_l("Velg språket."),
        blank=_l("Velg språk"),
    )
    interpreter_use: Any = radio_field(
        _l("Hvem tolket?"),
        lambda: [(one.value, use_text(one)) for one in InterpreterUse],
        required=_l("Velg hvem som tolket, eller at det ikke var tolk."),
    )
    interpreter_name: Any = text_field(_l("Tolkens navn"))
    register_id: Any = text_field(
        _l("Tolkens nummer i Nasjonalt tolkeregister"),
        most=40,
        hint=_l("Skriv navnet, nummeret eller begge."),
    )
    category: Any = select_field(
        _l("Tolkens kategori i registeret"),
        lambda: [(one.value, category_text(one)) for one in QualificationCategory],
        blank=_l("Velg kategori"),
    )
    exemption: Any = select_field(
        _l("Hvorfor brukte dere ikke en tolk fra registeret?"),
        lambda: [(one.value, exemption_text(one)) for one in Exemption],
        blank=_l("Velg grunn"),
        hint=_l("Tolkeloven § 7 sier når dere kan la være."),
    )
    mode: Any = select_field(
        _l("Hvor var tolken?"),
        lambda: [(one.value, mode_text(one)) for one in InterpretingMode],
        blank=_l("Velg"),
    )
    kinship: Any = select_field(
        _l("Er tolken i familie med deltakeren?"),
        lambda: [(one.value, kinship_text(one)) for one in Kinship],
        blank=_l("Velg"),
        hint=_l("En slektning er som regel ikke upartisk (tolkeloven § 16)."),
    )
    is_adult: Any = checkbox_field(
        _l("Tolken er 18 år eller eldre"), hint=_l("Barn skal aldri tolke (tolkeloven § 4).")
    )
    no_interpreter_reason: Any = select_field(
        _l("Hvorfor var det ikke tolk?"),
        lambda: [(one.value, no_interpreter_text(one)) for one in NoInterpreterReason],
        blank=_l("Velg grunn"),
        hint=_l("Kommunen vurderer behovet, ikke bare deltakeren (tolkeloven § 6)."),
    )
    note: Any = text_field(
        _l("Begrunnelse"),
        most=2000,
        area=True,
        hint=_l(
            "Trengs når tolken er i familie med deltakeren, når sterke grunner eller hast gjorde "
            "at tolken ikke var fra registeret, og når deltakeren ikke ville ha tolk."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in _DEPENDING:
            self[name].flags.depends = True

    def validate(self, extra_validators: Any = None) -> bool:
        """Check also what only the chosen kind of interpreter asks for."""
        is_sound = bool(super().validate(extra_validators))
        for field, message in self._missing():
            if not self[field].errors:
                self.refuse(message, field)
                is_sound = False
        return is_sound

    def _missing(self) -> list[tuple[str, str]]:
        if "interpreter_use" not in self or not self.interpreter_use.data:
            return []
        if self.interpreter_use.data == InterpreterUse.NONE:
            wanted = [("no_interpreter_reason", _("Velg hvorfor det ikke var tolk."))]
        else:
            wanted = [
                ("mode", _("Velg hvor tolken var.")),
                ("kinship", _("Velg om tolken er i familie med deltakeren.")),
            ]
        if self.interpreter_use.data == InterpreterUse.REGISTERED:
            wanted.append(("category", _("Velg kategorien som tolken har i registeret.")))
        return [(field, message) for field, message in wanted if not self[field].data]

    def to_interpreting(self) -> Interpreting:
        """Return what was filled in, without what the chosen kind of interpreter does not have."""
        is_interpreted = self.interpreter_use.data != InterpreterUse.NONE
        reason = None if is_interpreted else self.no_interpreter_reason.data
        return Interpreting(
            interpreter=self._interpreter() if is_interpreted else None,
            no_interpreter_reason=NoInterpreterReason(reason) if reason else None,
            note=self.note.data or "",
        )

    def _interpreter(self) -> Interpreter:
        is_registered = self.interpreter_use.data == InterpreterUse.REGISTERED
        exemption = None if is_registered else self.exemption.data
        return Interpreter(
            name=self.interpreter_name.data or "",
            register_id=self.register_id.data or "",
            mode=InterpretingMode(self.mode.data),
            kinship=Kinship(self.kinship.data),
            is_adult=self.is_adult.data,
            category=QualificationCategory(self.category.data) if is_registered else None,
            exemption=Exemption(exemption) if exemption else None,
        )
