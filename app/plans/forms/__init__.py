"""Forms of plans and elements: shape, not law."""

from app.plans.forms.confirm import ConfirmForm
from app.plans.forms.element import ElementFields, ElementForm
from app.plans.forms.plan import SKILLS, PlanForm

__all__ = ["SKILLS", "ConfirmForm", "ElementFields", "ElementForm", "PlanForm"]
