"""The `introportal` command line. Errors go to standard error; wrong usage exits with 2."""

import os
import sys
from pathlib import Path
from typing import IO

import click
from flask import Flask

from app.config import DEMO_PASSWORD, Settings, SettingsError
from app.core.actor import MunicipalityScope, Role


def _settings() -> Settings:
    try:
        return Settings.from_environment(os.environ)
    except SettingsError as error:
        raise click.ClickException(str(error)) from None


def _app() -> Flask:
    from app import create_app

    return create_app(_settings())


@click.group()
@click.version_option(package_name="introportalen")
def main() -> None:
    """Introportalen: the portal of the Norwegian introduction programme."""


@main.command()
@click.argument("file", type=click.File("r", encoding="utf-8"))
def assess(file: IO[str]) -> None:
    """Ask the rules: read scenarios from FILE (- for standard input), print the answers."""
    from app.scenarios import run

    try:
        questions = file.read()
    except UnicodeDecodeError:
        raise click.ClickException("the file is not UTF-8 text") from None
    answers, status = run(questions)
    click.echo(answers)
    sys.exit(status)


@main.group()
def db() -> None:
    """The database."""


@db.command("upgrade")
def db_upgrade() -> None:
    """Bring the database to the newest schema."""
    _upgrade(_app())
    click.echo("The database is up to date.", err=True)


def _upgrade(app: Flask) -> None:
    from app.extensions import db as database
    from app.persistence.schema import upgrade

    with app.app_context():
        upgrade(database.engine)


@main.command()
@click.option("--logins", is_flag=True, help="Only print the demo logins.")
def demo(*, logins: bool) -> None:
    """Fill an empty database with two demo municipalities; a second time does nothing."""
    from app.demo.fill import fill

    settings = _settings()
    if not settings.is_demo:
        raise click.ClickException("demo data belong in demo mode only (INTROPORTAL_ENV=demo)")
    if not logins:
        from app import create_app

        fill(create_app(settings))
    _print_logins()


def _print_logins() -> None:
    from app.demo.logins import login_names

    click.echo("Demo logins (password " + DEMO_PASSWORD + "):")
    for name in login_names():
        click.echo(f"  {name}")


@main.command()
@click.option(
    "--prepare", is_flag=True, help="First do what `db upgrade` and, in demo mode, `demo` do."
)
def serve(*, prepare: bool) -> None:
    """Serve the portal, with the worker in the same process."""
    from app import create_app
    from app.composition import UnsafeInstallation
    from app.server import serve as run_server

    settings = _settings()
    app = create_app(settings)
    if prepare:
        _prepare(app, settings)
    click.echo(f"Introportalen: http://{settings.host}:{settings.port}")
    try:
        run_server(app, settings)
    except UnsafeInstallation as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        address = f"{settings.host}:{settings.port}"
        raise click.ClickException(f"cannot listen on {address}: {error.strerror}") from None


def _prepare(app: Flask, settings: Settings) -> None:
    """In the process that serves, because loading the portal is most of a second start."""
    _upgrade(app)
    if settings.is_demo:
        from app.demo.fill import fill

        fill(app)
        _print_logins()


@main.command()
def worker() -> None:
    """Run every waiting job once, then stop. The served portal does this by itself."""
    from app.jobs.worker import run_waiting

    app = _app()
    done = run_waiting(
        app, app.extensions["introportalen.jobs"], app.extensions["introportalen.clock"]
    )
    click.echo(f"{done} jobs run.", err=True)


@main.group()
def user() -> None:
    """Users."""


@user.command("create")
@click.option("--municipality", required=True, help="Four-digit municipality number.")
@click.option("--username", required=True)
@click.option("--name", required=True, help="The name that others see.")
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True)
@click.password_option(help="Asked for when not given.")
def user_create(*, municipality: str, username: str, name: str, role: str, password: str) -> None:
    """Create a user of a municipality."""
    from app.accounts.errors import CannotCreateUser
    from app.accounts.queries import find_municipality_by_number
    from app.accounts.service import create_user
    from app.extensions import db as database

    app = _app()
    with app.app_context():
        found = find_municipality_by_number(database.session, municipality)
        if found is None:
            raise click.ClickException(f"no municipality {municipality} in this installation")
        try:
            create_user(
                database.session,
                app.extensions["introportalen.clock"],
                MunicipalityScope(found.id),
                username=username,
                display_name=name,
                role=Role(role),
                password=password,
            )
        except CannotCreateUser as refusal:
            raise click.ClickException(refusal.reason.value) from None
        database.session.commit()


@main.group()
def municipality() -> None:
    """Municipalities."""


