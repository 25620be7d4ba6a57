"""Show which legal texts there are and how far each translation has come: `introportal texts`."""

from collections.abc import Iterator

from app.declarations.bundles.catalogue import load_bundle, versions
from app.declarations.bundles.types import NORWEGIAN, BundleKind, TextBundle


def list_texts() -> Iterator[str]:
    """Yield a line for each document and language, tab between: what, language, state.

    An outdated translation names each clause with the digest that the Norwegian text has now; the
    translator writes that digest into the file when the clause is translated anew.

    Raises:
        BundleError: the files of some bundle do not hold together.
    """
    for kind in BundleKind:
        for version in versions(kind):
            yield from _lines(load_bundle(kind, version))


def _lines(bundle: TextBundle) -> Iterator[str]:
    what = f"{bundle.kind} {bundle.version}"
    yield f"{what}\t{NORWEGIAN}\t{bundle.status}, valid from {bundle.valid_from}"
    for translation in bundle.translations:
        by = f", reviewed by {', '.join(translation.reviewers)}" if translation.reviewers else ""
        yield f"{what}\t{translation.language}\t{translation.status}{by}"
        for clause_id in translation.outdated_clauses:
            digest = bundle.clause(clause_id).digest
            yield f"{what}\t{translation.language}\toutdated: {clause_id}, now of {digest}"
