"""What goes out to a translator comes back word for word."""

from dataclasses import replace
from datetime import date
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.declarations.bundles.reading import FIELDS
from app.declarations.bundles.translation import (
    ClauseTranslation,
    Translation,
    TranslationStatus,
)
from app.declarations.bundles.types import BundleError, TextBundle
from app.declarations.bundles.upload import read_upload
from app.declarations.bundles.xliff_reading import XliffError, read_xliff
from app.declarations.bundles.xliff_writing import NAMESPACE, write_xliff
from app.declarations.wordings.service.exchange import Outcome, compare
from app.i18n.characters import has_odd_character, is_evenly_spaced
from tests.support.text_files import NAME, two_parts

BUNDLE = read_upload(NAME, two_parts())
DAY = date(2026, 11, 22)

words = st.text(
    st.characters(exclude_characters="{}", exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn")),
    min_size=1,
    max_size=40,
)
pieces = st.lists(words | st.sampled_from([f"{{{name}}}" for name in sorted(FIELDS)]), min_size=1)
clause_texts = (
    pieces.map("".join)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: is_evenly_spaced(text) and not has_odd_character(text))
)


def with_texts(texts: list[tuple[str, str]]) -> TextBundle:
    """Return the text with these Norwegian clauses and their translation to Arabic."""
    clauses = list(BUNDLE.translatable)
    entries = {}
    for place, (norwegian, own) in enumerate(texts):
        clauses[place] = replace(clauses[place], text=norwegian)
        entries[clauses[place].clause_id] = ClauseTranslation(
            own, clauses[place].digest, TranslationStatus.TRANSLATED, "Ola", DAY
        )
    digests = {clause.clause_id: clause.digest for clause in clauses}
    translation = Translation.made_of("ar", entries, digests)
    return replace(BUNDLE, clauses=tuple(clauses), translations=(translation,))


@given(st.lists(st.tuples(clause_texts, clause_texts), min_size=1, max_size=4))
def test_export_and_import_give_the_same_words(texts: list[tuple[str, str]]) -> None:
    bundle = with_texts(texts)
    units = read_xliff(write_xliff(bundle, "ar"), "ar")
    said = {unit.clause_id: unit.text for unit in units if unit.text}
    assert said == bundle.translation("ar").texts
    changes = {each.outcome for each in compare(bundle, "ar", units)}
    assert changes <= {Outcome.SAME, Outcome.EMPTY, Outcome.FAULTY}, "nothing to take in"


@given(st.lists(st.tuples(clause_texts, clause_texts), min_size=1, max_size=3))
def test_the_source_stands_in_the_file_with_its_fields_as_codes(
    texts: list[tuple[str, str]],
) -> None:
    bundle = with_texts(texts)
    root = etree.fromstring(write_xliff(bundle, "ar"))
    sources = root.iter(f"{{{NAMESPACE}}}source")
    for clause, source in zip(bundle.translatable, sources, strict=True):
        fields = [field for _, field, _, _ in Formatter().parse(clause.text) if field]
        codes = list(source.iter(f"{{{NAMESPACE}}}ph"))
        assert [code.get("disp") for code in codes] == [f"{{{field}}}" for field in fields]
        assert len({code.get("id") for code in codes}) == len(codes)


@given(st.binary(max_size=300))
def test_rubbish_is_refused_by_name(content: bytes) -> None:
    try:
        units = read_xliff(content, "ar")
    except XliffError:
        return
    assert units == []


@given(st.binary(max_size=300))
def test_rubbish_for_a_text_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(BundleError, match=r".+"):
        read_upload(NAME, content)
