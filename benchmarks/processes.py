"""What processes cost: memory and processor time, from /proc."""

import os
from pathlib import Path

MEGABYTE = 1024
_TICKS = os.sysconf("SC_CLK_TCK")


def tree(process_id: int) -> list[int]:
    """Return the process and all below it."""
    found = [process_id]
    for task in Path(f"/proc/{process_id}/task").iterdir():
        for child in (task / "children").read_text(encoding="ascii").split():
            found += tree(int(child))
    return found


def children() -> list[int]:
    """Return the processes below this one."""
    return tree(os.getpid())[1:]


def megabytes(process_id: int) -> float:
    """Return the proportional share: what several processes share is counted once."""
    lines = Path(f"/proc/{process_id}/smaps_rollup").read_text(encoding="ascii").splitlines()
    line = next(line for line in lines if line.startswith("Pss:"))
    return int(line.split()[1]) / MEGABYTE


def processor_seconds(process_id: int) -> float:
    """Return the processor time of the process and of its children that have ended."""
    fields = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()
    return sum(int(field) for field in fields[11:15]) / _TICKS
