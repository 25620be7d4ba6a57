"""Which sign-in is the participant's own."""

from collections.abc import Iterable
from typing import Any

from app.i18n.text import lazy_gettext as _l
from app.web.fields import Choice, select_field
from app.web.forms import PortalForm


class LinkForm(PortalForm):
    """One list of the users who are nobody's yet."""

    user_id: Any = select_field(
        _l("Bruker"), list, required=_l("Velg brukeren."), blank=_l("Velg bruker")
    )

    def __init__(self, users: Iterable[Choice]) -> None:
        super().__init__()
        self.user_id.choices = [*self.user_id.choices, *users]
