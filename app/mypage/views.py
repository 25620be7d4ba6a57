"""The participant's own pages, in her language."""

from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import user_names
from app.core.actor import Role
from app.core.errors import NotFound
from app.core.period import month_period
from app.declarations.words.presenters import words_page
from app.i18n.locales import DEFAULT
from app.i18n.text import gettext as _
from app.mypage import service
from app.mypage.errors import NotLinked
from app.mypage.presenters.absences import own_absences_view
from app.mypage.presenters.home import home_view
from app.mypage.presenters.months import months_view
from app.mypage.presenters.papers import own_papers_view
from app.mypage.presenters.plan import own_plan_view
from app.plans.answers.presenters import own_answer
from app.plans.answers.service.reading import read_answers
from app.web.access import access
from app.web.context import actor, clock, current_day, scope, session
from app.web.language import current_language
from app.web.navigation import NavigationLink
from app.web.transactions import transactional

bp = Blueprint("mypage", __name__, url_prefix="/min-side")

NORWEGIAN = frozenset({DEFAULT.code, "nn"})
MONTHS_IN_YEAR = 12


@bp.get("")
@access(Role.PARTICIPANT)
@transactional
def show() -> ResponseReturnValue:
    """Show this week, and what is next."""
    page = home_view(service.open_home(session(), clock(), actor()))
    return render_template("mypage/home.html", page=page)


@bp.get("/plan")
@access(Role.PARTICIPANT)
@transactional
def show_plan() -> ResponseReturnValue:
    """Show the plan that holds now."""
    own = service.open_own_plan(session(), clock(), actor())
    page = (
        own_plan_view(
            own,
            own.case.current,
            current_language().code,
            current_day(),
            with_norwegian=request.args.get("norsk") == "ja",
        )
        if own.case.current
        else None
    )
    answer = own_answer(read_answers(session(), scope(), own.case))
    return render_template("mypage/plan.html", page=page, answer=answer)


@bp.get("/maaned")
@access(Role.PARTICIPANT)
@transactional
def show_newest_month() -> ResponseReturnValue:
    """Show the newest month that is final."""
    return _month_page(service.open_months(session(), clock(), actor()))


@bp.get("/maaned/<int(fixed_digits=4):year>-<int(fixed_digits=2):month>")
@access(Role.PARTICIPANT)
@transactional
def show_month(year: int, month: int) -> ResponseReturnValue:
    """Show a month that is final."""
    if not 1 <= month <= MONTHS_IN_YEAR or not year:
        raise NotFound
    months = service.open_months(session(), clock(), actor(), month_period(year, month))
    return _month_page(months)


def _month_page(months: service.OwnMonths) -> ResponseReturnValue:
    """Return the page, with the explanation in the language asked for, else in hers."""
    page = current_language().code
    own = months.participant.reading_language
    usual = own if page in NORWEGIAN and own else page
    language = request.args.get("sprak") or usual
    names = user_names(session(), scope())
    return render_template("mypage/month.html", page=months_view(months, language, names))


@bp.get("/fravaer")
@access(Role.PARTICIPANT)
@transactional
def show_absences() -> ResponseReturnValue:
    """Show absences with what they mean."""
    page = own_absences_view(*service.open_absences(session(), clock(), actor()))
    return render_template("mypage/absences.html", page=page)


@bp.get("/papirer")
@access(Role.PARTICIPANT)
@transactional
def show_papers() -> ResponseReturnValue:
    """Show the papers that were issued, and where each of them stands."""
    papers = service.open_papers(session(), clock(), actor())
    page = own_papers_view(papers, current_day())
    return render_template("mypage/papers.html", page=page)


@bp.get("/papirer/<uuid:declaration_id>/les")
@access(Role.PARTICIPANT)
@transactional
def read_paper(declaration_id: UUID) -> ResponseReturnValue:
    """Show the words of one of her papers, with her language beside the Norwegian."""
    participant_id, opened = service.open_paper(session(), clock(), actor(), declaration_id)
    page = words_page(opened, participant_id, declaration_id, for_staff=False)
    return render_template("mypage/read_paper.html", page=page)


@bp.errorhandler(NotLinked)
def explain_not_linked(_problem: NotLinked) -> ResponseReturnValue:
    """Tell a user without a participant whom to ask: it is nothing that she did wrong."""
    return render_template("mypage/not_linked.html")


@bp.context_processor
def own_tabs() -> dict[str, list[NavigationLink]]:
    """Give the pages their common menu."""
    tabs = (
        (_("Oversikt"), ".show", (".show",)),
        (
            _("Planen min"),
            ".show_plan",
            (".show_plan", ".show_proposals", ".propose", ".answer_plan", ".show_plan_changes"),
        ),
        (
            _("Ukeplan"),
            ".show_week",
            (".show_week", ".make_calendar_link"),
        ),
        (_("Utbetaling"), ".show_newest_month", (".show_newest_month", ".show_month")),
        (
            _("Fravær"),
            ".show_absences",
            (
                ".show_absences",
                ".show_quotas",
                ".ask_for_days",
                ".show_year",
                ".show_missed",
                ".object_to_mark",
                ".report",
                ".report_absence",
                ".send_certificate",
            ),
        ),
        (_("Papirer"), ".show_papers", (".show_papers", ".read_paper", ".answer_notice")),
    )
    here = (request.endpoint or "").removeprefix(bp.name)
    return {
        "own_tabs": [
            NavigationLink(label, url_for(endpoint), here in current)
            for label, endpoint, current in tabs
        ]
    }
