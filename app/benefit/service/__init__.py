"""The month: prepared by one, approved by another, sent once."""

from app.benefit.service.approve import approve_run
from app.benefit.service.looks import MonthNow, OpenedRun, open_participant, open_payment, open_run
from app.benefit.service.prepare import assess_month, prepare_run, start_run
from app.benefit.service.protocol import OpenedProtocol, open_protocol
from app.benefit.service.send import create_file, download_file

__all__ = [
    "MonthNow",
    "OpenedProtocol",
    "OpenedRun",
    "approve_run",
    "assess_month",
    "create_file",
    "download_file",
    "open_participant",
    "open_payment",
    "open_protocol",
    "open_run",
    "prepare_run",
    "start_run",
]
