"""A translator's file: what each clause in it would change."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from markupsafe import Markup

from app.declarations.bundles.terms import missing_terms
from app.declarations.wordings.presenters.faults import wording_fault
from app.declarations.wordings.presenters.marked import marked
from app.declarations.wordings.service.exchange import Outcome, UnitOutcome
from app.i18n.text import gettext as _
from app.i18n.text import ngettext


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One clause of the file."""

    clause_id: str
    norwegian: Markup
    before: Markup
    after: Markup
    outcome: str
    tone: str
    notes: list[str]


@dataclass(frozen=True, slots=True)
class FilePage:
    """What the file would do."""

    will_change: list[UnitRow]
    refused: list[UnitRow]
    same_count: int

    @property
    def summary(self) -> str:
        """How many clauses get new words."""
        count = len(self.will_change)
        return ngettext(
            "%(count)s ledd får ny tekst.", "%(count)s ledd får ny tekst.", count, count=count
        )


def file_page(outcomes: Sequence[UnitOutcome], language: str) -> FilePage:
    """Return the clauses that change, and those that cannot, with the reason."""
    quiet = (Outcome.SAME, Outcome.EMPTY)
    return FilePage(
        will_change=[_row(each, language) for each in outcomes if each.outcome.is_taken_in],
        refused=[
            _row(each, language)
            for each in outcomes
            if not each.outcome.is_taken_in and each.outcome not in quiet
        ],
        same_count=sum(each.outcome in quiet for each in outcomes),
    )


def _row(each: UnitOutcome, language: str) -> UnitRow:
    outcome, tone = _outcome(each)
    terms = missing_terms(each.norwegian, language, each.unit.text) if each.norwegian else ()
    return UnitRow(
        clause_id=each.unit.clause_id[:60],
        norwegian=marked(each.norwegian),
        before=marked(each.before),
        after=marked(each.unit.text[:4000]),
        outcome=outcome,
        tone=tone,
        notes=[
            _("Det faste uttrykket for «%(term)s» er ikke brukt.", term=term.norwegian)
            for term in terms
        ],
    )


def _outcome(each: UnitOutcome) -> tuple[str, str]:
    match each.outcome:
        case Outcome.NEW_WORDS:
            return _("Ny tekst"), "success"
        case Outcome.RENEWED:
            return _("Samme tekst, nå til den norske teksten som gjelder"), "success"
        case Outcome.SAME:
            return _("Uendret"), "neutral"
        case Outcome.EMPTY:
            return _("Ikke oversatt i filen"), "neutral"
        case Outcome.UNKNOWN:
            return _("Teksten har ikke dette leddet"), "danger"
        case Outcome.REPEATED:
            return _("Leddet står to ganger i filen"), "danger"
        case Outcome.OLDER_SOURCE:
            return _("Laget av en eldre norsk tekst"), "danger"
        case Outcome.CHANGED_HERE:
            return _("Endret her etter at filen ble laget"), "danger"
        case Outcome.FAULTY:
            assert each.fault is not None
            return wording_fault(each.fault), "danger"
        case _:
            assert_never(each.outcome)
