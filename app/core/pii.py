"""Values that identify a person: masked wherever they are printed by accident."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Masked:
    """A text that only `reveal()` shows, so that logs and tracebacks cannot."""

    value: str

    def __repr__(self) -> str:
        return f"{type(self).__name__}(***)"

    __str__ = __repr__

    def reveal(self) -> str:
        """Return the text itself; call it only where a person is meant to read it."""
        return self.value


@dataclass(frozen=True, slots=True, repr=False)
class IdentityNumber(Masked):
    """Fødselsnummer, D-nummer or DUF-nummer: digits only, never parsed for birth date or sex."""


@dataclass(frozen=True, slots=True, repr=False)
class PersonName(Masked):
    """A person's name as written in the population register."""
