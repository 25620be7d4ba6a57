"""Sending files."""

from flask import Response


def file_to_keep(content: bytes, media_type: str, name: str) -> Response:
    """Return a file to keep, which never runs on our origin."""
    response = Response(content, mimetype=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
