"""The municipality's choices in sentences: each setting, and each value it can have."""

from typing import assert_never

from app.i18n.text import gettext as _
from app.rules.benefit import PolicyKey


def policy_question(key: PolicyKey) -> str:  # noqa: C901 (one sentence per setting, nothing more)
    """Return what the municipality chooses with this setting."""
    match key:
        case PolicyKey.WHOLE_DAY_BASIS:
            return _("Hva koster en hel dag med ugyldig fravær?")
        case PolicyKey.CAP_DAY_AT_DAY_RATE:
            return _("Kan timer på én dag koste mer enn hele dagen?")
        case PolicyKey.WHOLE_PERIOD_ABSENT:
            return _("Hva mister den som er borte alle dagene i måneden?")
        case PolicyKey.MISSING_CERTIFICATE:
            return _("Hva gjelder når legeerklæringen mangler?")
        case PolicyKey.SIXTEEN_DAYS_FROM:
            return _("Hvilken dag regnes de 16 dagene for egenmelding fra?")
        case PolicyKey.CHILD_SELF_CERTIFICATION_WAITS:
            return _("Gjelder ventetiden på åtte uker også egenmelding ved barns sykdom?")
        case PolicyKey.RATE_CHANGES:
            return _("Når begynner en ny sats å gjelde?")
        case PolicyKey.PART_MONTH:
            return _("Hvordan regnes dagene i en del av en måned?")
        case PolicyKey.TEN_DAY_RULE:
            return _("Hva kommer i tillegg til programtiden når fraværet er over ti dager?")
        case PolicyKey.RECOVERY_COUNTS_IN_46_G:
            return _("Teller trekk for tidligere feilutbetaling med i grensen for enkeltvedtak?")
        case PolicyKey.UNDER_25_IN_CHILDLESS_COUPLE:
            return _("Hvilken sats får den som er under 25 år og lever i et par uten barn?")
        case PolicyKey.ALWAYS_DECIDE_REDUCTIONS:
            return _("Skriver kommunen vedtak om alle reduksjoner i stønaden?")
        case PolicyKey.WEEKEND_IN_ABSENCE:
            return _("Teller fridager midt i et lengre fravær som fraværsdager?")
        case PolicyKey.ROUNDING:
            return _("Hva blir utbetalingen avrundet til?")
        case PolicyKey.CHILDLESS_MEANS:
            return _("Når regnes et par som et par uten barn?")
        case PolicyKey.SECTION_9_COUNTS:
            return _("Hvilke egenmeldinger teller før kommunen kan ta bort retten til egenmelding?")
        case PolicyKey.TEN_DAY_HOURS:
            return _("Teller deler av dager med i de ti dagene som kan forlenge programmet?")
        case PolicyKey.TEN_DAY_PERIOD:
            return _("Hvilket tidsrom regnes de ti dagene over?")
        case PolicyKey.HOLIDAY_PERIOD:
            return _("Hvilket tidsrom regnes de 25 feriedagene over?")
        case PolicyKey.CHRONIC_CHILD_QUOTA:
            return _("Hvor mange dager får den som har et kronisk sykt barn og mer enn to barn?")
        case PolicyKey.SECTION_46_G_PAYMENT:
            return _("Hvilken utbetaling regnes halvparten av i grensen for enkeltvedtak?")
        case PolicyKey.SECTION_46_G_BASE_AMOUNT:
            return _("Hvilket grunnbeløp gjelder i grensen for enkeltvedtak?")
        case PolicyKey.FULL_TIME_WEEK:
            return _("Hvor mange timer i uken er fulltid i en plan?")
        case PolicyKey.LESSON_TIME:
            return _("Hvor lenge varer en undervisningstime i en plan?")
        case PolicyKey.PLAN_APPROVAL:
            return _("Må en leder godkjenne planen før den fastsettes?")
        case PolicyKey.PLAN_REVIEW_INTERVAL_MONTHS:
            return _("Hvor ofte skal planen vurderes på nytt?")
        case PolicyKey.CONFIRMATION_LINK_DAYS:
            return _("Hvor lenge virker en lenke for å bekrefte linjer i en plan?")
        case PolicyKey.DECISION_APPROVAL:
            return _("Må en leder godkjenne vedtak før de blir ferdige?")
        case PolicyKey.REGISTRATION_CLOSES:
            return _("Hvor lenge etter månedsslutt kan oppmøtet føres før måneden godkjennes?")
        case PolicyKey.MARKS_LOCK:
            return _("Hvor lenge etter timen kan oppmøtet føres uten å begrunne det?")
        case PolicyKey.ABSENCE_TALK:
            return _("Når skal dere snakke med en deltaker om fravær uten grunn?")
        case _:
            assert_never(key)


