"""The words of a sheet as they were when it was issued."""

from sqlalchemy.orm import Session

from app.declarations.bundles.catalogue import load_bundle
from app.declarations.bundles.content import bundle_of
from app.declarations.bundles.types import BundleKind, TextBundle
from app.declarations.wordings.models import FrozenText
from app.papers.models import IssuedDocument


def text_of(session: Session, document: IssuedDocument) -> TextBundle:
    """Return the text of an issued document, without the parts that were not for the person.

    Documents of the portal's first version froze no words: theirs are those of the shipped files.

    Raises:
        BundleError: the files have no such version.
    """
    if document.text_digest is None:
        return load_bundle(BundleKind(document.kind.value), document.text_version)
    return bundle_of(session.get_one(FrozenText, document.text_digest).content)
