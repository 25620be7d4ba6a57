"""Two demo municipalities with people who do not exist, made through the services.

The same seed and the same day give the same data. Never in production.
"""

from app.demo.fill import fill
from app.demo.logins import login_names

__all__ = ["fill", "login_names"]
