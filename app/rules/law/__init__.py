"""What every rule is made of: provisions, dated values, grounds and refusals of bad facts."""

from app.rules.law.bad_facts import BadFacts, FactProblem
from app.rules.law.grounds import Clarification, Ground, Step
from app.rules.law.installation import InstallationDate, InstallationDates
from app.rules.law.parameter import DatedValue, NotInForceError, Parameter, PendingValue, Unit
from app.rules.law.provision import LegalSource, Provision

__all__ = [
    "BadFacts",
    "Clarification",
    "DatedValue",
    "FactProblem",
    "Ground",
    "InstallationDate",
    "InstallationDates",
    "LegalSource",
    "NotInForceError",
    "Parameter",
    "PendingValue",
    "Provision",
    "Step",
    "Unit",
]
