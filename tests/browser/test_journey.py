"""The seven steps, clicked through as a person would, on the whole portal with its demo."""

import io
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from app.config import DEMO_PASSWORD
from tests.support.chromium import accessibility_faults, chromium, overflows
from tests.support.portal import portal

pytestmark = [pytest.mark.browser, pytest.mark.timeout(420)]

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The demo, where plans from September 2026 on need the declaration."""
    with (
        TemporaryDirectory(prefix="introportalen-") as directory,
        portal(Path(directory), INTROPORTAL_DECLARATION_IN_FORCE_FROM="2026-09-01") as found,
    ):
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def sign_in(address: str, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open a browser window and sign in by the form."""
    contexts: list[BrowserContext] = []

    def open_window(username: str, screen: dict[str, int] = DESKTOP, locale: str = "nb") -> Page:
        context = browser.new_context(
            base_url=address, viewport=screen, locale=locale, accept_downloads=True
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: pytest.fail(f"script error: {error}"))
        page.goto("/logg-inn")
        page.locator("#username").fill(username)
        page.locator("#password").fill(DEMO_PASSWORD)
        page.locator("#password").press("Enter")
        page.wait_for_url(re.compile(r"^(?!.*logg-inn)"))
        return page

    yield open_window
    for context in contexts:
        context.close()


def check(page: Page) -> None:
    """Every page on the way is accessible and fits the screen."""
    assert accessibility_faults(page) == []
    assert not overflows(page)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).first.click()


def enrol(page: Page) -> None:
    follow(page, "Deltakere")
    follow(page, "Registrer deltaker")
    press(page, "Registrer deltaker")
    summary = page.locator("#error-summary")
    expect(summary).to_contain_text("Skriv fornavnet.")
    check(page)
    page.get_by_label("Fornavn").fill("Amal")
    page.get_by_label("Etternavn").fill("Suleiman")
    page.get_by_label("Fødselsdato").first.fill("1993-05-17")
    page.get_by_label("Kvinne").check()
    page.get_by_label("Oppholdsgrunnlag etter utlendingsloven", exact=False).first.select_option(
        value="28"
    )
    page.get_by_label("Tillatelsen ble gitt", exact=True).fill("2026-06-01")
    page.get_by_label("Bosatt i kommunen", exact=True).fill("2026-09-21")
    page.get_by_label("Ja", exact=True).check()
    page.get_by_label("Morsmål").select_option(value="ar")
    page.get_by_label("Språk for skriftlig informasjon").select_option(value="ar")
    page.get_by_label("Leser godt").check()
    page.get_by_label("Tolkespråk").select_option(value="ar")
    # A wrong check digit in a DUF number warns and does not block.
    page.get_by_label("Fødselsnummer, D-nummer eller DUF-nummer").fill("200205705503")
    press(page, "Vis målgruppe")
    expect(page.get_by_text("Rett og plikt", exact=True).first).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("integreringsloven § 8")).first).to_be_visible()
    expect(page.get_by_text("21.12.2026").first).to_be_visible()
    expect(page.get_by_label("Fornavn")).to_have_value("Amal")
    check(page)
    press(page, "Registrer deltaker")
    expect(page.get_by_role("heading", level=1)).to_have_text("Amal Suleiman")
    check(page)


def map_competence(page: Page) -> None:
    page.goto(page.url.rstrip("/") + "/kartlegging")
    check(page)
    follow(page, "Fyll ut Samtalen")
    page.get_by_label("Utdanningsnivå").select_option(value="upper_secondary_or_higher")
    page.get_by_label("Kompetansen ble kartlagt").fill("2026-10-01")
    check(page)
    press(page, "Lagre")
    follow(page, "Fyll ut Karriereveiledning")
    page.get_by_label("Karriereveiledning ble gitt").fill("2026-10-15")
    check(page)
    press(page, "Lagre")


