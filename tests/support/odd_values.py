"""What no honest browser sends."""

from urllib.parse import quote_plus
from uuid import UUID

ODD_VALUES = (
    "",
    " ",
    "\x00",
    "Amina\x00",
    "\ud800",
    "\u202eanimA",
    "\U0010ffff",
    "x" * 70_000,
    "9" * 400,
    "9" * 5000,
    "-1",
    "0",
    "2147483648",
    "9223372036854775808",
    "1e309",
    "NaN",
    "²",
    "٣",
    "1,5",
    "0001-01-01",
    "1900-01-01",
    "2199-12-31",
    "9999-12-31",
    "2026-02-30",
    "24:00",
    "' OR 1=1 --",
    "{{ 7 * 7 }}",
    "<script>alert(1)</script>",
    "../../../etc/passwd",
    "[]",
    str(UUID(int=0)),
)

ODD_NUMBERS = ("0", "00", "9999", "10000", "2147483648", "9223372036854775808", "9" * 400)
"""For numbers in a path."""

ODD_BODIES = (
    ("application/json", b"{"),
    ("application/json", b"[[[[[[" * 2000),
    ("application/json", b'{"marks": {"session_id": 1}}'),
    ("application/json", b'{"action": 1, "row_version": 1, "submission_id": [], "name": {}}'),
    ("application/json; charset=utf-16", b"\xff\xfe\x00"),
    ("text/plain", b"submission_id=1"),
    ("application/x-www-form-urlencoded; charset=nonsense", b"a=%ff%fe&b=%u1234&%00=%00"),
    ("application/x-www-form-urlencoded", b"&".join(b"f%d=1" % n for n in range(3000))),
    ("multipart/form-data", b"--x\r\n\r\n"),
    ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=scan"),
    (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="scan"; filename="a\x00.pdf"\r\n'
        b"Content-Type: application/pdf\r\n\r\n%PDF-1.7\r\n--x--\r\n",
    ),
    ("", b"\x00\xff"),
)

ODD_NAMES = ("side", "status", "gruppe", "dag", "minutter", "maned", "visning", "before", "type",
             "next", "radgiver", "\x00", "q" * 3000)  # fmt: skip
"""Names in a query: those that pages read, and two that none does."""


def encoded(pairs: list[tuple[str, str]]) -> str:
    """Return a query or form body, with lone surrogates as the bytes they would be."""
    return "&".join(
        f"{quote_plus(name, errors='surrogatepass')}={quote_plus(value, errors='surrogatepass')}"
        for name, value in pairs
    )
