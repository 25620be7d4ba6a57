"""Who may see where a participant with address protection lives, and how she is reached."""

from app.core.actor import Actor, Role
from app.enrolment.kinds import AddressProtection
from app.enrolment.models import Participant


def may_see_contact(actor: Actor, participant: Participant) -> bool:
    """Tell whether address, phone and e-mail are shown to the actor.

    With address protection: to the adviser, to the leader and to the participant herself.
    """
    if participant.address_protection is AddressProtection.NONE:
        return True
    return actor.role is Role.LEADER or actor.user_id in (
        participant.adviser_id,
        participant.user_id,
    )
