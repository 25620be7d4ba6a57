"""Forty-four made-up participants. Common names of each language; nobody is meant."""

from dataclasses import dataclass
from datetime import date

from app.enrolment.kinds import Sex
from app.rules.eligibility import PermitGround
from app.rules.programme import EducationLevel, EndGoal

F, M = Sex.FEMALE, Sex.MALE
ASYLUM, QUOTA, HUMANITARIAN, COLLECTIVE, FAMILY = (
    PermitGround.ASYLUM,
    PermitGround.RESETTLEMENT,
    PermitGround.HUMANITARIAN,
    PermitGround.COLLECTIVE_PROTECTION,
    PermitGround.FAMILY,
)
NONE, LOWER, UPPER = (
    EducationLevel.NONE,
    EducationLevel.LOWER_SECONDARY,
    EducationLevel.UPPER_SECONDARY_OR_HIGHER,
)
WORK, HIGHER, PART, COMPLETED = (
    EndGoal.WORK,
    EndGoal.HIGHER_EDUCATION_PREPARATION,
    EndGoal.UPPER_SECONDARY_PART,
    EndGoal.UPPER_SECONDARY_COMPLETED,
)


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """What differs between the people; the rest follows from their order."""

    given_name: str
    family_name: str
    sex: Sex
    born_on: date
    language: str
    ground: PermitGround
    education: EducationLevel
    end_goal: EndGoal
    children: tuple[int, ...] = ()
    """Years of birth."""
    lives_with_parents: bool = False
    is_partner_in_programme: bool = False
    login: str = ""


def _of(
    name: str,
    sex: Sex,
    born: str,
    language: str,
    ground: PermitGround,
    education: EducationLevel,
    end_goal: EndGoal = WORK,
    *children: int,
    with_parents: bool = False,
    partner: bool = False,
    login: str = "",
) -> DemoPerson:
    given, family = name.rsplit(" ", 1)
    return DemoPerson(
        given,
        family,
        sex,
        date.fromisoformat(born),
        language,
        ground,
        education,
        end_goal,
        children,
        with_parents,
        partner,
        login,
    )


def _longest_first(*people: DemoPerson) -> tuple[DemoPerson, ...]:
    """Let those begin first whose programmes last longest, so that most still run today."""
    return tuple(sorted(people, key=lambda person: person.education is UPPER))


