"""The proposals for one participant, and the draft that they begin."""

from dataclasses import replace

from app.enrolment.facts import target_group_facts
from app.enrolment.mapping.contents import Mapping
from app.enrolment.models import Participant
from app.plans.commands import PlanDetails, ProgrammeDetails
from app.plans.facts import programme_facts
from app.plans.foundations.proposing import propose
from app.plans.foundations.types import FoundationFacts, PlanProposals, Reason, ReasonCode
from app.plans.foundations.wording import text_in
from app.rules.programme import EducationLevel


def proposals_for(
    participant: Participant,
    mapping: Mapping,
    education: EducationLevel,
    programme: ProgrammeDetails,
) -> PlanProposals:
    """Return what a plan of this programme can begin with. Needs Part.PERMIT and Part.CHILDREN."""
    return propose(
        FoundationFacts(
            programme=programme_facts(participant, education, programme),
            permit=target_group_facts(participant, programme.starts_on).permit,
            mapping=mapping,
        )
    )


def begin_with(details: PlanDetails, proposals: PlanProposals, language: str) -> PlanDetails:
    """Return a new plan's details with the proposals in them, its reasons in `nb` or `nn`.

    The guidance on realkompetansevurdering is not ticked: only who gave it can say so.
    """
    end_goal, social_studies = proposals.end_goal, proposals.social_studies
    return replace(
        details,
        end_goal=end_goal.end_goal if end_goal else details.end_goal,
        norwegian_goals=proposals.norwegian.goals,
        norwegian_goals_reason=text_in(language, _above_guiding(proposals)),
        long_term_goals=proposals.long_term_goals,
        goals_language=_foreign(proposals.goals_language),
        reasons=text_in(language, proposals.reasons),
        social_studies_hours=social_studies.hours if social_studies else 0,
    )


def _above_guiding(proposals: PlanProposals) -> tuple[Reason, ...]:
    reasons = proposals.norwegian.reasons
    return tuple(reason for reason in reasons if reason.code is ReasonCode.ABOVE_GUIDING_LEVEL)


def _foreign(language: str) -> str:
    """Return the code of a language other than Norwegian, which a plan does not name."""
    return "" if language in {"nb", "nn"} else language
