"""Read an uploaded text: one TOML file with everything in it, or a ZIP of a bundle's files.

`docs/texts.md` describes both. Whatever is sent, the answer is a bundle or a named fault.
"""

from app.declarations.bundles.faults import BundleFault, Fault
from app.declarations.bundles.limits import MOST_BYTES, MOST_WHOLE_BYTES
from app.declarations.bundles.reading import assemble
from app.declarations.bundles.table import Table
from app.declarations.bundles.types import NORWEGIAN, BundleStatus, TextBundle
from app.declarations.bundles.unpacking import SIGNATURE, unpack

FRAME = "bundle.toml"


def read_upload(name: str, content: bytes) -> TextBundle:
    """Return the text in a file. Its translations may lack clauses, or whole languages.

    Raises:
        BundleFault: one fault; `BundleFaults`: a fault in each of several languages.
    """
    if len(content) > MOST_BYTES:
        raise BundleFault(Fault.TOO_LARGE, name, name, f"{MOST_BYTES} B")
    if content.startswith(SIGNATURE):
        bundle = _from_files(name, unpack(name, content))
    else:
        bundle = _from_one_file(name, content)
    if bundle.status is BundleStatus.WITHDRAWN:
        raise BundleFault(Fault.NOT_A_CHOICE, FRAME, "status", "something else than withdrawn")
    return bundle


def _from_files(archive: str, files: dict[str, bytes]) -> TextBundle:
    norwegian = f"{NORWEGIAN}.toml"
    for needed in (FRAME, norwegian):
        if needed not in files:
            raise BundleFault(Fault.NO_FILE, f"{archive}/{needed}")
    tables = {name: Table.parse(name, content) for name, content in files.items()}
    languages = {
        name.removesuffix(".toml"): table
        for name, table in tables.items()
        if name not in (FRAME, norwegian)
    }
    return assemble(tables[FRAME], tables[norwegian], languages)


def _from_one_file(name: str, content: bytes) -> TextBundle:
    frame = Table.parse(name, content, MOST_WHOLE_BYTES)
    languages = frame.table("languages")
    norwegian = languages.file_under(NORWEGIAN)
    others = {key: languages.file_under(key) for key in languages.keys if key != NORWEGIAN}
    return assemble(frame, norwegian, others)
