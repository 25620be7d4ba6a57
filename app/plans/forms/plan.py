"""The form of a plan: everything but its elements."""

from typing import Any
from uuid import UUID

from wtforms.fields.choices import SelectChoice

from app.i18n.locales import DEFAULT
from app.i18n.spoken import language_name
from app.i18n.text import lazy_gettext as _l
from app.plans.commands import ChangePlan, CreatePlan, PlanDetails, ProgrammeDetails
from app.rules.plan import CefrLevel, NorwegianGoals
from app.rules.programme import EndGoal
from app.web.fields import (
    checkbox_field,
    day_field,
    integer_field,
    language_choices,
    radio_field,
    select_field,
    version_field,
)
from app.web.forms import PortalForm, text_field

SKILLS = ("listening", "reading", "writing", "speaking")
PROGRAMME_FIELDS = ("decided_on", "offered_start_on", "starts_on")


def _levels() -> list[tuple[str, str]]:
    return [(level.value, level.value) for level in CefrLevel]


def _goal_languages() -> list[tuple[str, str]]:
    norwegian = [(code, language_name(code)) for code in (DEFAULT.code, "nn")]
    return [*norwegian, *language_choices()]


def _level_field(label: str) -> Any:
    return select_field(label, _levels, blank=_l("Velg nivå"), required=_l("Velg et nivå."))


