"""When the registration of a month closes: what is registered later is a correction."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.accounts.queries import get_municipality
from app.core.actor import MunicipalityScope
from app.rules.benefit import Policy


def closes_on(session: Session, scope: MunicipalityScope, last_day: date) -> date:
    """Return the last day of registering for a month that ends on `last_day`.

    The benefit is paid in arrears on registered attendance (§ 24); how long teachers may take is
    the municipality's choice.
    """
    policy = Policy.from_mapping(get_municipality(session, scope).policies)
    return last_day + timedelta(days=policy.registration_closes.days)
