"""What the rendering process remembers of other documents changes no byte of this one."""

import hashlib
import json
import os
import subprocess
import sys

import pytest

from app.core.pii import PersonName
from app.declarations.sheet import render_sheet_html
from app.pdf.memory import Bounded
from app.pdf.renderer import PdfRenderer
from app.plans.paper.sheet import render_plan_html
from tests.support.plan_sheets import make_plan_sheet
from tests.support.repository import ROOT
from tests.support.sheets import make_sheet

LANGUAGES = ("ar", "ckb", "my", "nb", "so", "ti", "uk")
NAMES = ("Amina Al-Hassan Øverlid", "Олександр Бондаренко", "سارا احمدی")
RICH = """<html lang="nb"><title>Brev</title><link rel="stylesheet" href="css/document.css"><style>
p { width: 40mm; text-align: justify } i { letter-spacing: 1pt; font-variant: small-caps }
@page { @bottom-center { content: "side " counter(page) } }
</style><h1>Tittel</h1><ul><li><a href="https://example.org">lenke</a><li><u>strek</u> <s>bort</s>
</ul><ol dir="rtl" lang="ar"><li>سا<li>2</ol>
<p lang="nb" style="hyphens: auto">Introduksjonsprogrammet og introduksjonsst\xadønaden
<i>varer</i> så lenge som programmet, menneskerettighetsorganisasjonen mener noe annet.
<p style="overflow-wrap: anywhere; width: 2mm">ordsomikkefårplass<p style="white-space: pre">a\tb
"""
"""Much that a line may be: justified, hyphenated, underlined, spaced, broken anywhere."""


@pytest.fixture(scope="module")
def documents() -> list[str]:
    plans = [render_plan_html(make_plan_sheet(language)) for language in LANGUAGES]
    return [RICH, RICH.replace("Tittel", "En annen tittel"), *_sheets(), *plans]


def _sheets() -> list[str]:
    return [
        render_sheet_html(make_sheet(language=language, participant_name=PersonName(name)))
        for name in NAMES
        for language in LANGUAGES
    ]


def test_documents_are_the_same_to_the_byte(documents: list[str], renderer: PdfRenderer) -> None:
    fonts = ROOT / "static/fonts/pdf/fontconfig.xml"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.integration.documents.forgetful"],
        input=json.dumps(documents).encode(),
        cwd=ROOT,
        env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        check=True,
        capture_output=True,
    )
    for html in reversed(documents):
        renderer.render(html)
    made = [hashlib.sha256(renderer.render(html)).hexdigest() for html in documents]
    assert made == json.loads(done.stdout)
    assert len(set(made)) == len(documents)


def test_a_style_of_one_document_is_not_taken_for_another(renderer: PdfRenderer) -> None:
    sheet = render_sheet_html(make_sheet(language="so"))
    expected = renderer.render(sheet)
    loud = sheet.replace("</head>", "<style>td { letter-spacing: 1pt; color: red }</style></head>")
    assert renderer.render(loud) != expected
    assert renderer.render(sheet) == expected


def test_a_full_memory_begins_anew() -> None:
    memory = Bounded[int, str](2)
    memory[1] = "a"
    memory[2] = "b"
    memory[3] = "c"
    assert memory == {3: "c"}
