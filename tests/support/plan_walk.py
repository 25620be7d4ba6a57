"""What a caseworker does on the pages of the portal until somebody has a plan that holds."""

import re

from playwright.sync_api import Page, expect

from tests.support.plan_people import BORN_ON, Planner
from tests.support.served import check

REASONS = "Praksis gir norsk på jobb og en referanse."
HOURS = (15, 3, 1, 1, 18)
"""Hours a week of the elements of the plan, in their order."""


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).first.click()


def enrol(page: Page, person: Planner) -> str:
    """Register somebody, and return where her pages stand."""
    page.goto("/deltakere/ny")
    page.get_by_label("Fornavn").fill(person.given_name)
    page.get_by_label("Etternavn").fill(person.family_name)
    page.get_by_label("Fødselsdato").first.fill(BORN_ON.isoformat())
    page.get_by_label("Kvinne").check()
    page.get_by_label("Oppholdsgrunnlag etter utlendingsloven").first.select_option("28")
    page.get_by_label("Tillatelsen ble gitt", exact=True).fill("2026-06-01")
    page.get_by_label("Bosatt i kommunen", exact=True).fill("2026-09-21")
    page.get_by_label("Ja", exact=True).check()
    for question in ("Morsmål", "Språk for skriftlig informasjon", "Tolkespråk"):
        page.get_by_label(question).select_option(person.language)
    page.get_by_label("Leser godt").check()
    page.get_by_label("Fødselsnummer, D-nummer eller DUF-nummer").fill(person.identity_number)
    press(page, "Registrer deltaker")
    page.wait_for_url(re.compile("/deltakere/[0-9a-f-]{36}$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(person.family_name)
    return page.url


def link_user(page: Page, case: str) -> None:
    """Let her see her own pages."""
    page.goto(f"{case}/bruker")
    page.locator("#user_id").select_option(index=1)
    press(page, "Koble brukeren til deltakeren")
    page.wait_for_url(case)


def map_competence(page: Page, case: str) -> None:
    """Fill in the two parts that a plan rests on."""
    page.goto(f"{case}/kartlegging")
    follow(page, "Fyll ut Samtalen")
    page.get_by_label("Utdanningsnivå").select_option("upper_secondary_or_higher")
    page.get_by_label("Kompetansen ble kartlagt").fill("2026-10-01")
    press(page, "Lagre")
    follow(page, "Fyll ut Karriereveiledning")
    page.get_by_label("Karriereveiledning ble gitt").fill("2026-10-15")
    press(page, "Lagre")
    expect(page.get_by_role("heading", name="Karriereveiledning")).to_be_visible()


def begin(page: Page, case: str) -> None:
    """Begin the draft: the days, and the end goal."""
    page.goto(f"{case}/plan")
    follow(page, "Lag plan")
    page.get_by_label("Vedtak om introduksjonsprogram").fill("2026-11-20")
    page.get_by_label("Tilbud om oppstart").fill("2026-11-20")
    page.get_by_label("Programmet starter").fill("2026-11-23")
    page.get_by_label("Planen er laget").fill("2026-11-20")
    page.get_by_label(re.compile("^Arbeid – ")).check()
    page.get_by_label("Neste vurdering av planen").fill("2027-02-22")
    press(page, "Lagre utkastet")
    page.wait_for_url(f"{case}/plan")


def meet(page: Page, case: str, person: Planner) -> None:
    """Finish the draft together with her, until nothing is missing."""
    page.goto(f"{case}/plan/mote")
    found = page.locator("#plan-check")
    expect(found).to_contain_text("Planen mangler deltakerens langsiktige mål.")
    page.get_by_label("Langsiktige mål").fill(person.goals)
    page.get_by_label("Språket målene er skrevet på").select_option(person.language)
    page.locator("[name=reasons]").fill(REASONS)
    page.get_by_label("Timer norsk i alt").fill("600")
    page.get_by_label("Timer samfunnskunnskap i alt").fill("75")
    page.get_by_label(re.compile("veiledet om realkompetansevurdering")).check()
    page.get_by_label(re.compile("hvordan det er mulig å klage")).check()
    press(page, "Legg til alle som mangler")
    expect(page.get_by_label("Langsiktige mål")).to_have_value(person.goals)
    page.get_by_text("Legg til fra katalogen", exact=True).click()
    press(page, "Praksis på en arbeidsplass")
    for number, hours in enumerate(HOURS):
        page.locator(f"[name=elements-{number}-hours_per_week]").evaluate(
            "field => field.closest('details').open = true"
        )
        page.locator(f"[name=elements-{number}-hours_per_week]").fill(str(hours))
    page.locator("[name=elements-4-place]").fill("Torget 1")
    page.locator("[name=elements-4-reason]").fill("Du møter kunder og kollegaer hver dag.")
    expect(found).to_contain_text("Planen har alt loven krever.")
    check(page)
    press(page, "Lagre utkastet")
    expect(found).to_contain_text("Planen har alt loven krever.")


def translate(page: Page, case: str, person: Planner) -> None:
    """Let somebody translate the goals for the municipality, and the reasons for her."""
    texts = f"{case}/plan/versjoner/1/tekster"
    for language, text in (("nb", person.goals_in_norwegian), (person.language, person.reason)):
        page.goto(texts)
        part = page.locator(f"section[aria-labelledby=language-{language}]")
        title = "Langsiktige mål" if language == "nb" else "Begrunnelse"
        part.locator(".ds-card", has=page.get_by_role("heading", name=title)).get_by_role(
            "link"
        ).click()
        expect(page.locator("[name=text]")).to_have_attribute("lang", language)
        page.locator("[name=text]").fill(text)
        page.locator("[name=state][value=translated]").check()
        page.get_by_label("Hvem har oversatt eller kontrollert?").fill("Nina Oversetter")
        check(page)
        press(page, "Lagre oversettelsen")
        page.wait_for_url(texts)
        expect(page.locator(f"section p[lang={language}]", has_text=text)).to_be_visible()
    check(page)


def fix(page: Page, case: str) -> None:
    page.goto(f"{case}/plan")
    press(page, "Fastsett planen")
    expect(page.get_by_text("Planen som gjelder, versjon 1")).to_be_visible()
    check(page)
