"""Issued sheets of both kinds in several scripts, and the processes that read them."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from app.declarations.bundles.types import BundleKind
from app.papers.reading.ink_reader import InkReader
from app.papers.reading.reader import StackReader
from app.pdf.renderer import PdfRenderer
from tests.support.scans import PrintedSheet, printed_sheet

SHEETS = {
    "declaration-ar": (BundleKind.INTEGRATION_DECLARATION, "ar"),
    "declaration-ti": (BundleKind.INTEGRATION_DECLARATION, "ti"),
    "declaration-nb": (BundleKind.INTEGRATION_DECLARATION, "nb"),
    "contract-uk": (BundleKind.INTEGRATION_CONTRACT, "uk"),
    "contract-my": (BundleKind.INTEGRATION_CONTRACT, "my"),
}


@pytest.fixture(scope="session")
def printed() -> Iterator[dict[str, PrintedSheet]]:
    """The sheets by `kind-language`."""
    with closing(PdfRenderer()) as renderer:
        yield {name: printed_sheet(renderer, *sheet) for name, sheet in SHEETS.items()}


@pytest.fixture(scope="session")
def stack_reader() -> StackReader:
    return StackReader()


@pytest.fixture(scope="session")
def ink_reader() -> Iterator[InkReader]:
    with closing(InkReader()) as reader:
        yield reader
