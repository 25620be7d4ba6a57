"""The list of what the portal is made of: blueprints, menu, jobs, tables. Data, no logic."""

from collections.abc import Iterable

from flask import Blueprint
from sqlalchemy import MetaData

from app.accounts import models as _accounts
from app.accounts import views as accounts_views
from app.attendance import models as _attendance
from app.audit import models as _audit
from app.benefit import models as _benefit
from app.core.actor import Role
from app.declarations import models as _declarations
from app.enrolment import models as _enrolment
from app.i18n.text import lazy_gettext as _l
from app.jobs import models as _jobs
from app.jobs.service import Failure, Handler
from app.papers import models as _papers
from app.pdf.client import PdfRenderer
from app.persistence import submissions as _submissions
from app.persistence.base import Base
from app.plans import models as _plans
from app.reporting import start
from app.reporting.access_log import views as access_log
from app.web.navigation import NavigationItem

TABLES = (
    _accounts,
    _attendance,
    _audit,
    _benefit,
    _declarations,
    _enrolment,
    _jobs,
    _papers,
    _plans,
    _submissions,
)
METADATA: MetaData = Base.metadata

BLUEPRINTS: tuple[Blueprint, ...] = (
    start.bp,
    accounts_views.bp,
    access_log.bp,
)

NAVIGATION: tuple[NavigationItem, ...] = (
    NavigationItem(_l("Innsynslogg"), "access_log.show", frozenset({Role.PRIVACY_OFFICER})),
)


def JOB_HANDLERS(  # noqa: N802
    renderer: PdfRenderer,
) -> Iterable[tuple[str, Handler, Failure | None]]:
    """Return who does which kind of job."""
    return ()
