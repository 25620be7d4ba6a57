"""Style sheets, scripts, fonts and pictures: kept by the browser as long as they stay the same.

The address of an asset on a page carries a digest of its content, so a changed file has a new
address and no browser shows an old one.
"""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, Response, request
from werkzeug.security import safe_join

ENDPOINT = "static"
DIGEST_LENGTH = 10
FOREVER = "public, max-age=31536000, immutable"
ASK_EACH_TIME = "no-cache"


def init_assets(app: Flask) -> None:
    """Add `v=<digest>` to the address of every asset, and say how long an answer may be kept."""
    folder = app.static_folder
    assert folder is not None

    @app.url_defaults
    def add_digest(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == ENDPOINT and "v" not in values:
            digest = asset_digest(folder, values["filename"])
            if digest is not None:
                values["v"] = digest

    @app.after_request
    def limit_caching(response: Response) -> Response:
        if request.endpoint != ENDPOINT:
            return response
        if response.status_code >= 400:
            response.headers["Cache-Control"] = "no-store"
            return response
        digest = asset_digest(folder, (request.view_args or {})["filename"])
        if request.args.get("v") == digest:
            response.headers["Cache-Control"] = FOREVER
        elif response.mimetype in {"text/css", "text/javascript"}:
            # A module that another one imports must not be older than it. Fonts and pictures, which
            # style sheets name, keep the default of `SEND_FILE_MAX_AGE_DEFAULT`.
            response.headers["Cache-Control"] = ASK_EACH_TIME
        return response


def asset_digest(folder: str, filename: str) -> str | None:
    """Return a short digest of the asset's content, or None if there is no such asset."""
    path = safe_join(folder, filename)
    try:
        changed_at = Path(path).stat().st_mtime_ns if path else None
    except OSError:
        changed_at = None
    return None if path is None or changed_at is None else _digest(path, changed_at)


@lru_cache(maxsize=256)  # by the time of change too, so a changed file is read anew
def _digest(path: str, changed_at: int) -> str | None:
    if not Path(path).is_file():
        return None
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:DIGEST_LENGTH]
