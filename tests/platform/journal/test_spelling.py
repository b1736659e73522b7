"""What an entry tells is spelled as it always was: every digest of the journal rests on it."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from zhongshu.matters.models import Light
from zhongshu.platform.journal.models.entry import canonical

PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates()
TOLD = st.recursive(
    PLAIN, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner)
)


def as_always(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


@given(st.dictionaries(st.text(), TOLD) | st.lists(TOLD))
def test_whatever_is_told_has_the_spelling_of_the_library(told: object) -> None:
    assert canonical(told) == as_always(told)


def test_words_of_the_house_and_days_too() -> None:
    told = {"light": Light.RED, "days": [date(2026, 11, 23)], 2: "two", "一": "“同意”\n</script>\x7f\u2028"}
    told = {str(name): value for name, value in told.items()}
    assert canonical(told) == as_always(told)
    assert canonical({"b": 1, "a": "同意"}) == '{"a":"同意","b":1}'
