"""The code printed on a sheet: finds the sheet again, and says nothing about the person.

Twelve characters in three groups: eleven drawn at random and one check character. The square beside
it also says which page it stands on.
"""

from dataclasses import dataclass

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTVWXYZ"
"""No 0, 1, I, O or U. A prime number of characters, which the check needs."""
LENGTH = 12
MOST_PAGES = 9
"""Of one document: the square has room for one digit."""
MINIMUM_ENTROPY_BYTES = 16
QR_PREFIX = "INTRO:"
"""Before the code in the QR, so that a reader of scans knows it for ours."""

_SIZE = len(ALPHABET)
_PAYLOAD = LENGTH - 1
_PAGE_MARK = "."


@dataclass(frozen=True, slots=True)
class PageMark:
    """What the square on a page says."""

    code: str
    page: int | None
    """From 1; None on sheets of the portal's first version, whose squares did not say it."""


def new_code(entropy: bytes) -> str:
    """Return a code made from random bytes, without separators.

    Eleven characters hold 54 bits, drawn from at least 128, so every code is as likely as another.

    Raises:
        ValueError: for fewer than sixteen bytes.
    """
    if len(entropy) < MINIMUM_ENTROPY_BYTES:
        raise ValueError(f"a code needs at least {MINIMUM_ENTROPY_BYTES} random bytes")
    rest = int.from_bytes(entropy, "big")
    payload = ""
    for _ in range(_PAYLOAD):
        rest, index = divmod(rest, _SIZE)
        payload += ALPHABET[index]
    return payload + _check_character(payload)


def normalise(text: str) -> str:
    """Return what was typed as a code is stored: upper case, no prefix, no separators.

    What comes out need not be a code; ask `check`.
    """
    cleaned = text.strip().upper().removeprefix(QR_PREFIX)
    return "".join(character for character in cleaned if character not in " -\u00a0\u2010\u2011")


def check(code: str) -> bool:
    """Return whether this normalised text is a well-formed code.

    One wrong character, or any two exchanged, is always found out.
    """
    if len(code) != LENGTH or not set(code) <= set(ALPHABET):
        return False
    return _check_character(code[:_PAYLOAD]) == code[_PAYLOAD]


def grouped(code: str) -> str:
    """Return the code as people read it: `7KQM-2XHD-V94T`."""
    return "-".join(code[start : start + 4] for start in range(0, LENGTH, 4))


def qr_text(code: str, page: int) -> str:
    """Return what the QR on this page of the sheet holds: code, page, and a check on both.

    Only characters of the compact alphabet of QR.

    Raises:
        ValueError: the page is not within 1 to 9.
    """
    if not 1 <= page <= MOST_PAGES:
        raise ValueError(f"page {page} is not within 1 to {MOST_PAGES}")
    return f"{QR_PREFIX}{code}{_PAGE_MARK}{page}{_page_check(code, page)}"


def read_qr(text: str) -> PageMark | None:
    """Return what the square says, or None if it is not ours or does not check."""
    if not text.startswith(QR_PREFIX):
        return None
    code, mark, rest = text.removeprefix(QR_PREFIX).partition(_PAGE_MARK)
    if not check(code):
        return None
    if not mark:
        return PageMark(code, None)
    for page in range(1, MOST_PAGES + 1):
        if rest == f"{page}{_page_check(code, page)}":
            return PageMark(code, page)
    return None


def _page_check(code: str, page: int) -> str:
    """Return the check character of a page: another one for each page of a code."""
    return ALPHABET[(ALPHABET.index(code[-1]) + 7 * page) % _SIZE]


def _check_character(payload: str) -> str:
    """Return the character that brings the weighted sum of the whole code to zero."""
    weighted = sum(
        weight * ALPHABET.index(character) for weight, character in enumerate(payload, start=1)
    )
    inverse_weight = pow(LENGTH, -1, _SIZE)
    return ALPHABET[-weighted * inverse_weight % _SIZE]
