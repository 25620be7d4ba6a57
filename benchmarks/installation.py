"""A demo installation in a folder of its own, filled once per run, and served from it."""

import atexit
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import perf_counter

COMMAND = Path(sys.executable).with_name("introportal")
NOW = "2026-11-20T09:00:00+00:00"
READY_LIMIT_SECONDS = 60


@dataclass(frozen=True)
class Installation:
    """Where the demo is, and how long it took to make."""

    environment: dict[str, str]
    fill_seconds: float


@dataclass(frozen=True)
class Served:
    """A portal that answers on 127.0.0.1."""

    port: int
    process_id: int
    ready_seconds: float
    """From the command to the first 200 of `/readyz`."""


@cache
def demo() -> Installation:
    """Fill an installation with the demo, the first time it is asked for."""
    directory = tempfile.TemporaryDirectory(prefix="introportalen-bench-")
    atexit.register(directory.cleanup)
    environment = {
        **os.environ,
        "INTROPORTAL_ENV": "demo",
        "INTROPORTAL_DATA": directory.name,
        "INTROPORTAL_FIXED_NOW": NOW,
    }
    started = perf_counter()
    for step in (["db", "upgrade"], ["demo"]):
        subprocess.run([COMMAND, *step], env=environment, check=True, stdout=subprocess.DEVNULL)
    return Installation(environment, perf_counter() - started)


@contextmanager
def served() -> Iterator[Served]:
    """Serve the demo as a process of its own, as `make run` does."""
    environment = demo().environment
    port = _free_port()
    with tempfile.TemporaryFile() as log:
        started = perf_counter()
        process = subprocess.Popen(
            [COMMAND, "serve", "--prepare"],
            env={**environment, "PORT": str(port)},
            stdout=log,
            stderr=log,
        )
        try:
            _wait_until_ready(port, process)
            yield Served(port, process.pid, perf_counter() - started)
        finally:
            process.terminate()
            process.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_ready(port: int, process: "subprocess.Popen[bytes]") -> None:
    give_up_at = perf_counter() + READY_LIMIT_SECONDS
    while perf_counter() < give_up_at:
        if process.poll() is not None:
            raise RuntimeError("the portal stopped")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.02)
    raise RuntimeError("the portal was not ready in time")
