"""One ZIP of several files, always the same for the same files."""

import io
import zipfile
from collections.abc import Iterable

_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest that the format knows: when a file was packed is no part of what it is."""
_READABLE = 0o644 << 16


def zip_of(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the files as one ZIP, in the order they come."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name, content in files:
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = _READABLE
            package.writestr(entry, content)
    return packed.getvalue()
