"""The catalogue of standard elements."""

import re

from app.plans.catalogue import CATALOGUE, STANDARD_ELEMENTS, entry_of
from app.rules.plan import EDUCATION_ORIENTED, WORK_ORIENTED, ElementKind


def test_every_kind_has_a_plain_element_and_no_two_have_the_same_id() -> None:
    assert set(CATALOGUE) == set(ElementKind)
    for kind, entry in CATALOGUE.items():
        assert entry.kind is kind
    for identity, entry in STANDARD_ELEMENTS.items():
        assert entry.id == identity
        assert re.fullmatch(r"[a-z_]+(\.[a-z0-9_]+)?", identity)
        assert len(identity) <= 60


def test_every_element_says_what_it_is_to_the_participant_with_hours_and_provision() -> None:
    for entry in STANDARD_ELEMENTS.values():
        assert str(entry.name)
        sentence = str(entry.explanation)
        assert sentence.endswith(".")
        assert re.search(r"\b(du|deg)\b", sentence, re.IGNORECASE)
        assert 0 < entry.minutes_per_week <= 25 * 60
        assert entry.provision.link.startswith("https://lovdata.no/")


def test_names_tell_the_elements_apart() -> None:
    names = [str(entry.name) for entry in STANDARD_ELEMENTS.values()]
    assert len(set(names)) == len(names)


def test_there_is_something_towards_work_and_towards_education() -> None:
    kinds = {entry.kind for entry in STANDARD_ELEMENTS.values()}
    assert kinds >= WORK_ORIENTED | EDUCATION_ORIENTED


def test_an_id_of_another_kind_or_of_nothing_gives_the_plain_element() -> None:
    plain = CATALOGUE[ElementKind.OTHER]
    assert entry_of(ElementKind.OTHER, "other.digital_skills").id == "other.digital_skills"
    assert entry_of(ElementKind.OTHER) is plain
    assert entry_of(ElementKind.OTHER, "norwegian_training.a1") is plain
    assert entry_of(ElementKind.OTHER, "unknown") is plain
