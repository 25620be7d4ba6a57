"""What is saved of a mapping comes back as it was, whatever was written."""

import json

from hypothesis import given
from hypothesis import strategies as st

from app.enrolment.mapping.contents import CONTENTS, Content, part_of
from app.enrolment.mapping.kinds import MappingPart
from app.enrolment.mapping.stored_form import from_stored, to_stored

contents = st.sampled_from(list(CONTENTS.values())).flatmap(st.from_type)


@given(contents)
def test_a_part_comes_back_from_the_database_as_it_was(content: Content) -> None:
    stored = json.loads(json.dumps(to_stored(content)))
    assert from_stored(part_of(content), stored) == content


@given(st.sampled_from(MappingPart), st.dictionaries(st.just("forgotten"), st.text()))
def test_values_that_are_not_known_any_more_are_passed_over(
    part: MappingPart, stored: dict[str, str]
) -> None:
    assert from_stored(part, stored) == CONTENTS[part]()
