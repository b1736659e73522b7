"""Numbers in their pattern (rule X-01), void ones kept (rule TV-14)."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from tests.refusing import refused

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.platform.numbering import queries, services
from zhongshu.platform.numbering.models import Counter, Issued

AT = datetime(2026, 9, 18, 1, 30, tzinfo=UTC)
LIN = Actor(person_id=7, name="林晓雯")


def open_series() -> None:
    services.open_series("supervision", title="督办事项", pattern="督〔{year}〕{n}号")


def take(year: int = 2026) -> Issued:
    return services.next_number("supervision", year, actor=LIN, at=AT)


class ChangeOfMindError(Exception):
    pass


class TestAnyStory(TestCase):
    """Any mixture of taking, changing one's mind, nesting and voiding, in any years."""

    acts = st.lists(
        st.tuples(
            st.sampled_from(["take", "roll_back", "nested_roll_back", "void"]), st.integers(2025, 2027)
        ),
        max_size=25,
    )

    @settings(max_examples=60, deadline=None)
    @given(acts)
    def test_leaves_no_gap_and_no_twin(self, acts: list[tuple[str, int]]) -> None:
        open_series()
        kept = dict.fromkeys((2025, 2026, 2027), 0)
        for act, year in acts:
            kept[year] += self.carry_out(act, year)
        for year, count in kept.items():
            assert [number.n for number in queries.issued("supervision", year)] == list(range(1, count + 1))
        assert queries.all_gaps() == {}

    def carry_out(self, act: str, year: int) -> int:
        """Do it, and say how many numbers it should have used."""
        try:
            with transaction.atomic():
                number = take(year)
                if act == "nested_roll_back":
                    try:
                        with transaction.atomic():
                            take(year)
                            raise ChangeOfMindError
                    except ChangeOfMindError:
                        return 1
                if act == "roll_back":
                    raise ChangeOfMindError
                if act == "void":
                    services.void(number, reason="重复立项", actor=LIN, at=AT)
        except ChangeOfMindError:
            return 0
        return 1


@pytest.mark.django_db
class TestNumbers:
    def test_are_written_by_the_pattern_and_start_anew_each_year(self) -> None:
        open_series()
        assert [take().text, take().text, take(2027).text] == [
            "督〔2026〕1号",
            "督〔2026〕2号",
            "督〔2027〕1号",
        ]

    def test_a_void_number_stays_in_its_place_with_its_reason(self) -> None:
        open_series()
        first = take()
        services.void(first, reason=" 误登记 ", actor=LIN, at=AT)
        assert take().n == 2
        kept = queries.issued("supervision", 2026)[0]
        assert (kept.is_void, kept.void_reason, kept.voided_by_name) == (True, "误登记", "林晓雯")

    def test_several_are_void_together_or_none(self) -> None:
        open_series()
        first, second, third = take(), take(), take()
        texts = [second.text, first.text]
        struck = services.void_many(first.series, texts, reason="撤销导入", actor=LIN, at=AT)
        assert [one.n for one in struck] == [1, 2]
        kept = queries.issued("supervision", 2026)
        assert [(one.void_reason, one.voided_at) for one in kept[:2]] == [("撤销导入", AT)] * 2
        for unfit in (third.series, [first.text, third.text]), (third.series, [third.text, "督〔2026〕9号"]):
            with pytest.raises((Conflict, Issued.DoesNotExist)):
                services.void_many(*unfit, reason="撤销导入", actor=LIN, at=AT)
        assert [one.is_void for one in queries.issued("supervision", 2026)] == [True, True, False]

    def test_refuses_to_void_without_reason_or_twice(self) -> None:
        open_series()
        number = take()
        with pytest.raises(Refusal) as refusal:
            services.void(number, reason="  ", actor=LIN, at=AT)
        assert refusal.value.code == "void_without_reason"
        services.void(number, reason="误登记", actor=LIN, at=AT)
        with refused("already_void", Conflict):
            services.void(number, reason="误登记", actor=LIN, at=AT)

    def test_a_lost_number_is_reported(self) -> None:
        open_series()
        numbers = [take() for _ in range(4)]
        numbers[1].delete()
        numbers[3].delete()
        assert queries.gaps("supervision", 2026) == [2, 4]
        assert queries.all_gaps() == {("supervision", 2026): [2, 4]}

    def test_the_database_itself_refuses_twins(self) -> None:
        open_series()
        take()
        Counter.objects.update(last=0)
        with pytest.raises(IntegrityError), transaction.atomic():
            take()

    @pytest.mark.parametrize("pattern", ["督〔{year}〕号", "督{n}号", "督{year}{n}号", "{n}〔{year}〕{n}"])
    def test_refuses_a_pattern_that_could_write_twins(self, pattern: str) -> None:
        with refused("bad_pattern"):
            services.open_series("bad", title="坏", pattern=pattern)

    def test_opening_a_series_again_changes_nothing(self) -> None:
        open_series()
        again = services.open_series("supervision", title="另一名称", pattern="办〔{year}〕{n}号")
        assert again.title == "督办事项"