def make_plan(page: Page) -> None:
    follow(page, "Plan")
    follow(page, "Lag plan")
    page.get_by_label("Vedtak om introduksjonsprogram").fill("2026-11-20")
    page.get_by_label("Tilbud om oppstart").fill("2026-11-20")
    page.get_by_label("Programmet starter").fill("2026-11-23")
    page.get_by_label("Planen er laget").fill("2026-11-20")
    page.get_by_label(re.compile("^Arbeid – ")).check()
    page.get_by_label("Langsiktige mål").fill("Jeg vil bli barnehagelærer.")
    page.get_by_label("Begrunnelse").fill(
        "Praksis i barnehage gir erfaring og daglig trening i muntlig norsk."
    )
    page.get_by_label("Timer norsk i alt").fill("600")
    page.get_by_label("Timer samfunnskunnskap i alt").fill("75")
    page.get_by_label(re.compile("veiledet om realkompetansevurdering")).check()
    page.get_by_label(re.compile("hvordan det er mulig å klage")).check()
    page.get_by_label("Neste vurdering av planen").fill("2027-02-22")
    check(page)
    press(page, "Lagre utkastet")
    expect(
        page.get_by_role("link", name=re.compile("integreringsloven § 14 a")).first
    ).to_be_visible()
    check(page)
    for kind, hours in (
        ("norwegian_training", "14"),
        ("social_studies", "3"),
        ("life_skills_migration_health", "1"),
        ("life_skills_career", "1"),
        ("work_practice", "18,5"),
    ):
        follow(page, "Legg til element")
        page.locator(f"a[href$='type={kind}']").click()
        page.get_by_label("Første dag").fill("2026-11-23")
        page.get_by_label("Siste dag").fill("2027-11-22")
        page.get_by_label("Timer i uka").fill(hours)
        press(page, "Legg til")
        expect(page.get_by_role("heading", level=1)).to_have_text("Integreringsplan")
    expect(page.get_by_text("Planen har alt loven krever.")).to_be_visible()
    press(page, "Fastsett planen")
    expect(page.get_by_text("Planen som gjelder, versjon 1")).to_be_visible()
    check(page)


def sign_declaration(page: Page) -> None:
    follow(page, "Erklæring")
    expect(page.get_by_role("heading", name="Integreringserklæring")).to_be_visible()
    expect(page.get_by_label("Språk ved siden av norsk")).to_have_value("ar")
    press(page, "Lag arket")
    follow_download = page.get_by_role("link", name="Last ned PDF")
    expect(follow_download).to_be_visible(timeout=30_000)
    check(page)
    with page.expect_download() as started:
        follow_download.click()
    text = "".join(
        sheet.get_textpage().get_text_range()
        for sheet in pypdfium2.PdfDocument(started.value.path().read_bytes())
    )
    assert "Jeg anerkjenner at" in text
    assert "Amal Suleiman" in text
    follow(page, "Registrer underskrift")
    page.get_by_label("Dato for underskrift").fill("2026-11-20")
    page.get_by_label("Sted").fill("Fjordvik")
    page.get_by_label("Dato for gjennomgangen").fill("2026-11-20")
    page.get_by_label("Språk dere gikk gjennom papiret på").select_option(value="ar")
    page.get_by_label("Tolk fra Nasjonalt tolkeregister").check()
    page.get_by_label("Tolkens navn").fill("Statsautorisert Tolk")
    page.get_by_label("Tolkens kategori i registeret").select_option(label="C: statsautorisert")
    page.get_by_label("Hvor var tolken?").select_option(label="På skjerm")
    page.get_by_label("Er tolken i familie med deltakeren?").select_option(label="Nei")
    page.get_by_label("Tolken er 18 år eller eldre").check()
    page.get_by_label("Hva handler papiret om?").fill("At jeg skal følge planen min.")
    picture = io.BytesIO()
    Image.new("L", (300, 420), 255).save(picture, "JPEG")
    page.get_by_label("Skannet papir").set_input_files(
        {"name": "ark.jpg", "mimeType": "image/jpeg", "buffer": picture.getvalue()}
    )
    check(page)
    press(page, "Registrer underskrift")
    expect(page.get_by_text("Underskrevet", exact=True).first).to_be_visible()
    expect(page.get_by_text(re.compile("Forklart 20.11.2026")).first).to_be_visible()


def test_a_caseworker_walks_from_worklist_to_a_signed_declaration(
    sign_in: Callable[..., Page],
) -> None:
    page = sign_in("saksbehandler@fjordvik.example")
    expect(page.get_by_role("heading", level=1)).to_have_text("Arbeidsliste")
    for section in (
        "Vedtak og oppstart",
        "Planer",
        "Erklæringer og kontrakter",
        "Fravær uten grunn",
        "Utbetaling",
    ):
        expect(page.get_by_role("heading", name=section)).to_be_visible()
    check(page)
    enrol(page)
    map_competence(page)
    make_plan(page)
    sign_declaration(page)


