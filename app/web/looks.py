"""Recording that somebody saw a form: when it is opened, and when it is shown again, refused."""

from collections.abc import Callable
from typing import TypeVar

from flask import request

from app.persistence.looks import keep_after_rollback
from app.web.context import session

Seen = TypeVar("Seen")


def shown(look: Callable[[], Seen], read: Callable[[], Seen]) -> Seen:
    """Return what a form is about; `look` records that it was seen, `read` does not.

    A form that was sent is only read: what it changes is recorded instead. If it is refused, the
    page shows everything once more, and so the look is recorded after all.
    """
    if request.method == "GET":
        return look()
    keep_after_rollback(session(), look)
    return read()
