"""A year of months: all paid but the newest, which waits for the leader."""

from app.benefit.commands import ApproveRun, CreateFile, PrepareRun
from app.benefit.service.approve import approve_run
from app.benefit.service.prepare import prepare_run
from app.benefit.service.send import create_file
from app.core.period import ONE_DAY
from app.demo.calendar import clock_on
from app.demo.stage import Stage

MONTHS = 12


def pay(stage: Stage) -> None:
    """Prepare, approve and send every month that has ended, but leave the newest for approval."""
    months = stage.calendar.ended_months(MONTHS)
    for period in months:
        clock = clock_on(period.last_day + 3 * ONE_DAY)
        run = prepare_run(
            stage.session,
            clock,
            stage.caseworker,
            PrepareRun(period.first_day.year, period.first_day.month),
        )
        if period == months[-1]:
            return
        approve_run(stage.session, clock, stage.leader, ApproveRun(run.id, run.digest))
        create_file(stage.session, clock, stage.leader, CreateFile(run.id))