def test_a_teacher_marks_a_week_and_loses_nothing_when_the_network_drops(
    sign_in: Callable[..., Page],
) -> None:
    page = sign_in("laerer")
    follow(page, "Gruppe 1")
    page.get_by_role("link", name=re.compile("Før oppmøte for uke")).click()
    check(page)
    marks = page.locator("input.mark")
    status = page.locator("[data-status]")
    mark = marks.nth(0)
    mark.focus()
    page.keyboard.press("f")
    expect(status).to_have_text("Alt er lagret.")
    page.context.set_offline(True)
    page.keyboard.press("ArrowDown")
    page.keyboard.type("45")
    page.keyboard.press("Enter")
    expect(status).to_contain_text("Ikke lagret ennå")
    page.context.set_offline(False)
    expect(status).to_have_text(
        "Alt er lagret.", timeout=int(timedelta(seconds=40) / timedelta(milliseconds=1))
    )
    page.reload()
    expect(mark).to_have_value("f")


def test_a_month_is_approved_by_another_person_and_paid_once(
    sign_in: Callable[..., Page],
) -> None:
    caseworker = sign_in("saksbehandler@fjordvik.example")
    follow(caseworker, "Utbetaling")
    follow(caseworker, "oktober 2026")
    expect(caseworker.get_by_role("button", name="Godkjenn måneden")).to_have_count(0)
    check(caseworker)
    leader = sign_in("leder@fjordvik.example")
    follow(leader, "Utbetaling")
    follow(leader, "oktober 2026")
    leader.locator("#payments tbody a").first.click()
    expect(leader.get_by_text("Slik er utbetalingen for oktober 2026 regnet ut")).to_be_visible()
    expect(
        leader.get_by_role("link", name=re.compile("integreringsloven § 20")).first
    ).to_be_visible()
    check(leader)
    leader.go_back()
    press(leader, "Godkjenn måneden")
    press(leader, "Lag utbetalingsfilen")
    expect(leader.get_by_role("button", name="Lag utbetalingsfilen")).to_have_count(0)
    files = []
    for _time in range(2):
        with leader.expect_download() as started:
            follow(leader, "Last ned utbetalingsfilen")
        files.append(started.value.path().read_bytes())
    assert files[0] == files[1]
    assert len(files[0].splitlines()) > 20
    check(leader)


def test_a_participant_reads_plan_and_month_in_arabic_on_a_phone(
    sign_in: Callable[..., Page],
) -> None:
    page = sign_in("deltaker.ar", PHONE, "ar")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    check(page)
    for path in ("/min-side/plan", "/min-side/maaned", "/min-side/fravaer", "/min-side/papirer"):
        page.goto(path)
        expect(page.locator("html")).to_have_attribute("dir", "rtl")
        check(page)
    page.goto("/min-side/maaned")
    page.locator("main a[href*='/min-side/maaned/']:not([hreflang])").first.click()
    amounts = page.locator("main bdi[dir=ltr]", has_text=re.compile(r"\d{1,2}\s\d{3},\d{2}"))
    expect(amounts.first).to_be_visible()
    check(page)


def test_everything_can_be_reached_by_keyboard_alone(sign_in: Callable[..., Page]) -> None:
    page = sign_in("saksbehandler@fjordvik.example")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Hopp til innholdet")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.closest('main') !== null")
    assert focused, "the skip link leads into the content"


def test_competence_is_mapped_by_keyboard_on_a_phone_in_arabic(
    sign_in: Callable[..., Page],
) -> None:
    page = sign_in("saksbehandler@dalheim.example", PHONE)
    page.locator(
        "button[formaction*='/sprak/ar'], form[action*='/sprak/ar'] button"
    ).first.evaluate("button => button.click()")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    page.goto("/deltakere")
    page.locator("main a[href^='/deltakere/']").filter(has_text=",").first.click()
    page.wait_for_url(re.compile("/deltakere/[0-9a-f-]{36}$"))
    mapping = f"{page.url}/kartlegging"
    page.goto(f"{mapping}/arbeid")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    check(page)
    page.locator("button[value=add_line]").focus()
    page.keyboard.press("Enter")
    occupation = page.locator("input[name$=-occupation]").last
    expect(occupation).to_have_value("")
    occupation.focus()
    page.keyboard.type("خباز")
    page.keyboard.press("Tab")
    page.keyboard.type("30")
    page.keyboard.press("Tab")
    page.keyboard.type("سوريا")
    check(page)
    page.keyboard.press("Enter")
    page.wait_for_url(mapping)
    expect(page.locator("bdi[dir=rtl]", has_text="خباز")).to_be_visible()
    check(page)
    page.goto(f"{mapping}/tidligere")
    expect(page.locator("bdi[dir=rtl]", has_text="خباز").first).to_be_visible()
    check(page)
