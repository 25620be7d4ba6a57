"""Why a scenario could not be answered."""

from enum import StrEnum


class ScenarioProblem(StrEnum):
    """Problems with the text itself; problems with the facts have the codes of the rules."""

    NOT_JSON = "not_json"
    NOT_AN_OBJECT = "not_an_object"
    UNKNOWN_KEY = "unknown_key"
    UNKNOWN_KIND = "unknown_kind"
    UNKNOWN_FORMAT = "unknown_format"
    MISSING = "missing"
    WRONG_TYPE = "wrong_type"
    UNKNOWN_VALUE = "unknown_value"
    IMPOSSIBLE_DATE = "impossible_date"
    WRONG_ORDER = "wrong_order"


class ScenarioError(Exception):
    """One scenario is refused; the others are still answered."""

    def __init__(self, code: StrEnum, message: str, field: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.field = field

    def to_json(self) -> dict[str, object]:
        """Return the entry that stands in the answer's place."""
        return {"error": {"code": self.code.value, "message": self.message, "field": self.field}}
