"""The one place that commits.

A POST commits only when the view answers with a redirect, 201 or 204: a form that is shown again
can never save half a change. A GET commits only the record of who looked at whom.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec
from uuid import UUID

from flask import Response, make_response, redirect, request
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.persistence.looks import take_looks
from app.persistence.submissions import Submission, find_submission
from app.web.context import clock, find_actor, session

P = ParamSpec("P")
View = Callable[P, ResponseReturnValue]

SUBMISSION_FIELD = "submission_id"
LOOK_TABLES = frozenset({"audit_event"})


def transactional(view: View[P]) -> View[P]:
    """Run the view in one transaction, and a form with a submission id only once."""

    @wraps(view)
    def run(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        work = session()
        try:
            if request.method in {"GET", "HEAD"}:
                response = make_response(view(*args, **kwargs))
                _refuse_writes(work)
                work.commit()
                return response
            return _run_once(work, lambda: make_response(view(*args, **kwargs)))
        except BaseException:
            work.rollback()
            raise

    return run


def _run_once(work: Session, answer: Callable[[], Response]) -> Response:
    submission = _claim(work)
    if isinstance(submission, str):
        work.rollback()
        return make_response(redirect(submission, code=303))
    response = answer()
    if not (300 <= response.status_code < 400 or response.status_code in {201, 204}):
        _undo_all_but_looks(work)
        return response
    if submission is not None:
        submission.location = response.location or request.path
    work.commit()
    return response


def _undo_all_but_looks(work: Session) -> None:
    """Undo the change that was refused, but not the record of what the form showed."""
    looks = take_looks(work)
    work.rollback()
    for look in looks:
        look()
    work.commit()


def _claim(work: Session) -> Submission | str | None:
    """Reserve the form's submission id; return where it led if it was accepted before."""
    submission_id = _submission_id()
    if submission_id is None:
        return None
    actor = find_actor()
    user_id = actor.user_id if actor else None
    before = find_submission(work, submission_id, user_id)
    if before is not None:
        return before
    submission = Submission(
        id=submission_id, user_id=user_id, location=request.path, accepted_at=clock()()
    )
    work.add(submission)
    try:
        work.flush()
    except IntegrityError:
        # The same form arrived twice at once; the other request has just finished.
        work.rollback()
        return find_submission(work, submission_id, user_id) or request.path
    return submission


def _submission_id() -> UUID | None:
    try:
        return UUID(request.form.get(SUBMISSION_FIELD, ""))
    except ValueError:
        return None


def _refuse_writes(work: Session) -> None:
    """A GET that changes anything but the access log is a programming error."""
    written = [
        row
        for row in (*work.new, *work.dirty, *work.deleted)
        if row.__tablename__ not in LOOK_TABLES and (row in work.new or work.is_modified(row))
    ]
    if written or work.deleted:
        raise AssertionError("a GET request tried to write")
