"""Ask the rules a question in JSON: facts in, assessment out, no database and no network."""

from app.scenarios.run import assess, run

__all__ = ["assess", "run"]
