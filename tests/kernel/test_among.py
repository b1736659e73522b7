"""One of many words in one place finds what a place for each word would find."""

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from zhongshu.kernel.among import Among
from zhongshu.org.models import Person

NAMES = ["李敏", "王建国", '赵"倩', "{孙,瑶}", "%s"]


class TestRandomWords(TestCase):
    @given(st.lists(st.sampled_from(NAMES), max_size=8), st.booleans())
    @settings(max_examples=40, deadline=None)
    def test_it_finds_what_in_would(self, words: list[str], probe: bool) -> None:
        for number, name in enumerate(NAMES):
            Person.objects.update_or_create(staff_number=str(number), defaults={"name": name})
        found = Person.objects.filter(Among("name", words, probe=probe)).order_by("pk")
        assert list(found) == list(Person.objects.filter(name__in=words).order_by("pk"))

    def test_however_many_words_the_question_is_the_same(self) -> None:
        few, many = (Person.objects.filter(Among("name", words)).query for words in (["李敏"], NAMES))
        assert few.sql_with_params()[0] == many.sql_with_params()[0]

    def test_through_another_table(self) -> None:
        minister = Person.objects.create(name="李敏", staff_number="9")
        assert not Person.objects.filter(Among("appointments__post__title", ["局长"]), pk=minister.pk)