class PlanForm(PortalForm):
    """The programme's dates and everything in the plan but its elements."""

    row_version = version_field()

    decided_on: Any = day_field(
        _l("Vedtak om introduksjonsprogram"),
        required=_l("Velg dagen for vedtaket."),
        hint=_l("Dagen kommunen bestemte at deltakeren skal delta."),
    )
    offered_start_on: Any = day_field(
        _l("Tilbud om oppstart"),
        required=_l("Velg dagen deltakeren fikk tilbud om å starte."),
        hint=_l("Dagen avgjør hvilke regler om varighet som gjelder."),
    )
    starts_on: Any = day_field(
        _l("Programmet starter"),
        required=_l("Velg dagen programmet starter."),
        hint=_l("Siste dag regnes ut når du lagrer."),
    )
    made_on: Any = day_field(
        _l("Planen er laget"),
        required=_l("Velg dagen planen er laget."),
        hint=_l("Dagen avgjør om deltakeren skal ha kontrakt eller erklæring."),
    )

    end_goal: Any = radio_field(_l("Sluttmål"), list, required=_l("Velg et sluttmål."))
    is_completion_ruled_out: Any = checkbox_field(
        _l("Deltakeren ønsker ikke, eller klarer ikke, å fullføre videregående i programmet"),
        hint=_l("Gjelder deltakere under 25 år med arbeid eller deler av videregående som mål."),
    )

    listening: Any = _level_field(_l("Lytte"))
    reading: Any = _level_field(_l("Lese"))
    writing: Any = _level_field(_l("Skrive"))
    speaking: Any = _level_field(_l("Snakke"))

    long_term_goals: Any = text_field(
        _l("Langsiktige mål"),
        most=4000,
        area=True,
        hint=_l(
            "Hva vil deltakeren på lengre sikt? Bruk gjerne deltakerens egne ord. Må være med før "
            "planen fastsettes."
        ),
    )
    goals_language: Any = select_field(
        _l("Språket målene er skrevet på"),
        _goal_languages,
        hint=_l("Velg språket deltakeren selv brukte. Da kan målene oversettes senere."),
    )
    norwegian_goals_reason: Any = text_field(
        _l("Hvorfor norskmålet er et annet enn forslaget"),
        most=2000,
        area=True,
        hint=_l("Skriv bare noe her hvis norskmålet er et annet enn det utdanningen tilsier."),
    )
    participation_note: Any = text_field(
        _l("Hva deltakeren bidro med"),
        most=2000,
        area=True,
        hint=_l("Hva ønsket deltakeren selv, og på hvilket språk ble dere enige om planen?"),
    )
    reasons: Any = text_field(
        _l("Begrunnelse"),
        most=4000,
        area=True,
        hint=_l(
            "Hvorfor er disse elementene valgt, og hvordan hjelper de deltakeren til arbeid og til "
            "norskmålet? Må være med før planen fastsettes."
        ),
    )
    norwegian_hours: Any = integer_field(
        _l("Timer norsk i alt"), highest=10_000, hint=_l("Må være med før planen fastsettes.")
    )
    social_studies_hours: Any = integer_field(
        _l("Timer samfunnskunnskap i alt"),
        highest=1_000,
        hint=_l(
            "Opplæringen er på 75 timer, med timene fra mottaket. Gjelder ikke ved kollektiv "
            "beskyttelse."
        ),
    )
    is_competence_validation_guided: Any = checkbox_field(
        _l("Deltakeren er veiledet om realkompetansevurdering, eller trenger det ikke")
    )
    is_appeal_information_given: Any = checkbox_field(
        _l("Deltakeren har fått vite hvordan det er mulig å klage på planen"),
        hint=_l("Fristen er tre uker. Klagen sendes til kommunen."),
    )
    review_due_on: Any = day_field(
        _l("Neste vurdering av planen"),
        required=_l("Velg når planen skal vurderes på nytt."),
    )

    def offer_goals(self, goals: list[tuple[EndGoal, str, bool]]) -> None:
        """Set which end goals are shown, with their labels; those not allowed cannot be chosen."""
        self.end_goal.choices = [
            SelectChoice(goal.value, label, {} if is_allowed else {"disabled": True})
            for goal, label, is_allowed in goals
        ]

    def leave_out_programme(self) -> None:
        """Take away the decision: a fixed plan rests on it already."""
        for name in PROGRAMME_FIELDS:
            del self[name]

    def show(self, details: PlanDetails, programme: ProgrammeDetails | None) -> None:
        """Fill in what is saved."""
        for name, value in plan_values(details).items():
            self[name].data = value
        if programme is not None:
            for name in PROGRAMME_FIELDS:
                self[name].data = getattr(programme, name)

    def to_creation(self, participant_id: UUID) -> CreatePlan:
        """Return what was filled in for the first time."""
        programme = self._programme()
        assert programme is not None, "the first plan asks for the decision"
        return CreatePlan(participant_id, programme, self._details())

    def to_change(self, participant_id: UUID) -> ChangePlan:
        """Return what was filled in."""
        return ChangePlan(participant_id, self.row_version.data, self._details(), self._programme())

    def _programme(self) -> ProgrammeDetails | None:
        if "starts_on" not in self:
            return None
        return ProgrammeDetails(
            offered_start_on=self.offered_start_on.data,
            starts_on=self.starts_on.data,
            decided_on=self.decided_on.data,
        )

    def _details(self) -> PlanDetails:
        return PlanDetails(
            made_on=self.made_on.data,
            end_goal=EndGoal(self.end_goal.data),
            norwegian_goals=NorwegianGoals(*(CefrLevel(self[name].data) for name in SKILLS)),
            review_due_on=self.review_due_on.data,
            is_completion_ruled_out=self.is_completion_ruled_out.data,
            long_term_goals=self.long_term_goals.data or "",
            goals_language=_unless_default(self.goals_language.data),
            norwegian_goals_reason=self.norwegian_goals_reason.data or "",
            participation_note=self.participation_note.data or "",
            reasons=self.reasons.data or "",
            norwegian_hours=self.norwegian_hours.data or 0,
            social_studies_hours=self.social_studies_hours.data or 0,
            is_appeal_information_given=self.is_appeal_information_given.data,
            is_competence_validation_guided=self.is_competence_validation_guided.data,
        )


def _unless_default(language: str | None) -> str:
    """Return the language as a plan keeps it: bokmål goes without saying."""
    return "" if language in (None, DEFAULT.code) else language


def plan_values(details: PlanDetails) -> dict[str, Any]:
    """Return what each field of the plan form shows for these details."""
    goals = details.norwegian_goals
    return {
        "made_on": details.made_on,
        "end_goal": details.end_goal.value,
        **{skill: getattr(goals, skill).value for skill in SKILLS},
        "review_due_on": details.review_due_on,
        "is_completion_ruled_out": details.is_completion_ruled_out,
        "long_term_goals": details.long_term_goals,
        "goals_language": details.goals_language or DEFAULT.code,
        "norwegian_goals_reason": details.norwegian_goals_reason,
        "participation_note": details.participation_note,
        "reasons": details.reasons,
        "norwegian_hours": details.norwegian_hours or None,
        "social_studies_hours": details.social_studies_hours or None,
        "is_appeal_information_given": details.is_appeal_information_given,
        "is_competence_validation_guided": details.is_competence_validation_guided,
    }
