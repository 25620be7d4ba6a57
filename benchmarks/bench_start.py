"""How long the first start takes with everything installed, and how long every later one.

What the first start does besides, fetching and installing packages, belongs to the machine.
"""

from statistics import median

from benchmarks.installation import demo, served

REPEATS = 5


def run() -> None:
    """Fill the demo, then start the portal on it again and again."""
    print(f"start: schema and demo data {demo().fill_seconds:.1f} s")
    seconds = []
    for _ in range(REPEATS):
        with served() as portal:
            seconds.append(portal.ready_seconds)
    print(f"start: every later start to /readyz {median(seconds):.2f} s (median)")
