"""The whole portal as a process of its own, with the demo in it, as `bin/run` starts it."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOW = "2026-11-20T09:00:00+00:00"
COMMAND = Path(sys.executable).with_name("introportal")
START_LIMIT_SECONDS = 180


@contextmanager
def portal(directory: Path, **settings: str) -> Iterator[str]:
    """Fill and serve a demo installation; yield its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "INTROPORTAL_ENV": "demo",
        "INTROPORTAL_DATA": str(directory),
        "INTROPORTAL_FIXED_NOW": NOW,
        "PORT": str(port),
        **settings,
    }
    log = (directory / "portal.log").open("wb")
    process = subprocess.Popen(
        [COMMAND, "serve", "--prepare"], env=environment, stdout=log, stderr=log
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_until_ready(f"{address}/readyz", process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)
        log.close()


def _wait_until_ready(url: str, process: "subprocess.Popen[bytes]") -> None:
    give_up_at = time.monotonic() + START_LIMIT_SECONDS
    while time.monotonic() < give_up_at:
        assert process.poll() is None, "the portal stopped"
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError("the portal was not ready in time")
