"""Documents for paper: every value keeps its own direction, whatever text it stands in.

The PDF engine ignores a bare `<bdi>` and `dir="auto"`: a personal number would print back to front.
"""

import re
from collections.abc import Iterator

import pytest
from jinja2 import nodes

from tests.support.repository import source_of, template_names
from tests.support.templates import tree_of

DOCUMENTS = template_names(below="documents")

WHOLE_TEXTS = {
    "texts": "a clause in each language, in its own element with lang and dir",
    "only_to_read": "words of ours in an element of Norwegian",
    "term": "words of ours in their own cell",
    "headline": "words of ours in their own paragraph",
    "kind": "words of ours in their own heading",
    "own_name": "the language's name in an element with lang and dir",
    "text": "a clause, handed to a macro",
    "number": "the number of a clause, outside its text",
    "title": "the title of the file, which has no direction",
    "square": "a picture",
    "labels": "words of ours in their own cell",
    "heading": "words of ours in their own heading",
    "greeting": "words of ours in their own paragraph",
    "note": "words of ours in their own paragraph",
    "sentence": "a sentence of ours with its values isolated, in its own paragraph",
    "issuer": "a sentence of ours with its values isolated, in its own element",
    "approved": "a sentence of ours with its values isolated, in its own paragraph",
    "approved_by": "a sentence of ours with its values isolated, in its own paragraph",
    "born": "a sentence of ours with its values isolated, in its own paragraph",
    "introduction": "a sentence of ours with its values isolated, in its own paragraph",
    "ending": "a sentence of ours in its own paragraph",
}
"""Values that fill an element of their own, whose direction the element says."""

_UNKNOWN_TO_THE_ENGINE = re.compile(r"""<bdi\b|\bdir\s*=\s*["']?auto|unicode-bidi""")
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


def _pieces(node: nodes.Node) -> Iterator[nodes.TemplateData | nodes.Expr]:
    """Yield HTML and shown expressions in the order of the page."""
    if isinstance(node, nodes.Output):
        yield from node.nodes
        return
    for child in node.iter_child_nodes():
        yield from _pieces(child)


def _last_name(expression: nodes.Expr) -> str:
    match expression:
        case nodes.Getattr(attr=name) | nodes.Name(name=name):
            return str(name)
        case nodes.Getitem(node=nodes.Getattr(attr=name) | nodes.Name(name=name)):
            return str(name)
        case nodes.Call(node=nodes.Getattr(attr=name)):
            return str(name)
        case _:
            return ""


def _is_filtered(expression: nodes.Expr, name: str) -> bool:
    return isinstance(expression, nodes.Filter) and expression.name == name


def values_without_direction(source: str) -> list[str]:
    """Return the shown expressions that are neither isolated nor whole texts."""
    tree = tree_of(source)
    macros = {macro.name for macro in tree.find_all(nodes.Macro)} | {"caller"}
    found, html = [], ""
    for piece in _pieces(tree):
        if isinstance(piece, nodes.TemplateData):
            html += piece.data
            continue
        is_attribute = html.rfind("<") > html.rfind(">") or _is_filtered(piece, "xmlattr")
        is_isolated = _is_filtered(piece, "isolate")
        is_macro = isinstance(piece, nodes.Call) and _last_name(piece.node) in macros
        if not (is_attribute or is_isolated or is_macro or _last_name(piece) in WHOLE_TEXTS):
            found.append(repr(piece))
    return found


@pytest.mark.parametrize(
    "breach",
    [
        "<p>{{ name }}</p>",
        "<p>{{ person.name() }}</p>",
        "<p>Til {{ person.name | upper }}</p>",
        "{% if a %}{{ day }}{% endif %}",
    ],
)
def test_a_value_without_direction_is_found(breach: str) -> None:
    assert values_without_direction(breach)


@pytest.mark.parametrize(
    "fine",
    [
        "<p>{{ name | isolate }}</p>",
        "<p>{{ day | short_date | isolate }}</p>",
        '<p lang="{{ language.code }}">{{ row.texts[1] }}</p>',
        '<h2>{{ words.text("headings.title") }}</h2>',
        '<p{{ {"lang": language.code} | xmlattr }}>{{ name | isolate }}</p>',
        "{% macro cell(x) %}<td>{{ x | isolate }}</td>{% endmacro %}{{ cell(y) }}",
    ],
)
def test_an_isolated_value_is_not(fine: str) -> None:
    assert values_without_direction(fine) == []


@pytest.mark.parametrize("breach", ["<bdi>1</bdi>", '<p dir="auto">', "<p dir=auto>"])
def test_what_the_engine_ignores_is_found(breach: str) -> None:
    assert _UNKNOWN_TO_THE_ENGINE.search(breach)


def test_documents_were_found() -> None:
    assert "documents/declaration.html" in DOCUMENTS


@pytest.mark.parametrize("name", DOCUMENTS)
def test_document_isolates_every_value(name: str) -> None:
    assert values_without_direction(source_of(name)) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_document_relies_on_nothing_that_the_engine_ignores(name: str) -> None:
    assert not _UNKNOWN_TO_THE_ENGINE.search(_COMMENT.sub("", source_of(name)))
