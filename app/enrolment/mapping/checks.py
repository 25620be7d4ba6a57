"""Whether what was asked can be true. No database."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from app.enrolment.mapping.contents import Content, Conversation, Guidance, Languages, Wishes
from app.enrolment.mapping.errors import MappingRefusal


def check_content(content: Content, present_day: date) -> Iterator[MappingRefusal]:
    """Yield everything that is wrong with a part: § 15 builds on what is done or explained."""
    match content:
        case Conversation():
            yield from _check_conversation(content, present_day)
        case Guidance():
            if content.guided_on is None and not content.missing_reason:
                yield MappingRefusal.GUIDANCE_UNEXPLAINED
            if content.guided_on is not None and content.guided_on > present_day:
                yield MappingRefusal.GUIDED_IN_THE_FUTURE
        case Languages():
            named = Counter(skill.language for skill in content.skills)
            if any(times > 1 for times in named.values()):
                yield MappingRefusal.LANGUAGE_TWICE
        case Wishes():
            has_words = content.long_term or content.work or content.education or content.interests
            if has_words and not content.language:
                yield MappingRefusal.WISHES_WITHOUT_LANGUAGE
        case _:
            pass


def _check_conversation(content: Conversation, present_day: date) -> Iterator[MappingRefusal]:
    if content.mapped_on is None and not content.missing_reason:
        yield MappingRefusal.MAPPING_UNEXPLAINED
    if content.mapped_on is not None and content.mapped_on > present_day:
        yield MappingRefusal.MAPPED_IN_THE_FUTURE
    if content.mapped_on is not None and content.education_level is None:
        yield MappingRefusal.EDUCATION_LEVEL_MISSING
