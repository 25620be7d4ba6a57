"""The files of an uploaded ZIP, and a refusal of every way to hide something in one."""

import re
import stat
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from app.declarations.bundles.faults import BundleFault, Fault
from app.declarations.bundles.limits import MOST_BYTES, MOST_FILE_BYTES, MOST_FILES

SIGNATURE = b"PK\x03\x04"
_NAME = re.compile(r"((?:[A-Za-z0-9_][A-Za-z0-9_.-]*/){0,2})([A-Za-z]+(?:-[A-Za-z]+)?\.toml)")
_LITTER = re.compile(r"(__MACOSX/.*|(.*/)?\.DS_Store)")
"""What some computers add by themselves."""
_BROKEN = (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError)


def unpack(archive: str, content: bytes) -> dict[str, bytes]:
    """Return the TOML files by name, without the one folder that they may stand in.

    Raises:
        BundleFault: naming the archive, or the file in it.
    """
    try:
        with ZipFile(BytesIO(content)) as opened:
            return _files(archive, opened)
    except _BROKEN as error:
        raise BundleFault(Fault.NOT_A_ZIP, archive) from error


def _files(archive: str, opened: ZipFile) -> dict[str, bytes]:
    entries = [each for each in opened.infolist() if not _is_litter(each)]
    if len(entries) > MOST_FILES:
        raise BundleFault(Fault.TOO_MANY, archive, "files", str(MOST_FILES))
    files: dict[str, bytes] = {}
    folders = set()
    for entry in entries:
        folder, name = _place(archive, entry)
        folders.add(folder)
        if name in files or len(folders) > 1:
            raise BundleFault(Fault.STRANGE_FILE, archive, _shown(entry))
        with opened.open(entry) as packed:  # what the entry says of its size may be a lie
            files[name] = packed.read(MOST_FILE_BYTES + 1)
        if len(files[name]) > MOST_FILE_BYTES or sum(map(len, files.values())) > MOST_BYTES:
            raise BundleFault(Fault.TOO_LARGE, archive, _shown(entry), f"{MOST_FILE_BYTES} B")
    return files


def _place(archive: str, entry: ZipInfo) -> tuple[str, str]:
    """Return folder and name of an entry that is a plain TOML file at a plain place."""
    if entry.flag_bits & 0x1:
        raise BundleFault(Fault.ENCRYPTED, archive)
    kind = stat.S_IFMT(entry.external_attr >> 16)
    name = _NAME.fullmatch(entry.filename)
    is_plain = kind in (0, stat.S_IFREG) and entry.compress_type in (ZIP_STORED, ZIP_DEFLATED)
    if name is None or not is_plain:
        raise BundleFault(Fault.STRANGE_FILE, archive, _shown(entry))
    return name[1], name[2]


def _is_litter(entry: ZipInfo) -> bool:
    return entry.is_dir() or _LITTER.fullmatch(entry.filename) is not None


def _shown(entry: ZipInfo) -> str:
    """Return the name of an entry, short and without what cannot be shown."""
    return "".join(c if c.isprintable() else "?" for c in entry.filename[:80])
