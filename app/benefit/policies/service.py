"""Reading and changing the municipality's choices."""

import hashlib
import json
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.accounts.queries import get_municipality
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor, MunicipalityScope, Role
from app.core.clock import Clock
from app.core.errors import Conflict, NotPermitted
from app.rules.benefit import Policy, PolicyKey


@dataclass(frozen=True, slots=True)
class ChangePolicies:
    """Set every choice at once, as they stand in the form."""

    policy: Policy
    seen: str
    """The mark of the choices that the form was opened with."""


class PoliciesChanged(Conflict):
    """Somebody else changed the choices since the form was opened."""

    code = "policies_changed"

    def __init__(self, current: Policy, mark: str) -> None:
        super().__init__("the policies are not those that were shown")
        self.current = current
        self.mark = mark


def read_policy(session: Session, scope: MunicipalityScope) -> tuple[Policy, str]:
    """Return the municipality's choices, and a mark that changes with them."""
    policy = Policy.from_mapping(get_municipality(session, scope).policies)
    return policy, _mark(policy)


def change_policies(
    session: Session, clock: Clock, actor: Actor, command: ChangePolicies
) -> tuple[PolicyKey, ...]:
    """Set the choices; they hold for months that are prepared from now on.

    Returns which of them changed.

    Raises:
        NotPermitted: only the administrator chooses.
        PoliciesChanged: the form was opened before somebody else's change.
    """
    if actor.role is not Role.ADMINISTRATOR:
        raise NotPermitted
    municipality = get_municipality(session, actor.scope)
    session.refresh(municipality, with_for_update=True)
    before = Policy.from_mapping(municipality.policies)
    if command.seen != _mark(before):
        raise PoliciesChanged(before, _mark(before))
    changed = changed_keys(before, command.policy)
    if not changed:
        return ()
    municipality.policies = command.policy.to_mapping()
    session.flush()
    audit.record(
        session,
        clock,
        actor,
        Action.POLICIES_CHANGED,
        ("municipality", municipality.id),
        details={
            "changes": {
                key.value: [before.value(key), command.policy.value(key)] for key in changed
            }
        },
    )
    return changed


def changed_keys(before: Policy, after: Policy) -> tuple[PolicyKey, ...]:
    """Return the choices that differ."""
    return tuple(key for key in PolicyKey if before.value(key) != after.value(key))


def _mark(policy: Policy) -> str:
    return hashlib.sha256(json.dumps(policy.to_mapping(), sort_keys=True).encode()).hexdigest()
