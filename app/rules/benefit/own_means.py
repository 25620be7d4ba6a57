"""Egne midler: what never reduces the benefit.

Provision: integreringsloven § 23 first paragraph.
In one sentence: income of one's own or others' work or business, wealth and child support leave
the benefit as it is; paid work inside the programme is another matter.
"""

from collections.abc import Iterable

from app.rules.benefit.facts import OwnMeans
from app.rules.benefit.types import PaymentGround
from app.rules.law.grounds import Ground
from app.rules.law.sources import INTEGRERINGSLOVEN

_OWN_MEANS = INTEGRERINGSLOVEN.section("23", "(1)")
_CODES = {
    OwnMeans.OWN_INCOME: PaymentGround.OWN_INCOME_NEVER_REDUCES,
    OwnMeans.OTHERS_INCOME: PaymentGround.OTHERS_INCOME_NEVER_REDUCES,
    OwnMeans.WEALTH: PaymentGround.WEALTH_NEVER_REDUCES,
    OwnMeans.CHILD_SUPPORT: PaymentGround.CHILD_SUPPORT_NEVER_REDUCES,
}


def grounds_of_own_means(means: Iterable[OwnMeans]) -> tuple[Ground[PaymentGround], ...]:
    """Return why each of the means takes nothing, each once."""
    asked = set(means)
    return tuple(Ground(code, _OWN_MEANS) for one, code in _CODES.items() if one in asked)
