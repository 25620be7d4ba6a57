"""What the database's planner knows of the sizes of the tables."""

from sqlalchemy import text
from sqlalchemy.orm import Session

SAMPLED_ROWS = 1000
"""How much of an index SQLite reads, however large it is: some ten milliseconds in all."""


def refresh_statistics(session: Session) -> None:
    """Let SQLite count its tables anew; other databases do it by themselves.

    Without the counts it takes a municipality for ten people, and reads all of them to find the
    few of a part: the work of a month then grows with the square of its participants.
    """
    if session.get_bind().dialect.name != "sqlite":
        return
    session.execute(text(f"PRAGMA analysis_limit={SAMPLED_ROWS}"))
    session.execute(text("ANALYZE"))
