"""Three people who read neither Norwegian nor English, and what they say of their plans."""

from dataclasses import dataclass
from datetime import date

from app.demo.identity_numbers import synthetic_number

BORN_ON = date(1993, 5, 17)


@dataclass(frozen=True)
class Planner:
    """Somebody who makes a plan; what stands in Norwegian is for the municipality."""

    language: str
    pages: str
    """The language that the portal's own pages answer her in."""
    direction: str
    given_name: str
    family_name: str
    identity_number: str
    goals: str
    goals_in_norwegian: str
    reason: str
    """Why the plan is as it is, in her language."""
    answer: str


PLANNERS = (
    Planner(
        language="uk",
        pages="nb",
        direction="ltr",
        given_name="Олена",
        family_name="Коваль",
        identity_number=synthetic_number(BORN_ON, 101),
        goals="Я хочу стати медичною працівницею.",
        goals_in_norwegian="Jeg vil bli helsearbeider.",
        reason="Практика дає норвезьку мову на роботі та рекомендацію.",
        answer="Я згодна, але хочу почати раніше.",
    ),
    Planner(
        language="ar",
        pages="ar",
        direction="rtl",
        given_name="أمل",
        family_name="سليمان",
        identity_number=synthetic_number(BORN_ON, 102),
        goals="أريد أن أفتح مخبزا في فيوردفيك.",
        goals_in_norwegian="Jeg vil åpne et bakeri i Fjordvik.",
        reason="التدريب يعطيك اللغة النرويجية في العمل ومرجعا.",
        answer="أوافق على الخطة.",
    ),
    Planner(
        language="ti",
        pages="nb",
        direction="ltr",
        given_name="ሰላም",
        family_name="ተኽለ",
        identity_number=synthetic_number(BORN_ON, 103),
        goals="ሰራሕተኛ ጥዕና ክኸውን እደሊ።",
        goals_in_norwegian="Jeg vil bli helsefagarbeider.",
        reason="ልምምድ ኣብ ስራሕ ኖርወይኛን መወከሲን ይህበኪ።",
        answer="ምስቲ መደብ ይሰማማዕ።",
    ),
)
