"""Cells of a file for spreadsheets and payroll systems: nothing in them is ever computed."""

import re
import unicodedata

NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z./-]{0,19}")
"""What a number of an employee looks like: no text that a spreadsheet would compute."""
_FORMULA_STARTS = frozenset("=+-@\N{MINUS SIGN}")
_JOINERS = "\u200c\u200d"
"""Belong to the spelling of Persian and Sorani names."""


def text_cell(value: str, separator: str = ";") -> str:
    """Return a text as a cell that no spreadsheet computes.

    Control characters become blanks. A text whose first visible character could start a formula,
    in any width, gets an apostrophe before it; everything else stays as it is.
    """
    plain = "".join(" " if _is_control(character) else character for character in value)
    plain = plain.strip(f" {_JOINERS}")
    if could_be_formula(plain):
        plain = f"'{plain}"
    if separator in plain or '"' in plain:
        doubled = plain.replace('"', '""')
        return f'"{doubled}"'
    return plain


def could_be_formula(text: str) -> bool:
    """Tell whether a spreadsheet may take a text for something to compute."""
    return unicodedata.normalize("NFKC", text).lstrip()[:1] in _FORMULA_STARTS


def number_cell(hundredths: int, decimal_mark: str = ",") -> str:
    """Return an amount, or a quantity, with two decimals."""
    sign = "-" if hundredths < 0 else ""
    whole, rest = divmod(abs(hundredths), 100)
    return f"{sign}{whole}{decimal_mark}{rest:02d}"


def spelled_in(value: str, encoding: str) -> str:
    """Return a text in letters that the encoding has: nearest letter, or a question mark."""
    spelled = []
    for character in value:
        if _fits(character, encoding):
            spelled.append(character)
            continue
        parts = unicodedata.normalize("NFKD", character)
        kept = "".join(part for part in parts if _fits(part, encoding))
        is_mark = unicodedata.category(character)[0] in "MC"
        spelled.append(kept or ("" if is_mark else "?"))
    return "".join(spelled)


def has_control(text: str) -> bool:
    """Tell whether a text has a character that nobody sees."""
    return any(_is_control(character) for character in text)


def _fits(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _is_control(character: str) -> bool:
    kind = unicodedata.category(character)
    return kind in {"Cc", "Cf", "Zl", "Zp"} and character not in _JOINERS
