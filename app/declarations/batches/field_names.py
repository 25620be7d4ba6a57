"""What the two fields of each participant are called in the form."""

from uuid import UUID


def paper_field(participant_id: UUID) -> str:
    """Return the name of the field that says what is wanted for her."""
    return f"paper-{participant_id}"


def language_field(participant_id: UUID) -> str:
    """Return the name of the field for the language of her sheet."""
    return f"language-{participant_id}"
