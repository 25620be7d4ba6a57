"""A thousand hostile names: each is printed as it was typed, or refused where it is typed."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from contextlib import closing

import pypdfium2
import pytest
from flask import Flask
from markupsafe import Markup
from werkzeug.datastructures import MultiDict
from wtforms import Form

from app.core.pii import PersonName
from app.declarations.sheet import render_sheet_html
from app.i18n.bidi import isolate
from app.pdf.page_boxes import PageBox
from app.pdf.printable import find_unprintable
from app.pdf.renderer import PdfRenderer
from app.web.forms import text_field
from tests.support.hostile_names import MANY, hostile_names
from tests.support.sheets import make_sheet

MICROMETRES_PER_POINT = 25_400 / 72
A4_HEIGHT = 841.89
APART = "margin: 0; padding: 3mm 0; break-inside: avoid"
LEAST_PRINTED, LEAST_REFUSED = 350, 250
"""Of the thousand: a check that lets nothing through, or everything, proves nothing."""


class NameForm(Form):
    """The field of the enrolment form."""

    given_name = text_field("Fornavn", required="Skriv fornavnet.", is_printed=True)


@pytest.fixture(scope="module")
def names() -> list[str]:
    return hostile_names()


@pytest.fixture(scope="module")
def printable(names: list[str]) -> list[str]:
    """Those that the form lets in, as it keeps them."""
    return [name.strip() for name in names if is_let_in(name)]


def is_let_in(name: str) -> bool:
    return find_unprintable(name.strip()) is None and len(name) <= 200


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_name_is_let_in_or_refused_with_a_reason(app: Flask, names: list[str]) -> None:
    assert len(names) == len(set(names)) == MANY
    refused = 0
    with app.test_request_context():
        for name in names:
            form = NameForm(MultiDict({"given_name": name}))
            if form.validate():
                assert is_let_in(name), ascii(name)
                assert form.given_name.data == unicodedata.normalize("NFC", name).strip()
            else:
                assert not is_let_in(name), ascii(name)
                refused += 1
                (reason, *_) = form.errors["given_name"]
                problem = find_unprintable(name.strip())
                said = problem.codepoint if problem and len(name) <= 200 else ""
                assert str(reason)
                assert said in str(reason), (ascii(name), str(reason))
    assert refused >= LEAST_REFUSED
    assert MANY - refused >= LEAST_PRINTED


def characters(text: str) -> Counter[str]:
    """Return the characters that a reader sees, NFKC, without blanks, joiners and line hyphens."""
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFC", text))
    kept = (one for one in plain if not one.isspace() and unicodedata.category(one) != "Cf")
    return Counter(re.sub("[-\u2010\u2011\ufffe\x02]", "", "".join(kept)))


def test_every_name_that_is_let_in_stands_on_paper_as_typed(
    renderer: PdfRenderer, printable: list[str]
) -> None:
    """All in one document, each in a box of its own: the box holds the name and nothing else."""
    rows = [
        Markup('<p data-box="{}" style="{}">{}</p>').format(index, APART, isolate(name))
        for index, name in enumerate(printable)
    ]
    head = '<link rel="stylesheet" href="css/document.css">'
    made = renderer.typeset(f'<html lang="nb"><title>Navn</title>{head}{"".join(rows)}')
    wrong = []
    with closing(pypdfium2.PdfDocument(made.pdf)) as pdf:
        pages = [page.get_textpage() for page in pdf]
        whole = {box.name: box for box in reversed(made.boxes)}  # the box of the whole comes first
        assert len(whole) == len(printable)
        for box in whole.values():
            name = printable[int(box.name)]
            if characters(name) != characters(inside(pages[box.page - 1], box)):
                wrong.append((ascii(name), ascii(inside(pages[box.page - 1], box))))
    assert wrong == []


def inside(page: pypdfium2.PdfTextPage, box: PageBox) -> str:
    left, top, width, height = (
        side / MICROMETRES_PER_POINT for side in (box.left, box.top, box.width, box.height)
    )
    return page.get_text_bounded(
        left - 5, A4_HEIGHT - top - height, left + width + 5, A4_HEIGHT - top
    )


def test_the_worst_names_leave_the_sheet_in_order(
    renderer: PdfRenderer, printable: list[str]
) -> None:
    longest = sorted(printable, key=len)[-6:]
    marked = [name for name in printable if any(map(unicodedata.combining, name))][:4]
    spread = printable[:: len(printable) // 14]
    for number, name in enumerate([*longest, *marked, *spread]):
        full_name = f"{name} {name}" if name in longest else name
        language = ("my", "ar", "uk", "fr")[number % 4]
        sheet = make_sheet(language=language, participant_name=PersonName(full_name))
        made = renderer.typeset(render_sheet_html(sheet))
        assert made.page_count <= 3, ascii(name)
        names = [box.name for box in made.boxes]
        assert names == ["signature_place", "signature_participant", "note_interpreter"]
        assert all(box.page == made.page_count for box in made.boxes)
        assert all(box.width > 40_000 for box in made.boxes), ascii(name)


def test_values_are_text_and_never_markup_or_template(printable: list[str]) -> None:
    tag: Callable[[str], list[str]] = re.compile(r"<[a-z!/][^>]*>").findall
    plain = tag(render_sheet_html(make_sheet(participant_name=PersonName("A"))))
    for name in printable[:80]:
        html = render_sheet_html(make_sheet(participant_name=PersonName(name)))
        directions = [each.replace('dir="rtl"', 'dir="ltr"') for each in tag(html)]
        assert directions == [each.replace('dir="rtl"', 'dir="ltr"') for each in plain], name
