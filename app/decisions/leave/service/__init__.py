"""Applications for leave: received, looked at, decided or closed."""

from app.decisions.leave.service.applying import (
    close_application,
    register_application,
    take_back,
    take_up,
)
from app.decisions.leave.service.deciding import begin_decision
from app.decisions.leave.service.looking import open_application, open_applications

__all__ = [
    "begin_decision",
    "close_application",
    "open_application",
    "open_applications",
    "register_application",
    "take_back",
    "take_up",
]
