"""The JSON files of a bundle: written so that the same values are the same bytes, read strictly."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from app.handover.errors import BadBundle, BundleFault

_GREATEST = 2**63


def write_json(value: Mapping[str, Any]) -> bytes:
    """Return the bytes of a file."""
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode()


def read_json(content: bytes, name: str) -> dict[str, Any]:
    """Return the object in a file.

    Raises:
        BadBundle: it is none, names a key twice, or holds what no database of ours can.
    """
    try:
        parsed = json.loads(content, object_pairs_hook=_object, parse_constant=_refuse)
        _check(parsed)
    except (ValueError, RecursionError) as error:
        raise BadBundle(BundleFault.NOT_A_BUNDLE, name) from error
    if not isinstance(parsed, dict):
        raise BadBundle(BundleFault.NOT_A_BUNDLE, name)
    return parsed


def _object(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError("a key stands twice")
        found[key] = value
    return found


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _check(value: Any) -> None:
    """Refuse texts that are no Unicode or hold a NUL, and numbers of more than 64 bits."""
    match value:
        case str():
            value.encode()  # a lone surrogate is an error here
            if "\x00" in value:
                raise ValueError("a NUL")
        case dict():
            for key, each in value.items():
                _check(key)
                _check(each)
        case list():
            for each in value:
                _check(each)
        case int() if not -_GREATEST <= value < _GREATEST:
            raise ValueError("too large a number")
