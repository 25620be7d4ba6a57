"""Render declarations without a database: what `introportal declaration render` does.

One person is a JSON object `{"name", "identity_number", "municipality", "settled_on",
"decided_on", "version"}` with ISO dates, and may name `"kind"`, `"language"`, `"layout"` and
`"code"` too.
"""

import json
import secrets
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from app.core.clock import Clock, system_clock, today
from app.core.pii import IdentityNumber, PersonName
from app.declarations.bundles.catalogue import load_bundle
from app.declarations.bundles.types import NORWEGIAN, BundleError, BundleKind
from app.declarations.layouts import SheetLayout, layouts_for
from app.declarations.sheet import DeclarationSheet
from app.declarations.typesetting import SheetTooLong, typeset_sheet
from app.i18n.locales import find_language
from app.papers.code import MINIMUM_ENTROPY_BYTES, check, new_code, normalise
from app.pdf.errors import PdfRenderError
from app.pdf.page_boxes import DocumentRenderer
from app.pdf.pool import PdfRendererPool
from app.pdf.renderer import PdfRenderer

Progress = Callable[[str], None]
"""Told how far a batch has come, in a line to show."""

_REQUIRED = ("name", "identity_number", "municipality", "settled_on", "decided_on", "version")
_OPTIONAL = ("kind", "language", "layout", "code")


class RenderCommandError(Exception):
    """The input cannot become a sheet; the message names the file, the line and the key."""


@dataclass(frozen=True, slots=True)
class _Wished:
    """What was asked for on the command line, for data that do not say it."""

    language: str
    layout: str | None


@dataclass(frozen=True, slots=True)
class _Job:
    place: str
    sheet: DeclarationSheet
    out: Path


def render_from_file(
    data_path: Path,
    language: str,
    out: Path,
    *,
    layout: str | None = None,
    clock: Clock = system_clock,
) -> None:
    """Render the one person in a JSON file to `out`.

    `layout` is a `SheetLayout`; None: the usual one of the language.

    Raises:
        RenderCommandError: the file cannot be read, says something impossible or cannot be printed.
    """
    content = _json(_read(data_path), str(data_path))
    sheet = _sheet(content, _Wished(language, layout), clock, str(data_path))
    with closing(PdfRenderer()) as renderer:
        _render(renderer, _Job(str(data_path), sheet, out))


def render_batch(
    jsonl: Path,
    language: str,
    out_dir: Path,
    progress: Progress,
    *,
    layout: str | None = None,
    clock: Clock = system_clock,
) -> int:
    """Render each line of a file to `out_dir/0001.pdf` and so on; return how many there were.

    `language` and `layout` are for lines that name none. Every line is checked before the first is
    rendered.

    Raises:
        RenderCommandError: as for one person, naming the line.
    """
    lines = [line for line in enumerate(_read(jsonl).splitlines(), start=1) if line[1].strip()]
    jobs = []
    for number, (line_number, line) in enumerate(lines, start=1):
        place = f"{jsonl}:{line_number}"
        sheet = _sheet(_json(line, place), _Wished(language, layout), clock, place)
        jobs.append(_Job(place, sheet, out_dir / f"{number:04d}.pdf"))
    out_dir.mkdir(parents=True, exist_ok=True)
    for done, _ in enumerate(_render_all(jobs), start=1):
        progress(f"{done}/{len(jobs)}")
    return len(jobs)


def _render_all(jobs: list[_Job]) -> Iterable[None]:
    """Render with one process per processor core."""
    with closing(PdfRendererPool()) as pool, ThreadPoolExecutor(pool.size) as threads:
        try:
            yield from threads.map(lambda job: _render(pool, job), jobs)
        finally:
            threads.shutdown(cancel_futures=True)


def _render(renderer: DocumentRenderer, job: _Job) -> None:
    try:
        pdf = typeset_sheet(renderer, job.sheet).pdf
    except (PdfRenderError, SheetTooLong) as error:
        raise RenderCommandError(f"{job.place}: cannot be printed ({error})") from error
    try:
        job.out.write_bytes(pdf)
    except OSError as error:
        raise RenderCommandError(f"{job.out}: cannot be written ({error.strerror})") from error


def _sheet(content: Any, wished: _Wished, clock: Clock, place: str) -> DeclarationSheet:
    """Return the sheet of one person, or say what is wrong with her data."""
    fields = _fields(content, place)
    language = fields.get("language", wished.language)
    if find_language(language) is None:
        raise RenderCommandError(f"{place}: language {language!r} is not one of the portal's")
    layout = _layout(language, fields.get("layout", wished.layout), place)
    code = normalise(fields.get("code") or new_code(secrets.token_bytes(MINIMUM_ENTROPY_BYTES)))
    if not check(code):
        raise RenderCommandError(f"{place}: code is not a code of the portal")
    kind = fields.get("kind", BundleKind.INTEGRATION_DECLARATION.value)
    if kind not in list(BundleKind):
        raise RenderCommandError(f"{place}: kind must be one of {', '.join(BundleKind)}")
    try:
        bundle = load_bundle(BundleKind(kind), fields["version"])
        if language != NORWEGIAN and not bundle.translation(language).may_be_issued:
            raise RenderCommandError(f"{place}: the translation into {language} is outdated")
    except BundleError as error:
        raise RenderCommandError(f"{place}: {error}") from error
    return DeclarationSheet(
        bundle=bundle,
        language=language,
        participant_name=PersonName(fields["name"]),
        identity_number=IdentityNumber(fields["identity_number"]),
        municipality_name=fields["municipality"],
        settled_on=_day(fields, "settled_on", place),
        decided_on=_day(fields, "decided_on", place),
        code=code,
        issued_on=today(clock),
        layout=layout,
    )


def _layout(language: str, layout: str | None, place: str) -> SheetLayout:
    sensible = layouts_for(language)
    if layout is None:
        return sensible[0]
    if layout not in sensible:
        raise RenderCommandError(
            f"{place}: layout must be one of {', '.join(sensible)} with language {language!r}"
        )
    return SheetLayout(layout)


def _fields(content: Any, place: str) -> dict[str, str]:
    """Return the object's keys, all of them known, none missing, each a text."""
    if not isinstance(content, dict):
        raise RenderCommandError(f"{place}: must be a JSON object")
    missing = [key for key in _REQUIRED if key not in content]
    unknown = sorted(set(content) - {*_REQUIRED, *_OPTIONAL})
    if missing or unknown:
        problem = f"missing {missing}" if missing else f"unknown {unknown}"
        raise RenderCommandError(f"{place}: {problem}")
    for key, value in content.items():
        if not isinstance(value, str) or not value.strip():
            raise RenderCommandError(f"{place}: {key} must be a text")
    return content


def _day(fields: dict[str, str], key: str, place: str) -> date:
    try:
        return date.fromisoformat(fields[key])
    except ValueError:
        raise RenderCommandError(f"{place}: {key} must be a date: YYYY-MM-DD") from None


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise RenderCommandError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise RenderCommandError(f"{path}: is not UTF-8") from error


def _json(text: str, place: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise RenderCommandError(f"{place}: is not JSON ({error})") from error
