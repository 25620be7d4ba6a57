"""`introportal rule-docs` writes pages, finds stale ones, and warns of old sources."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli import main
from app.core.clock import fixed_clock
from app.rule_docs import command
from tests.support.repository import ROOT

EXAMPLES = str(ROOT / "tests" / "examples")


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["rule-docs", "--examples", EXAMPLES, *arguments])


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("rules")
    assert _run("--out", str(out)).exit_code == 0
    return out


def test_what_was_written_is_fresh(written: Path) -> None:
    result = _run("--out", str(written), "--check")
    assert (result.exit_code, result.stdout) == (0, "")


def test_a_stale_page_is_named(written: Path) -> None:
    page = written / "il-21.md"
    content = page.read_text(encoding="utf-8")
    page.write_text(content + "rettet for hånd\n", encoding="utf-8")
    result = _run("--out", str(written), "--check")
    page.write_text(content, encoding="utf-8")
    assert result.exit_code == 1
    assert "stale, run introportal rule-docs: il-21.md" in result.stderr


def test_missing_and_left_over_pages_are_stale(tmp_path: Path) -> None:
    (tmp_path / "same.md").write_text("x", encoding="utf-8")
    (tmp_path / "old.md").write_text("x", encoding="utf-8")
    files = {"same.md": "x", "new.md": "y"}
    assert command.stale(files, tmp_path) == ["new.md", "old.md"]
    command.write(files, tmp_path)
    assert command.stale(files, tmp_path) == []
    assert not (tmp_path / "old.md").exists()


def test_problems_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    empty, out = tmp_path / "examples", tmp_path / "out"
    empty.mkdir()
    result = CliRunner().invoke(main, ["rule-docs", "--examples", str(empty), "--out", str(out)])
    assert (result.exit_code, out.exists()) == (1, False)
    assert "no worked examples" in result.stderr


@pytest.mark.parametrize(("day", "is_old"), [(2, False), (3, True)])
def test_a_source_is_old_a_year_after_it_was_compared(day: int, *, is_old: bool) -> None:
    clock = fixed_clock(datetime(2027, 7, day, 12, tzinfo=UTC))
    warnings = list(command.old_sources(clock))
    expected = "integreringsloven was last compared with Lovdata on 2026-07-02"
    assert (expected in warnings) is is_old
