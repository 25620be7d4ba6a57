"""Keeping the words of a sheet at the moment it is issued."""

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from app.declarations.bundles.content import content_of, digest_of
from app.declarations.bundles.types import TextBundle
from app.declarations.wordings.models import FrozenText


def freeze_text(session: Session, bundle: TextBundle, language: str) -> str:
    """Keep the Norwegian text and this language beside it; return their digest.

    Two who freeze the same words at once do not disturb each other.

    Raises:
        BundleError: there is no such translation.
    """
    content = content_of(bundle.in_language(language))
    digest = digest_of(content)
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    row = dialect.insert(FrozenText).values(
        digest=digest,
        kind=bundle.kind,
        version=bundle.version,
        language=language,
        content=content,
    )
    session.execute(row.on_conflict_do_nothing(index_elements=[FrozenText.digest]))
    return digest
