"""From a text of scenarios to a text of answers; each scenario succeeds or fails alone."""

import json
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import NoReturn

from app.rules.law import BadFacts, NotInForceError
from app.scenarios.errors import ScenarioError, ScenarioProblem
from app.scenarios.fields import Fields
from app.scenarios.kinds.absence import answer_absence
from app.scenarios.kinds.administrative_decision import answer_administrative_decision
from app.scenarios.kinds.appeal_deadline import answer_appeal_deadline
from app.scenarios.kinds.correction import answer_correction
from app.scenarios.kinds.deadlines import answer_deadlines
from app.scenarios.kinds.identity_number import answer_identity_number
from app.scenarios.kinds.norwegian_training import answer_norwegian_training
from app.scenarios.kinds.payment import answer_payment
from app.scenarios.kinds.plan_check import answer_plan_check
from app.scenarios.kinds.programme import answer_programme
from app.scenarios.kinds.rates import answer_rates
from app.scenarios.kinds.section_16 import answer_section_16
from app.scenarios.kinds.target_group import answer_target_group
from app.scenarios.output import Answer

FORMAT = 1


class RuleProblem(StrEnum):
    """Problems that only the rules find, besides those of `FactProblem`."""

    NOT_IN_FORCE = "not_in_force"


_KINDS: dict[str, Callable[[Fields, date | None], Answer]] = {
    "rates": answer_rates,
    "target_group": answer_target_group,
    "programme": answer_programme,
    "plan_check": answer_plan_check,
    "absence": answer_absence,
    "payment": answer_payment,
    "correction": answer_correction,
    "section_16": answer_section_16,
    "norwegian_training": answer_norwegian_training,
    "administrative_decision": answer_administrative_decision,
    "appeal_deadline": answer_appeal_deadline,
    "deadlines": answer_deadlines,
    "identity_number": answer_identity_number,
}


def run(text: str) -> tuple[str, int]:
    """Answer the scenarios in a JSON text: the answers as JSON, and the exit status.

    The status is 1 if any scenario could not be answered, else 0.
    """
    try:
        parsed: object = json.loads(text, parse_float=str, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        error = ScenarioError(ScenarioProblem.NOT_JSON, "The text is not JSON.", "")
        answers = [error.to_json()]
    else:
        answers = assess(parsed if isinstance(parsed, list) else [parsed])
    failed = any("error" in row for row in answers)
    return json.dumps(answers, ensure_ascii=False, indent=2), int(failed)


def assess(scenarios: Iterable[object]) -> list[Answer]:
    """Answer scenarios in order; one that cannot be answered gives an `error` entry."""
    return [_assess_one(scenario) for scenario in scenarios]


def _assess_one(scenario: object) -> Answer:
    try:
        return _answer(Fields(scenario))
    except ScenarioError as error:
        return error.to_json()
    except BadFacts as error:
        message = f"The facts cannot be true: {error.problem.value.replace('_', ' ')}."
        return ScenarioError(error.problem, message, error.field).to_json()
    except NotInForceError as error:
        return ScenarioError(RuleProblem.NOT_IN_FORCE, f"{error}.", "").to_json()


def _answer(fields: Fields) -> Answer:
    kind = fields.text("kind")
    if kind not in _KINDS:
        message = f"{kind!r} is not one of: {', '.join(_KINDS)}."
        raise ScenarioError(ScenarioProblem.UNKNOWN_KIND, message, "kind")
    if fields.has("format") and fields.whole("format") != FORMAT:
        message = f"This version answers format {FORMAT}."
        raise ScenarioError(ScenarioProblem.UNKNOWN_FORMAT, message, "format")
    known_on = fields.day_or_none("known_on")
    return {"kind": kind, "format": FORMAT, **_KINDS[kind](fields, known_on)}


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
