"""The inbox: merged while unread, quiet at night, one digest a day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.refusing import refused
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import BEIJING
from zhongshu.kernel.refusals import NotFound
from zhongshu.platform.notify import queries, quiet, registry, services
from zhongshu.platform.notify.models import Digest, Notice, Weight

MONDAY = datetime(2026, 6, 15, 10, 0, tzinfo=BEIJING)
LIN = Actor(person_id=1, name="林督办")
HE = Actor(person_id=2, name="何收文")
HE_FOR_LIN = Actor(person_id=2, name="何收文", acting_for=1, acting_for_name="林督办")


def tell(text, *, person=LIN, subject="matter:1", at=MONDAY, weight=Weight.TELL):
    services.tell(person_id=person.person_id, subject=subject, text=text, url="/m/1/", weight=weight, at=at)


@pytest.mark.django_db
class TestInbox:
    def test_notices_on_one_subject_merge_while_unread(self):
        tell("已签收", weight=Weight.TELL)
        tell("请审核", weight=Weight.ACT)
        tell("已补充", weight=Weight.WATCH)
        [notice] = Notice.objects.all()
        assert (notice.text, notice.merged, notice.weight) == ("已补充", 3, Weight.ACT)

    def test_after_reading_a_new_line_begins(self):
        tell("已签收")
        services.mark_read(actor=LIN, notice_id=Notice.objects.get().pk, at=MONDAY)
        tell("已办结")
        assert queries.unread_count(LIN) == 1
        assert [notice.text for notice in queries.seen(LIN).rows] == ["已签收"]

    def test_subjects_and_people_are_kept_apart(self):
        tell("一")
        tell("二", subject="matter:2")
        tell("三", person=HE)
        assert (queries.unread_count(LIN), queries.unread_count(HE)) == (2, 1)

    def test_the_unread_stand_in_three_groups_newest_first(self):
        tell("要办", subject="matter:1", weight=Weight.ACT)
        tell("又要办", subject="matter:2", weight=Weight.ACT, at=MONDAY + timedelta(hours=1))
        tell("盯的", subject="matter:3", weight=Weight.WATCH)
        boxes = {box.weight: [notice.text for notice in box.notices] for box in queries.boxes(LIN)}
        assert boxes == {Weight.ACT: ["又要办", "要办"], Weight.WATCH: ["盯的"], Weight.TELL: []}

    def test_nobody_reads_anothers_notice(self):
        tell("一")
        with refused("no_such_notice", NotFound):
            services.mark_read(actor=HE, notice_id=Notice.objects.get().pk, at=MONDAY)

    def test_a_stand_in_opens_the_inbox_of_the_one_stood_in_for(self):
        tell("一")
        assert queries.unread_count(HE_FOR_LIN) == 1

    def test_all_read_spares_what_came_later_and_other_groups(self):
        tell("一", subject="matter:1")
        tell("二", subject="matter:2", weight=Weight.ACT)
        seen = Notice.objects.latest("id").pk
        tell("三", subject="matter:3")
        assert services.mark_all_read(actor=LIN, at=MONDAY, up_to=seen, weight=Weight.TELL) == 1
        assert {notice.text for notice in Notice.objects.filter(read_at=None)} == {"二", "三"}

    def test_what_is_done_no_longer_asks(self):
        tell("一")
        tell("一", person=HE)
        assert services.settle(subject="matter:1", at=MONDAY, person_id=1) == 1
        assert (queries.unread_count(LIN), queries.unread_count(HE)) == (0, 1)

    def test_pages_of_what_was_read_join_without_gap(self):
        for number in range(30):
            tell(str(number), subject=f"matter:{number}")
        services.mark_all_read(actor=LIN, at=MONDAY)
        first = queries.seen(LIN)
        second = queries.seen(LIN, cursor=first.next_cursor)
        assert [notice.text for notice in [*first.rows, *second.rows]] == [
            str(n) for n in reversed(range(30))
        ]
        assert second.next_cursor == ""


@pytest.mark.django_db
class TestDigest:
    def test_one_a_day_and_only_for_whom_something_waits(self):
        tell("一", weight=Weight.ACT)
        tell("二", subject="matter:2")
        assert services.make_digests(at=MONDAY) == 1
        assert services.make_digests(at=MONDAY + timedelta(hours=2)) == 0
        digest = queries.digest_of(LIN, date(2026, 6, 15))
        assert (digest.act, digest.watch, digest.tell) == (1, 0, 1)
        assert queries.digest_of(HE, date(2026, 6, 15)) is None

    def test_what_was_told_of_and_weighs_more_now_is_told_of_again(self):
        tell("收到提醒")
        services.make_digests(at=MONDAY)
        tell("收到催办函", at=MONDAY + timedelta(hours=1))
        tuesday = MONDAY + timedelta(days=1)
        assert services.make_digests(at=tuesday) == 1
        assert Notice.objects.get().delivered_at == tuesday
        assert services.make_digests(at=tuesday + timedelta(days=1)) == 0

    def test_it_waits_for_the_reminders_of_the_morning(self):
        tell("一", at=MONDAY.replace(hour=8))
        assert services.make_digests(at=MONDAY.replace(hour=8, minute=45)) == 0
        tell("二", subject="matter:2", at=MONDAY.replace(hour=8, minute=50))
        assert services.make_digests(at=MONDAY.replace(hour=9)) == 1
        assert queries.digest_of(LIN, date(2026, 6, 15)).tell == 2

    def test_what_comes_after_it_waits_for_the_next_day(self):
        tell("一")
        services.make_digests(at=MONDAY)
        tell("二", subject="matter:2", at=MONDAY + timedelta(hours=1))
        assert services.make_digests(at=MONDAY + timedelta(hours=3)) == 0
        assert services.make_digests(at=MONDAY + timedelta(days=1)) == 1
        assert Digest.objects.count() == 2

    @pytest.mark.parametrize("at", [datetime(2026, 6, 15, 21, 0), datetime(2026, 6, 20, 10, 0)])
    def test_none_at_night_and_none_on_a_rest_day(self, at):
        tell("一")
        assert services.make_digests(at=at.replace(tzinfo=BEIJING)) == 0


@pytest.fixture
def five_day_week(monkeypatch):
    monkeypatch.setattr(quiet, "_is_workday", [lambda day: day.weekday() < 5])


@pytest.mark.usefixtures("five_day_week")
class TestQuiet:
    @given(st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC)), st.booleans())
    def test_never_at_night_never_earlier_and_at_once_by_day(self, at, urgent):
        knock = quiet.deliver_at(at, urgent=urgent).astimezone(BEIJING)
        assert knock >= at
        assert 8 <= knock.hour < 20
        assert urgent or knock.weekday() < 5
        assert knock == at or (knock.hour, knock.minute) == (8, 0)

    def test_follows_the_calendar_it_is_given(self):
        registry.use_calendar(lambda day: day != date(2026, 6, 15))
        knock = quiet.deliver_at(MONDAY)
        assert knock == datetime(2026, 6, 16, 8, 0, tzinfo=BEIJING)

    def test_what_is_urgent_waits_for_no_workday(self):
        saturday = datetime(2026, 6, 20, 10, 0, tzinfo=BEIJING)
        assert quiet.deliver_at(saturday, urgent=True) == saturday
        assert quiet.deliver_at(saturday) == datetime(2026, 6, 22, 8, 0, tzinfo=BEIJING)
