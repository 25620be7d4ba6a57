"""Forty-four made-up participants. Names are common ones of each language; nobody is meant."""

from dataclasses import dataclass

from app.enrolment.models import Literacy, Sex
from app.rules.eligibility import PermitGround
from app.rules.programme import EducationLevel, EndGoal


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """What differs between the people; the rest follows from the order."""

    given_name: str
    family_name: str
    sex: Sex
    born: str
    language: str
    ground: PermitGround
    education: EducationLevel
    end_goal: EndGoal
    literacy: Literacy = Literacy.FLUENT
    children: tuple[str, ...] = ()
    lives_with_parents: bool = False
    has_partner_in_programme: bool = False


F, M = Sex.FEMALE, Sex.MALE
ASYLUM, QUOTA, COLLECTIVE, FAMILY = (
    PermitGround.ASYLUM,
    PermitGround.RESETTLEMENT,
    PermitGround.COLLECTIVE_PROTECTION,
    PermitGround.FAMILY,
)
