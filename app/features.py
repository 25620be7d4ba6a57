"""The list of what the portal is made of: blueprints, menu, jobs, tables. Data, no logic."""

from collections.abc import Iterable

from flask import Blueprint
from sqlalchemy import MetaData

from app.accounts import models as _accounts
from app.accounts import views as accounts_views
from app.audit import models as _audit
from app.core.actor import CASE_STAFF, STAFF, Role
from app.i18n.text import lazy_gettext as _l
from app.jobs import models as _jobs
from app.jobs.service import Failure, Handler
from app.pdf.client import PdfRenderer
from app.persistence import submissions as _submissions
from app.persistence.base import Base
from app.web.navigation import NavigationItem

TABLES = (_accounts, _audit, _jobs, _submissions)
METADATA: MetaData = Base.metadata

BLUEPRINTS: tuple[Blueprint, ...] = (accounts_views.bp,)

NAVIGATION: tuple[NavigationItem, ...] = ()


def JOB_HANDLERS(  # noqa: N802
    renderer: PdfRenderer,
) -> Iterable[tuple[str, Handler, Failure | None]]:
    """Return who does which kind of job."""
    return ()
