"""One transaction, one trail, safe to repeat."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from django.utils.translation import gettext_lazy

from tests.refusing import refused
from zhongshu.kernel.actors import SYSTEM, Actor
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.platform.journal import services as journal
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.usecases.models import Receipt
from zhongshu.platform.usecases.registry import USE_CASES, Unjournalled, use_case

AT = datetime(2026, 9, 18, 1, 30, tzinfo=UTC)
LI_MIN, HE_WEI = Actor(person_id=7, name="李敏"), Actor(person_id=8, name="何伟")
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def use_cases_of_this_test_only() -> Iterator[None]:
    before = dict(USE_CASES)
    yield
    USE_CASES.clear()
    USE_CASES.update(before)


@pytest.fixture
def say():
    @use_case("test.say")
    def say(*, actor: Actor, text: str, at: datetime, fails: bool = False) -> Entry:
        entry = journal.record(stream="test", verb="test.said", actor=actor, at=at, data={"text": text})
        if fails:
            raise Refusal("no", gettext_lazy("不行"))
        return entry

    return say


def test_a_second_press_gets_the_first_outcome(say) -> None:
    first = say(actor=LI_MIN, text="甲", at=AT, idempotency_key="k")
    again = say(actor=LI_MIN, text="甲", at=AT, idempotency_key="k")
    assert (again.pk, Entry.objects.count()) == (first.pk, 1)


def test_another_person_may_use_the_same_key(say) -> None:
    say(actor=LI_MIN, text="甲", at=AT, idempotency_key="k")
    say(actor=HE_WEI, text="甲", at=AT, idempotency_key="k")
    assert Entry.objects.count() == 2


def test_the_same_key_with_other_content_is_a_conflict(say) -> None:
    say(actor=LI_MIN, text="甲", at=AT, idempotency_key="k")
    with refused("key_reused", Conflict):
        say(actor=LI_MIN, text="乙", at=AT, idempotency_key="k")
    assert Entry.objects.count() == 1


def test_a_refused_act_leaves_nothing_and_may_be_tried_again(say) -> None:
    with refused("no"):
        say(actor=LI_MIN, text="甲", at=AT, fails=True, idempotency_key="k")
    assert not Entry.objects.exists()
    assert not Receipt.objects.exists()
    say(actor=LI_MIN, text="甲", at=AT, idempotency_key="k")
    assert Entry.objects.count() == 1


def test_what_tells_nobody_is_undone_and_called_a_bug() -> None:
    @use_case("test.silent")
    def silent(*, actor: Actor, at: datetime) -> None:
        Receipt.objects.create(use_case="x", key="x", fingerprint="x", at=at)

    with pytest.raises(Unjournalled):
        silent(actor=LI_MIN, at=AT)
    assert not Receipt.objects.exists()


def test_arguments_have_names(say) -> None:
    with pytest.raises(TypeError, match="keyword"):
        say(LI_MIN)


def test_a_name_is_given_once() -> None:
    @use_case("test.twice")
    def one(*, actor: Actor, at: datetime) -> None:
        """First."""

    with pytest.raises(ValueError, match="already"):
        use_case("test.twice")(one)


@dataclass(frozen=True)
class Told:
    reason: str


MARKED = "机密★10年"


@pytest.mark.parametrize(
    "given", [MARKED, f"请抓紧。\n{MARKED}", {"why": [Told(MARKED)]}, ({"密级：秘密"},)], ids=range(4)
)
def test_C_01_words_that_bear_a_secrecy_mark_undo_the_act_they_were_typed_in(say, given: object) -> None:
    with refused("secrecy_marked"):
        say(actor=LI_MIN, text=given, at=AT, idempotency_key="k")
    assert [one.verb for one in Entry.objects.all()] == ["files.turned_away_marked"]
    assert not Receipt.objects.exists()
    with refused("no"):
        say(actor=LI_MIN, text=given, fails=True, at=AT)


def test_C_01_what_an_act_or_the_house_itself_passes_on_was_not_typed(say) -> None:
    @use_case("test.say_what_is_stored")
    def repeat(*, actor: Actor, at: datetime) -> Entry:
        return say(actor=actor, text=MARKED, at=at)

    assert repeat(actor=LI_MIN, at=AT).facts == say(actor=SYSTEM, text=MARKED, at=AT).facts
