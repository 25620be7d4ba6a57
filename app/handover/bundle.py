"""The file: a ZIP with the case as JSON, the papers, a list of all files, and a signature.

`manifest.json` names each file with its SHA-256; `manifest.sig` is the signature of its bytes.
"""

import hashlib
import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.handover.errors import BadBundle, BundleFault
from app.handover.json_files import read_json, write_json
from app.handover.signing import fingerprint, is_signed_by, public_bytes
from app.handover.tables import shape

FORMAT = "introportalen-handover"
CASE, MANIFEST, SIGNATURE = "handover.json", "manifest.json", "manifest.sig"
MOST_PACKED = 20 * 1024 * 1024
"""Bytes of the file itself: as much as a portal takes in one upload."""
MOST_FILES = 2_000
MOST_BYTES = 200 * 1024 * 1024
"""Of all files together when they are unpacked."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
"""What the reader of ZIP files says of damage."""


_PARTS: Mapping[str, type] = {
    "participant_id": str,
    "people": dict,
    "texts": dict,
    "codes": dict,
    "tables": dict,
    "months": list,
}
"""What a case is made of."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle whose signature fits."""

    sender: str
    recipient: str
    made_at: datetime
    fingerprint: str
    version: str
    """The shape of its tables (`tables.shape`)."""
    digest: str
    """SHA-256 of the list of files: the same for the same content, however it is packed."""
    case: Mapping[str, Any]
    files: Mapping[str, bytes]
    """Papers by name."""

    @property
    def origin_id(self) -> UUID:
        """The participant's id where the bundle was made."""
        return UUID(self.case["participant_id"])


def write_bundle(
    case: Mapping[str, Any],
    files: Mapping[str, bytes],
    *,
    sender: str,
    recipient: str,
    made_at: datetime,
    key: Ed25519PrivateKey,
) -> bytes:
    """Return the file."""
    content = {CASE: write_json(case), **files}
    manifest = write_json(
        {
            "format": FORMAT,
            "version": shape(),
            "sender": sender,
            "recipient": recipient,
            "made_at": made_at.isoformat(),
            "public_key": public_bytes(key).hex(),
            "files": {name: hashlib.sha256(each).hexdigest() for name, each in content.items()},
        }
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        named = {MANIFEST: manifest, SIGNATURE: key.sign(manifest), **content}
        for name, each in named.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), each, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def read_bundle(packed: bytes) -> Bundle:
    """Return what a file holds, if it is whole and signed.

    Raises:
        BadBundle: it is not.
    """
    found = _unpack(packed)
    signed = found.pop(MANIFEST, None)
    signature = found.pop(SIGNATURE, None)
    if signed is None or CASE not in found:
        raise BadBundle(BundleFault.NOT_A_BUNDLE)
    manifest = read_json(signed, MANIFEST)
    try:
        is_ours = manifest["format"] == FORMAT
        version, listed = _name(manifest["version"]), dict(manifest["files"])
        public_key = bytes.fromhex(manifest["public_key"])
        made_at = datetime.fromisoformat(manifest["made_at"])
        sender, recipient = _name(manifest["sender"]), _name(manifest["recipient"])
    except (KeyError, TypeError, ValueError) as error:
        raise BadBundle(BundleFault.NOT_A_BUNDLE, MANIFEST) from error
    if not is_ours or made_at.tzinfo is None or not 2000 < made_at.year < 2200:
        raise BadBundle(BundleFault.NOT_A_BUNDLE, MANIFEST)
    if signature is None or not is_signed_by(public_key, signature, signed):
        raise BadBundle(BundleFault.NOT_SIGNED)
    _compare(listed, found)
    return Bundle(
        sender=sender,
        recipient=recipient,
        made_at=made_at,
        fingerprint=fingerprint(public_key),
        version=version,
        digest=hashlib.sha256(signed).hexdigest(),
        case=_case(found.pop(CASE)),
        files=found,
    )


def check_version(bundle: Bundle) -> None:
    """Refuse a case with other tables than ours.

    Raises:
        BadBundle: it was made by an older or newer portal.
    """
    if bundle.version != shape():
        raise BadBundle(BundleFault.OTHER_VERSION)


def _unpack(packed: bytes) -> dict[str, bytes]:
    """Return the files by name, and never more than the limits allow."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            entries = archive.infolist()
            names = [entry.filename for entry in entries]
            if len(names) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
                raise BadBundle(BundleFault.TOO_BIG)
            if len(set(names)) < len(names) or any(entry.flag_bits & 1 for entry in entries):
                raise BadBundle(BundleFault.NOT_A_BUNDLE)
            return {entry.filename: _read(archive, entry) for entry in entries}
    except _UNREADABLE as error:
        raise BadBundle(BundleFault.NOT_A_BUNDLE) from error


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as opened:
        content = opened.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise BadBundle(BundleFault.NOT_A_BUNDLE, entry.filename[:100])
    return content


def _compare(listed: Mapping[str, Any], found: Mapping[str, bytes]) -> None:
    for name in listed.keys() ^ found.keys():
        raise BadBundle(BundleFault.FILES_DIFFER, name[:100])
    for name, content in found.items():
        if hashlib.sha256(content).hexdigest() != listed[name]:
            raise BadBundle(BundleFault.FILES_DIFFER, name[:100])


def _case(content: bytes) -> Mapping[str, Any]:
    case = read_json(content, CASE)
    try:
        UUID(case["participant_id"])
    except (KeyError, AttributeError, TypeError, ValueError) as error:
        raise BadBundle(BundleFault.BAD_CONTENT, CASE) from error
    if case.keys() != _PARTS.keys() or not all(
        isinstance(case[name], kind) for name, kind in _PARTS.items()
    ):
        raise BadBundle(BundleFault.BAD_CONTENT, CASE)
    tables = case["tables"].values()
    if not all(isinstance(rows, list) and _are_rows(rows) for rows in (*tables, case["months"])):
        raise BadBundle(BundleFault.BAD_CONTENT, CASE)
    return case


def _are_rows(rows: list[Any]) -> bool:
    return all(isinstance(row, dict) for row in rows)


def _name(value: Any) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= 100 or not value.isprintable():
        raise ValueError("not a name")
    return value
