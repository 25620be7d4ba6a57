"""Uploaded texts: both forms are read, and whatever is odd is refused by name."""

import io
import stat
import struct
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile, ZipInfo

import pytest

from app.declarations.bundles import limits
from app.declarations.bundles.faults import BundleFault, BundleFaults, Fault
from app.declarations.bundles.types import BundleKind
from app.declarations.bundles.upload import read_upload
from tests.support.text_files import NAME, changed, shipped_files, two_parts, zipped

ZIP = "tekst.zip"


def fault_of(content: bytes, name: str = NAME) -> BundleFault:
    """Return the one fault of a file."""
    with pytest.raises((BundleFault, BundleFaults)) as caught:
        read_upload(name, content)
    if isinstance(caught.value, BundleFaults):
        [only] = caught.value.faults
        return only
    assert isinstance(caught.value, BundleFault)
    return caught.value


def test_one_file_holds_everything() -> None:
    bundle = read_upload(NAME, two_parts())
    assert (bundle.kind, bundle.version) == (BundleKind.INTEGRATION_DECLARATION, "test-two-parts")
    assert bundle.languages == ("nb", "en")
    assert bundle.translation("en").may_be_issued


@pytest.mark.parametrize("folder", ["", "2027-1/", "integration_contract/2027-1/"])
def test_a_zip_holds_a_file_for_each_language(folder: str) -> None:
    bundle = read_upload(ZIP, zipped(shipped_files(), folder))
    assert bundle.version == "2027-1"
    assert len(bundle.languages) == 21


def test_litter_of_other_computers_is_passed_over() -> None:
    files = {**shipped_files(), "__MACOSX/._nb.toml": b"x", ".DS_Store": b"x"}
    assert read_upload(ZIP, zipped(files)).version == "2027-1"


def test_a_translation_may_lack_clauses_but_is_then_not_issued() -> None:
    files = shipped_files()
    text = files["en.toml"].decode()
    head, _, rest = text.partition("[clauses.applies_to")
    files["en.toml"] = (head + "[clauses" + rest.partition("[clauses")[2]).encode()
    translation = read_upload(ZIP, zipped(files)).translation("en")
    assert len(translation.missing_clauses) == 1
    assert not translation.may_be_issued


def test_a_fault_in_each_language_is_told_at_once() -> None:
    files = changed(shipped_files(), "en.toml", "{name}", "{municipality}")
    files = changed(files, "uk.toml", "machine_draft", "perfect")
    with pytest.raises(BundleFaults) as caught:
        read_upload(ZIP, zipped(files))
    found = {fault.file: (fault.fault, fault.key) for fault in caught.value.faults}
    assert found == {
        "en.toml": (Fault.OTHER_FIELDS, "field_name"),
        "uk.toml": (Fault.NOT_A_CHOICE, "status"),
    }


def test_a_clause_may_have_its_own_translator_and_reviewer() -> None:
    own = 'status = "reviewed"\nreviewer = "Rita"\nreviewed_on = 2026-11-18\ntranslator = "Ola"'
    content = two_parts(("[languages.en.clauses.title]", f"[languages.en.clauses.title]\n{own}"))
    translation = read_upload(NAME, content).translation("en")
    title = translation.clauses["title"]
    assert (title.translator, title.reviewer, title.approver) == ("Ola", "Rita", None)
    assert translation.clauses["applies_to"].translator == "Tone Translatør"
    assert translation.status == "translated", "as good as its least good clause"
    assert translation.reviewers == ("Rita",)


