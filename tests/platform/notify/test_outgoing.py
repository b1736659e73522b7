"""The outbox: what is told leaves some seconds later, and until then it can be taken back."""

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import now
from zhongshu.platform.notify import queries, services
from zhongshu.platform.notify.models import Notice, Outgoing

HOLD = timedelta(seconds=10)
LIN = Actor(person_id=1, name="林月")
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ten_seconds(settings):
    settings.TAKE_BACK_SECONDS = 10


def tell(text: str = "新交办", *, at: datetime, person: int = 1, subject: str = "matter:1") -> None:
    services.tell(person_id=person, subject=subject, text=text, at=at)


def test_it_is_in_no_inbox_before_its_time_and_in_one_after():
    at = now()
    tell(at=at)
    assert services.release(at=at + HOLD - timedelta(milliseconds=1)) == 0
    assert queries.unread_count(LIN) == 0
    assert services.release(at=at + HOLD) == 1
    assert queries.unread_count(LIN) == 1
    assert Notice.objects.get().at == at
    assert services.release(at=at + HOLD) == 0


def test_what_was_told_long_ago_is_not_held():
    tell(at=now() - HOLD - timedelta(seconds=1))
    assert queries.unread_count(LIN) == 1
    assert not Outgoing.objects.exists()


def test_taken_back_it_never_arrives():
    at = now()
    tell(at=at)
    tell(at=at, person=2)
    assert services.recall(subject="matter:1", told_at=at, at=at + HOLD - timedelta(seconds=1)) == 2
    assert services.release(at=at + 2 * HOLD) == 0
    assert not Notice.objects.exists()


def test_what_may_leave_cannot_be_taken_back_even_if_no_worker_came_by():
    at = now()
    tell(at=at)
    assert services.recall(subject="matter:1", told_at=at, at=at + HOLD) == 0
    assert services.release(at=at + HOLD) == 1


def test_only_that_act_and_that_subject_are_taken_back():
    at = now()
    tell("催办", at=at)
    tell("催办", at=at, subject="matter:2")
    tell("批示", at=at + timedelta(seconds=1))
    services.recall(subject="matter:1", told_at=at, at=at + timedelta(seconds=2))
    services.release(at=at + 2 * HOLD)
    assert {notice.text for notice in Notice.objects.all()} == {"催办", "批示"}
    assert Notice.objects.get(subject="matter:1").merged == 1


def test_a_line_taken_back_leaves_an_older_notice_as_it_was():
    at = now()
    tell("新交办", at=at - timedelta(hours=1))
    tell("催办", at=at)
    services.recall(subject="matter:1", told_at=at, at=at)
    services.release(at=at + HOLD)
    assert Notice.objects.values_list("text", "merged").get() == ("新交办", 1)


def test_what_is_done_meanwhile_is_not_asked_for_any_more():
    at = now()
    tell(at=at)
    tell(at=at, person=2)
    services.settle(subject="matter:1", at=at, person_id=1)
    services.release(at=at + HOLD)
    assert [notice.person_id for notice in Notice.objects.all()] == [2]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 20), st.booleans()), max_size=8))
def test_whenever_the_worker_comes_by_each_line_arrives_once_or_never(told: list[tuple[int, bool]]):
    Notice.objects.all().delete()
    Outgoing.objects.all().delete()
    start = now()
    kept = set()
    for number, (second, regretted) in enumerate(sorted(told)):
        at = start + timedelta(seconds=second)
        services.release(at=at)
        tell(at=at, subject=f"matter:{number}")
        if regretted:
            assert services.recall(subject=f"matter:{number}", told_at=at, at=at) == 1
        else:
            kept.add(f"matter:{number}")
    services.release(at=start + timedelta(seconds=40))
    assert sorted(Notice.objects.values_list("subject", flat=True)) == sorted(kept)
