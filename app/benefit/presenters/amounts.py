"""Amounts as they are written."""

from app.i18n.format import ore_amount

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def kr(ore: int) -> str:
    """Return `22 758,17 kr`, kept on one line; the same in every language."""
    return f"{ore_amount(ore)}{NO_BREAK_SPACE}kr"


def minus_kr(ore: int) -> str:
    """Return a reduction with its sign; nothing is nothing, without one."""
    return kr(-ore)