@municipality.command("create")
@click.argument("number")
@click.option("--form", type=click.Choice(["nb", "nn"]), default="nb", help="Bokmål or nynorsk.")
def municipality_create(*, number: str, form: str) -> None:
    """Take the municipality with this four-digit NUMBER into the installation."""
    from app.accounts.models import LanguageForm
    from app.accounts.queries import find_municipality_by_number
    from app.accounts.service import create_municipality
    from app.extensions import db as database
    from app.sources.municipalities import municipalities

    names = {record.number: record.name for record in municipalities()}
    if number not in names:
        raise click.ClickException(f"no Norwegian municipality has the number {number}")
    app = _app()
    with app.app_context():
        if find_municipality_by_number(database.session, number) is not None:
            raise click.ClickException(f"{names[number]} is in this installation already")
        create_municipality(
            database.session,
            app.extensions["introportalen.clock"],
            number=number,
            name=names[number],
            language_form=LanguageForm(form),
        )
        database.session.commit()


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
def backup(file: Path) -> None:
    """Copy the whole database into FILE while the portal goes on. The file is secret."""
    from app.extensions import db as database
    from app.persistence.backup import BackupError
    from app.persistence.backup import backup as copy

    app = _app()
    with app.app_context():
        try:
            copy(database.engine, file)
        except BackupError as error:
            raise click.ClickException(str(error)) from None
    click.echo(f"The database is copied to {file}.", err=True)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Put the backup in the place of the data there.")
def restore(file: Path, *, replace: bool) -> None:
    """Fill the database from FILE and bring it to the newest schema. Stop the portal first."""
    from app.extensions import db as database
    from app.persistence.backup import BackupError
    from app.persistence.backup import restore as fill

    app = _app()
    with app.app_context():
        try:
            aside = fill(database.engine, file, replace=replace)
        except BackupError as error:
            raise click.ClickException(str(error)) from None
    _upgrade(app)
    if aside is not None:
        click.echo(f"The earlier database lies in {aside}.", err=True)
    click.echo("The database is restored. Check it: introportal verify-audit", err=True)


@main.command("verify-audit")
def verify_audit() -> None:
    """Check the hash chain of the audit log; exit status 1 if it is broken."""
    from app.audit.service import verify
    from app.extensions import db as database

    app = _app()
    with app.app_context():
        count, found = verify(database.session)
    if found is not None:
        click.echo(f"broken at event {found.event_id}: {found.problem}", err=True)
        sys.exit(1)
    click.echo(f"{count} events, unbroken")


@main.command()
def texts() -> None:
    """List the texts for signing: versions, languages, who has reviewed what."""
    from app.declarations.texts_command import list_texts

    for line in list_texts():
        click.echo(line)


@main.command("rule-docs")
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("docs/rules"), show_default=True
)
@click.option(
    "--examples",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("tests/examples"),
    show_default=True,
    help="Folder of the worked examples.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit status 1 names stale pages.")
def rule_docs(*, out: Path, examples: Path, check: bool) -> None:
    """Write a page about each provision that the rules rest on."""
    from app.core.clock import system_clock
    from app.rule_docs import command
    from app.rule_docs.errors import RuleDocsError

    for warning in command.old_sources(system_clock):
        click.echo(f"warning: {warning}", err=True)
    try:
        files = command.documents(examples, out)
    except RuleDocsError as error:
        raise click.ClickException(str(error)) from None
    if not check:
        command.write(files, out)
    elif stale := command.stale(files, out):
        names = ", ".join(stale)
        raise click.ClickException(f"stale, run introportal rule-docs: {names}")


@main.group()
def declaration() -> None:
    """Declarations."""


@declaration.command("render")
@click.option("--data", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--batch", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--language", default="nb", show_default=True)
@click.option(
    "--layout",
    help="norwegian_left, mirrored, norwegian_only or own_language_only (to read, not to sign); "
    "without it, the usual one of the language.",
)
@click.option("--out", type=click.Path(path_type=Path), required=True)
def declaration_render(
    *, data: Path | None, batch: Path | None, language: str, layout: str | None, out: Path
) -> None:
    """Render a declaration from --data FILE, or many from --batch FILE.jsonl into --out DIR."""
    from app.declarations.render_command import RenderCommandError, render_batch, render_from_file

    if (data is None) == (batch is None):
        raise click.UsageError("give either --data or --batch")
    try:
        if data is not None:
            render_from_file(data, language, out, layout=layout)
        elif batch is not None:
            render_batch(
                batch, language, out, lambda line: click.echo(line, err=True), layout=layout
            )
    except RenderCommandError as error:
        raise click.ClickException(str(error)) from None
