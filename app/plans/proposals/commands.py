"""What can be asked of proposals, as plain values."""

from dataclasses import dataclass
from uuid import UUID

from app.plans.commands import ElementDetails
from app.plans.proposals.kinds import ProposalKind
from app.rules.plan import ElementKind


@dataclass(frozen=True, slots=True)
class ProposeChange:
    """The participant wants something in her plan."""

    kind: ProposalKind
    words: str
    language: str
    """BCP 47 code of the language of the words."""
    element_id: UUID | None = None
    """The line that she wants changed."""
    element_kind: ElementKind | None = None


@dataclass(frozen=True, slots=True)
class TakeProposal:
    """Put what the proposal wants into the draft."""

    participant_id: UUID
    proposal_id: UUID
    element: ElementDetails | None = None
    """The line as it is to be; None: it is about a goal."""
    changed_element_id: UUID | None = None
    """The line of the draft that is changed; None: a new one."""
    row_version: int = 0
    """The version of that line that was seen."""


@dataclass(frozen=True, slots=True)
class DeclineProposal:
    """Tell the participant why it does not come into the plan."""

    participant_id: UUID
    proposal_id: UUID
    reason: str
    translation: str = ""
    """The same in the participant's own language; empty: nobody wrote it."""
