"""What can be wrong with a bundle's files: a closed list, with file, place and key."""

from enum import StrEnum

from app.declarations.bundles.types import BundleError


class Fault(StrEnum):
    """One kind of fault."""

    NO_FILE = "no_file"
    TOO_LARGE = "too_large"
    NOT_UTF8 = "not_utf8"
    NOT_TOML = "not_toml"
    MISSING = "missing"
    UNKNOWN = "unknown"
    WRONG_TYPE = "wrong_type"
    NOT_A_CHOICE = "not_a_choice"
    SPACES = "spaces"
    ODD_CHARACTER = "odd_character"
    BRACES = "braces"
    UNKNOWN_FIELDS = "unknown_fields"
    OTHER_FIELDS = "other_fields"
    OTHER_LANGUAGE = "other_language"
    OTHER_FOLDER = "other_folder"
    NOBODY_NAMED = "nobody_named"
    REPEATED = "repeated"
    BAD_NAME = "bad_name"
    ENDS_EARLY = "ends_early"
    NO_PART = "no_part"
    NO_SIGNATURE = "no_signature"
    NEEDLESS_PART = "needless_part"
    NOT_A_ZIP = "not_a_zip"
    ENCRYPTED = "encrypted"
    STRANGE_FILE = "strange_file"
    TOO_MANY = "too_many"


_ENGLISH = {
    Fault.NO_FILE: "does not exist",
    Fault.TOO_LARGE: "{key} is longer than {detail}",
    Fault.NOT_UTF8: "is not UTF-8",
    Fault.NOT_TOML: "{detail}",
    Fault.MISSING: "{key} is missing",
    Fault.UNKNOWN: "unknown {key}",
    Fault.WRONG_TYPE: "{key} must be of type {detail}",
    Fault.NOT_A_CHOICE: "{key} must be {detail}",
    Fault.SPACES: "{key} is empty or has spaces where none belong",
    Fault.ODD_CHARACTER: "{key} has a character that cannot be printed",
    Fault.BRACES: "{key} has a brace that belongs to no field",
    Fault.UNKNOWN_FIELDS: "{key} has unknown fields {detail}",
    Fault.OTHER_FIELDS: "{key} has other fields than the Norwegian clause",
    Fault.OTHER_LANGUAGE: "language is {detail}",
    Fault.OTHER_FOLDER: "kind and version are not those of its folder",
    Fault.NOBODY_NAMED: "status {key} needs a {detail}",
    Fault.REPEATED: "{key} stands twice",
    Fault.BAD_NAME: "{key} is not a name of the form {detail}",
    Fault.ENDS_EARLY: "{key} is before valid_from",
    Fault.NO_SIGNATURE: "part {key} has no line to sign on",
    Fault.NO_PART: "{key} names no part",
    Fault.NEEDLESS_PART: "{key} belongs to the whole document, not to a part",
    Fault.NOT_A_ZIP: "is not a readable ZIP file",
    Fault.ENCRYPTED: "is encrypted",
    Fault.STRANGE_FILE: "{key} does not belong here",
    Fault.TOO_MANY: "has more than {detail} {key}",
}


class BundleFault(BundleError):
    """One fault, and where it is."""

    def __init__(
        self, fault: Fault, file: str, key: str = "", detail: str = "", place: str = ""
    ) -> None:
        self.fault, self.file, self.key, self.detail, self.place = fault, file, key, detail, place
        where = f"{file}: {place}: " if place else f"{file}: " if fault is not Fault.NO_FILE else ""
        said = _ENGLISH[fault].format(key=key, detail=detail)
        super().__init__(f"{file} {said}" if fault is Fault.NO_FILE else f"{where}{said}")


class BundleFaults(BundleError):
    """Several faults of one bundle."""

    def __init__(self, faults: tuple[BundleFault, ...]) -> None:
        self.faults = faults
        super().__init__("; ".join(map(str, faults)))