def policy_answers(key: PolicyKey) -> dict[str | bool, str]:  # noqa: C901 (one case per setting)
    """Return the values that the setting can have, each with its sentence."""
    match key:
        case PolicyKey.WHOLE_DAY_BASIS:
            return {
                "day": _("En hel dag koster dagsatsen."),
                "hour": _("En hel dag koster timesatsen for hver time."),
            }
        case PolicyKey.CAP_DAY_AT_DAY_RATE:
            return {
                True: _("Timer på én dag koster aldri mer enn dagsatsen."),
                False: _("Hver time koster timesatsen, også når summen er mer enn dagsatsen."),
            }
        case PolicyKey.WHOLE_PERIOD_ABSENT:
            return {
                "whole_payment": _("Den som er borte alle dagene, mister hele utbetalingen."),
                "scheduled_days": _("Den som er borte alle dagene, mister satsen for dagene."),
            }
        case PolicyKey.MISSING_CERTIFICATE:
            return {
                "ask": _("En saksbehandler avgjør hva som gjelder uten legeerklæring."),
                "whole_absence": _("Uten legeerklæring er alle dagene i fraværet ugyldige."),
                "uncovered_days": _(
                    "Uten legeerklæring er bare dagene etter egenmeldingen ugyldige."
                ),
            }
        case PolicyKey.SIXTEEN_DAYS_FROM:
            return {
                "first_day": _("De 16 dagene regnes fra den første dagen med egenmelding."),
                "last_day": _("De 16 dagene regnes fra den siste dagen med egenmelding."),
            }
        case PolicyKey.CHILD_SELF_CERTIFICATION_WAITS:
            return {
                True: _("Egenmelding ved barns sykdom kan brukes etter åtte uker i programmet."),
                False: _("Egenmelding ved barns sykdom kan brukes fra første dag."),
            }
        case PolicyKey.RATE_CHANGES:
            return {
                "same_day": _("En ny sats gjelder fra dagen endringen skjer."),
                "next_month": _("En ny sats gjelder fra måneden etter."),
            }
        case PolicyKey.PART_MONTH:
            return {
                "thirty_day_month": _("Alle måneder regnes som 30 dager."),
                "calendar_days": _("Måneden regnes med sine egne dager."),
            }
        case PolicyKey.TEN_DAY_RULE:
            return {
                "all_days": _("Når fraværet er over ti dager, kommer alle dagene i tillegg."),
                "excess": _("Når fraværet er over ti dager, kommer dagene over ti i tillegg."),
            }
        case PolicyKey.RECOVERY_COUNTS_IN_46_G:
            return {
                True: _("Trekk for tidligere feilutbetaling teller med i grensen."),
                False: _("Trekk for tidligere feilutbetaling teller ikke med i grensen."),
            }
        case PolicyKey.UNDER_25_IN_CHILDLESS_COUPLE:
            return {
                "ask": _("En saksbehandler avgjør satsen for unge i par uten barn."),
                "two_thirds": _("Unge i par uten barn får satsen for unge."),
                "five_sixths": _("Unge i par uten barn får satsen for par uten barn."),
            }
        case PolicyKey.ALWAYS_DECIDE_REDUCTIONS:
            return {
                True: _("Kommunen skriver vedtak om alle reduksjoner."),
                False: _("Kommunen skriver vedtak når loven krever det."),
            }
        case PolicyKey.WEEKEND_IN_ABSENCE:
            return {
                "not_counted": _("Fridager midt i et fravær teller ikke."),
                "counted": _("Fridager mellom to hele dager med ugyldig fravær teller som dager."),
            }
        case PolicyKey.ROUNDING:
            return {
                "ore": _("Utbetalingen blir avrundet til nærmeste øre."),
                "krone": _("Utbetalingen blir avrundet til nærmeste krone."),
            }
        case PolicyKey.CHILDLESS_MEANS:
            return {
                "any_child": _("Et par uten barn har ingen barn, uansett alder og hvor de bor."),
                "child_under_18": _("Et par uten barn har ingen barn under 18 år."),
                "child_in_household": _("Et par uten barn har ingen barn som bor hos dem."),
            }
        case PolicyKey.SECTION_9_COUNTS:
            return {
                "own_illness": _("Bare egenmeldinger for egen sykdom teller."),
                "own_and_child_illness": _("Egenmeldinger for barns sykdom teller også."),
            }
        case PolicyKey.TEN_DAY_HOURS:
            return {
                "counted": _("Deler av dager teller med i de ti dagene."),
                "whole_days_only": _("Bare hele dager teller med i de ti dagene."),
            }
        case PolicyKey.TEN_DAY_PERIOD:
            return {
                "whole_programme": _("De ti dagene regnes over hele programmet."),
                "programme_year": _("De ti dagene regnes for hvert år i programmet."),
            }
        case PolicyKey.HOLIDAY_PERIOD:
            return {
                "programme_year": _("Feriedagene regnes for hvert år i programmet."),
                "calendar_year": _("Feriedagene regnes for hvert kalenderår."),
            }
        case PolicyKey.CHRONIC_CHILD_QUOTA:
            return {
                "replaces": _("Det høyeste antallet dager gjelder alene."),
                "adds": _("Dagene for et kronisk sykt barn kommer i tillegg."),
            }
        case PolicyKey.SECTION_46_G_PAYMENT:
            return {
                "gross": _("Halvparten regnes av stønaden før noe blir trukket."),
                "after_other_reductions": _(
                    "Halvparten regnes av stønaden etter samordning og arbeid i programmet."
                ),
            }
        case PolicyKey.SECTION_46_G_BASE_AMOUNT:
            return {
                "last_day": _("Grunnbeløpet på den siste dagen i perioden gjelder."),
                "first_day": _("Grunnbeløpet på den første dagen i perioden gjelder."),
            }
        case PolicyKey.FULL_TIME_WEEK:
            return {
                "guidance": _("Fulltid er 37,5 timer, eller 30 timer med egenaktivitet i tillegg."),
                "always_37_5": _("Fulltid er alltid 37,5 timer."),
            }
        case PolicyKey.LESSON_TIME:
            return {
                "clock_time": _("En undervisningstime varer 45 minutter."),
                "with_preparation": _("En undervisningstime varer 75 minutter med forberedelse."),
            }
        case PolicyKey.PLAN_APPROVAL:
            return {
                "none": _("Saksbehandleren fastsetter planen alene."),
                "leader": _("En leder som ikke har skrevet planen, godkjenner den først."),
            }
        case PolicyKey.PLAN_REVIEW_INTERVAL_MONTHS:
            return {
                "3": _("Planen vurderes hver tredje måned."),
                "6": _("Planen vurderes hver sjette måned."),
                "12": _("Planen vurderes hver tolvte måned."),
            }
        case PolicyKey.CONFIRMATION_LINK_DAYS:
            return {
                "7": _("Lenken virker i 7 dager når ikke annet er valgt."),
                "14": _("Lenken virker i 14 dager når ikke annet er valgt."),
                "30": _("Lenken virker i 30 dager når ikke annet er valgt."),
            }
        case PolicyKey.DECISION_APPROVAL:
            return {
                "none": _("Saksbehandleren gjør vedtaket alene."),
                "leader": _("En leder som ikke har skrevet vedtaket, godkjenner det først."),
            }
        case PolicyKey.REGISTRATION_CLOSES:
            return {
                "0": _("Oppmøtet må være ført når måneden er slutt."),
                "3": _("Oppmøtet kan føres i tre dager etter at måneden er slutt."),
                "5": _("Oppmøtet kan føres i fem dager etter at måneden er slutt."),
                "10": _("Oppmøtet kan føres i ti dager etter at måneden er slutt."),
            }
        case PolicyKey.MARKS_LOCK:
            return {
                "never": _("Oppmøtet låses ikke."),
                "3": _("Oppmøtet låses etter tre dager. Endringer etter det er rettelser."),
                "7": _("Oppmøtet låses etter sju dager. Endringer etter det er rettelser."),
                "14": _("Oppmøtet låses etter 14 dager. Endringer etter det er rettelser."),
                "30": _("Oppmøtet låses etter 30 dager. Endringer etter det er rettelser."),
            }
        case PolicyKey.ABSENCE_TALK:
            return {
                "0": _("Portalen minner ikke om slike samtaler."),
                "2": _("Etter to dager uten grunn på fire uker."),
                "3": _("Etter tre dager uten grunn på fire uker."),
                "5": _("Etter fem dager uten grunn på fire uker."),
            }
        case _:
            assert_never(key)


def policy_sentence(key: PolicyKey, value: str | bool) -> str:  # noqa: FBT001 (a setting)
    """Return what the municipality has chosen."""
    return policy_answers(key)[value]
