"""The same examples every time, however busy the machine is."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "portal", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("portal")