FJORDVIK = _longest_first(
    _of("Layla Al-Hassan", F, "1992-04-11", "ar", ASYLUM, UPPER, WORK, 2017, 2020, login="ar"),
    _of("Omar Khalil", M, "1985-09-02", "ar", QUOTA, LOWER, WORK, 2012, 2014, 2019),
    _of("Rana Darwish", F, "2003-01-19", "ar", QUOTA, LOWER, COMPLETED, with_parents=True),
    _of("Yusuf Darwish", M, "1976-06-30", "ar", QUOTA, NONE, WORK, 2011),
    _of("Samir Haddad", M, "1998-12-05", "ar", ASYLUM, UPPER, HIGHER, partner=True),
    _of("Dima Haddad", F, "1999-03-14", "ar", FAMILY, UPPER, HIGHER, partner=True),
    _of("Selam Tesfay", F, "1996-02-29", "ti", ASYLUM, LOWER, PART, 2021, login="ti"),
    _of("Filmon Haile", M, "2002-08-08", "ti", ASYLUM, LOWER, COMPLETED),
    _of("Mehret Kidane", F, "1989-11-23", "ti", FAMILY, NONE, WORK, 2010, 2013, 2016, 2022),
    _of("Dawit Ghebre", M, "1993-05-17", "ti", ASYLUM, LOWER),
    _of("Oksana Kovalenko", F, "1984-07-21", "uk", COLLECTIVE, UPPER, WORK, 2009, login="uk"),
    _of("Andrij Melnyk", M, "1979-10-10", "uk", COLLECTIVE, UPPER),
    _of("Iryna Sjevtsjenko", F, "1991-01-03", "uk", COLLECTIVE, UPPER, HIGHER, 2018),
    _of("Olena Bondarenko", F, "1972-03-27", "uk", COLLECTIVE, UPPER),
    _of("Maksym Tkatsjenko", M, "2004-05-06", "uk", COLLECTIVE, UPPER, HIGHER, with_parents=True),
    _of("Svitlana Kravets", F, "1988-09-15", "uk", COLLECTIVE, UPPER, WORK, 2013, 2016),
    _of("Viktorija Petrenko", F, "1995-12-31", "ru", COLLECTIVE, UPPER),
    _of("Zahra Rahimi", F, "1990-06-12", "fa-AF", QUOTA, NONE, WORK, 2011, 2015, login="fa-AF"),
    _of("Mohammad Karimi", M, "1987-02-18", "fa-AF", ASYLUM, LOWER),
    _of("Fatima Ahmadi", F, "2001-07-07", "fa-AF", QUOTA, LOWER, COMPLETED),
    _of("Reza Hosseini", M, "1982-04-25", "fa", ASYLUM, UPPER, HIGHER),
    _of("Gul Mangal", F, "1994-08-30", "ps", FAMILY, NONE, WORK, 2014, 2017),
    _of("Hodan Warsame", F, "1986-05-20", "so", QUOTA, NONE, WORK, 2008, 2012, login="so"),
    _of("Abdi Farah", M, "2000-10-01", "so", ASYLUM, LOWER, PART),
    _of("Ayaan Nur", F, "1997-01-28", "so", FAMILY, LOWER, WORK, 2023),
    _of("Jean Mukendi", M, "1983-11-11", "sw", QUOTA, LOWER, WORK, 2009, 2011),
    _of("Furaha Bahati", F, "1988-08-16", "sw", QUOTA, NONE, WORK, 2007, 2010, 2014),
    _of("Espérance Kabila", F, "1999-09-09", "fr", QUOTA, LOWER, PART),
    _of("Ayşe Yılmaz", F, "1990-03-05", "tr", ASYLUM, UPPER, WORK, 2016),
    _of("Mehmet Demir", M, "1978-12-24", "tr", ASYLUM, UPPER),
    _of("Rojda Aslan", F, "1996-06-21", "ku", ASYLUM, LOWER),
    _of("Almaz Bekele", F, "1992-10-18", "am", ASYLUM, LOWER, WORK, 2019),
    _of("Tadesse Girma", M, "1981-02-02", "am", HUMANITARIAN, LOWER),
    _of("Grace Deng", F, "1985-07-13", "en", QUOTA, LOWER, WORK, 2006, 2009),
    _of("Sara Nilsen Osman", F, "1994-04-04", "nb", ASYLUM, UPPER, HIGHER, login="nb"),
    _of("Elena Rusu", F, "1993-09-26", "ru", COLLECTIVE, UPPER),
)

DALHEIM = _longest_first(
    _of("Nadia Saleh", F, "1991-05-09", "ar", ASYLUM, UPPER, WORK, 2018),
    _of("Bilal Mansour", M, "1988-01-15", "ar", QUOTA, LOWER),
    _of("Hanna Lysenko", F, "1986-11-02", "uk", COLLECTIVE, UPPER, WORK, 2012),
    _of("Serhij Hnatiuk", M, "1975-08-19", "uk", COLLECTIVE, UPPER),
    _of("Rahwa Berhane", F, "1997-04-23", "ti", ASYLUM, LOWER, PART),
    _of("Amina Yusuf", F, "1989-12-12", "so", QUOTA, NONE, WORK, 2010, 2013),
    _of("Farid Noori", M, "1995-02-07", "fa-AF", ASYLUM, LOWER),
    _of("Neema Amani", F, "2002-06-03", "sw", QUOTA, LOWER, COMPLETED),
)