@pytest.mark.parametrize(
    ("old", "new", "fault", "key"),
    [
        ('status = "official"', 'status = "withdrawn"', Fault.NOT_A_CHOICE, "status"),
        ("2026-11-20", "2026-11-20T10:00:00", Fault.WRONG_TYPE, "valid_from"),
        ("valid_from", "valid_to = 2026-11-19\nvalid_from", Fault.ENDS_EARLY, "valid_to"),
        ('"test-two-parts"', '"../../etc"', Fault.BAD_NAME, "version"),
        ('"test-two-parts"', '"Stor Versjon"', Fault.BAD_NAME, "version"),
        ('id = "title"', 'id = "Title"', Fault.BAD_NAME, "id"),
        ("Navn: {name}", "Navn: {name", Fault.BRACES, "field_name"),
        ("Navn: {name}", "Navn: {name:>999999999}", Fault.BRACES, "field_name"),
        ("Navn: {name}", "Navn: {name!r}", Fault.BRACES, "field_name"),
        ("Navn: {name}", "Navn: {{name}}", Fault.BRACES, "field_name"),
        ("Navn: {name}", "Navn: {name.__class__}", Fault.UNKNOWN_FIELDS, "field_name"),
        ("Navn: {name}", "Navn: {0}", Fault.UNKNOWN_FIELDS, "field_name"),
        ("Navn: {name}", "Navn: \u202e{name}", Fault.ODD_CHARACTER, "field_name"),
        ("Navn: {name}", "Navn: \\u0007{name}", Fault.ODD_CHARACTER, "field_name"),
        ("Navn: {name}", "N" * 4001, Fault.TOO_LARGE, "field_name"),
        ("Name: {name}", "Name: {name:>999999999}", Fault.BRACES, "field_name"),
        ('language = "en"', 'language = "nb"', Fault.OTHER_LANGUAGE, "language"),
        ('office_code"\n', 'office_kode"\n', Fault.MISSING, "office_kode"),
        ("[legal_basis]", "signed_by = 7\n[legal_basis]", Fault.UNKNOWN, "signed_by"),
    ],
)
def test_what_a_text_may_not_say(old: str, new: str, fault: Fault, key: str) -> None:
    found = fault_of(two_parts((old, new)))
    assert (found.fault, found.key) == (fault, key)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Fault.MISSING),
        (b"\xff\xfe" + "kind".encode("utf-16-le"), Fault.NOT_UTF8),
        ("æ".encode("latin-1"), Fault.NOT_UTF8),
        (b"kind = ", Fault.NOT_TOML),
        (b"x = " + b"[" * 8000, Fault.NOT_TOML),
        (b"x = " + b"[\n" * 100_000, Fault.NOT_TOML),
        (b"x = " + b"9" * 6000, Fault.NOT_TOML),
        (b"[" + b"a." * 100_000 + b"a]\n", Fault.TOO_LARGE),
        (b"a." * 8000 + b"a = 1\n", Fault.TOO_LARGE),
        (b"# " + b"x" * limits.MOST_WHOLE_BYTES, Fault.TOO_LARGE),
        (b"x" * (limits.MOST_BYTES + 1), Fault.TOO_LARGE),
        (b"MZ\x90\x00 program", Fault.NOT_UTF8),
        (b"%PDF-1.7", Fault.NOT_TOML),
        (b"PK\x03\x04 not a zip", Fault.NOT_A_ZIP),
    ],
)
def test_a_file_that_is_no_text_is_refused(content: bytes, fault: Fault) -> None:
    assert fault_of(content).fault is fault


def strange_zip(
    name: str, data: bytes = b"x", *, mode: int = 0, method: int = ZIP_DEFLATED
) -> bytes:
    """Return a ZIP with one more file in it."""
    content = io.BytesIO()
    with ZipFile(content, "w") as archive:
        for each, text in shipped_files().items():
            archive.writestr(each, text)
        entry = ZipInfo(name)
        entry.external_attr = mode << 16
        archive.writestr(entry, data, method)
    return content.getvalue()


@pytest.mark.parametrize(
    "name",
    [
        "../evil.toml",
        "/etc/passwd.toml",
        "a/../../evil.toml",
        "C:\\evil.toml",
        "a/b/c/d.toml",
        "run.sh",
        "en.toml.exe",
        "annet/sv.toml",
        "inner.zip",
        "nb\x00.toml",
    ],
)
def test_a_zip_with_something_strange_is_refused(name: str) -> None:
    assert fault_of(strange_zip(name), ZIP).fault is Fault.STRANGE_FILE


def test_a_link_and_a_rare_packing_are_refused() -> None:
    assert fault_of(strange_zip("de.toml", mode=stat.S_IFLNK), ZIP).fault is Fault.STRANGE_FILE
    assert fault_of(strange_zip("de.toml", method=ZIP_LZMA), ZIP).fault is Fault.STRANGE_FILE


def test_a_bomb_is_refused_without_unpacking_it_whole() -> None:
    bomb = strange_zip("de.toml", b"#" * 400_000_00)
    assert len(bomb) < limits.MOST_BYTES
    assert fault_of(bomb, ZIP).fault is Fault.TOO_LARGE


def test_a_size_that_is_a_lie_is_refused() -> None:
    honest = strange_zip("de.toml", b"#" * 1_000_000)
    size = struct.pack("<L", 1_000_000)
    assert honest.count(size) == 2, "in front of the file, and in the directory"
    assert fault_of(honest.replace(size, struct.pack("<L", 10)), ZIP).fault in {
        Fault.NOT_A_ZIP,
        Fault.TOO_LARGE,
        Fault.NOT_A_CHOICE,
        Fault.MISSING,
    }


def test_an_encrypted_zip_is_refused() -> None:
    content = bytearray(zipped(shipped_files()))
    directory = content.index(b"PK\x01\x02")
    content[directory + 8] |= 1
    assert fault_of(bytes(content), ZIP).fault is Fault.ENCRYPTED


def test_too_many_files_are_refused() -> None:
    files = {f"{'a' * number}.toml": b"" for number in range(1, limits.MOST_FILES + 2)}
    assert fault_of(zipped(files), ZIP).fault is Fault.TOO_MANY


@pytest.mark.parametrize("missing", ["bundle.toml", "nb.toml"])
def test_a_zip_without_its_main_files_is_refused(missing: str) -> None:
    files = shipped_files()
    del files[missing]
    found = fault_of(zipped(files), ZIP)
    assert found.fault is Fault.NO_FILE
    assert missing in found.file
