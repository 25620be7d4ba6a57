"""The code on paper: short, unmistakable, and wrong readings are found out."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.papers.code import (
    ALPHABET,
    LENGTH,
    PageMark,
    check,
    grouped,
    new_code,
    normalise,
    qr_text,
    read_qr,
)

entropy = st.binary(min_size=16, max_size=16)
CODE = new_code(bytes(range(16)))


def test_alphabet_has_no_look_alikes_and_is_prime() -> None:
    assert not set("01IOU") & set(ALPHABET)
    assert len(set(ALPHABET)) == len(ALPHABET) == 31


@given(entropy)
def test_a_new_code_is_well_formed(random: bytes) -> None:
    assert check(new_code(random))


@given(entropy, entropy)
def test_other_bytes_give_another_code(first: bytes, second: bytes) -> None:
    same_rest = int.from_bytes(first, "big") % 31**11 == int.from_bytes(second, "big") % 31**11
    assert (new_code(first) == new_code(second)) == same_rest


def test_every_single_wrong_character_is_found_out() -> None:
    for place, wrong in itertools.product(range(LENGTH), ALPHABET):
        misread = CODE[:place] + wrong + CODE[place + 1 :]
        assert check(misread) == (misread == CODE)


@given(entropy, st.integers(0, LENGTH - 1), st.integers(0, LENGTH - 1))
def test_two_exchanged_characters_are_found_out(random: bytes, one: int, other: int) -> None:
    code = list(new_code(random))
    code[one], code[other] = code[other], code[one]
    assert check("".join(code)) == ("".join(code) == new_code(random))


@pytest.mark.parametrize("text", ["", CODE[:-1], CODE + "2", CODE.lower(), "0" * 12, "é" * 12])
def test_what_is_no_code_is_not_taken_for_one(text: str) -> None:
    assert not check(text)


@pytest.mark.parametrize(
    "read",
    [
        CODE,
        CODE.lower(),
        grouped(CODE),
        f"  {grouped(CODE)}\n",
        grouped(CODE).replace("-", " "),
        grouped(CODE).replace("-", "\N{NON-BREAKING HYPHEN}"),
        f"intro: {grouped(CODE).lower()}",
    ],
)
def test_every_way_of_writing_it_is_the_same_code(read: str) -> None:
    assert normalise(read) == CODE


def test_groups_and_qr() -> None:
    assert grouped("ABCDEFGH2345") == "ABCD-EFGH-2345"
    assert qr_text(CODE, 2).startswith(f"INTRO:{CODE}.2")


@pytest.mark.parametrize("page", range(1, 10))
def test_the_square_says_code_and_page(page: int) -> None:
    assert read_qr(qr_text(CODE, page)) == PageMark(CODE, page)
    texts = {qr_text(CODE, other)[-1] for other in range(1, 10)}
    assert len(texts) == 9  # a page read as another never checks


def test_squares_of_the_first_version_say_no_page() -> None:
    assert read_qr(f"INTRO:{CODE}") == PageMark(CODE, None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        CODE,
        "https://example.org",
        f"INTRO:{CODE[:-1]}2"[:-1],
        f"INTRO:{CODE}.",
        f"INTRO:{CODE}.1",
        f"INTRO:{CODE}.0X",
        qr_text(CODE, 1) + "2",
        qr_text(CODE, 1).replace(".1", ".2"),
    ],
)
def test_other_squares_are_not_ours(text: str) -> None:
    assert read_qr(text) is None


@pytest.mark.parametrize("page", [0, 10])
def test_no_square_for_pages_that_cannot_be(page: int) -> None:
    with pytest.raises(ValueError, match=str(page)):
        qr_text(CODE, page)


def test_too_little_chance_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 16"):
        new_code(b"short")
