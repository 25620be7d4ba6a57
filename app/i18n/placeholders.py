"""The names in braces that a sentence kept as data wants to have filled in."""

from string import Formatter


def placeholders(text: str) -> tuple[str, ...]:
    """Return the names in braces, in the order of the text.

    Raises:
        ValueError: a brace belongs to no name, or a name says how it wants to be written.
    """
    names = []
    for literal, name, form, conversion in Formatter().parse(text):
        if form or conversion or not {"{", "}"}.isdisjoint(literal):
            raise ValueError(text)
        if name is not None:
            names.append(name)
    return tuple(names)
