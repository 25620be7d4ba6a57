"""The form of each part."""

from app.enrolment.mapping.forms.background import EducationForm, WorkForm
from app.enrolment.mapping.forms.base import ADD_LINE, REMOVE_LINE, PartForm
from app.enrolment.mapping.forms.conversation import ConversationForm
from app.enrolment.mapping.forms.earlier import GuidanceForm, PreSettlementForm
from app.enrolment.mapping.forms.languages import LanguagesForm
from app.enrolment.mapping.forms.person import SkillsForm, WishesForm
from app.enrolment.mapping.kinds import MappingPart

FORMS: dict[MappingPart, type[PartForm]] = {
    MappingPart.CONVERSATION: ConversationForm,
    MappingPart.EDUCATION: EducationForm,
    MappingPart.WORK: WorkForm,
    MappingPart.LANGUAGES: LanguagesForm,
    MappingPart.SKILLS: SkillsForm,
    MappingPart.WISHES: WishesForm,
    MappingPart.GUIDANCE: GuidanceForm,
    MappingPart.PRE_SETTLEMENT: PreSettlementForm,
}

__all__ = ["ADD_LINE", "FORMS", "REMOVE_LINE", "PartForm"]
